import * as Y from 'yjs'
import { addThings, type Board } from './board.ts'
import { cellOf, cellTextMax, columnsMax, readColumns, readRows, rowsMax, trackMax, trackMin, type Track } from './grid.ts'
import { asFields, asNumber, asWords } from './kit.ts'
import { keyBetween } from './order.ts'
import { changeText, fittingChange, textChange, type TextChange } from './text.ts'
import type { NewThing } from './thing.ts'

/** What is done to a table. Ids of rows and columns are the caller's, as all ids are. */

type Side = 'rows' | 'columns'

const sides = { rows: { read: readRows, most: rowsMax }, columns: { read: readColumns, most: columnsMax } }
const otherSide = { rows: 'columns', columns: 'rows' } as const

const mapOf = (board: Board, id: string, name: Side | 'cells'): Y.Map<unknown> | null => {
  const fields = asFields(board.el.get(id))
  return fields?.get('t') === 'table' ? asFields(fields.get(name)) : null
}

export type NewTable = Omit<Extract<NewThing, { kind: 'table' }>, 'kind' | 'rows' | 'columns' | 'cells' | 'g'> & {
  readonly x: number
  readonly y: number
  /** Ids, in order. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly width?: number
  readonly height?: number
  /** What stands in the cells, row by row. */
  readonly words?: readonly (readonly string[])[]
}

const tracks = (ids: readonly string[], size: number): Track[] => {
  let key: string | null = null
  return ids.map((id) => ({ id, key: (key = keyBetween(key, null)), size }))
}

export const addTable = (board: Board, { x, y, rows, columns, width = 140, height = 36, words = [], ...thing }: NewTable) => {
  const cells = rows.flatMap((row, i) => columns.map((column, j) => [cellOf(row, column), words[i]?.[j] ?? ''] as const))
  const g = [x, y, width * columns.length, height * rows.length] as const
  const inside = { rows: tracks(rows, height), columns: tracks(columns, width), cells: Object.fromEntries(cells) }
  addThings(board, [{ ...thing, kind: 'table', g, ...inside }])
}

/**
 * A row or column below or to the right of `after`, '' for the first place. Like things, it is born removed and wakes in a second
 * step: to undo it takes it away softly, and what somebody else has written in it is there again when it comes back.
 */
const addTrack = (side: Side) => (board: Board, id: string, after: string, track: string) => {
  const [own, others, cells] = [mapOf(board, id, side), mapOf(board, id, otherSide[side]), mapOf(board, id, 'cells')]
  if (!own || !others || !cells || own.has(track)) return
  const known = sides[side].read(own)
  if (known.length >= sides[side].most) return
  const at = known.findIndex((one) => one.id === after)
  const [before, next] = [known[at], known[at + 1]]
  const key = keyBetween(before?.key ?? null, next?.key ?? null)
  const size = (before ?? next)?.size ?? 120
  board.doc.transact(() => {
    own.set(track, [key, size, 1])
    for (const other of sides[otherSide[side]].read(others)) {
      const cell = side === 'rows' ? cellOf(track, other.id) : cellOf(other.id, track)
      if (!(cells.get(cell) instanceof Y.Text)) cells.set(cell, new Y.Text())
    }
  }, null)
  board.doc.transact(() => own.set(track, [key, size]), board.origin)
}

export const addRow = addTrack('rows')
export const addColumn = addTrack('columns')

const change = (side: Side, board: Board, id: string, track: string, to: (was: Track, all: readonly Track[]) => unknown[]) => {
  const own = mapOf(board, id, side)
  const all = own ? sides[side].read(own) : []
  const was = all.find((one) => one.id === track)
  if (own && was) board.doc.transact(() => own.set(track, to(was, all)), board.origin)
}

/** Softly: what stands in its cells is kept for whoever undoes it. */
const removeTrack = (side: Side) => (board: Board, id: string, track: string) =>
  change(side, board, id, track, ({ key, size }) => [key, size, 1])

export const removeRow = removeTrack('rows')
export const removeColumn = removeTrack('columns')

/** Behind `after`, '' for the first place. */
const moveTrack = (side: Side) => (board: Board, id: string, track: string, after: string) =>
  change(side, board, id, track, ({ size }, all) => {
    const others = all.filter((one) => one.id !== track)
    const at = others.findIndex((one) => one.id === after)
    return [keyBetween(others[at]?.key ?? null, others[at + 1]?.key ?? null), size]
  })

export const moveRow = moveTrack('rows')
export const moveColumn = moveTrack('columns')

const resize = (side: Side) => (board: Board, id: string, track: string, size: number) =>
  change(side, board, id, track, ({ key }) => [key, Math.round(Math.min(trackMax, Math.max(trackMin, asNumber(size, trackMin))))])

export const widen = resize('columns')
export const heighten = resize('rows')

const cellIn = (board: Board, id: string, row: string, column: string) => {
  const cells = mapOf(board, id, 'cells')
  const cell = cells?.get(cellOf(row, column))
  return { cells, cell: cell instanceof Y.Text ? cell : null }
}

/** Applies one change of a cell as it stands now; letters beyond what a cell may have are not taken. */
export const editCell = (board: Board, id: string, row: string, column: string, change: TextChange) => {
  const { cells, cell } = cellIn(board, id, row, column)
  if (!cells) return
  board.doc.transact(() => {
    // Where a row and a column were added at one moment, nobody has made their cell.
    if (!cell) cells.set(cellOf(row, column), new Y.Text(change.insert.slice(0, cellTextMax)))
    else changeText(cell, fittingChange(cell, change, cellTextMax))
  }, board.origin)
}

/** Makes a cell read `words` by the smallest change. */
export const typeCell = (board: Board, id: string, row: string, column: string, words: string) => {
  const change = textChange(asWords(cellIn(board, id, row, column).cell), words.slice(0, cellTextMax))
  if (change) editCell(board, id, row, column, change)
}
