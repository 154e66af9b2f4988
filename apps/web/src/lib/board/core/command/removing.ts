import { remove, restore } from '@sheber/document/board'
import type { Editor } from '../editor.ts'
import { isLocked } from '../held.ts'
import { free, idsOf, writes } from './command.ts'

/** Returns what was deleted, so that a word of "undo" can bring back just that. */
export const removeSelected = (editor: Editor): readonly string[] => {
  const ids = idsOf(free(editor))
  if (!writes(editor)) return []
  const locked = idsOf(editor.selectedItems().filter(isLocked))
  if (locked.length > 0) editor.ask('said', { what: 'locked', ids: locked })
  if (ids.length === 0) return []
  const { board, outside } = editor
  editor.step(() => remove(board, ids, outside.me, outside.now()))
  editor.select(locked)
  return ids
}

export const bringBack = (editor: Editor, ids: readonly string[]) => {
  if (!writes(editor)) return
  editor.step(() => restore(editor.board, ids))
  editor.select(ids)
}
