import type { Block, Body, Run } from '@sheber/document/body'
import type { Content, TableCell } from 'pdfmake'
import { inks } from '../print/print.paper.ts'
import { isShortRow, led, whole } from './export.breaks.ts'
import type { Drawn, Formulas } from './export.formula.ts'
import { openMaker } from './export.maker.ts'
import type { Kept, KeptEvidence, KeptMap, KeptRecord, KeptRemark, KeptReview } from './export.kept.ts'
import { dayOf, exportWords, periodOf, promptOf, topicOf, type ExportWords } from './export.words.ts'

/** A picture as PDF takes it, JPEG or PNG, by its path in the archive. */
export type Pictures = ReadonlyMap<string, Buffer>

/** What words alone do not hold. */
export interface Means {
  readonly pictures: Pictures
  readonly formulas: Formulas
}

/** A4, with the page's number and whose it is at the foot; every letter of Kazakh is embedded. */
export const pdfOf = async (kept: Kept, means: Means): Promise<Buffer> => {
  const w = exportWords[kept.language]
  const title = kept.title || w.title(kept.owner)
  return openMaker()
    .createPdf({
      pageSize: 'A4',
      pageMargins: [56, 56, 56, 64],
      info: { title, author: kept.authors.join(', ') || kept.owner, creator: 'Sheber' },
      language: kept.language,
      defaultStyle: { font: 'Onest', fontSize: 10.5, lineHeight: 1.3, color: inks.ink },
      styles: {
        title: { fontSize: 26, bold: true, lineHeight: 1.1 },
        section: { fontSize: 17, bold: true, color: inks.accent, margin: [0, 18, 0, 6] },
        record: { fontSize: 14, bold: true, margin: [0, 2, 0, 6] },
        small: { fontSize: 9, color: inks.quiet },
        part: { fontSize: 11, bold: true, margin: [0, 8, 0, 4] },
      },
      footer: (page: number, pages: number) => ({
        columns: [
          { text: w.title(kept.owner), style: 'small' },
          { text: w.page(page, pages), style: 'small', alignment: 'right' },
        ],
        margin: [56, 24, 56, 0],
      }),
      content: [
        ...(kept.face ? [pictureOf(kept.face.file, '', means.pictures)] : []),
        { text: title, style: 'title' },
        ...(kept.title ? [{ text: w.title(kept.owner), margin: [0, 4, 0, 0] } as Content] : []),
        ...(kept.authors.length > 1 ? [`${w.authors}: ${kept.authors.join(', ')}`] : []),
        ...(kept.about ? [{ text: kept.about, margin: [0, 8, 0, 0] } as Content] : []),
        { text: w.made(dayOf(kept.at)), style: 'small', margin: [0, 6, 0, 0] },
        ...kept.sections
          .filter(({ records }) => records.length > 0)
          .flatMap(({ title: named, records }): Content[] =>
            led(
              { text: named || w.others, style: 'section' },
              records.flatMap((one) => recordOf(one, kept, means, w)),
            ),
          ),
        ...badgesOf(kept, means.pictures, w),
        ...reviewsOf(kept.reviews, w),
        ...kept.maps.flatMap((map) => mapOf(map, w)),
      ],
    })
    .getBuffer()
}

const nothing: Content = { text: '', fontSize: 1, lineHeight: 1 }

const recordOf = (one: KeptRecord, kept: Kept, means: Means, w: ExportWords): Content[] =>
  led(
    {
      stack: [
        { text: [w.kinds[one.kind], periodOf(one)].filter(Boolean).join(' · '), style: 'small', margin: [0, 10, 0, 0] },
        { text: one.title || w.untitled, style: 'record', id: one.id },
      ],
      unbreakable: true,
    },
    [
      ...bodyOf(one.body, kept, means),
      ...(one.reflection.trim() ? [quote([{ text: promptOf(w, one.prompt), style: 'small' }, one.reflection.trim()])] : []),
      ...one.pieces.flatMap(({ file, isPicture, caption, about, body }) =>
        body
          ? // Its line at the side begins where its first words stand.
            led(nothing, [quote(led({ text: caption, bold: true }, bodyOf(body, kept, means)))], 80)
          : file && isPicture
            ? pictureOf(file, caption, means.pictures)
            : (caption || w.file) + (about ? ` (${about})` : ''),
      ),
      ...provenBy(one, kept, w),
      ...remarksOf(one, w),
    ],
  )

const remarkOf = ({ quote: of, settled, words }: KeptRemark, w: ExportWords): Content =>
  quote([
    ...(of ? [{ text: `«${of}»`, color: inks.quiet }] : []),
    ...words.map(({ by, text, at }): Content => ({
      text: [text, { text: `\n${w.verdict(by, dayOf(at))}`, style: 'small' }],
      margin: [0, 2, 0, 0],
    })),
    ...(settled ? [{ text: w.settled, style: 'small' }] : []),
  ])

const remarksOf = ({ remarks }: KeptRecord, w: ExportWords): Content[] =>
  remarks.length === 0
    ? []
    : led(
        { text: w.remarks, style: 'part' },
        remarks.map((one) => remarkOf(one, w)),
      )

const reviewsOf = (reviews: readonly KeptReview[], w: ExportWords): Content[] =>
  reviews.length === 0
    ? []
    : led(
        { text: w.reviews, style: 'section' },
        reviews.map(({ by, outcome, text, at, answer, records }) =>
          whole({
            stack: [
              { text: [{ text: w.outcomes[outcome], bold: true }, ` · ${w.verdict(by, dayOf(at))}`] },
              ...(records.length > 0 ? [{ text: w.of(records.map((title) => title || w.untitled).join('; ')), style: 'small' }] : []),
              ...(text ? [text] : []),
              ...(answer ? [quote([{ text: w.answer(dayOf(answer.at)), style: 'small' }, answer.text])] : []),
            ],
            margin: [0, 4, 0, 8],
          }),
        ),
      )

const provenBy = ({ evidence }: KeptRecord, kept: Kept, w: ExportWords): Content[] =>
  evidence.length === 0
    ? []
    : led(
        { text: w.evidence, style: 'part' },
        evidence.map((each) => whole(evidenceOf(each, kept, w))),
      )

const quote = (stack: Content[]): Content =>
  whole({
    table: { widths: ['*'], body: [[{ stack, margin: [8, 2, 0, 2] }]] },
    layout: { hLineWidth: () => 0, vLineWidth: (at: number) => (at === 0 ? 3 : 0), vLineColor: () => inks.accent },
    margin: [0, 6, 0, 6],
  })

const evidenceOf = ({ competency, person, level, why, state, verdicts, accepted }: KeptEvidence, kept: Kept, w: ExportWords): Content => ({
  table: {
    widths: ['*'],
    body: [
      [
        {
          stack: [
            { text: [{ text: competency, bold: true }, person === kept.owner ? '' : ` · ${person}`] },
            { text: [{ text: w.states[state], bold: true }, ` · ${w.claimed(level)}`], style: 'small' },
            ...(why ? [why] : []),
            ...verdicts.map(({ by, verdict, level: given, text, at }): Content => ({
              text: [
                { text: [w.states[verdict], given].filter(Boolean).join(': '), bold: true },
                ` · ${w.verdict(by, dayOf(at))}`,
                text ? `\n${text}` : '',
              ],
              margin: [0, 3, 0, 0],
            })),
            ...accepted.map((one): Content => ({
              text: [{ text: w.accepted(topicOf(one)), bold: true }, ` · ${w.verdict(`${one.by} (${one.school})`, dayOf(one.at))}`],
              margin: [0, 3, 0, 0],
            })),
          ],
          margin: [4, 3, 4, 3],
        },
      ],
    ],
  },
  layout: { hLineColor: () => inks.line, vLineColor: () => inks.line },
  margin: [0, 2, 0, 4],
})

/** Shown, or only claimed. Drawn, for no letter of the font is a circle. */
export const sign = (isShown: boolean): TableCell => ({
  canvas: [{ type: 'ellipse', x: 5, y: 7, r1: 4, r2: 4, lineColor: inks.accent, ...(isShown && { color: inks.accent }) }],
  alignment: 'center',
})

const mapOf = ({ framework, version, attribution, rollup, levels, rows }: KeptMap, w: ExportWords): Content[] =>
  led(
    {
      stack: [
        { text: `${w.map}: ${[framework, version].filter(Boolean).join(' ')}`, style: 'section' },
        { text: `${w.rollup[rollup]} ${attribution}`.trim(), style: 'small', margin: [0, 0, 0, 6] },
        ...(rows.some(({ earlier }) => earlier) ? [{ text: w.earlierWhy, style: 'small', margin: [0, 0, 0, 6] } as Content] : []),
      ],
    },
    mapTables({ levels, rows }, w, { wide: paperWidth, level: 64 }),
  )

/** What a line of the map says needs a column at least so wide. */
const saidWide = 150
const countWide = 48

/** Competencies × levels, area by area, each under the names of the levels; how wide the page and a level's column are, in points. */
export const mapTables = (
  { levels, rows }: Pick<KeptMap, 'levels' | 'rows'>,
  w: ExportWords,
  { wide, level: levelWide }: { readonly wide: number; readonly level: number },
): Content[] => {
  const width = Math.min(levelWide, (wide - countWide - saidWide) / Math.max(1, levels.length))
  const line = ({ title, level, claimed, evidence, earlier, records }: KeptMap['rows'][number]): TableCell[] => [
    {
      stack: [
        title,
        ...(earlier ? [{ text: w.earlier(earlier.version, earlier.level), fontSize: 8.5, color: inks.quiet }] : []),
        ...records.map((one): Content => ({
          text: one.title || w.untitled,
          linkToDestination: one.id,
          ...{ fontSize: 8, color: inks.accent, decoration: 'underline' },
        })),
      ],
    },
    ...levels.map((_, at) => (level !== null && at <= level ? sign(true) : claimed === at ? sign(false) : '')),
    { text: evidence ? String(evidence) : '', alignment: 'right' },
  ]
  const areas: { title: string; rows: KeptMap['rows'][number][] }[] = []
  for (const row of rows)
    if (row.isArea || areas.length === 0) areas.push({ title: row.isArea ? row.title : w.competency, rows: row.isArea ? [] : [row] })
    else areas.at(-1)?.rows.push(row)
  const head = (title: string): TableCell[] => [
    { text: title, bold: true, fillColor: inks.tint },
    ...[...levels.map((level, at) => `${at + 1}. ${level}`), w.count].map((text): TableCell => ({
      text,
      bold: true,
      fontSize: 7,
      fillColor: inks.tint,
    })),
  ]
  return areas.map(({ title, rows: inside }) =>
    whole({
      table: {
        headerRows: 1,
        // An area's name is not left alone at the foot of a page.
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: ['*', ...levels.map(() => width), countWide],
        body: [head(title), ...inside.map(line)],
      },
      layout: { hLineColor: () => inks.line, vLineColor: () => inks.line },
      margin: [0, 0, 0, 6],
    }),
  )
}

const badgesOf = ({ badges }: Kept, pictures: Pictures, w: ExportWords): Content[] =>
  badges.length === 0
    ? []
    : led(
        { text: w.badges, style: 'section' },
        badges.map(({ name, issuer, at, file }) => {
          const picture = pictures.get(file)
          const words = {
            stack: [
              { text: name, bold: true },
              { text: w.badge(issuer, dayOf(at)), style: 'small' },
            ],
          }
          return whole({
            columns: [picture ? { image: dataOf(picture), width: 72 } : { text: '', width: 72 }, words],
            columnGap: 12,
            margin: [0, 4, 0, 8],
          })
        }),
      )

const isDrawing = (file: string) => file.endsWith('.svg')
const isPng = (bytes: Buffer) => bytes[0] === 0x89 && bytes[1] === 0x50
const dataOf = (bytes: Buffer): string => `data:image/${isPng(bytes) ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`

/** A picture leaves room on its page for the words about it, in points. */
const fit: [number, number] = [483, 280]

/** With what is said of it. */
const pictureOf = (file: string, caption: string, pictures: Pictures): Content => {
  const bytes = pictures.get(file)
  const said: Content[] = caption ? [{ text: caption, style: 'small', margin: [0, 3, 0, 0] }] : []
  if (!bytes) return { stack: said }
  const shown: Content = isDrawing(file) ? { svg: bytes.toString('utf8'), fit } : { image: dataOf(bytes), fit }
  return { stack: [shown, ...said], unbreakable: true, margin: [0, 6, 0, 6] }
}

const runOf = ({ text, marks, href }: Run): Content => ({
  text,
  ...(marks.includes('bold') && { bold: true }),
  ...(marks.includes('strike') && { decoration: 'lineThrough' as const }),
  ...(marks.includes('code') && { background: inks.tint }),
  ...(href && !href.startsWith('/') && { link: href, color: inks.accent }),
})

const isRun = (part: Block | Run): part is Run => 'text' in part

/** Of a block that holds words: its runs, with breaks of lines. */
const runsOf = (content: Body): Content[] =>
  content.flatMap((part): Content[] => {
    if (isRun(part)) return [runOf(part)]
    if (part.name === 'hardBreak') return ['\n']
    if (part.name === 'formula') return [{ text: String(part.attributes['tex'] ?? ''), background: inks.tint }]
    return runsOf(part.content)
  })

const letterSize = 12
const paperWidth = 483

/** Drawn as it is set on the screen; what no one can set stands as it was written. */
const formulaOf = (tex: string, formulas: Formulas): Content => {
  const drawn = formulas.get(tex)
  if (!drawn) return { text: tex, background: inks.tint }
  const fit = Math.min(1, paperWidth / (drawn.w * letterSize))
  return { ...drawnOf(drawn), width: drawn.w * letterSize * fit, margin: [0, 4, 0, 8] }
}

/** Its letters are ours where it has none of its own: an emoji, say. */
const drawnOf = ({ svg, w, h }: Drawn) => ({
  svg: svg
    .replace(
      /^<svg[^>]*?(viewBox="[^"]*")[^>]*>/,
      `<svg xmlns="http://www.w3.org/2000/svg" width="${w * letterSize}" height="${h * letterSize}" $1>`,
    )
    .replaceAll('currentColor', inks.ink),
  font: 'Onest',
})

const bodyOf = (body: Body, kept: Kept, means: Means): Content[] => {
  const all = body.map((part): [Content, boolean] =>
    isRun(part) ? [runOf(part), false] : [blockOf(part, kept, means), part.name === 'heading'],
  )
  // From the last to the first: a heading takes what stands below it along, which may be a heading too.
  return all.reduceRight<Content[]>((below, [content, isHeading]) => (isHeading ? led(content, below) : [content, ...below]), [])
}

const blockOf = (block: Block, kept: Kept, means: Means): Content => {
  const { name, attributes, content } = block
  switch (name) {
    case 'heading':
      return { text: runsOf(content), style: 'part', fontSize: Number(attributes['level']) > 2 ? 10.5 : 12 }
    case 'bulletList':
      return { ul: content.map((item) => itemOf(item, kept, means)), margin: [0, 2, 0, 6] }
    case 'orderedList':
      return { ol: content.map((item) => itemOf(item, kept, means)), margin: [0, 2, 0, 6] }
    case 'blockquote':
      return quote(bodyOf(content, kept, means))
    case 'codeBlock':
      return { text: runsOf(content), background: inks.tint, fontSize: 9.5, preserveLeadingSpaces: true, margin: [0, 4, 0, 6] }
    case 'table':
      return tableOf(content, kept, means)
    case 'horizontalRule':
      return { canvas: [{ type: 'line', x1: 0, y1: 4, x2: 483, y2: 4, lineWidth: 0.5, lineColor: inks.line }] }
    case 'picture':
      return pictureOf(kept.pictures[String(attributes['fileId'] ?? '')] ?? '', String(attributes['caption'] ?? ''), means.pictures)
    case 'formula':
      return formulaOf(String(attributes['tex'] ?? ''), means.formulas)
    default:
      return { text: runsOf(content), margin: [0, 0, 0, 5] }
  }
}

const itemOf = (item: Block | Run, kept: Kept, means: Means): Content =>
  isRun(item) ? runOf(item) : { stack: bodyOf(item.content, kept, means) }

const isHeadRow = (row: readonly Block[]) => row.length > 0 && row.every(({ name }) => name === 'tableHeader')

/**
 * Rows may be of different lengths, as many hands made them: the short ones are filled up. Names of columns stand again at the head
 * of each page; a row that a page holds is not torn.
 */
const tableOf = (rows: Body, kept: Kept, means: Means): Content => {
  const cells = rows.filter((row): row is Block => !isRun(row)).map(({ content }) => content.filter((cell): cell is Block => !isRun(cell)))
  const spanned = spansIn(cells)
  const width = Math.max(1, ...spanned.map((row) => row.length))
  const cellOf = (cell: Block | null, colSpan: number, rowSpan: number): TableCell =>
    cell === null ? '' : { stack: bodyOf(cell.content, kept, means), bold: cell.name === 'tableHeader', colSpan, rowSpan }
  const body = spanned.map((row) => Array.from({ length: width }, (_, at) => cellOf(...(row[at] ?? ([null, 1, 1] as const)))))
  const first = cells.findIndex((row) => !isHeadRow(row))
  // Where every row is one, none is; and where cells reach over rows, no row is cut from another.
  const headerRows = first > 0 && !cells.flat().some(({ attributes }) => Number(attributes['rowspan']) > 1) ? first : 0
  const table = { headerRows, keepWithHeaderRows: headerRows > 0 ? 1 : 0, widths: Array.from({ length: width }, () => '*' as const) }
  return {
    table: { ...table, dontBreakRows: body.every((row) => isShortRow(row)), body: body.length > 0 ? body : [['']] },
    layout: { hLineColor: () => inks.line, vLineColor: () => inks.line },
    margin: [0, 4, 0, 8],
  }
}

type Spanned = readonly [cell: Block | null, columns: number, rows: number]

/** Each row with a place for every column; null: it belongs to a cell on its left or above. */
const spansIn = (rows: readonly (readonly Block[])[]): Spanned[][] => {
  const grid: Spanned[][] = rows.map(() => [])
  rows.forEach((row, down) => {
    let at = 0
    for (const cell of row) {
      while (grid[down]?.[at]) at += 1
      const columns = spanOf(cell, 'colspan', spanMax)
      const over = spanOf(cell, 'rowspan', rows.length - down)
      for (let y = 0; y < over; y++)
        for (let x = 0; x < columns; x++) {
          const place = grid[down + y]
          if (place) place[at + x] = x === 0 && y === 0 ? [cell, columns, over] : [null, 1, 1]
        }
      at += columns
    }
  })
  return grid
}

/** A joker's cell is as wide as the whole page at most. */
const spanMax = 20

const spanOf = ({ attributes }: Block, name: 'colspan' | 'rowspan', max: number): number => {
  const span = Number(attributes[name])
  return Number.isInteger(span) && span > 1 ? Math.max(1, Math.min(span, max)) : 1
}
