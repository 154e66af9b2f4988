import { fitted, narrowPx, seen, zoomMax, zoomMin, type Camera, type Size } from './camera.ts'
import type { Editor } from './editor.ts'
import type { Rect } from './geometry.ts'
import { readingOrder } from './scene.ts'

/** Below this the words of a note cannot be read on a phone. */
const readable = 0.5
/** What was left so small was an overview, and no place. */
const leastLeft = 0.3
/** Screen pixels between a thing that is begun with and the corner of the screen; above it stand its title, the doors and the zoom. */
const edgePx = 16
const headPx = 92
const worldMax = 1e6

/** A large thing begins at its upper left, as one reads it; a small one stands in the middle. */
const at = (screen: Size, rect: Rect): Camera => {
  const whole = fitted(rect, screen)
  return whole.zoom >= readable ? whole : { x: rect.x - edgePx / readable, y: rect.y - headPx / readable, zoom: readable }
}

/**
 * Where a board of many things is looked at first on a screen that is too small for all of them: where it was left here, else its
 * first frame in reading order, else its first thing. Null: all of it can be read at once.
 */
export const openingOf = (editor: Editor, left: Camera | null): Camera | null => {
  const { scene, screen } = editor
  const box = scene.bounds()
  if (!box || fitted(box, screen).zoom >= readable) return null
  if (left && left.zoom >= leastLeft && scene.touching(seen(left, screen)).length > 0) return left
  const order = readingOrder(scene.order)
  const first = order.find(({ thing }) => thing.kind === 'frame') ?? order[0]
  return first ? at(screen, first) : null
}

/** How a sheet that has just been laid is shown: whole, and on a phone where one begins to read it. */
export const sheetView = (screen: Size, sheet: Rect): Camera => (screen.w < narrowPx ? at(screen, sheet) : fitted(sheet, screen))

/** A place as a device has kept it; null where it is none. */
export const readLeft = (kept: unknown): Camera | null => {
  const { x, y, zoom } = (kept ?? {}) as Record<string, unknown>
  const all = [x, y, zoom]
  if (!all.every((one) => typeof one === 'number' && Number.isFinite(one) && Math.abs(one) <= worldMax)) return null
  const [left, top, scale] = all as [number, number, number]
  return scale >= zoomMin && scale <= zoomMax ? { x: left, y: top, zoom: scale } : null
}
