import { addThings, openBoard } from '@sheber/document/board'
import { hasEnds, type NewThing } from '@sheber/document/thing'
import * as Y from 'yjs'
import type { Editor } from '../core/editor.ts'
import { around, type Rect } from '../core/geometry.ts'
import type { Measure } from '../core/lines.ts'
import { sheetView } from '../core/opening.ts'
import { Scene } from '../core/scene.ts'

/** Free paper between what is there and what comes. */
const gap = 160

const moved = (thing: NewThing, dx: number, dy: number): NewThing => {
  const g = thing.g && ([thing.g[0] + dx, thing.g[1] + dy, thing.g[2], thing.g[3]] as const)
  if (!hasEnds(thing)) return { ...thing, ...(g && { g }) }
  const p = thing.p && ([thing.p[0] + dx, thing.p[1] + dy, thing.p[2] + dx, thing.p[3] + dy] as const)
  return { ...thing, ...(g && { g }), ...(p && { p }) }
}

const boxOf = (things: readonly NewThing[]): Rect | null =>
  around(things.flatMap(({ g }) => (g ? [{ x: g[0], y: g[1], w: g[2], h: g[3] }] : [])))

/** To the right of everything, its upper edge on the same line; one step of undo, and the screen goes there. */
export const placeTemplate = (editor: Editor, things: readonly NewThing[]): boolean => {
  const box = boxOf(things)
  if (editor.may !== 'write' || !box) return false
  const there = editor.scene.bounds()
  const at = there ? { x: Math.ceil(there.x + there.w + gap), y: Math.round(there.y) } : { x: 0, y: 0 }
  const [dx, dy] = [at.x - box.x, at.y - box.y]
  editor.step(() =>
    addThings(
      editor.board,
      things.map((thing) => moved(thing, dx, dy)),
    ),
  )
  editor.select([])
  editor.camera = sheetView(editor.screen, { ...box, ...at })
  return true
}

/** The things as a board of their own, to be looked at without touching any other. */
export const sceneOf = (things: readonly NewThing[], measure: Measure): Scene => {
  const board = openBoard(new Y.Doc())
  addThings(board, things)
  return new Scene(board, measure)
}
