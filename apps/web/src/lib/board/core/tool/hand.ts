import { panned } from '../camera.ts'
import type { Editor } from '../editor.ts'
import { distance, type Point } from '../geometry.ts'
import { slackPx, type Press, type Tool } from '../tools.ts'

const doubleMs = 400

/** Moves the paper. For those who only look a second tap opens what can be looked into. */
export const hand = (editor: Editor): Tool => {
  let last: Point | null = null
  let down: Press | null = null
  let tappedAt = -Infinity

  const tap = (press: Press) => {
    const second = press.at - tappedAt < doubleMs
    tappedAt = second ? -Infinity : press.at
    if (second && editor.may === 'read') editor.edit(editor.scene.at(press.world)?.id ?? null)
  }
  return {
    down: (press) => {
      down = press
      last = press.screen
      if (editor.may === 'read') editor.edit(null)
    },
    move: ({ screen }) => {
      if (!last) return
      editor.camera = panned(editor.camera, screen.x - last.x, screen.y - last.y)
      last = screen
    },
    up: (press) => {
      if (down && distance(down.screen, press.screen) < slackPx(press)) tap(press)
      last = null
    },
    cancel: () => {
      last = null
    },
  }
}
