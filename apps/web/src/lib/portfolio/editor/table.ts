import {
  addColumnAfter,
  addRowAfter,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  tableEditing,
} from 'prosemirror-tables'
import type { Command } from 'prosemirror-state'

export { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, tableEditing }

/** Behind the last cell there is a new row. */
export const nextCell =
  (by: 1 | -1): Command =>
  (state, dispatch, view) => {
    if (!isInTable(state)) return false
    if (goToNextCell(by)(state, dispatch)) return true
    if (by < 0 || !view || !dispatch) return false
    addRowAfter(state, dispatch)
    return goToNextCell(1)(view.state, dispatch)
  }

/** A table all of whose cells are chosen goes as a whole. */
export const dropWholeTable: Command = (state, dispatch) => {
  const { selection } = state
  if (!(selection instanceof CellSelection) || !selection.isColSelection() || !selection.isRowSelection()) return false
  return deleteTable(state, dispatch)
}
