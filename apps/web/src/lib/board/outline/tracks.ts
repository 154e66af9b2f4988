import { addColumn, addRow, moveColumn, moveRow, removeColumn, removeRow, widen } from '@sheber/document/table'
import { cellOf, columnsMax, rowsMax } from '@sheber/document/grid'
import type { ThingOf } from '@sheber/document/thing'
import type { Editor } from '../core/editor.ts'

/** Rows and columns of a table as lines of a list, each with what can be done to it. */

export type Side = 'row' | 'column'

export interface Track {
  readonly side: Side
  readonly id: string
  /** Its place, from 1, and how many there are. */
  readonly at: number
  readonly of: number
  /** What stands in its cells, one after another. */
  readonly words: string
  /** World units. */
  readonly size: number
}

type Table = ThingOf<'table'>

export const tracksOf = (table: Table, side: Side): readonly Track[] => {
  const [own, others] = side === 'row' ? [table.rows, table.columns] : [table.columns, table.rows]
  return own.map(({ id, size }, i) => ({
    side,
    id,
    at: i + 1,
    of: own.length,
    size,
    words: others
      .map((other) => (table.cells[side === 'row' ? cellOf(id, other.id) : cellOf(other.id, id)] ?? '').trim())
      .filter(Boolean)
      .join(' · '),
  }))
}

/** Every table has one row and one column at the least. */
export const mayRemove = ({ of }: Track) => of > 1
export const mayAdd = (table: Table, side: Side) => (side === 'row' ? table.rows.length < rowsMax : table.columns.length < columnsMax)

export const removeTrack = (editor: Editor, table: Table, { side, id }: Track) =>
  editor.step(() => (side === 'row' ? removeRow : removeColumn)(editor.board, table.id, id))

/** One place on or back; at the edge nothing is there to be passed. The place it has now, from 1. */
export const moveTrack = (editor: Editor, table: Table, { side, id, at, of }: Track, by: -1 | 1): number => {
  if (at + by < 1 || at + by > of) return at
  const ids = (side === 'row' ? table.rows : table.columns).map((one) => one.id)
  const after = ids[by > 0 ? at : at - 3] ?? ''
  editor.step(() => (side === 'row' ? moveRow : moveColumn)(editor.board, table.id, id, after))
  return at + by
}

/** Behind `after`, '' for the first place. The id of what is new. */
export const addTrack = (editor: Editor, table: Table, side: Side, after: string): string => {
  const id = editor.outside.newId()
  editor.step(() => (side === 'row' ? addRow : addColumn)(editor.board, table.id, after, id))
  return id
}

const widthStep = 20

export const widenTrack = (editor: Editor, table: Table, { id, size }: Track, by: -1 | 1) =>
  editor.step(() => widen(editor.board, table.id, id, size + by * widthStep))
