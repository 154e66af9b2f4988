import { hasEnds, type End } from '@sheber/document/thing'
import { distance, grown, holdsPoint, middleOf, overlaps, turned, type Point } from './geometry.ts'
import type { Item, Port } from './kind.ts'
import { kindOf } from './kinds.ts'
import type { Scene } from './scene.ts'

/** A thing that an end of a connector comes near to, and where it could dock. */
export interface Landing {
  readonly id: string
  readonly ports: readonly (Port & { readonly at: Point })[]
  /** The port that the end has snapped to. */
  readonly taken: number | null
}

export interface Landed {
  readonly at: Point
  readonly end: End | null
  readonly hover: Landing | null
}

/** What names no ports of its own has one in the middle of each side. */
const plain: readonly Port[] = [
  { name: '', u: 0.5, v: 0 },
  { name: '', u: 1, v: 0.5 },
  { name: '', u: 0.5, v: 1 },
  { name: '', u: 0, v: 0.5 },
]

export const portsAt = (item: Item, ports: readonly Port[]) =>
  ports.map((port) => ({ ...port, at: turned({ x: item.x + item.w * port.u, y: item.y + item.h * port.v }, middleOf(item), item.turn) }))

export const portsOf = (item: Item): readonly (Port & { readonly at: Point })[] => portsAt(item, kindOf(item.thing).ports?.(item) ?? plain)

export const canHold = ({ thing }: Item) => !hasEnds(thing) && thing.kind !== 'ink'

const near = (scene: Scene, at: Point, reach: number, except: string) => {
  const box = grown({ ...at, w: 0, h: 0 }, reach)
  return scene.order.filter((item) => item.id !== except && canHold(item) && overlaps(grown(item.bounds, reach), box))
}

/** `reach` in world units; `exact` holds on to the very spot and not to the thing as a whole. */
export const landing = (scene: Scene, at: Point, reach: number, { exact = false, except = '' } = {}): Landed => {
  const item = near(scene, at, reach, except).findLast((one) => scene.holds(one, at, reach))
  if (!item) return { at, end: null, hover: null }
  const ports = portsOf(item)
  const closest = ports.reduce((best, port, i) => (distance(port.at, at) < distance((ports[best] ?? port).at, at) ? i : best), 0)
  const port = ports[closest]
  if (port && distance(port.at, at) <= reach) {
    const { name, u, v } = port
    return { at: port.at, end: { id: item.id, u, v, port: name }, hover: { id: item.id, ports, taken: closest } }
  }
  const hover = { id: item.id, ports, taken: null }
  const flat = turned(at, middleOf(item), -item.turn)
  if (exact && holdsPoint(item, flat)) {
    return { at, end: { id: item.id, u: (flat.x - item.x) / item.w, v: (flat.y - item.y) / item.h, port: '' }, hover }
  }
  return { at, end: { id: item.id, u: 0.5, v: 0.5, port: '' }, hover }
}

const corners: readonly Port[] = [
  { name: '', u: 0, v: 0 },
  { name: '', u: 1, v: 0 },
  { name: '', u: 1, v: 1 },
  { name: '', u: 0, v: 1 },
]

/** The nearest point of the box's edge, as parts of the box. */
const edgeSpot = (item: Item, at: Point) => {
  const flat = turned(at, middleOf(item), -item.turn)
  const part = (n: number) => Math.min(1, Math.max(0, n))
  const [u, v] = [part((flat.x - item.x) / item.w), part((flat.y - item.y) / item.h)]
  const ways = [
    { u: 0, v, far: u * item.w },
    { u: 1, v, far: (1 - u) * item.w },
    { u, v: 0, far: v * item.h },
    { u, v: 1, far: (1 - v) * item.h },
  ]
  return ways.reduce((best, way) => (way.far < best.far ? way : best))
}

/** What is measured has its ends on corners, on the middles of sides, on pins, else somewhere on an edge; never in the midst of a thing. */
export const landingOnEdge = (scene: Scene, at: Point, reach: number, except = ''): Landed => {
  const items = near(scene, at, reach, except).reverse()
  let best: { far: number; landed: Landed } | null = null
  const offer = (far: number, landed: Landed) => {
    if (far <= reach && (!best || far < best.far)) best = { far, landed }
  }
  for (const item of items) {
    const ports = [...portsAt(item, corners), ...portsOf(item)]
    for (const [i, port] of ports.entries()) {
      const end = { id: item.id, u: port.u, v: port.v, port: port.name }
      offer(distance(port.at, at), { at: port.at, end, hover: { id: item.id, ports, taken: i } })
    }
  }
  const found = best as { landed: Landed } | null
  if (found) return found.landed
  for (const item of items) {
    const { u, v } = edgeSpot(item, at)
    const [spot] = portsAt(item, [{ name: '', u, v }])
    const hover = { id: item.id, ports: [...portsAt(item, corners), ...portsOf(item)], taken: null }
    if (spot) offer(distance(spot.at, at), { at: spot.at, end: { id: item.id, u, v, port: '' }, hover })
  }
  return (best as { landed: Landed } | null)?.landed ?? { at, end: null, hover: null }
}
