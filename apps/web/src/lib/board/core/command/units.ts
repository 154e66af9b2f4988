import { layEnds, moveThings } from '@sheber/document/board'
import type { Editor } from '../editor.ts'
import { lifted } from '../drag.ts'
import { around, boundsOfTurned, type Rect } from '../geometry.ts'
import { carried } from '../held.ts'
import type { Item } from '../kind.ts'
import { movable } from './command.ts'

/** What is lined up as one: a group, or a thing by itself. Connectors follow what they hold. */
export interface Unit {
  readonly items: readonly Item[]
  readonly box: Rect
}

const boxOf = (items: readonly Item[]) => around(items.map((item) => boundsOfTurned(item, item.turn)))

export const unitsOf = (editor: Editor): Unit[] => {
  const byGroup = new Map<string, Item[]>()
  for (const item of movable(editor)) {
    if (item.thing.kind === 'connector') continue
    const key = item.thing.group || `:${item.id}`
    const mates = byGroup.get(key)
    if (mates) mates.push(item)
    else byGroup.set(key, [item])
  }
  return [...byGroup.values()].map((items) => ({ items, box: boxOf(items) ?? { x: 0, y: 0, w: 0, h: 0 } }))
}

export interface Shift {
  readonly items: readonly Item[]
  readonly dx: number
  readonly dy: number
}

/** Moves each by its own way, with whatever lies on a sheet among them, in one step. */
export const shift = (editor: Editor, shifts: readonly Shift[]) => {
  const { scene, board } = editor
  const places = new Map<string, ReturnType<typeof lifted>>()
  for (const { items, dx, dy } of shifts) {
    if (dx === 0 && dy === 0) continue
    const along = carried(
      scene,
      items.map(({ id }) => id),
    )
    for (const id of along) {
      const item = scene.get(id)
      if (item && !places.has(id))
        places.set(
          id,
          lifted(item, { dx, dy }, (other) => along.has(other)),
        )
    }
  }
  if (places.size === 0) return
  editor.step(() => {
    moveThings(
      board,
      [...places].filter(([, { ends }]) => !ends).map(([id, { g }]) => ({ id, g })),
    )
    layEnds(
      board,
      [...places].flatMap(([id, { ends }]) => (ends ? [{ id, ...ends }] : [])),
    )
  })
}
