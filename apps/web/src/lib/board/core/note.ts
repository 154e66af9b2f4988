import { addNoteAt } from './commands.ts'
import type { Editor } from './editor.ts'
import type { Tool } from './tools.ts'

/** Lays a new note where the finger comes up, and opens it for writing. */
export const note = (editor: Editor): Tool => {
  let pressed = false
  return {
    down: () => {
      pressed = true
    },
    move: () => undefined,
    up: ({ world }) => {
      if (!pressed) return
      pressed = false
      editor.tool = 'select'
      addNoteAt(editor, world)
    },
    cancel: () => {
      pressed = false
    },
  }
}
