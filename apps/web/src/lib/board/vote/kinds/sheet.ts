import type { PaintName } from '@sheber/document/colour'
import type { Pen } from '../../core/kind.ts'
import { readablePx } from '../../core/kinds/words.ts'
import { breakLines, lineHeight, type Measure } from '../../core/lines.ts'
import { pathOf, type Path } from '../../core/surface.ts'

/** What a poll and a round of votes have in common: a sheet with a title, and rows with bars and counts. */

export const pad = 16
export const titleSize = 20
export const rowSize = 16
/** A finger hits a row. */
export const rowLeast = 44
const gap = 6
export const footHigh = 30

export interface Row {
  readonly id: string
  readonly y: number
  readonly h: number
  readonly lines: readonly string[]
  readonly outline: Path
}

export interface Sheet {
  readonly title: readonly string[]
  readonly rows: readonly Row[]
  /** Where the rows begin, and where the foot does. */
  readonly top: number
  readonly foot: number
}

export const rounded = (w: number, h: number, r: number): Path => {
  const a = `A${r} ${r} 0 0 1 `
  return pathOf(`M${r} 0H${w - r}${a}${w} ${r}V${h - r}${a}${w - r} ${h}H${r}${a}0 ${h - r}V${r}${a}${r} 0Z`)
}

const mark = 36
export const countWide = 44
/** Where the words of a row with a mark begin. */
export const markInset = 40

export const sheetOf = (
  w: number,
  title: string,
  rows: readonly { readonly id: string; readonly words: string }[],
  marked: boolean,
  measure: Measure,
): Sheet => {
  const wide = w - 2 * pad
  const lines = title ? breakLines(title, wide / (titleSize * 1.05), measure) : ['']
  const top = pad + lines.length * titleSize * lineHeight + 10
  let y = top
  const laid = rows.map(({ id, words }): Row => {
    const broken = breakLines(words, (wide - (marked ? mark : 12) - countWide) / rowSize, measure)
    const h = Math.max(rowLeast, broken.length * rowSize * lineHeight + 16)
    const row = { id, y, h, lines: broken, outline: rounded(wide, h, 8) }
    y += h + gap
    return row
  })
  return { title: lines, rows: laid, top, foot: y }
}

export const paintGround = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }, { surface, look, zoom }: Pen) => {
  const outline = rounded(w, h, 12)
  surface.at(x, y, () => {
    surface.fill(outline, look.surface)
    surface.stroke(outline, { colour: look.edge, width: Math.max(1, Math.min(2, 1 / zoom)) })
  })
}

export const paintTitle = ({ x, y, w }: { x: number; y: number; w: number }, sheet: Sheet, { surface, look, zoom }: Pen) => {
  let base = y + pad + titleSize * look.baseline
  for (const line of sheet.title) {
    if (titleSize * zoom < readablePx) surface.rect(x + pad, base - 12, Math.min(w - 2 * pad, line.length * titleSize * 0.5), 9, look.quiet)
    else if (line) surface.text(line, x + pad, base, { size: titleSize, colour: look.inks.ink, bold: true, most: w - 2 * pad })
    base += titleSize * lineHeight
  }
}

export interface Fall {
  /** Null: how the votes fall is not seen. */
  readonly count: number | null
  /** 0–1 of the bar. */
  readonly part: number
  readonly colour: PaintName
}

/** One row: its bar, its words, its count. */
export const paintRow = (x: number, y: number, w: number, row: Row, { count, part, colour }: Fall, inset: number, pen: Pen) => {
  const { surface, look, zoom } = pen
  surface.at(x, y, () => {
    surface.fill(row.outline, look.paper)
    if (count !== null && part > 0) surface.fill(rounded(Math.max(16, w * part), row.h, 8), look.tints[colour])
    surface.stroke(row.outline, { colour: look.edge, width: 1 })
  })
  if (rowSize * zoom < readablePx) return
  let base = y + (row.h - row.lines.length * rowSize * lineHeight) / 2 + rowSize * look.baseline
  for (const line of row.lines) {
    if (line) surface.text(line, x + inset, base, { size: rowSize, colour: look.inks.ink, most: w - inset - countWide })
    base += rowSize * lineHeight
  }
  if (count === null) return
  const letters = { size: rowSize, colour: look.inks.ink, bold: true, align: 'right' } as const
  surface.text(String(count), x + w - 12, y + row.h / 2 - (rowSize * lineHeight) / 2 + rowSize * look.baseline, letters)
}

const head = pathOf('M8 1a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7ZM1.5 16c0-4 2.900-6 6.5-6s6.5 2 6.5 6Z')
const lock = pathOf('M4 8V5.500a4 4 0 0 1 8 0V8h1.500v8h-11V8Zm2 0h4V5.500a2 2 0 0 0-4 0Z')

/** How many have voted, and whether it is closed. */
export const paintFoot = (x: number, y: number, w: number, persons: number, closed: boolean, { surface, look, zoom }: Pen) => {
  if (13 * zoom < readablePx) return
  surface.at(x, y, () => surface.fill(head, look.quiet))
  surface.text(String(persons), x + 22, y + 13, { size: 14, colour: look.quiet, bold: true })
  if (closed) surface.at(x + w - 16, y, () => surface.fill(lock, look.quiet))
}
