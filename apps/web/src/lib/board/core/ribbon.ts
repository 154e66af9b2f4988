import type { Point } from './geometry.ts'

/** The line of a hand as a path: of one width, or as wide as the hand pressed. */

interface Pressed extends Point {
  /** 0–1; 0.5 where the device tells none. */
  readonly pressure: number
}

const r = (n: number) => Math.round(n * 100) / 100

/** A line through the middles between the points, bent by the points themselves: smooth without overshooting. */
export const smooth = (points: readonly Point[], sx = 1, sy = 1): string => {
  const [first] = points
  if (!first) return ''
  if (points.length === 1) return `M${r(first.x * sx)} ${r(first.y * sy)}l0.01 0`
  let d = `M${r(first.x * sx)} ${r(first.y * sy)}`
  for (let i = 1; i < points.length - 1; i++) {
    const [at, next] = [points[i] as Point, points[i + 1] as Point]
    d += `Q${r(at.x * sx)} ${r(at.y * sy)} ${r(((at.x + next.x) / 2) * sx)} ${r(((at.y + next.y) / 2) * sy)}`
  }
  const last = points.at(-1) as Point
  return `${d}L${r(last.x * sx)} ${r(last.y * sy)}`
}

/** A mouse, or a finger that tells no pressure: a stroke of one width is painted faster. */
export const isEven = (points: readonly Pressed[]) => points.every(({ pressure }) => Math.abs(pressure - 0.5) < 0.05)

/** What all of the pressure adds to the radius, of a stroke's width. */
export const widening = 0.65
/** From a hair at no pressure to half as much again at full. */
const radiusOf = (pressure: number, width: number) => width * (0.15 + widening * pressure)

interface Bead extends Point {
  readonly radius: number
}

const circle = ({ x, y, radius }: Bead) => {
  const [left, right, round, at] = [r(x - radius), r(x + radius), r(radius), r(y)]
  // Clockwise, as the sides run: where two parts lie over each other nothing is cut out.
  return `M${left} ${at}A${round} ${round} 0 1 1 ${right} ${at}A${round} ${round} 0 1 1 ${left} ${at}Z`
}

/** Points closer than this to the last tell nothing new. */
const apart = 0.6
/** From here on a turn is a corner, and is rounded. */
const cornerCos = 0.9

const beadsOf = (points: readonly Pressed[], width: number, sx: number, sy: number): Bead[] => {
  const beads: Bead[] = []
  for (const [i, { x, y, pressure }] of points.entries()) {
    const before = beads.at(-1)
    const [px, py] = [x * sx, y * sy]
    const way = before ? Math.hypot(px - before.x, py - before.y) : 0
    if (before && way < apart && i < points.length - 1) continue
    // Sensors tremble: each takes half of what came just before it, and less of what lies further back.
    const radius = radiusOf(pressure, width)
    const kept = Math.min(1, width / Math.max(way, apart)) / 2
    beads.push({ x: px, y: py, radius: before ? before.radius * kept + radius * (1 - kept) : radius })
  }
  return beads
}

/**
 * The outline of a line whose width follows the pressure: a strip of four-cornered pieces that share their corners, with
 * circles at its ends and where it turns sharply. To be filled by the nonzero rule.
 */
export const ribbon = (points: readonly Pressed[], width: number, sx = 1, sy = 1): string => {
  const beads = beadsOf(points, width, sx, sy)
  const [first] = beads
  const last = beads.at(-1)
  if (!first || !last) return ''
  let d = circle(first)
  if (last !== first) d += circle(last)
  const heading = (i: number): Point => {
    const [from, to] = [beads[Math.max(0, i)] as Bead, beads[Math.min(beads.length - 1, i + 1)] as Bead]
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
    return { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  }
  const side = (bead: Bead, { x, y }: Point): readonly [Point, Point] => [
    { x: bead.x + y * bead.radius, y: bead.y - x * bead.radius },
    { x: bead.x - y * bead.radius, y: bead.y + x * bead.radius },
  ]
  for (let i = 0; i + 1 < beads.length; i++) {
    const [from, to] = [beads[i] as Bead, beads[i + 1] as Bead]
    const [before, way, after] = [i > 0 ? heading(i - 1) : heading(i), heading(i), i + 2 < beads.length ? heading(i + 1) : heading(i)]
    if (i > 0 && before.x * way.x + before.y * way.y < cornerCos) d += circle(from)
    const [a, b] = side(from, shared(before, way))
    const [c, e] = side(to, shared(after, way))
    d += `M${r(a.x)} ${r(a.y)}L${r(c.x)} ${r(c.y)} ${r(e.x)} ${r(e.y)} ${r(b.x)} ${r(b.y)}Z`
  }
  return d
}

/** Between two headings; at a corner that of the piece itself, for the mean of opposites points nowhere. */
const shared = (one: Point, other: Point): Point => {
  if (one.x * other.x + one.y * other.y < cornerCos) return other
  const [x, y] = [one.x + other.x, one.y + other.y]
  const length = Math.hypot(x, y)
  return { x: x / length, y: y / length }
}
