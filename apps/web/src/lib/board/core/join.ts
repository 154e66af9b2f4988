import { layEnds } from '@sheber/document/board'
import type { Editor } from './editor.ts'
import { distance, middleOf, type Rect } from './geometry.ts'
import { isFixed } from './held.ts'
import type { Item } from './kind.ts'
import { kindOf } from './kinds.ts'
import { canHold, portsOf, type Landed } from './landing.ts'
import { connect } from './tool/connector.ts'

/** Two things that lie there already are joined without pointing at either. */

/** A thing, or one named pin of it; '' is the thing as a whole. */
export interface Spot {
  readonly id: string
  readonly pin: string
}

/** Names of the pins of a thing, as they are printed on it; none of what has no pins. */
export const pinsOf = (item: Item): readonly string[] =>
  (kindOf(item.thing).ports?.(item) ?? []).map(({ name }) => name).filter((name) => name !== '')

const portOf = (item: Item, pin: string) => (pin === '' ? undefined : portsOf(item).find(({ name }) => name === pin))

const pinSide = 14

/** Where a spot lies in the world: the thing's box, or a small one around its pin. Null once it is gone. */
export const spotBox = (editor: Editor, { id, pin }: Spot): Rect | null => {
  const item = editor.scene.get(id)
  if (!item) return null
  const port = portOf(item, pin)
  return port ? { x: port.at.x - pinSide / 2, y: port.at.y - pinSide / 2, w: pinSide, h: pinSide } : item
}

const landedOn = (item: Item, pin: string): Landed => {
  const port = portOf(item, pin)
  return port
    ? { at: port.at, end: { id: item.id, u: port.u, v: port.v, port: port.name }, hover: null }
    : { at: middleOf(item), end: { id: item.id, u: 0.5, v: 0.5, port: '' }, hover: null }
}

/** Whether a connector may dock at it. */
export const isJoinable = (item: Item): boolean => canHold(item)

/**
 * Lays a connector between two spots, looking as the next one drawn would. Its id; null where one may not write, where a
 * spot is gone, or where both are the same thing as a whole.
 */
export const join = (editor: Editor, a: Spot, b: Spot): string | null => {
  const [from, to] = [editor.scene.get(a.id), editor.scene.get(b.id)]
  if (!from || !to || !isJoinable(from) || !isJoinable(to)) return null
  if (a.id === b.id && (a.pin === b.pin || !portOf(from, a.pin) || !portOf(to, b.pin))) return null
  return connect(editor, landedOn(from, a.pin), landedOn(to, b.pin))
}

/** Lets one end of a connector that lies there dock elsewhere. False where one may not, or where either is gone or locked. */
export const rejoin = (editor: Editor, id: string, end: 'a' | 'b', to: Spot): boolean => {
  const [line, target] = [editor.scene.get(id), editor.scene.get(to.id)]
  if (editor.may !== 'write' || line?.thing.kind !== 'connector' || isFixed(line) || !target || !isJoinable(target)) return false
  const landed = landedOn(target, to.pin)
  const { a, b, p } = line.thing
  const { x, y } = landed.at
  editor.step(() =>
    layEnds(editor.board, [
      end === 'a' ? { id, a: landed.end, b, p: [x, y, p[2], p[3]] } : { id, a, b: landed.end, p: [p[0], p[1], x, y] },
    ]),
  )
  return true
}

/** What a thing can be joined with, the nearest first: that is what one usually wants. Itself too, where it has pins. */
export const partnersOf = (editor: Editor, from: Item): Item[] => {
  const middle = middleOf(from)
  return editor.scene.order
    .filter((item) => isJoinable(item) && (item.id !== from.id || pinsOf(item).length > 1))
    .map((item) => ({ item, far: item.id === from.id ? Infinity : distance(middle, middleOf(item)) }))
    .sort((a, b) => a.far - b.far)
    .map(({ item }) => item)
}
