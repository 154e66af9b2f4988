import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import { plainOf } from './print.lines.ts'
import { a4, inks, mm } from './print.paper.ts'
import { code, column, rule, sheetOf, write, type Sheet } from './print.sheet.ts'
import { printWords, saidIn } from './print.words.ts'

interface Stop {
  readonly number: number | string
  readonly title: string
  readonly nomination: Said | string
}

export interface Route {
  readonly exhibition: Said
  readonly judge: string
  /** Of the page on which this judge scores. */
  readonly address: string
  readonly stands: readonly Stop[]
  readonly language: Language
}

const margin = 16 * mm
const width = a4.width - 2 * margin
const [top, bottom] = [58 * mm, a4.height - 14 * mm]
/** A line that a pencil hits and an eye reads; less than that begins a second page. */
const [lineMost, lineLeast] = [15 * mm, 7.4 * mm]
const perColumn = Math.floor((bottom - top) / lineLeast)

/** A judge's stands in their order with a box each, on one page up to sixty-two of them. */
export const routePdf = ({ exhibition, judge, address, stands, language }: Route): Promise<Buffer> => {
  const w = printWords[language]
  return sheetOf({ title: w.route(judge), language, size: 'A4' }, async (sheet) => {
    const pages = Math.max(1, Math.ceil(stands.length / (2 * perColumn)))
    for (let page = 0; page < pages; page++) {
      if (page > 0) await sheet.turn()
      head(sheet, { exhibition, judge, address, stands, language })
      const here = stands.slice(page * 2 * perColumn, (page + 1) * 2 * perColumn)
      const columns = here.length > perColumn ? 2 : 1
      const rows = Math.ceil(here.length / columns)
      const step = Math.min(lineMost, (bottom - top) / Math.max(1, rows))
      const gap = 8 * mm
      const wide = (width - gap * (columns - 1)) / columns
      for (const [n, stop] of here.entries())
        line(
          sheet,
          { x: margin + Math.floor(n / rows) * (wide + gap), y: top + (n % rows) * step, width: wide, height: step },
          stop,
          language,
        )
      if (pages > 1)
        write(sheet, w.page(page + 1, pages), {
          x: a4.width - margin,
          y: a4.height - 7 * mm,
          size: 8.5,
          colour: inks.quiet,
          align: 'right',
        })
      // What room is left is for a pencil.
      const left = top + rows * step + 12 * mm
      if (here.length > 0 && columns === 1 && bottom - left > 25 * mm) notes(sheet, left, w.notes)
    }
  })
}

const head = (sheet: Sheet, { exhibition, judge, address, stands, language }: Route): void => {
  const w = printWords[language]
  const square = 30 * mm
  column(sheet, { x: margin, y: 13 * mm, width: width - square - 8 * mm, height: 34 * mm }, [
    { words: plainOf(saidIn(exhibition, language)), size: 11, colour: inks.quiet },
    { words: plainOf(w.route(judge)), size: 22, weight: 'bold', leading: 1.15, before: 4 },
    { words: stands.length > 0 ? `${w.seen(stands.length)}. ${w.routeHint}` : w.none, size: 10.5, before: 6 },
  ])
  code(sheet, address, { x: margin + width - square, y: 13 * mm, size: square })
  column(sheet, { x: margin + width - square - 8 * mm, y: 13 * mm + square + 2 * mm, width: square + 8 * mm, height: 6 * mm }, [
    { words: w.routeCode, size: 8, colour: inks.quiet, align: 'right' },
  ])
  rule(sheet, margin, margin + width, top - 3 * mm, inks.ink, 1)
}

const line = (sheet: Sheet, box: { x: number; y: number; width: number; height: number }, stop: Stop, language: Language): void => {
  const { doc } = sheet
  const middle = box.y + box.height / 2
  const side = Math.min(6 * mm, box.height * 0.62)
  doc
    .roundedRect(box.x, middle - side / 2, side, side, 1 * mm)
    .lineWidth(1)
    .stroke(inks.ink)
  const numberAt = box.x + 10 * mm
  const look = { weight: 'bold', colour: inks.accent } as const
  const number = plainOf(String(stop.number))
  const size = Math.min(16, box.height * 0.5, (12 * mm) / Math.max(0.3, sheet.measure(look)(number)))
  write(sheet, number, { ...look, x: numberAt, y: middle + size * 0.35, size })
  const textAt = numberAt + 14 * mm
  column(
    sheet,
    { x: textAt, y: box.y + box.height * 0.06, width: box.x + box.width - textAt, height: box.height * 0.88 },
    [
      { words: plainOf(stop.title), size: 12, weight: 'label', leading: 1.15 },
      { words: plainOf(saidIn(stop.nomination, language)), size: 9, colour: inks.quiet, leading: 1.2 },
    ],
    'middle',
  )
  rule(sheet, box.x, box.x + box.width, box.y + box.height, inks.line, 0.5)
}

const notes = (sheet: Sheet, from: number, words: string): void => {
  write(sheet, words, { x: margin, y: from, size: 10.5, weight: 'label', colour: inks.quiet })
  for (let y = from + 9 * mm; y <= bottom; y += 9 * mm) rule(sheet, margin, margin + width, y, inks.line, 0.5)
}
