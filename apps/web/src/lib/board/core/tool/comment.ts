import type { Editor } from '../editor.ts'
import type { Tool } from '../tools.ts'
import { laidDown } from './done.ts'
import { tapTool } from './tap.ts'

/** Says where a comment is wanted; comments are no things of the board. */
export const comment = (editor: Editor): Tool =>
  tapTool(({ world, screen }) => {
    laidDown(editor)
    editor.ask('comment', { at: screen, id: editor.scene.at(world)?.id ?? null })
  })
