import { copyOf, hasEnds, type End, type NewThing, type Place } from '@sheber/document/thing'
import { reached } from '../camera.ts'
import type { Editor } from '../editor.ts'
import { grown, middleOf, type Point, type Rect } from '../geometry.ts'
import type { Item } from '../kind.ts'
import { kindOf } from '../kinds.ts'
import { command, writes } from './command.ts'

/** Along the connectors: a connected copy to a side, and from thing to thing. */

const aside = 80
const tries = 12

const single = (editor: Editor): Item | null => {
  const [only, ...others] = editor.selectedItems()
  return only && others.length === 0 && !hasEnds(only.thing) ? only : null
}

const bringIntoView = (editor: Editor, rect: Rect) => {
  editor.camera = reached(editor.camera, rect, editor.screen)
}

/** Beside `item` that way; where something lies already, further along the side: now after it, now before. */
const placeBeside = (editor: Editor, item: Item, { x, y }: Point): Rect => {
  const at = { x: item.x + x * (item.w + aside), y: item.y + y * (item.h + aside), w: item.w, h: item.h }
  for (let i = 0; i < tries; i++) {
    const sideways = (i % 2 === 1 ? 1 : -1) * Math.ceil(i / 2)
    const rect = {
      ...at,
      x: at.x + (x === 0 ? sideways * (item.w + aside / 2) : 0),
      y: at.y + (y === 0 ? sideways * (item.h + aside / 2) : 0),
    }
    if (editor.scene.touching(grown(rect, 8)).every(({ thing }) => thing.kind === 'frame' || thing.kind === 'connector')) return rect
  }
  return at
}

const end = (id: string): End => ({ id, u: 0.5, v: 0.5, port: '' })

const connectTo = (way: Point) =>
  command(
    (editor) => writes(editor) && single(editor) !== null,
    (editor) => {
      const item = single(editor)
      if (!item) return
      const { outside, next } = editor
      const rect = placeBeside(editor, item, way)
      const g: Place = [rect.x, rect.y, rect.w, rect.h]
      const [by, at] = [outside.me, outside.now()]
      const copy = copyOf(item.thing, { id: outside.newId(), g, turn: 0, by, at })
      if (!copy) return
      const [from, to] = [middleOf(item), middleOf(rect)]
      const { ink, width, dash, route, tail, head } = next
      const line: NewThing = {
        kind: 'connector',
        id: outside.newId(),
        a: end(item.id),
        b: end(copy.id),
        p: [from.x, from.y, to.x, to.y],
        ...{ ink, width, dash, route, tail, head, by, at },
      }
      editor.make([{ ...copy, text: '' } as NewThing, line])
      bringIntoView(editor, rect)
      if (kindOf(item.thing).writing) editor.edit(copy.id)
      else editor.select([copy.id])
    },
  )

const neighbours = (editor: Editor, item: Item): Item[] =>
  editor.scene.hangingOn(item.id).flatMap(({ thing }) => {
    if (thing.kind !== 'connector') return []
    const other = thing.a?.id === item.id ? thing.b?.id : thing.a?.id
    const found = other === undefined || other === item.id ? undefined : editor.scene.get(other)
    return found ? [found] : []
  })

/** Of those that lie that way, the one straightest ahead and nearest. */
const ahead = (editor: Editor, item: Item, { x, y }: Point): Item | null => {
  const from = middleOf(item)
  let best: { item: Item; cost: number } | null = null
  for (const other of neighbours(editor, item)) {
    const to = middleOf(other)
    const along = (to.x - from.x) * x + (to.y - from.y) * y
    const across = Math.abs((to.x - from.x) * y) + Math.abs((to.y - from.y) * x)
    if (along <= 0 || across > along) continue
    const cost = along + across * 2
    if (!best || cost < best.cost) best = { item: other, cost }
  }
  return best?.item ?? null
}

const walkTo = (way: Point) =>
  command(
    (editor) => {
      const item = single(editor)
      return item !== null && ahead(editor, item, way) !== null
    },
    (editor) => {
      const item = single(editor)
      const next = item && ahead(editor, item, way)
      if (!next) return
      editor.select([next.id])
      bringIntoView(editor, next)
    },
  )

const [left, right, up, down] = [
  { x: -1, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
] as const

export const walking = {
  connectLeft: connectTo(left),
  connectRight: connectTo(right),
  connectUp: connectTo(up),
  connectDown: connectTo(down),
  walkLeft: walkTo(left),
  walkRight: walkTo(right),
  walkUp: walkTo(up),
  walkDown: walkTo(down),
}
