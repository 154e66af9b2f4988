import type { Size } from './camera.ts'
import type { Editor } from './editor.ts'
import type { Point } from './geometry.ts'

/** Screen pixels: so near to its edge the paper begins to go along, and so far it goes in a sixtieth of a second at the very edge. */
const nearPx = 40
const mostPx = 14

const push = (at: number, length: number) => {
  if (length < 4 * nearPx) return 0
  const over = at < nearPx ? at - nearPx : Math.max(0, at - (length - nearPx))
  return (Math.max(-nearPx, Math.min(nearPx, over)) / nearPx) * mostPx
}

/** How far the paper goes under a hand that stands here, in screen pixels; nowhere but at its edge. */
export const pushAt = ({ x, y }: Point, { w, h }: Size): Point => ({ x: push(x, w), y: push(y, h) })

/** Something is led that may have to go further than the screen: what is moved, chosen or drawn as a box or a line; a pen writes where it is. */
export const isLed = (editor: Editor): boolean =>
  editor.dragging !== null || editor.marquee !== null || (editor.draft !== null && editor.draft.kind !== 'stroke')
