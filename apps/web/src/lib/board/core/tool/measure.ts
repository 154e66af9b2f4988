import type { End, Ends } from '@sheber/document/thing'
import type { Editor } from '../editor.ts'
import { freePlace } from '../command/adding.ts'
import { distance, middleOf, type Point } from '../geometry.ts'
import type { Item } from '../kind.ts'
import { portsAt, type Landed } from '../landing.ts'
import { acrossOf } from '../measure.ts'
import { hasEnds } from '@sheber/document/thing'
import { laidDown } from './done.ts'

/** World units from what is measured to its line. */
const beside = 24

/** Of two ends of one thing the line runs outside of it. */
const sideOf = (editor: Editor, a: Landed, b: Landed): number => {
  const item = a.end && a.end.id === b.end?.id ? editor.scene.get(a.end.id) : undefined
  if (!item) return beside
  const across = acrossOf(a.at, b.at)
  const middle = middleOf(item)
  return (middle.x - a.at.x) * across.x + (middle.y - a.at.y) * across.y > 0 ? -beside : beside
}

/** Lays a dimension between two points. */
export const measure = (editor: Editor, a: Landed, b: Landed): string | null => {
  if (editor.may !== 'write') return null
  const { outside } = editor
  const id = outside.newId()
  const p: Ends = [a.at.x, a.at.y, b.at.x, b.at.y]
  const offset = sideOf(editor, a, b)
  editor.make([{ kind: 'dimension', id, a: a.end, b: b.end, p, offset, by: outside.me, at: outside.now() }])
  return id
}

const free = (at: Point): Landed => ({ at, end: null, hover: null })
const held = (item: Item, u: number, v: number): Landed => {
  const [spot] = portsAt(item, [{ name: '', u, v }])
  const end: End = { id: item.id, u, v, port: '' }
  return { at: spot?.at ?? middleOf(item), end, hover: null }
}

const middles = [
  [0.5, 0],
  [1, 0.5],
  [0.5, 1],
  [0, 0.5],
] as const

/** The sides that face one another. */
const gapOf = (one: Item, other: Item): readonly [Landed, Landed] => {
  const pairs = middles.flatMap(([u, v]) => middles.map(([s, t]) => [held(one, u, v), held(other, s, t)] as const))
  return pairs.reduce((best, pair) => (distance(pair[0].at, pair[1].at) < distance(best[0].at, best[1].at) ? pair : best))
}

const usual = 200

/**
 * For whoever has no pointer to show two places: of one thing its width is measured, of two what lies between them; where
 * nothing is chosen a dimension of the usual length is laid.
 */
export const measureHere = (editor: Editor): string | null => {
  const [one, other, ...more] = editor.selectedItems().filter(({ thing }) => !hasEnds(thing))
  const at = freePlace(editor)
  const [a, b] =
    one && other && more.length === 0
      ? gapOf(one, other)
      : one && !other
        ? [held(one, 0, 0), held(one, 1, 0)]
        : [free({ x: at.x - usual / 2, y: at.y }), free({ x: at.x + usual / 2, y: at.y })]
  laidDown(editor)
  const id = measure(editor, a, b)
  if (id) editor.select([id])
  return id
}
