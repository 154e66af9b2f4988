import type { ThingOf } from '@sheber/document/thing'
import { layWay } from './connect.ts'
import { distance, type Point } from './geometry.ts'
import type { Around, Item } from './kind.ts'

export type Dimension = ThingOf<'dimension'>

/** The two points whose distance a dimension tells, as they are at this moment. */
export const measuredOf = ({ thing, ends }: Item<Dimension>, around: Around): readonly [from: Point, to: Point] => {
  const { points } = layWay({ ...thing, ...ends, route: 'straight', bend: 0.5 }, around)
  const [from = { x: 0, y: 0 }, to = from] = points
  return [from, to]
}

export const offsetOf = ({ thing, ends }: Item<Dimension>): number => ends?.offset ?? thing.offset

/** One unit to the left of the way from one point to the other. */
export const acrossOf = (from: Point, to: Point): Point => {
  const long = distance(from, to) || 1
  return { x: (to.y - from.y) / long, y: -(to.x - from.x) / long }
}

export const aside = (at: Point, across: Point, by: number): Point => ({ x: at.x + across.x * by, y: at.y + across.y * by })

export const offsetMost = 2000
