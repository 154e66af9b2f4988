import { remove, restore } from '@sheber/document/board'
import type { Editor } from '../editor.ts'
import { layHere } from '../here.ts'
import { isLocked } from '../held.ts'
import { always, command, free, idsOf, withFree, writes } from './command.ts'

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

const back = (editor: Editor, which: 'undo' | 'redo') => {
  editor.undo.stopCapturing()
  editor.undo[which]()
  editor.changed()
}

/** What is locked is left out: whatever comes next could do nothing with it. */
export const selectAll = (editor: Editor) => {
  editor.select(idsOf(editor.scene.order.filter((item) => !isLocked(item))))
}

/** From the inside outwards: the text, then the tool, then the group, then the selection. */
const escape = (editor: Editor) => {
  if (editor.editing) return editor.edit(null)
  if (editor.tool !== 'select' && writes(editor)) {
    editor.tool = 'select'
    return
  }
  editor.inside = ''
  editor.select([])
}

const enter = (editor: Editor) => {
  if (layHere(editor)) return
  const [only, ...others] = editor.selection
  if (only && others.length === 0) editor.edit(only)
}

export const changing = {
  remove: command(withFree, removeSelected),
  undo: command(
    (editor) => writes(editor) && editor.undo.undoStack.length > 0,
    (editor) => back(editor, 'undo'),
  ),
  redo: command(
    (editor) => writes(editor) && editor.undo.redoStack.length > 0,
    (editor) => back(editor, 'redo'),
  ),
  all: command((editor) => writes(editor) && editor.scene.size > 0, selectAll),
  none: command(
    (editor) => editor.selection.size > 0,
    (editor) => editor.select([]),
  ),
  enter: command(writes, enter),
  escape: command(always, escape),
}
