import { addNote, openBoard, type Board } from '@sheber/document/board'
import type { NoteColour } from '@sheber/document/colour'
import * as Y from 'yjs'
import { Editor } from './editor.ts'
import type { Press } from './tools.ts'
import { toScreen } from './camera.ts'

/** For tests: a board at a desk of 1000 × 800, every letter half as wide as it is high. */
export const halfWide = (text: string) => text.length * 0.5

export const createEditor = (board: Board = openBoard(new Y.Doc())) => {
  let ids = 0
  let clock = 0
  const outside = { me: 'aigerim', newId: () => `new${++ids}`, now: () => ++clock, measure: halfWide }
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
