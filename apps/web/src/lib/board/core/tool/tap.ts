import type { Press, Tool } from '../tools.ts'

/** A tool that does one thing where the finger comes up. */
export const tapTool = (lay: (press: Press) => void): Tool => {
  let pressed = false
  return {
    down: () => {
      pressed = true
    },
    move: () => undefined,
    up: (press) => {
      if (!pressed) return
      pressed = false
      lay(press)
    },
    cancel: () => {
      pressed = false
    },
  }
}
