import { panned, type Camera } from '../core/camera.ts'
import type { Editor } from '../core/editor.ts'
import type { Rect } from '../core/geometry.ts'

/** At the head of a phone stand the doors and the zoom; beneath a thing hangs the grip that turns it. */
const headPx = 92
const gripPx = 58
const glideMs = 160

/**
 * How far up the paper goes so that what is chosen stays seen above a bar that is docked at the foot of the screen, in pixels; 0 where it is
 * seen already. What is higher than the room above the bar keeps its upper edge in sight.
 */
export const upBy = (taken: Rect, barTop: number): number => {
  return Math.max(0, Math.min(taken.y + taken.h + gripPx - barTop, taken.y - headPx))
}

/** Leads the paper up; whoever moves it meanwhile has the last word. Returns the way to stop. */
export const glideUp = (editor: Editor, up: number): (() => void) => {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const began = performance.now()
  let last: Camera = editor.camera
  let [due, gone] = [0, 0]
  const step = (now: number) => {
    if (editor.camera !== last) return
    const part = still ? 1 : Math.min(1, Math.max(0, now - began) / glideMs)
    const to = up * (1 - (1 - part) ** 2)
    editor.camera = last = panned(last, 0, gone - to)
    gone = to
    if (part < 1) due = requestAnimationFrame(step)
  }
  due = requestAnimationFrame(step)
  return () => cancelAnimationFrame(due)
}
