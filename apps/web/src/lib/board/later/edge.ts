import { panned } from '../core/camera.ts'
import { isLed, pushAt } from '../core/edge.ts'
import type { Editor } from '../core/editor.ts'

/** Whoever only brushes the edge wants to stay. */
const waitMs = 180
const frameMs = 1000 / 60
/** After a pause of the machine the paper does not leap. */
const mostFrames = 3

/**
 * Lets the paper go along when a hand leads something to its edge. The hand stands still meanwhile: it is told of its place once
 * more for every step, for what lies under it is another. `may` is asked before each. Returns the way to stop.
 */
export const leadAtEdge = (paper: HTMLElement, editor: Editor, may: () => boolean): (() => void) => {
  let last: PointerEvent | null = null
  let due = 0
  let since = 0
  let before = 0

  const rest = () => {
    cancelAnimationFrame(due)
    due = 0
    last = null
  }

  const step = (now: number) => {
    due = 0
    const event = last
    if (!event || !may() || !isLed(editor)) return rest()
    const { left, top } = paper.getBoundingClientRect()
    const by = pushAt({ x: event.clientX - left, y: event.clientY - top }, editor.screen)
    if (by.x === 0 && by.y === 0) return rest()
    if (since === 0) since = now
    const frames = Math.min(mostFrames, (now - before) / frameMs)
    before = now
    if (now - since >= waitMs) {
      editor.camera = panned(editor.camera, -by.x * frames, -by.y * frames)
      paper.dispatchEvent(new PointerEvent('pointermove', event))
    }
    due = requestAnimationFrame(step)
  }

  const move = (event: PointerEvent) => {
    // Its own telling is no news of the hand.
    if (!event.isTrusted) return
    last = event.buttons === 0 ? null : event
    if (due !== 0 || !last || !isLed(editor)) return
    since = 0
    before = performance.now()
    due = requestAnimationFrame(step)
  }

  const calm = new AbortController()
  const on = { signal: calm.signal }
  paper.addEventListener('pointermove', move, on)
  for (const end of ['pointerup', 'pointercancel'] as const) paper.addEventListener(end, rest, on)
  return () => {
    calm.abort()
    rest()
  }
}
