import type { Editor } from '../editor.ts'
import type { Press, Tool } from '../tools.ts'

/** So long a point of the trail glows. */
export const glowMs = 1200

/** Shows others where to look, and leaves nothing behind. */
export const laser = (editor: Editor): Tool => {
  const glow = ({ path, at }: Press) => {
    const still = editor.laser.filter((point) => at - point.at < glowMs)
    editor.laser = [...still, ...path.map(({ world }) => ({ ...world, at }))]
  }
  return {
    down: (press) => {
      editor.laser = []
      glow(press)
    },
    move: glow,
    // The end of the trail goes on fading: whoever paints it forgets it.
    up: () => undefined,
    cancel: () => {
      editor.laser = []
    },
  }
}
