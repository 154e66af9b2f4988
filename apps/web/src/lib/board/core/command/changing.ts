import type { Editor } from '../editor.ts'
import { layHere } from '../here.ts'
import { isLocked } from '../held.ts'
import { kindOf } from '../kinds.ts'
import { always, command, idsOf, withFree, writes } from './command.ts'
import { removeSelected } from './removing.ts'

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

const alone = (editor: Editor) => {
  const [only, ...others] = editor.selectedItems()
  return only && others.length === 0 && kindOf(only.thing).live ? only : null
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
  turn: command(
    (editor) => alone(editor) !== null,
    (editor) => editor.edit(alone(editor)?.id ?? null),
  ),
  escape: command(always, escape),
}
