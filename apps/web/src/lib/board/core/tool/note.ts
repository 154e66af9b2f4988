import { addNoteAt } from '../command/adding.ts'
import type { Editor } from '../editor.ts'
import type { Tool } from '../tools.ts'
import { laidDown } from './done.ts'
import { tapTool } from './tap.ts'

/** Lays a new note and opens it for writing. */
export const note = (editor: Editor): Tool =>
  tapTool(({ world }) => {
    laidDown(editor)
    addNoteAt(editor, world)
  })
