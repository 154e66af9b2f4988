import { wayOf } from './kinds/connector.ts'
import type { Editor } from './editor.ts'
import { around, boundsOfTurned, handles, middle, sides, type Grip, type Point, type Rect } from './geometry.ts'
import { isFixed } from './held.ts'
import type { Item } from './kind.ts'
import { kindOf } from './kinds.ts'
import { acrossOf, aside, measuredOf, offsetOf, type Dimension } from './measure.ts'
import { hasEnds, type Connector } from '@sheber/document/thing'

/** How the selection can be taken hold of. */
export interface Hold {
  /** The frame around it; that of a single thing turns with it. */
  readonly rect: Rect
  readonly turn: number
  /** What can be pulled; those of `at` lie at a point of the world, the rest on the frame. */
  readonly grips: readonly Grip[]
  readonly at: Partial<Record<Grip, Point>>
}

const isConnector = (item: Item): item is Item<Connector> => item.thing.kind === 'connector'
const isDimension = (item: Item): item is Item<Dimension> => item.thing.kind === 'dimension'

/** What of a way can be pushed aside, and which way it is pushed: a piece of an elbow, the middle of a curve. */
export const bendOf = (item: Item<Connector>, editor: Editor): { at: Point; along: 'x' | 'y' | 'across' } | null => {
  if (item.thing.route === 'straight') return null
  const { points, curved, middle: at, forced } = wayOf(item, editor.scene)
  if (curved) return { at, along: 'across' }
  // What goes round the things it holds would only jump.
  if (forced) return null
  const [a, b] = [points[points.length / 2 - 1], points[points.length / 2]]
  if (!a || !b || points.length < 4) return null
  return { at: middle(a, b), along: Math.abs(a.x - b.x) < Math.abs(a.y - b.y) ? 'x' : 'y' }
}

const holdOfConnector = (item: Item<Connector>, editor: Editor): Hold => {
  const { points } = wayOf(item, editor.scene)
  const [a, b] = [points[0], points.at(-1)]
  const bend = bendOf(item, editor)?.at
  const at = { ...(a && { a }), ...(b && { b }), ...(bend && { bend }) }
  return { rect: item, turn: 0, grips: isFixed(item) ? [] : (Object.keys(at) as Grip[]), at }
}

/** Beside the number, which stands in the middle of its line. */
const besideNumber = 0.75

const holdOfDimension = (item: Item<Dimension>, editor: Editor): Hold => {
  const [a, b] = measuredOf(item, editor.scene)
  const along = { x: a.x + (b.x - a.x) * besideNumber, y: a.y + (b.y - a.y) * besideNumber }
  const at = { a, b, bend: aside(along, acrossOf(a, b), offsetOf(item)) }
  return { rect: item, turn: 0, grips: isFixed(item) ? [] : ['a', 'b', 'bend'], at }
}

const canTurn = ({ thing }: Item) => thing.kind !== 'frame'

const pullsOf = (item: Item): readonly Grip[] => {
  const { resize } = kindOf(item.thing)
  if (resize === 'free') return [...handles, ...sides]
  return resize === 'ratio' ? handles : resize === 'width' ? ['e', 'w'] : []
}

export const isSquare = (items: readonly Item[]) =>
  items.some((item) => kindOf(item.thing).resize === 'ratio' || (items.length > 1 && item.turn % 90 !== 0))

export const holdOf = (editor: Editor): Hold | null => {
  const items = editor.selectedItems()
  const [item] = items
  if (!item) return null
  if (items.length > 1) {
    const rect = around(items.map((one) => boundsOfTurned(one, one.turn))) ?? item
    const loose = items.filter((one) => !isFixed(one))
    const pulls = loose.some((one) => !hasEnds(one.thing)) ? [...handles, ...(isSquare(loose) ? [] : sides)] : []
    return {
      rect,
      turn: 0,
      grips: loose.length < items.length ? [] : [...pulls, ...(items.every(canTurn) ? (['turn'] as const) : [])],
      at: {},
    }
  }
  if (isConnector(item)) return holdOfConnector(item, editor)
  if (isDimension(item)) return holdOfDimension(item, editor)
  const grips = isFixed(item) ? [] : [...pullsOf(item), ...(canTurn(item) ? (['turn'] as const) : [])]
  return { rect: { x: item.x, y: item.y, w: item.w, h: item.h }, turn: item.turn, grips, at: {} }
}

/** No thing among them may become smaller than its kind allows. */
export const leastOf = (items: readonly Item[], rect: Rect) => {
  let [w, h] = [1, 1]
  for (const item of items) {
    const { least } = kindOf(item.thing)
    if (hasEnds(item.thing)) continue
    w = Math.max(w, (rect.w * least) / item.w)
    h = Math.max(h, kindOf(item.thing).resize === 'width' ? 1 : (rect.h * least) / item.h)
  }
  return { w, h }
}
