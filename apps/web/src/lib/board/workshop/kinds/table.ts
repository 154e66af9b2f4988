import { cellOf } from '@sheber/document/grid'
import type { ThingOf } from '@sheber/document/thing'
import type { Item, Kind } from '../../core/kind.ts'
import { readablePx } from '../../core/kinds/words.ts'
import { breakLines, lineHeight, type Measure } from '../../core/lines.ts'
import { inkOf } from '../../core/look.ts'

type Table = ThingOf<'table'>

export const cellPad = 8
const titleHigh = 24

interface Cell {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly row: string
  readonly column: string
  readonly lines: readonly string[]
}

/** Where every cell stands within the table, its words broken; a row is as high as its fullest cell. */
export const cellsOf = (item: Item<Table>, measure: Measure): readonly Cell[] => {
  const made = item.made as readonly Cell[] | null
  if (made) return made
  const { rows, columns, cells, size } = item.thing
  const laid: Cell[] = []
  let y = 0
  for (const row of rows) {
    const words = columns.map((column) => breakLines(cells[cellOf(row.id, column.id)] ?? '', (column.size - 2 * cellPad) / size, measure))
    const lines = Math.max(1, ...words.map((broken) => broken.length))
    const h = Math.max(row.size, lines * size * lineHeight + cellPad)
    let x = 0
    for (const [i, column] of columns.entries()) {
      laid.push({ x, y, w: column.size, h, row: row.id, column: column.id, lines: words[i] ?? [] })
      x += column.size
    }
    y += h
  }
  item.made = laid
  return laid
}

export const table: Kind<Table> = {
  resize: 'none',
  least: 24,
  bleed: ({ thing }) => (thing.text ? titleHigh : 1),
  layout: ({ thing }, measure) => ({
    size: thing.size,
    lines: thing.text ? breakLines(thing.text, Infinity, measure).slice(0, 1) : [],
    cut: false,
  }),
  settle: (item, { measure }) => {
    item.made = null
    const last = cellsOf(item, measure).at(-1)
    item.w = last ? last.x + last.w : 120
    item.h = last ? last.y + last.h : 40
  },
  paint: (item, pen) => {
    const { surface, look, zoom } = pen
    const { x, y, w, h, thing } = item
    const { size } = thing
    const cells = cellsOf(item, pen.around.measure)
    const ink = inkOf(look, thing.ink)
    surface.rect(x, y, w, h, look.surface)
    const first = cells[0]
    if (first) surface.rect(x, y, w, first.h, look.tints.grey)
    for (const cell of cells) {
      const line = { colour: look.edge, width: 1 }
      surface.box(x + cell.x, y + cell.y, cell.w, cell.h, line)
      if (size * zoom < readablePx) continue
      const top = y + cell.y + (cell.h - cell.lines.length * size * lineHeight) / 2
      for (const [i, words] of cell.lines.entries()) {
        if (!words) continue
        const base = top + i * size * lineHeight + size * look.baseline
        surface.text(words, x + cell.x + cellPad, base, {
          size,
          colour: ink,
          ...(cell.y === 0 && { bold: true, most: cell.w - 2 * cellPad }),
        })
      }
    }
    surface.box(x, y, w, h, { colour: look.quiet, width: 1 })
    const [title] = pen.layoutOf(item).lines
    if (title && size * zoom >= readablePx) surface.text(title, x, y - 8, { size, colour: look.inks.ink, bold: true, most: w })
  },
  // Its cells are written in, in fields of their own.
  writing: ({ x, y, w, h, thing }, look) => ({
    x,
    y,
    w,
    h,
    size: thing.size,
    align: 'left',
    centred: false,
    colour: look.inks.ink,
    behind: look.surface,
  }),
}
