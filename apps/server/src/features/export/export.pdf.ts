import type { Block, Body, Run } from '@sheber/document/body'
import type { Content, TableCell } from 'pdfmake'
import { inks } from '../print/print.paper.ts'
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
        ...(kept.face ? pictureOf(kept.face.file, '', means.pictures) : []),
        { text: title, style: 'title' },
        ...(kept.title ? [{ text: w.title(kept.owner), margin: [0, 4, 0, 0] } as Content] : []),
        ...(kept.authors.length > 1 ? [`${w.authors}: ${kept.authors.join(', ')}`] : []),
        ...(kept.about ? [{ text: kept.about, margin: [0, 8, 0, 0] } as Content] : []),
        { text: w.made(dayOf(kept.at)), style: 'small', margin: [0, 6, 0, 0] },
        ...kept.sections
          .filter(({ records }) => records.length > 0)
          .flatMap(({ title: named, records }): Content[] => [
            { text: named || w.others, style: 'section' },
            ...records.flatMap((one) => recordOf(one, kept, means, w)),
          ]),
        ...reviewsOf(kept.reviews, w),
        ...kept.maps.flatMap((map) => mapOf(map, w)),
        ...badgesOf(kept, means.pictures, w),
      ],
    })
    .getBuffer()
}

const recordOf = (one: KeptRecord, kept: Kept, means: Means, w: ExportWords): Content[] => [
  {
    // A title is not left alone at the foot of a page.
    stack: [
      { text: [w.kinds[one.kind], periodOf(one)].filter(Boolean).join(' · '), style: 'small', margin: [0, 10, 0, 0] },
      { text: one.title || w.untitled, style: 'record', id: one.id },
    ],
    unbreakable: true,
  },
  ...bodyOf(one.body, kept, means),
  ...(one.reflection.trim() ? [quote([{ text: promptOf(w, one.prompt), style: 'small' }, one.reflection.trim()])] : []),
  ...one.pieces.flatMap(({ file, isPicture, caption, about }): Content[] =>
    file && isPicture ? pictureOf(file, caption, means.pictures) : [(caption || w.file) + (about ? ` (${about})` : '')],
  ),
  ...provenBy(one, kept, w),
  ...remarksOf(one, w),
]

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
  remarks.length === 0 ? [] : [{ text: w.remarks, style: 'part' }, ...remarks.map((one) => remarkOf(one, w))]

const reviewsOf = (reviews: readonly KeptReview[], w: ExportWords): Content[] =>
  reviews.length === 0
    ? []
    : [
        { text: w.reviews, style: 'section' },
        ...reviews.map(({ by, outcome, text, at, answer, records }): Content => ({
          stack: [
            { text: [{ text: w.outcomes[outcome], bold: true }, ` · ${w.verdict(by, dayOf(at))}`] },
            ...(records.length > 0 ? [{ text: w.of(records.map((title) => title || w.untitled).join('; ')), style: 'small' }] : []),
            ...(text ? [text] : []),
            ...(answer ? [quote([{ text: w.answer(dayOf(answer.at)), style: 'small' }, answer.text])] : []),
          ],
          margin: [0, 4, 0, 8],
        })),
      ]

/** The first stays with the words above it. */
const provenBy = ({ evidence }: KeptRecord, kept: Kept, w: ExportWords): Content[] => {
  const [first, ...others] = evidence.map((each) => evidenceOf(each, kept, w))
  return first ? [{ stack: [{ text: w.evidence, style: 'part' }, first], unbreakable: true }, ...others] : []
}

const quote = (stack: Content[]): Content => ({
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
    dontBreakRows: true,
  },
  layout: { hLineColor: () => inks.line, vLineColor: () => inks.line },
  margin: [0, 2, 0, 4],
})

/** Shown, or only claimed. Drawn, for no letter of the font is a circle. */
export const sign = (isShown: boolean): TableCell => ({
  canvas: [{ type: 'ellipse', x: 5, y: 7, r1: 4, r2: 4, lineColor: inks.accent, ...(isShown && { color: inks.accent }) }],
  alignment: 'center',
})

const mapOf = ({ framework, version, attribution, rollup, levels, rows }: KeptMap, w: ExportWords): Content[] => {
  const [first, ...rest] = mapTables({ levels, rows }, w, 64)
  // Its name is not left alone at the foot of a page, and takes no page of its own either.
  const head: Content[] = [
    { text: `${w.map}: ${[framework, version].filter(Boolean).join(' ')}`, style: 'section' },
    { text: `${w.rollup[rollup]} ${attribution}`.trim(), style: 'small', margin: [0, 0, 0, 6] },
    ...(rows.some(({ earlier }) => earlier) ? [{ text: w.earlierWhy, style: 'small', margin: [0, 0, 0, 6] } as Content] : []),
  ]
  const second = rows.findIndex(({ isArea }, at) => isArea && at > 0)
  const isShort = (second === -1 ? rows.length : second) <= rowsTogether + 1
  return [{ stack: [...head, ...(first ? [first] : [])], unbreakable: isShort }, ...rest]
}

/** Competencies of one area that stand on one page together. */
const rowsTogether = 8

/** Competencies × levels, area by area, each under the names of the levels; `width`: of a level's column, in points. */
export const mapTables = ({ levels, rows }: Pick<KeptMap, 'levels' | 'rows'>, w: ExportWords, width: number): Content[] => {
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
  return areas.map(({ title, rows: inside }): Content => ({
    unbreakable: inside.length <= rowsTogether,
    table: {
      headerRows: 1,
      // An area's name is not left alone at the foot of a page.
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: ['*', ...levels.map(() => width), 48],
      body: [head(title), ...inside.map(line)],
    },
    layout: { hLineColor: () => inks.line, vLineColor: () => inks.line },
    margin: [0, 0, 0, 6],
  }))
}

const badgesOf = ({ badges }: Kept, pictures: Pictures, w: ExportWords): Content[] =>
  badges.length === 0
    ? []
    : [
        { text: w.badges, style: 'section' },
        ...badges.map(({ name, issuer, at, file }): Content => {
          const picture = pictures.get(file)
          const words = {
            stack: [
              { text: name, bold: true },
              { text: w.badge(issuer, dayOf(at)), style: 'small' },
            ],
          }
          return {
            columns: [picture ? { image: dataOf(picture), width: 72 } : { text: '', width: 72 }, words],
            columnGap: 12,
            margin: [0, 4, 0, 8],
          }
        }),
      ]

const isDrawing = (file: string) => file.endsWith('.svg')
const isPng = (bytes: Buffer) => bytes[0] === 0x89 && bytes[1] === 0x50
const dataOf = (bytes: Buffer): string => `data:image/${isPng(bytes) ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`

const pictureOf = (file: string, caption: string, pictures: Pictures): Content[] => {
  const bytes = pictures.get(file)
  const said: Content[] = caption ? [{ text: caption, style: 'small' }] : []
  const shown: Content =
    bytes && isDrawing(file) ? { svg: bytes.toString('utf8'), fit: [483, 320] } : bytes ? { image: dataOf(bytes), fit: [483, 320] } : ''
  return bytes ? [{ stack: [shown, ...said], unbreakable: true, margin: [0, 6, 0, 6] }] : said
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

const bodyOf = (body: Body, kept: Kept, means: Means): Content[] =>
  body.map((part) => (isRun(part) ? runOf(part) : blockOf(part, kept, means)))

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
      return {
        stack: pictureOf(kept.pictures[String(attributes['fileId'] ?? '')] ?? '', String(attributes['caption'] ?? ''), means.pictures),
      }
    case 'formula':
      return formulaOf(String(attributes['tex'] ?? ''), means.formulas)
    default:
      return { text: runsOf(content), margin: [0, 0, 0, 5] }
  }
}

const itemOf = (item: Block | Run, kept: Kept, means: Means): Content =>
  isRun(item) ? runOf(item) : { stack: bodyOf(item.content, kept, means) }

/** Rows may be of different lengths, as many hands made them: the short ones are filled up. */
const tableOf = (rows: Body, kept: Kept, means: Means): Content => {
  const cells = rows.filter((row): row is Block => !isRun(row)).map(({ content }) => content.filter((cell): cell is Block => !isRun(cell)))
  const width = Math.max(1, ...cells.map((row) => row.length))
  const cellOf = (cell: Block): TableCell => ({ stack: bodyOf(cell.content, kept, means), bold: cell.name === 'tableHeader' })
  return {
    table: {
      widths: Array.from({ length: width }, () => '*'),
      body:
        cells.length > 0
          ? cells.map((row) => [...row.map(cellOf), ...Array.from({ length: width - row.length }, (): TableCell => '')])
          : [['']],
    },
    layout: { hLineColor: () => inks.line, vLineColor: () => inks.line },
    margin: [0, 4, 0, 8],
  }
}
