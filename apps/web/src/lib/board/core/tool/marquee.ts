import type { Connector } from '@sheber/document/thing'
import { crosses, lies, type Point, type Rect } from '../geometry.ts'
import { grouped, isLocked } from '../held.ts'
import type { Item } from '../kind.ts'
import { wayOf } from '../kinds/connector.ts'
import type { Scene } from '../scene.ts'

const isTouched = (scene: Scene, item: Item, rect: Rect) => {
  // A sheet is taken whole: else nothing on it could be gathered without it.
  if (item.thing.kind === 'frame') return lies(item, rect)
  if (item.thing.kind !== 'connector') return true
  const { hull } = wayOf(item as Item<Connector>, scene)
  return hull.some((point, i) => i > 0 && crosses(rect, hull[i - 1] as Point, point))
}

/** What a marquee takes: whatever it touches, or what lies wholly in it. What is locked is passed over. */
export const gathered = (scene: Scene, rect: Rect, wholly: boolean): Set<string> => {
  const met = scene.touching(rect).filter((item) => !isLocked(item) && (wholly ? lies(item.bounds, rect) : isTouched(scene, item, rect)))
  return grouped(
    scene,
    met.map(({ id }) => id),
  )
}
