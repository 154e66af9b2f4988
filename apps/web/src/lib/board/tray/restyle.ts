import { style } from '@sheber/document/board'
import type { Style } from '@sheber/document/thing'
import type { Editor } from '../core/editor.ts'

/** Gives what is chosen another look: one step of undo. */
export const restyle = (editor: Editor, values: Style) => {
  if (editor.may === 'write') editor.step(() => style(editor.board, [...editor.selection], values))
}
