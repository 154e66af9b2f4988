import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import { plainOf } from './print.lines.ts'
import { a4, inks, mm } from './print.paper.ts'
import { column, rule, sheetOf, write, type Box, type Sheet } from './print.sheet.ts'
import { printWords, saidIn, type PrintWords } from './print.words.ts'

interface Placed {
  readonly number: number | string
  readonly title: string
  /** The stand's middle in metres from the hall's upper left corner; null: nobody has placed it. */
  readonly x: number | null
  readonly y: number | null
}

export interface Hall {
  readonly exhibition: Said
  /** In metres. */
  readonly hall: { readonly width: number; readonly height: number }
  readonly stands: readonly Placed[]
  readonly language: Language
}

const margin = 14 * mm
/** A wide hall lies, a deep one stands. */
const paperOf = ({ width, height }: Hall['hall']) =>
  width >= height ? { landscape: true, width: a4.height, height: a4.width } : { landscape: false, width: a4.width, height: a4.height }

/** The plan on the first page, the list of stands from the second: so that one can hang beside the other. */
export const hallPdf = ({ exhibition, hall, stands, language }: Hall): Promise<Buffer> => {
  const w = printWords[language]
  const paper = paperOf(hall)
  const name = plainOf(saidIn(exhibition, language))
  return sheetOf({ title: `${w.hall}: ${name}`, language, size: 'A4', landscape: paper.landscape }, async (sheet) => {
    const head = (words: string) => {
      column(sheet, { x: margin, y: 10 * mm, width: paper.width - 2 * margin - 45 * mm, height: 18 * mm }, [
        { words: w.hall, size: 18, weight: 'bold', leading: 1.15 },
        { words: name, size: 10.5, colour: inks.quiet, before: 2 },
      ])
      write(sheet, words, { x: paper.width - margin, y: 16 * mm, size: 10.5, colour: inks.quiet, align: 'right' })
    }
    head(w.metres(metres(hall.width, language), metres(hall.height, language)))
    plan(sheet, { x: margin, y: 31 * mm, width: paper.width - 2 * margin, height: paper.height - 31 * mm - 22 * mm }, hall, stands, w)
    if (stands.length === 0) write(sheet, w.none, { x: margin, y: paper.height - 9 * mm, size: 10.5 })
    await list(sheet, paper, stands, w, head)
  })
}

const metres = (value: number, language: Language): string => {
  const shown = String(Math.round(value * 10) / 10)
  return language === 'en' ? shown : shown.replace('.', ',')
}

const plan = (sheet: Sheet, box: Box, hall: Hall['hall'], stands: readonly Placed[], w: PrintWords): void => {
  const { doc } = sheet
  const scale = Math.min(box.width / hall.width, box.height / hall.height)
  const [width, height] = [hall.width * scale, hall.height * scale]
  const [left, top] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2]
  // A net of metres, or of as many as can be told apart.
  const mesh = [1, 2, 5, 10, 20, 50, 100].find((each) => each * scale >= 4 * mm) ?? 200
  doc.lineWidth(0.4)
  for (let at = mesh; at < hall.width; at += mesh)
    doc
      .moveTo(left + at * scale, top)
      .lineTo(left + at * scale, top + height)
      .stroke(inks.tint)
  for (let at = mesh; at < hall.height; at += mesh)
    doc
      .moveTo(left, top + at * scale)
      .lineTo(left + width, top + at * scale)
      .stroke(inks.tint)
  doc.rect(left, top, width, height).lineWidth(1.8).stroke(inks.ink)

  const placed = stands.flatMap(({ number, x, y }) =>
    x === null || y === null
      ? []
      : // What stands outside is drawn at the wall, for outside is no paper.
        [
          {
            number: plainOf(String(number)),
            x: left + Math.min(hall.width, Math.max(0, x)) * scale,
            y: top + Math.min(hall.height, Math.max(0, y)) * scale,
          },
        ],
  )
  const r = radiusOf(placed)
  for (const { number, x, y } of placed) {
    const look = { weight: 'bold', colour: inks.ink, align: 'center' } as const
    doc.roundedRect(x - r, y - r, 2 * r, 2 * r, r * 0.35).lineWidth(Math.min(1.2, r * 0.12))
    doc.fillAndStroke('#ffffff', inks.accent)
    const size = Math.min(r * 1.05, (r * 1.7) / Math.max(0.3, sheet.measure(look)(number)))
    write(sheet, number, { ...look, x, y: y + size * 0.35, size })
  }

  // How long a few metres are here.
  const bar = [1, 2, 5, 10, 20, 50, 100].find((each) => each * scale >= 20 * mm) ?? 100
  const y = box.y + box.height + 7 * mm
  rule(sheet, left, left + bar * scale, y, inks.ink, 1.2)
  for (const x of [left, left + bar * scale])
    doc
      .moveTo(x, y - 1.2 * mm)
      .lineTo(x, y + 1.2 * mm)
      .lineWidth(1.2)
      .stroke(inks.ink)
  write(sheet, w.metre(bar), { x: left + bar * scale + 2 * mm, y: y + 3, size: 9, colour: inks.quiet })
}

/** As large as may be with no two of them on each other: half the way between the nearest two. */
const radiusOf = (placed: readonly { x: number; y: number }[]): number => {
  let nearest = Infinity
  for (const [n, one] of placed.entries())
    for (const other of placed.slice(0, n)) {
      const apart = Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))
      // Two at one place lie on each other whatever we do.
      if (apart > 1 * mm) nearest = Math.min(nearest, apart)
    }
  return Math.min(8 * mm, Math.max(1.6 * mm, nearest * 0.46))
}

const list = async (
  sheet: Sheet,
  paper: ReturnType<typeof paperOf>,
  stands: readonly Placed[],
  w: PrintWords,
  head: (words: string) => void,
): Promise<void> => {
  const columns = paper.landscape ? 3 : 2
  const [top, step, gap] = [33 * mm, 8.6 * mm, 8 * mm]
  const rowsMost = Math.floor((paper.height - top - 12 * mm) / step)
  // Few are spread over the page's width, so that one looks for them in short columns.
  const rows = Math.min(rowsMost, Math.max(8, Math.ceil(stands.length / columns)))
  const wide = (paper.width - 2 * margin - gap * (columns - 1)) / columns
  const pages = Math.ceil(stands.length / (rows * columns))
  for (const [n, { number, title, x, y }] of stands.entries()) {
    const at = n % (rows * columns)
    if (at === 0) {
      await sheet.turn()
      head(pages > 1 ? w.page(n / (rows * columns) + 1, pages) : w.seen(stands.length))
    }
    const box = { x: margin + Math.floor(at / rows) * (wide + gap), y: top + (at % rows) * step }
    const look = { weight: 'bold', colour: inks.accent } as const
    const shown = plainOf(String(number))
    const size = Math.min(11.5, (12 * mm) / Math.max(0.3, sheet.measure(look)(shown)))
    write(sheet, shown, { ...look, x: box.x, y: box.y + step / 2 + size * 0.35, size })
    column(
      sheet,
      { x: box.x + 14 * mm, y: box.y + step * 0.05, width: wide - 14 * mm, height: step * 0.9 },
      [
        { words: plainOf(title), size: 10.5, leading: 1.15 },
        { words: x === null || y === null ? w.unplaced : '', size: 8, colour: inks.quiet, leading: 1.15 },
      ],
      'middle',
    )
    rule(sheet, box.x, box.x + wide, box.y + step, inks.line, 0.4)
  }
}
