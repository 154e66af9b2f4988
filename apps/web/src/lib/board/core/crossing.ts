import type { Point, Rect } from './geometry.ts'

/** What only touches an edge does not cross it. */
export const slack = 0.5

/** Whether a piece that runs along an axis goes through the inside of a box. */
export const piecesThrough = (a: Point, b: Point, { x, y, w, h }: Rect) =>
  Math.max(a.x, b.x) > x + slack &&
  Math.min(a.x, b.x) < x + w - slack &&
  Math.max(a.y, b.y) > y + slack &&
  Math.min(a.y, b.y) < y + h - slack

/**
 * Whether a way goes through what it holds, or through something else. Its first and last piece may begin within their own
 * thing: a pin lies inside its part.
 */
export const crosses = (points: readonly Point[], a: Rect | null, b: Rect | null, walls: readonly Rect[]): boolean => {
  const last = points.length - 2
  for (let i = 0; i <= last; i++) {
    const [from, to] = [points[i] as Point, points[i + 1] as Point]
    if (a && i > 0 && piecesThrough(from, to, a)) return true
    if (b && i < last && piecesThrough(from, to, b)) return true
    if (walls.some((wall) => piecesThrough(from, to, wall))) return true
  }
  return false
}
