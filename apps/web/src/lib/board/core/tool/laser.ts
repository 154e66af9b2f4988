import type { Editor } from '../editor.ts'
import type { Press, Ring, Tool } from '../tools.ts'

/** So long a point of the trail glows. */
export const glowMs = 1200

/** Shows others where to look, and leaves nothing behind: when it is lifted, the trail glows out and is gone. */
export const laser = (editor: Editor, ring: Ring): Tool => {
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
    up: () => {
      const last = editor.laser
      ring(glowMs, () => {
        if (editor.laser === last) editor.laser = []
      })
    },
    cancel: () => {
      editor.laser = []
    },
  }
}
