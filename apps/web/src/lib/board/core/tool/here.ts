import { toScreen } from '../camera.ts'
import { addNoteHere, freePlace } from '../command/adding.ts'
import type { Editor } from '../editor.ts'
import { middleOf } from '../geometry.ts'
import { lay } from './box.ts'
import { askForComment } from './comment.ts'
import { measureHere } from './measure.ts'
import { layStamp } from './stamp.ts'

/** What is chosen is spoken of; where nothing is, the free paper. */
const commentHere = (editor: Editor) => {
  const [item] = editor.selectedItems()
  askForComment(editor, toScreen(editor.camera, item ? middleOf(item) : freePlace(editor)), item?.id ?? null)
}

export const useHere = (editor: Editor): boolean => {
  const { tool } = editor
  if (tool === 'note') addNoteHere(editor)
  else if (tool === 'text' || tool === 'shape' || tool === 'frame') lay(editor, tool, null, freePlace(editor))
  else if (tool === 'stamp') layStamp(editor, freePlace(editor))
  else if (tool === 'dimension') measureHere(editor)
  else if (tool === 'comment') commentHere(editor)
  else return false
  return true
}
