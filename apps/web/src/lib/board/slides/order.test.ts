import { openBoard } from '@sheber/document/board'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addOne, createEditor } from '../core/board.fixture.ts'
import type { Editor } from '../core/editor.ts'
import { moveSlide, slidesOf } from './order.ts'

const frame = (editor: Editor, id: string, x: number) => addOne(editor.board, { kind: 'frame', id, g: [x, 0, 400, 300] })
const three = () => {
  const editor = createEditor()
  for (const [i, id] of ['a', 'b', 'c'].entries()) frame(editor, id, i * 500)
  return editor
}
const shown = (editor: Editor) => slidesOf(editor.scene.order).map(({ id }) => id)

it('are shown as one reads them until somebody orders them', () => {
  const editor = three()
  expect(shown(editor)).toEqual(['a', 'b', 'c'])
  expect(moveSlide(editor, 'c', 0)).toBe(true)
  expect(shown(editor)).toEqual(['c', 'a', 'b'])
  expect(moveSlide(editor, 'c', 2)).toBe(true)
  expect(shown(editor)).toEqual(['a', 'b', 'c'])
  frame(editor, 'd', -900)
  expect(shown(editor).at(-1), 'what comes later is shown last').toBe('d')
})

it('take back a move by one undo, and stay where there is no further', () => {
  const editor = three()
  moveSlide(editor, 'a', 1)
  expect(shown(editor)).toEqual(['b', 'a', 'c'])
  editor.undo.undo()
  expect(shown(editor)).toEqual(['a', 'b', 'c'])
  expect(moveSlide(editor, 'a', -1)).toBe(false)
  expect(moveSlide(editor, 'a', 3)).toBe(false)
  expect(moveSlide(editor, 'a', 0)).toBe(false)
  editor.may = 'read'
  expect(moveSlide(editor, 'a', 1)).toBe(false)
})

it('are moved by two at one moment, and both see one order with both moves', () => {
  const [one, two] = [three(), createEditor(openBoard(new Y.Doc()))]
  for (const [i, id] of ['a', 'b', 'c'].entries()) moveSlide(one, id, i === 0 ? 1 : i)
  const order = shown(one)
  const pass = (from: Editor, to: Editor) => Y.applyUpdate(to.board.doc, Y.encodeStateAsUpdate(from.board.doc))
  pass(one, two)
  expect(shown(two)).toEqual(order)
  moveSlide(one, order[0] as string, 1)
  moveSlide(two, order[2] as string, 0)
  pass(one, two)
  pass(two, one)
  expect(shown(one)).toEqual(shown(two))
  expect(shown(one)[0]).toBe(order[2])
})

it('keep apart copies that share a key', () => {
  const editor = three()
  for (const id of ['a', 'b', 'c']) editor.board.doc.getMap<Y.Map<unknown>>('el').get(id)?.set('slide', 'a1')
  expect(shown(editor)).toEqual(['a', 'b', 'c'])
  moveSlide(editor, 'a', 2)
  expect(shown(editor)).toEqual(['b', 'c', 'a'])
})
