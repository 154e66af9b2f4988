import { addNote, addThings, openBoard, type Board } from '@sheber/document/board'
import type { NoteColour } from '@sheber/document/colour'
import type { NewThing } from '@sheber/document/thing'
import * as Y from 'yjs'
import { Editor, type Outside } from './editor.ts'
import type { Asked } from './asked.ts'
import type { Press, Tool } from './tools.ts'
import { toScreen } from './camera.ts'

/** For tests: a board at a desk of 1000 × 800, every letter half as wide as it is high. */
export const halfWide = (text: string) => text.length * 0.5

export const createEditor = (board: Board = openBoard(new Y.Doc()), more: Partial<Outside> = {}) => {
  let ids = 0
  let clock = 0
  const outside = { me: 'aigerim', newId: () => `new${++ids}`, now: () => ++clock, measure: halfWide, ...more }
  const editor = new Editor(board, outside)
  editor.screen = { w: 1000, h: 800 }
  return editor
}

export const put = (board: Board, id: string, x: number, y: number, text = '', colour: NoteColour = 'yellow') =>
  addNote(board, { id, x, y, w: 100, h: 100, colour, text, by: 'daulet', at: 1 })

/** A press at a place of the world. */
export const press = (editor: Editor, x: number, y: number, more: Partial<Press> = {}): Press => ({
  world: { x, y },
  screen: toScreen(editor.camera, { x, y }),
  shift: false,
  ctrl: false,
  alt: false,
  grip: null,
  touch: false,
  pressure: 0.5,
  path: [{ world: { x, y }, pressure: more.pressure ?? 0.5 }],
  at: 0,
  ...more,
})

/** A clock that stands until it is told to go on. */
export const clock = () => {
  let now = 0
  const rings = new Set<{ at: number; rung: () => void }>()
  return {
    ring: (ms: number, rung: () => void) => {
      const one = { at: now + ms, rung }
      rings.add(one)
      return () => rings.delete(one)
    },
    pass: (ms: number) => {
      now += ms
      for (const one of [...rings]) {
        if (one.at > now) continue
        rings.delete(one)
        one.rung()
      }
    },
  }
}

/** Down, over the places in between, and up at the last. */
export const draw = (editor: Editor, tool: Tool, places: readonly (readonly [number, number])[], more: Partial<Press> = {}) => {
  const [first = [0, 0] as const] = places
  const last = places.at(-1) ?? first
  tool.down(press(editor, first[0], first[1], more))
  for (const [x, y] of places.slice(1)) tool.move(press(editor, x, y, { ...more, grip: null }))
  tool.up(press(editor, last[0], last[1], { ...more, grip: null }))
}

/** Everything the editor asks the interface for, as it came. */
export const heard = (editor: Editor, ...names: (keyof Asked)[]) => {
  const asked: [string, unknown][] = []
  for (const name of names) editor.answer(name, (what) => asked.push([name, what]))
  return asked
}

export const addOne = (board: Board, thing: Omit<NewThing, 'by' | 'at'>) =>
  addThings(board, [{ ...thing, by: 'daulet', at: 1 } as NewThing])
