import { noteSize, textMax, type NewThing } from '@sheber/document/thing'
import { readCells } from '#lib/csv.ts'
import type { Hand } from './file.ts'

/** A table from outside, a note to each cell. */
export const cellsMax = 500
const gap = 20

/** Words cut by tabs alike in every row were cells; code that is indented was not. */
export const areCells = (text: string): boolean => {
  if (!text.includes('\t')) return false
  const rows = readCells(text, '\t')
  const wide = rows[0]?.length ?? 0
  return wide > 1 && rows.every((row) => row.length === wide) && rows.some(([first]) => first)
}

export interface Grid {
  readonly things: readonly NewThing[]
  /** Cells that found no room. */
  readonly over: number
}

/** Empty cells keep their place and become nothing. */
export const notesOfCells = (rows: readonly (readonly string[])[], { me, newId, now }: Hand): Grid => {
  const stride = noteSize + gap
  const full = rows.flatMap((row, y) => row.flatMap((text, x) => (text ? [{ text, x, y }] : [])))
  const things = full.slice(0, cellsMax).map(({ text, x, y }): NewThing => ({
    kind: 'note',
    id: newId(),
    g: [x * stride, y * stride, noteSize, noteSize],
    text: text.slice(0, textMax.note),
    // What stands on top of a table says what is below it.
    fill: y === 0 && rows.length > 1 ? 'blue' : 'yellow',
    by: me,
    at: now(),
  }))
  return { things, over: full.length - things.length }
}
