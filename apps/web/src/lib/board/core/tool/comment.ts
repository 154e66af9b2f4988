import type { Editor } from '../editor.ts'
import type { Point } from '../geometry.ts'
import type { Tool } from '../tools.ts'
import { laidDown } from './done.ts'
import { tapTool } from './tap.ts'

export const askForComment = (editor: Editor, at: Point, id: string | null) => {
  laidDown(editor)
  editor.ask('comment', { at, id })
}

/** Says where a comment is wanted; comments are no things of the board. */
export const comment = (editor: Editor): Tool =>
  tapTool(({ world, screen }) => askForComment(editor, screen, editor.scene.at(world)?.id ?? null))
