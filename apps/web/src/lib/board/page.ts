import { seen, type Camera, type Size } from './core/camera.ts'
import type { Editor } from './core/editor.ts'
import { around, type Rect } from './core/geometry.ts'

/** A page that the youngest cannot lose their way on: as large as a desk, or as what lies on it already. */
const desk: Rect = { x: -200, y: -200, w: 2000, h: 1400 }

export const pageOf = (content: Rect | null): Rect => around(content ? [desk, content] : [desk]) ?? desk

const held = (at: number, span: number, from: number, length: number) =>
  span >= length ? from + (length - span) / 2 : Math.min(from + length - span, Math.max(from, at))

/** The same camera, or the nearest that sees nothing but the page and what surrounds it where it is smaller than the screen. */
export const heldToPage = (camera: Camera, screen: Size, page: Rect): Camera => {
  const least = Math.min(screen.w / page.w, screen.h / page.h) * 0.9
  const zoom = Math.max(camera.zoom, Math.min(1, least))
  const view = seen({ ...camera, zoom }, screen)
  const x = held(view.x, view.w, page.x, page.w)
  const y = held(view.y, view.h, page.y, page.h)
  const near = (a: number, b: number) => Math.abs(a - b) < 0.01
  return near(x, camera.x) && near(y, camera.y) && zoom === camera.zoom ? camera : { x, y, zoom }
}

/** Brings the view back to the page, unless a hand is leading it. */
export const stay = (editor: Editor): void => {
  if (editor.screen.w === 0 || editor.dragging) return
  const camera = heldToPage(editor.camera, editor.screen, pageOf(editor.scene.bounds()))
  if (camera !== editor.camera) editor.camera = camera
}

/** What the youngest have no button for is not left in their hand. */
export const putDown = (editor: Editor): void => {
  if (!['note', 'pen', 'shape', 'stamp'].includes(editor.tool)) editor.tool = 'select'
}

/** One's own choice, which the device remembers; where a browser forbids its storage it lasts as long as the page. */
export const remember = (key: string, on: boolean): void => {
  try {
    if (on) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    return
  }
}
