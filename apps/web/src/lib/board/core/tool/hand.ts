import { panned } from '../camera.ts'
import type { Editor } from '../editor.ts'
import type { Point } from '../geometry.ts'
import type { Tool } from '../tools.ts'

/** Moves the paper. */
export const hand = (editor: Editor): Tool => {
  let last: Point | null = null
  return {
    down: ({ screen }) => {
      last = screen
    },
    move: ({ screen }) => {
      if (!last) return
      editor.camera = panned(editor.camera, screen.x - last.x, screen.y - last.y)
      last = screen
    },
    up: () => {
      last = null
    },
    cancel: () => {
      last = null
    },
  }
}
