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

/** What lies in both; null where they do not meet. */
export const common = (a: Rect, b: Rect): Rect | null => {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  const [w, h] = [Math.min(a.x + a.w, b.x + b.w) - x, Math.min(a.y + a.h, b.y + b.h) - y]
  return w > 0 && h > 0 ? { x, y, w, h } : null
}

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

export const areaOf = ({ w, h }: Rect) => w * h

/** The box around both. */
export const joined = (a: Rect, b: Rect): Rect => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y }
}

export const areaOfJoined = (a: Rect, b: Rect) =>
  (Math.max(a.x + a.w, b.x + b.w) - Math.min(a.x, b.x)) * (Math.max(a.y + a.h, b.y + b.h) - Math.min(a.y, b.y))

export const widened = ({ x, y, w, h }: Rect, dx: number, dy: number): Rect => ({ x: x - dx, y: y - dy, w: w + 2 * dx, h: h + 2 * dy })

export const grown = (r: Rect, by: number): Rect => widened(r, by, by)

export const middleOf = (r: Rect): Point => ({ x: r.x + r.w / 2, y: r.y + r.h / 2 })
export const lies = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h

/** Corners and sides by the points of the compass. */
export const handles = ['nw', 'ne', 'se', 'sw'] as const
export const sides = ['n', 'e', 's', 'w'] as const
export type Handle = (typeof handles)[number] | (typeof sides)[number]

/** Everything a selection can be taken hold of by: its handles, the one that turns it, the ends and the bend of a connector. */
export const grips = [...handles, ...sides, 'turn', 'a', 'b', 'bend'] as const
export type Grip = (typeof grips)[number]
export const isHandle = (grip: Grip | null): grip is Handle =>
  grip !== null && grip !== 'turn' && grip !== 'a' && grip !== 'b' && grip !== 'bend'

/** A document takes no larger side. */
const sideMost = 20_000

export interface Pull {
  /** The proportions are kept. */
  readonly square?: boolean
  /** The middle stays instead of what lies opposite. */
  readonly centred?: boolean
  readonly least: { readonly w: number; readonly h: number }
}

/** `rect` with one handle pulled by (dx, dy). */
export const pulled = (rect: Rect, handle: Handle, dx: number, dy: number, { square, centred, least }: Pull): Rect => {
  const across = handle.includes('w') ? -1 : handle.includes('e') ? 1 : 0
  const down = handle.includes('n') ? -1 : handle.includes('s') ? 1 : 0
  const reach = centred ? 2 : 1
  // What is smaller already may stay so.
  const [leastW, leastH] = [Math.min(least.w, rect.w), Math.min(least.h, rect.h)]
  let w = Math.min(sideMost, Math.max(leastW, rect.w + across * dx * reach))
  let h = Math.min(sideMost, Math.max(leastH, rect.h + down * dy * reach))
  if (square) {
    const wanted = across && down ? Math.max(w / rect.w, h / rect.h) : across ? w / rect.w : h / rect.h
    const smallest = Math.max(leastW / rect.w, leastH / rect.h)
    const ratio = Math.max(smallest, Math.min(wanted, sideMost / rect.w, sideMost / rect.h))
    w = rect.w * ratio
    h = rect.h * ratio
  }
  const start = (at: number, before: number, after: number, way: number) =>
    centred || way === 0 ? at + (before - after) / 2 : way < 0 ? at + before - after : at
  return { x: start(rect.x, rect.w, w, across), y: start(rect.y, rect.h, h, down), w, h }
}

/** `rect` as it is within a frame turned around its former middle: its corner so that it stands there when it turns around its own. */
export const unturned = (rect: Rect, former: Rect, degrees: number): Rect => {
  const at = turned(middleOf(rect), middleOf(former), degrees)
  return { x: at.x - rect.w / 2, y: at.y - rect.h / 2, w: rect.w, h: rect.h }
}

export const isInside = (corners: readonly Point[], { x, y }: Point): boolean => {
  let inside = false
  for (const [i, a] of corners.entries()) {
    const b = corners.at(i - 1) as Point
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

/** Whether a piece of a line touches a box. */
export const crosses = (r: Rect, a: Point, b: Point): boolean => {
  let [from, to] = [0, 1]
  const clip = (start: number, way: number, least: number, most: number) => {
    if (way === 0) return start >= least && start <= most
    const [near, far] = [(least - start) / way, (most - start) / way]
    from = Math.max(from, Math.min(near, far))
    to = Math.min(to, Math.max(near, far))
    return from <= to
  }
  return clip(a.x, b.x - a.x, r.x, r.x + r.w) && clip(a.y, b.y - a.y, r.y, r.y + r.h)
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
