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

/** `point` turned around `middle` by degrees, clockwise. */
export const turned = (point: Point, middle: Point, degrees: number): Point => {
  if (degrees === 0) return point
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [dx, dy] = [point.x - middle.x, point.y - middle.y]
  return { x: middle.x + dx * cos - dy * sin, y: middle.y + dx * sin + dy * cos }
}

/** The box around a rectangle that is turned around its middle. */
export const boundsOfTurned = (r: Rect, degrees: number): Rect => {
  if (degrees === 0) return { x: r.x, y: r.y, w: r.w, h: r.h }
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  const [w, h] = [r.w * cos + r.h * sin, r.w * sin + r.h * cos]
  return { x: r.x + (r.w - w) / 2, y: r.y + (r.h - h) / 2, w, h }
}

/** From a point to the nearest of a piece of a line. */
export const distanceToLine = (at: Point, a: Point, b: Point): number => {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length))
  return Math.hypot(at.x - a.x - along * dx, at.y - a.y - along * dy)
}

/** Where a ray from inside a polygon towards `to` leaves it. */
export const rayToPolygon = (from: Point, to: Point, corners: readonly Point[]): Point => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  let nearest = Infinity
  for (const [i, a] of corners.entries()) {
    const b = corners[(i + 1) % corners.length] ?? a
    const [ex, ey] = [b.x - a.x, b.y - a.y]
    const cross = dx * ey - dy * ex
    if (cross === 0) continue
    const t = ((a.x - from.x) * ey - (a.y - from.y) * ex) / cross
    const u = ((a.x - from.x) * dy - (a.y - from.y) * dx) / cross
    if (t > 0 && u >= 0 && u <= 1 && t < nearest) nearest = t
  }
  return nearest === Infinity || nearest > 1e6 ? from : { x: from.x + dx * nearest, y: from.y + dy * nearest }
}
