import type { Connector, End } from '@sheber/document/thing'
import { between, middle, turned, type Point, type Rect } from './geometry.ts'
import type { Around, Item } from './kind.ts'
import { kindOf, kindsChanged } from './kinds.ts'
import type { Lead } from './route.ts'

/** The way a connector goes at this moment. */
export interface Way {
  /** Corners of a line; of a curve start, two handles, end. */
  readonly points: readonly Point[]
  readonly curved: boolean
  /** The way as a line of short pieces, for touching it. */
  readonly hull: readonly Point[]
  /** Where its label stands. */
  readonly middle: Point
  /** The end holds something that is not there any more. */
  readonly looseA: boolean
  readonly looseB: boolean
  /** Of an elbow: what it goes round, or would; whatever moves there may move it. */
  readonly wary: { readonly within: Rect; readonly of: readonly string[] } | null
  /** It goes round what it holds, and bends where it must. */
  readonly forced: boolean
}

export interface Docked {
  readonly at: Point
  /** Which way the line leaves. */
  readonly out: Point
  readonly loose: boolean
  readonly item: Item | null
}

const middleOf = (item: Rect): Point => ({ x: item.x + item.w / 2, y: item.y + item.h / 2 })

const portOf = (item: Item, end: End): Point | null => {
  const port = end.port
    ? kindOf(item.thing)
        .ports?.(item)
        .find(({ name }) => name === end.port)
    : undefined
  const { u, v } = port ?? end
  if (!port && u === 0.5 && v === 0.5) return null
  return turned({ x: item.x + item.w * u, y: item.y + item.h * v }, middleOf(item), item.turn)
}

/** The nearest side of the box, as a direction. */
const sideOf = (item: Item, at: Point): Point => {
  const flat = turned(at, middleOf(item), -item.turn)
  const u = (flat.x - item.x) / item.w - 0.5
  const v = (flat.y - item.y) / item.h - 0.5
  const out = Math.abs(u) > Math.abs(v) ? { x: Math.sign(u), y: 0 } : { x: 0, y: Math.sign(v) || 1 }
  return turned(out, { x: 0, y: 0 }, item.turn)
}

const edgeOf = (item: Item, to: Point): Point => {
  const centre = middleOf(item)
  const flat = turned(to, centre, -item.turn)
  const kind = kindOf(item.thing)
  const edge = kind.edge ? kind.edge(item, flat) : edgeOfBox(item, flat)
  return turned(edge, centre, item.turn)
}

export const edgeOfBox = (box: Rect, to: Point): Point => {
  const centre = middleOf(box)
  const [dx, dy] = [to.x - centre.x, to.y - centre.y]
  if (dx === 0 && dy === 0) return centre
  const reach = Math.max(Math.abs(dx) / (box.w / 2), Math.abs(dy) / (box.h / 2))
  return reach <= 1 ? to : { x: centre.x + dx / reach, y: centre.y + dy / reach }
}

/** Where an end wants to go before the other is known. */
const aim = (end: End | null, item: Item | undefined, laid: Point): Point => (end && item ? (portOf(item, end) ?? middleOf(item)) : laid)

const dock = (end: End | null, item: Item | undefined, laid: Point, other: Point): Docked => {
  if (!end || !item) {
    const away = { x: other.x - laid.x, y: other.y - laid.y }
    const out = Math.abs(away.x) > Math.abs(away.y) ? { x: Math.sign(away.x), y: 0 } : { x: 0, y: Math.sign(away.y) || 1 }
    return { at: laid, out, loose: end !== null, item: null }
  }
  const at = portOf(item, end) ?? edgeOf(item, other)
  return { at, out: sideOf(item, at), loose: false, item }
}

/** So far a line goes straight out of a thing before it bends. */
const stub = 24

const elbow = (a: Docked, b: Docked, bend: number): Point[] => {
  const from = { x: a.at.x + a.out.x * stub, y: a.at.y + a.out.y * stub }
  const to = { x: b.at.x + b.out.x * stub, y: b.at.y + b.out.y * stub }
  const flatA = Math.abs(a.out.x) > Math.abs(a.out.y)
  const flatB = Math.abs(b.out.x) > Math.abs(b.out.y)
  const between_ = { x: a.at.x + (b.at.x - a.at.x) * bend, y: a.at.y + (b.at.y - a.at.y) * bend }
  const facing =
    a.out.x * (b.at.x - a.at.x) + a.out.y * (b.at.y - a.at.y) > 0 && b.out.x * (a.at.x - b.at.x) + b.out.y * (a.at.y - b.at.y) > 0
  if (flatA && flatB) {
    if (facing) return [a.at, { x: between_.x, y: a.at.y }, { x: between_.x, y: b.at.y }, b.at]
    return [a.at, from, { x: from.x, y: between_.y }, { x: to.x, y: between_.y }, to, b.at].map((p, i) =>
      i === 1 ? { x: from.x, y: a.at.y } : i === 4 ? { x: to.x, y: b.at.y } : p,
    )
  }
  if (!flatA && !flatB) {
    if (facing) return [a.at, { x: a.at.x, y: between_.y }, { x: b.at.x, y: between_.y }, b.at]
    return [a.at, { x: a.at.x, y: from.y }, { x: between_.x, y: from.y }, { x: between_.x, y: to.y }, { x: b.at.x, y: to.y }, b.at]
  }
  if (facing) return [a.at, flatA ? { x: b.at.x, y: a.at.y } : { x: a.at.x, y: b.at.y }, b.at]
  return flatA ? [a.at, from, { x: from.x, y: to.y }, to, b.at] : [a.at, from, { x: to.x, y: from.y }, to, b.at]
}

/** Without points at which nothing turns. A point that stands there twice is one first: else both would seem to be on the way. */
export const straightened = (points: readonly Point[]): Point[] =>
  points
    .filter(({ x, y }, i) => Math.abs(x - (points[i - 1]?.x ?? Infinity)) + Math.abs(y - (points[i - 1]?.y ?? Infinity)) > 0.01)
    .filter((point, i, all) => {
      const [before, after] = [all[i - 1], all[i + 1]]
      if (!before || !after) return true
      return Math.abs((point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x)) > 0.01
    })

/** Whole ways of the compass: what leaves a turned thing aslant has right angles nevertheless. */
const upright = ({ x, y }: Point): Point => (Math.abs(x) > Math.abs(y) ? { x: Math.sign(x), y: 0 } : { x: 0, y: Math.sign(y) || 1 })

let leader: Lead | null = null
let coming = false

/** For where it is at hand. */
export const keepLeader = (lead: Lead): void => {
  leader = lead
}

// Most boards have no elbow: what leads them round what stands in their way comes with the first.
const fetchLeader = () => {
  if (coming) return
  coming = true
  import('./patient.ts').then(
    ({ lead }) => {
      keepLeader(lead)
      kindsChanged()
    },
    () => (coming = false),
  )
}

/** The way a swing goes: across the line from end to end, and as far as that is long. */
export const swingOf = (a: Point, b: Point): Point => ({ x: a.y - b.y, y: b.x - a.x })

const curve = (a: Docked, b: Docked, bend: number): Point[] => {
  const { w, h } = between(a.at, b.at)
  const reach = Math.max(40, Math.min(240, Math.max(w, h) * 0.5))
  const swing = swingOf(a.at, b.at)
  // The middle of the curve goes three quarters as far as its handles.
  const far = ((bend - 0.5) * 4) / 3
  const handle = ({ at, out }: Docked) => ({ x: at.x + out.x * reach + swing.x * far, y: at.y + out.y * reach + swing.y * far })
  return [a.at, handle(a), handle(b), b.at]
}

const bezier = ([p0, p1, p2, p3]: readonly Point[], t: number): Point => {
  if (!p0 || !p1 || !p2 || !p3) return p0 ?? { x: 0, y: 0 }
  const s = 1 - t
  const mix = (a: number, b: number, c: number, d: number) => s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
  return { x: mix(p0.x, p1.x, p2.x, p3.x), y: mix(p0.y, p1.y, p2.y, p3.y) }
}

/** The point halfway along a line of pieces. */
const halfway = (points: readonly Point[]): Point => {
  const lengths = points.slice(1).map((point, i) => Math.hypot(point.x - (points[i] as Point).x, point.y - (points[i] as Point).y))
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [i, length] of lengths.entries()) {
    const [from, to] = [points[i] as Point, points[i + 1] as Point]
    if (rest <= length && length > 0)
      return { x: from.x + ((to.x - from.x) * rest) / length, y: from.y + ((to.y - from.y) * rest) / length }
    rest -= length
  }
  return points[0] ?? { x: 0, y: 0 }
}

const nobody = () => []

/**
 * `among` tells what lies still within a part of the world; without it only what is held is gone round. `again` is called when a better
 * way has been found than this one.
 */
export const layWay = (
  { a, b, p, route, bend }: Pick<Connector, 'a' | 'b' | 'p' | 'route' | 'bend'>,
  around: Pick<Around, 'get'>,
  among: (within: Rect) => readonly Item[] = nobody,
  again: () => void = nobody,
): Way => {
  const [itemA, itemB] = [a ? around.get(a.id) : undefined, b ? around.get(b.id) : undefined]
  const [laidA, laidB] = [
    { x: p[0], y: p[1] },
    { x: p[2], y: p[3] },
  ]
  const [aimA, aimB] = [aim(a, itemA, laidA), aim(b, itemB, laidB)]
  const [from, to] = [dock(a, itemA, laidA, aimB), dock(b, itemB, laidB, aimA)]
  const loose = { looseA: from.loose, looseB: to.loose, wary: null, forced: false }
  if (route === 'curve') {
    const points = curve(from, to, bend)
    const hull = Array.from({ length: 17 }, (_, i) => bezier(points, i / 16))
    return { points, curved: true, hull, middle: bezier(points, 0.5), ...loose }
  }
  if (route !== 'elbow') {
    const points = [from.at, to.at]
    return { points, curved: false, hull: points, middle: middle(from.at, to.at), ...loose }
  }
  const [start, finish] = [from, to].map((dock) => ({ ...dock, out: upright(dock.out) })) as [Docked, Docked]
  const plain = straightened(elbow(start, finish, bend))
  if (!leader) fetchLeader()
  const { points, ...led } = leader?.(start, finish, plain, bend, among, again) ?? { points: plain }
  return { points, curved: false, hull: points, middle: halfway(points), ...loose, ...led }
}
