/** Plane geometry in world units: one unit is one CSS pixel at 100 %. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly w: number
  readonly h: number
}

export const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
export const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

export const holdsPoint = (r: Rect, p: Point) => p.x >= r.x && p.x <= r.x + r.w && p.y >= r.y && p.y <= r.y + r.h
export const overlaps = (a: Rect, b: Rect) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

export const between = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  w: Math.abs(a.x - b.x),
  h: Math.abs(a.y - b.y),
})

export const around = (rects: Iterable<Rect>): Rect | null => {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const r of rects) {
    left = Math.min(left, r.x)
    top = Math.min(top, r.y)
    right = Math.max(right, r.x + r.w)
    bottom = Math.max(bottom, r.y + r.h)
  }
  return left === Infinity ? null : { x: left, y: top, w: right - left, h: bottom - top }
}

export const grown = (r: Rect, by: number): Rect => ({ x: r.x - by, y: r.y - by, w: r.w + 2 * by, h: r.h + 2 * by })

/** Corners by the points of the compass. */
export const handles = ['nw', 'ne', 'se', 'sw'] as const
export type Handle = (typeof handles)[number]

export const sideMin = 80
export const sideMax = 2000

/** `rect` with one corner pulled by (dx, dy); the corner opposite stays. `square` keeps the proportions. */
export const pulled = (rect: Rect, handle: Handle, dx: number, dy: number, square: boolean): Rect => {
  const west = handle.endsWith('w')
  const north = handle.startsWith('n')
  const side = (length: number) => Math.min(sideMax, Math.max(sideMin, length))
  let w = side(rect.w + (west ? -dx : dx))
  let h = side(rect.h + (north ? -dy : dy))
  if (square) {
    const ratio = side(Math.max(w / rect.w, h / rect.h) * Math.min(rect.w, rect.h)) / Math.min(rect.w, rect.h)
    w = rect.w * ratio
    h = rect.h * ratio
  }
  return { x: west ? rect.x + rect.w - w : rect.x, y: north ? rect.y + rect.h - h : rect.y, w, h }
}
