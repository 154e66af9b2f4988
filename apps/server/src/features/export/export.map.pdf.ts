import type { Language } from '@sheber/contract/words'
import type { Content, TableCell } from 'pdfmake'
import { inks } from '../print/print.paper.ts'
import type { KeptMap } from './export.kept.ts'
import { openMaker } from './export.maker.ts'
import { mapTables, sign } from './export.pdf.ts'
import { dayOf, exportWords, type ExportWords } from './export.words.ts'

/** What stands at the head of every map on paper. */
export interface Head extends Pick<KeptMap, 'framework' | 'version' | 'attribution' | 'rollup' | 'levels'> {
  readonly language: Language
  /** Whose map it is, in words. */
  readonly title: string
  /** As of which it is; null: of today. */
  readonly day: string | null
  /** When it was made. */
  readonly at: string
}

/** One person's map. */
export interface MapPaper extends Head, Pick<KeptMap, 'rows'> {
  readonly sum: { readonly confirmed: number; readonly begun: number; readonly empty: number }
}

/** Of one person in one competency, counted from one; 0: none. */
export interface CrowdPaperCell {
  readonly shown: number
  /** Only where it is higher. */
  readonly claimed: number
  /** In a former version, and not counted here. */
  readonly earlier: number
}

/** People × competencies. */
export interface CrowdPaper extends Head {
  readonly columns: readonly { readonly id: string; readonly code: string; readonly title: string; readonly area: string }[]
  readonly people: readonly { readonly name: string; readonly cells: ReadonlyMap<string, CrowdPaperCell> }[]
}

type Columns = Extract<Content, { columns: unknown }>['columns']

/** More columns than a page is wide stand in tables below one another. */
const columnsMax = 20

const headOf = ({ title, framework, version, attribution, rollup, day }: Head, w: ExportWords): Content[] => [
  { text: title, fontSize: 18, bold: true, lineHeight: 1.1 },
  { text: [framework, version && w.version(version)].filter(Boolean).join(', '), bold: true, margin: [0, 3, 0, 0] },
  ...(day === null ? [] : [{ text: w.asOf(dayOf(day)), bold: true, color: inks.lamp } as Content]),
  { text: [w.rollup[rollup], attribution].filter(Boolean).join(' '), style: 'small' },
]

const lines = { hLineColor: () => inks.line, vLineColor: () => inks.line, hLineWidth: () => 0.5, vLineWidth: () => 0.5 }

const paper = ({ language, title, at }: Head, content: Content[]): Promise<Buffer> => {
  const w = exportWords[language]
  return openMaker()
    .createPdf({
      pageSize: 'A4',
      pageOrientation: 'landscape',
      pageMargins: [34, 34, 34, 44],
      info: { title, creator: 'Sheber' },
      language,
      defaultStyle: { font: 'Onest', fontSize: 9.5, lineHeight: 1.2, color: inks.ink },
      styles: { small: { fontSize: 8.5, color: inks.quiet } },
      footer: (page: number, pages: number) => ({
        columns: [
          { text: `${title} · ${w.made(dayOf(at))}`, style: 'small' },
          { text: w.page(page, pages), style: 'small', alignment: 'right', width: 90 },
        ],
        margin: [34, 14, 34, 0],
      }),
      content,
    })
    .getBuffer()
}

/** A4 across: competencies × levels, with the signs explained. */
export const mapPaper = (map: MapPaper): Promise<Buffer> => {
  const w = exportWords[map.language]
  const { confirmed, begun, empty } = map.sum
  const explained = (isShown: boolean, words: string): Columns => [
    { stack: [sign(isShown) as Content], width: 12 },
    { text: words, style: 'small', width: 'auto', margin: [0, 2, 12, 0] },
  ]
  return paper(map, [
    ...headOf(map, w),
    { text: w.sum(confirmed, begun, empty), margin: [0, 2, 0, 0] },
    ...(map.rows.some(({ earlier }) => earlier) ? [{ text: w.earlierWhy, style: 'small' } as Content] : []),
    {
      columns: [...explained(true, w.shownSign), ...explained(false, w.claimedSign)],
      columnGap: 4,
      margin: [0, 3, 0, 6],
    },
    ...mapTables(map, w, { wide: 773, level: 84 }),
  ])
}

const said = ({ shown, claimed, earlier }: CrowdPaperCell): TableCell => ({
  text: [
    { text: shown > 0 ? String(shown) : '', bold: true },
    earlier > 0 ? `[${earlier}]` : '',
    claimed > 0 ? { text: `${shown > 0 || earlier > 0 ? ' ' : ''}(${claimed})`, color: inks.quiet } : '',
  ],
  alignment: 'center',
  ...(shown > 0 && { fillColor: inks.tint }),
})

/** A4 across: people × competencies by their codes, and what the codes stand for. */
export const crowdPaper = (map: CrowdPaper): Promise<Buffer> => {
  const w = exportWords[map.language]
  const tables = Array.from({ length: Math.ceil(map.columns.length / columnsMax) }, (_, at) => {
    const columns = map.columns.slice(at * columnsMax, (at + 1) * columnsMax)
    const have = columns.map(({ id }) => map.people.filter(({ cells }) => (cells.get(id)?.shown ?? 0) > 0).length)
    return {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [112, ...columns.map(() => '*')],
        body: [
          [w.person, ...columns.map(({ code }) => code)].map((text, n): TableCell => ({
            ...{ text, bold: true, fontSize: 7.5 },
            ...(n > 0 && { alignment: 'center' as const }),
          })),
          ...map.people.map(({ name, cells }): TableCell[] => [
            name,
            ...columns.map(({ id }): TableCell => {
              const cell = cells.get(id)
              return cell ? said(cell) : ''
            }),
          ]),
          [{ text: w.have, style: 'small' }, ...have.map((n): TableCell => ({ text: String(n), alignment: 'center', color: inks.quiet }))],
        ],
      },
      layout: { ...lines, paddingLeft: () => 3, paddingRight: () => 3 },
      margin: [0, 0, 0, 10],
    } as Content
  })
  const areas = [...Map.groupBy(map.columns, ({ area }) => area)]
  const listed = areas.map(([area, inside]): Content => ({
    stack: [
      ...(area ? [{ text: area, bold: true, margin: [0, 4, 0, 0] } as Content] : []),
      ...inside.map(({ code, title }): Content => ({ text: code === '' ? title : `${code}  ${title}`, fontSize: 8.5 })),
    ],
    unbreakable: inside.length < 15,
  }))
  const half = Math.ceil(listed.length / 2)
  return paper(map, [
    ...headOf(map, w),
    { text: w.crowdWhy, style: 'small', margin: [0, 2, 0, 6] },
    ...(map.people.length === 0 ? [w.nobody] : tables),
    { text: map.levels.map((level, at) => `${at + 1}. ${level}`).join('   '), style: 'small', margin: [0, 0, 0, 2] },
    { columns: [{ stack: listed.slice(0, half) }, { stack: listed.slice(half) }], columnGap: 20 },
  ])
}
