import type { Connector, Ends } from '@sheber/document/thing'
import type { Editor } from '../editor.ts'
import { isHandle, middleOf, pulled, turned, unturned, type Grip, type Handle, type Point, type Rect } from '../geometry.ts'
import { swingOf } from '../connect.ts'
import { bendOf, holdOf, isSquare, leastOf } from '../hold.ts'
import type { Item } from '../kind.ts'
import { kindOf } from '../kinds.ts'
import { acrossOf, offsetMost } from '../measure.ts'
import { snapPoint } from '../snap.ts'
import { snapAt } from '../snapping.ts'
import type { Press } from '../tools.ts'
import { landed, measured } from './landed.ts'
import { inLine } from './line.ts'

/** What follows the hand while a grip of the selection is held. */
export type Follow = (press: Press) => void

const wholeTurn = 15
const degreesOf = (middle: Point, at: Point) => (Math.atan2(at.y - middle.y, at.x - middle.x) * 180) / Math.PI

const turning = (editor: Editor, start: Press, rect: Rect, former: number): Follow => {
  const around = middleOf(rect)
  const first = degreesOf(around, start.world)
  return (press) => {
    const free = degreesOf(around, press.world) - first
    const degrees = press.shift ? Math.round((former + free) / wholeTurn) * wholeTurn - former : free
    editor.drag({ degrees, around })
  }
}

const cornerOf = (rect: Rect, handle: Handle): Point => ({
  x: handle.includes('w') ? rect.x : handle.includes('e') ? rect.x + rect.w : rect.x + rect.w / 2,
  y: handle.includes('n') ? rect.y : handle.includes('s') ? rect.y + rect.h : rect.y + rect.h / 2,
})

const pulling = (editor: Editor, start: Press, handle: Handle, from: Rect, turn: number): Follow => {
  const items = editor.selectedItems()
  const [only] = items
  const inWidth = items.length === 1 && only !== undefined && kindOf(only.thing).resize === 'width'
  const square = isSquare(items)
  const least = leastOf(items, from)
  const line = inLine(editor, editor.selection)
  const grasped = cornerOf(from, handle)
  return (press) => {
    const straight = !press.ctrl && turn === 0 && !square && !press.shift
    const away = turned({ x: press.world.x - start.world.x, y: press.world.y - start.world.y }, { x: 0, y: 0 }, -turn)
    const wanted = { x: grasped.x + away.x, y: grasped.y + away.y }
    const free = { x: handle.includes('w') || handle.includes('e'), y: handle.includes('n') || handle.includes('s') }
    const to = straight ? snapPoint(wanted, line.targets, snapAt(editor, wanted), line.within, free) : { ...wanted, guides: [] }
    const pull = { square: !inWidth && (square || press.shift), centred: press.alt, least }
    const box = pulled(from, handle, to.x - grasped.x, to.y - grasped.y, pull)
    editor.sketch({ guides: to.guides })
    editor.drag({ from, to: turn === 0 ? box : unturned(box, from, turn) })
  }
}

const ending = (editor: Editor, side: 'a' | 'b', item: Item, other: Point | null): Follow => {
  const land = (press: Press) =>
    item.thing.kind === 'dimension' ? measured(editor, press, other, item.id) : landed(editor, press, item.id)
  return (press) => {
    const { at, end, hover } = land(press)
    editor.sketch({ hover })
    editor.drag({ held: { side, at, end } })
  }
}

/** So near to where it would hang by itself it falls back there. */
const calm = 0.03

const swinging = (editor: Editor, { thing }: Item<Connector>, [ax, ay, bx, by]: Ends, at: Point): Follow | null => {
  const swing = swingOf({ x: ax, y: ay }, { x: bx, y: by })
  const long = swing.x ** 2 + swing.y ** 2
  if (long < 1) return null
  return ({ world }) => {
    const bend = thing.bend + ((world.x - at.x) * swing.x + (world.y - at.y) * swing.y) / long
    editor.drag({ bend: Math.abs(bend - 0.5) < calm ? 0.5 : Math.min(4, Math.max(-4, bend)) })
  }
}

const bending = (editor: Editor, item: Item<Connector>, ends: Ends): Follow | null => {
  const bend = bendOf(item, editor)
  if (!bend) return null
  const { along, at } = bend
  if (along === 'across') return swinging(editor, item, ends, at)
  const [from, to] = along === 'x' ? [ends[0], ends[2]] : [ends[1], ends[3]]
  // Ends at one height leave no part of the way to bend at.
  if (Math.abs(to - from) < 1) return null
  return (press) => editor.drag({ bend: Math.min(4, Math.max(-4, (press.world[along] - from) / (to - from))) })
}

/** The line of a dimension runs where the hand is. */
const offsetting = (editor: Editor, a: Point, b: Point): Follow => {
  const across = acrossOf(a, b)
  return ({ world }) => {
    const far = Math.round((world.x - a.x) * across.x + (world.y - a.y) * across.y)
    editor.drag({ offset: Math.min(offsetMost, Math.max(-offsetMost, far)) })
  }
}

/** Null where the selection cannot be held so. */
export const pull = (editor: Editor, start: Press, grip: Grip): Follow | null => {
  const hold = holdOf(editor)
  if (editor.may !== 'write' || !hold?.grips.includes(grip)) return null
  if (grip === 'turn') return turning(editor, start, hold.rect, hold.turn)
  if (isHandle(grip)) return pulling(editor, start, grip, hold.rect, hold.turn)
  const [item] = editor.selectedItems()
  if (!item) return null
  if (grip === 'a' || grip === 'b') return ending(editor, grip, item, hold.at[grip === 'a' ? 'b' : 'a'] ?? null)
  const { a, b } = hold.at
  if (item.thing.kind === 'dimension') return a && b ? offsetting(editor, a, b) : null
  return a && b ? bending(editor, item as Item<Connector>, [a.x, a.y, b.x, b.y]) : null
}
