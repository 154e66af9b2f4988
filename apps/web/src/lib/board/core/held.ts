import type { Place } from '@sheber/document/thing'
import { boundsOfTurned, lies, type Rect } from './geometry.ts'
import type { Item } from './kind.ts'
import type { Scene } from './scene.ts'

/** Which things belong together, and which may be touched at all. */

export const isFixed = ({ thing }: Item) => thing.lock === 'place' || thing.lock === 'all'
export const isSealed = ({ thing }: Item) => thing.lock === 'content' || thing.lock === 'all'
export const isLocked = ({ thing }: Item) => thing.lock !== ''

/** As the document has it, whatever a hand does with it at this moment. */
const laid = ({ thing }: Item): Rect => {
  const [x, y, w, h]: Place = thing.g
  return boundsOfTurned({ x, y, w, h }, thing.turn)
}

/** The others of their groups along with them. */
export const grouped = (scene: Scene, ids: Iterable<string>): Set<string> => {
  const chosen = new Set(ids)
  const groups = new Set<string>()
  for (const id of chosen) {
    const group = scene.get(id)?.thing.group
    if (group) groups.add(group)
  }
  if (groups.size > 0) for (const { id, thing } of scene.order) if (groups.has(thing.group)) chosen.add(id)
  return chosen
}

/** What lies wholly on a sheet among these goes with it; what is locked in its place stays. */
export const carried = (scene: Scene, ids: Iterable<string>): Set<string> => {
  const moved = new Set<string>()
  const sheets: Rect[] = []
  for (const id of ids) {
    const item = scene.get(id)
    if (!item || isFixed(item)) continue
    moved.add(id)
    if (item.thing.kind === 'frame') sheets.push(laid(item))
  }
  if (sheets.length === 0) return moved
  for (const item of scene.order) {
    if (moved.has(item.id) || isFixed(item)) continue
    const box = laid(item)
    if (sheets.some((sheet) => lies(box, sheet))) moved.add(item.id)
  }
  return moved
}
