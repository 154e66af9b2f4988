import type { End } from '@sheber/document/thing'
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

export const portsOf = (item: Item): readonly (Port & { readonly at: Point })[] =>
  (kindOf(item.thing).ports?.(item) ?? plain).map((port) => ({
    ...port,
    at: turned({ x: item.x + item.w * port.u, y: item.y + item.h * port.v }, middleOf(item), item.turn),
  }))

const canHold = ({ thing }: Item) => thing.kind !== 'connector' && thing.kind !== 'ink'

/** `reach` in world units; `exact` holds on to the very spot and not to the thing as a whole. */
export const landing = (scene: Scene, at: Point, reach: number, { exact = false, except = '' } = {}): Landed => {
  const box = grown({ ...at, w: 0, h: 0 }, reach)
  const near = scene.order.filter((item) => item.id !== except && canHold(item) && overlaps(grown(item.bounds, reach), box))
  const item = near.findLast((one) => scene.holds(one, at, reach))
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
