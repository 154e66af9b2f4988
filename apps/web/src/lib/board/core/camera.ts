import type { Point, Rect } from './geometry.ts'

/** What part of the world is seen: (x, y) lies in the upper left corner of the screen. */
export interface Camera extends Point {
  /** Screen pixels per world unit, 0.1–4. */
  readonly zoom: number
}

export interface Size {
  readonly w: number
  readonly h: number
}

export const zoomMin = 0.1
export const zoomMax = 4
const worldMax = 1e6
const steps = [0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4]

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

export const toWorld = (camera: Camera, at: Point): Point => ({ x: camera.x + at.x / camera.zoom, y: camera.y + at.y / camera.zoom })
export const toScreen = (camera: Camera, at: Point): Point => ({
  x: (at.x - camera.x) * camera.zoom,
  y: (at.y - camera.y) * camera.zoom,
})

export const seen = (camera: Camera, screen: Size): Rect => ({
  x: camera.x,
  y: camera.y,
  w: screen.w / camera.zoom,
  h: screen.h / camera.zoom,
})

/** The paper moves with the hand: (dx, dy) in screen pixels. */
export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  x: within(camera.x - dx / camera.zoom, -worldMax, worldMax),
  y: within(camera.y - dy / camera.zoom, -worldMax, worldMax),
  zoom: camera.zoom,
})

/** What lies under `at` (screen) stays under it. */
export const zoomedAt = (camera: Camera, at: Point, zoom: number): Camera => {
  const next = within(zoom, zoomMin, zoomMax)
  const fixed = toWorld(camera, at)
  return { x: fixed.x - at.x / next, y: fixed.y - at.y / next, zoom: next }
}

export const stepIn = (zoom: number) => steps.find((step) => step > zoom * 1.01) ?? zoomMax
export const stepOut = (zoom: number) => steps.findLast((step) => step < zoom / 1.01) ?? zoomMin

/** A screen so narrow is a phone's: it has another bar, and shows a board where one is rather than as a whole. */
export const narrowPx = 640

/** Room for the tools at the foot of the screen. */
export const toolsPx = 88

/** All of `rect` in the middle of the screen, above the tools, never larger than life. */
export const fitted = (rect: Rect, screen: Size): Camera => {
  const margin = within(screen.w * 0.05, 16, 56)
  const free = { w: Math.max(40, screen.w - 2 * margin), h: Math.max(40, screen.h - 2 * margin - toolsPx) }
  const zoom = within(Math.min(free.w / Math.max(1, rect.w), free.h / Math.max(1, rect.h), 1), zoomMin, zoomMax)
  const middle = { x: screen.w / 2, y: margin + free.h / 2 }
  return { x: rect.x + rect.w / 2 - middle.x / zoom, y: rect.y + rect.h / 2 - middle.y / zoom, zoom }
}

/** The smallest pan that brings all of `rect` onto the screen; the same camera if it is there already. */
export const reached = (camera: Camera, rect: Rect, screen: Size, margin = 24): Camera => {
  const view = seen(camera, screen)
  const gap = margin / camera.zoom
  const shift = (start: number, length: number, from: number, span: number) => {
    if (start - gap < from || length + 2 * gap > span) return start - gap - from
    return Math.max(0, start + length + gap - from - span)
  }
  const dx = shift(rect.x, rect.w, view.x, view.w)
  const dy = shift(rect.y, rect.h, view.y, view.h)
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy }
}

/** `at` comes to the middle of the screen; nothing grows or shrinks. */
export const centred = (camera: Camera, at: Point, screen: Size): Camera => ({
  x: at.x - screen.w / 2 / camera.zoom,
  y: at.y - screen.h / 2 / camera.zoom,
  zoom: camera.zoom,
})
