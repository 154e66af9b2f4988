import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, moveThings, openBoard, readBoard, remove, style, typeText } from './board.ts'
import { restoreBoard } from './restore.ts'

const note = (id: string, text = '') => ({ id, x: 40, y: 20, colour: 'yellow', text, by: 'aigerim', at: 1 }) as const
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const by = { by: 'madina', at: 9 }

it('makes the board look as it did, and keeps what came since', () => {
  const board = openBoard(new Y.Doc())
  addNote(board, note('moved', 'мост'))
  addNote(board, note('gone', 'су'))
  addNote(board, note('deleted then'))
  remove(board, ['deleted then'], 'daulet', 2)
  const then = copyOf(board.doc)
  const before = readBoard(then)

  moveThings(board, [{ id: 'moved', g: [1, 2, 3, 4] }])
  style(board, ['moved'], { fill: 'pink' })
  typeText(board, 'moved', 'жаңа мост')
  remove(board, ['gone'], 'daulet', 5)
  addNote(board, note('new'))
  restoreBoard(board, then, by)

  const after = readBoard(board.doc)
  expect(after.things).toEqual(before.things)
  expect(after.deleted.filter(({ id }) => id !== 'new')).toEqual(before.deleted)
  expect(after.deleted.find(({ id }) => id === 'new')?.deleted).toEqual(by)
})

it('brings back what a newer Sheber made, nested and unknown', () => {
  const doc = new Y.Doc()
  const board = openBoard(doc)
  board.el.set('m', new Y.Map([['t', 'model']]))
  const model = board.el.get('m') as Y.Map<unknown>
  model.set('parts', new Y.Map([['wheel', 4]]))
  const then = copyOf(doc)
  ;(model.get('parts') as Y.Map<unknown>).set('wheel', 3)
  model.set('later', true)
  restoreBoard(board, then, by)
  expect(board.el.toJSON()).toEqual({ m: { t: 'model', parts: { wheel: 4 } } })
})

it('takes nothing from whoever writes at that moment', () => {
  const board = openBoard(new Y.Doc())
  addNote(board, note('n', 'мост'))
  const then = copyOf(board.doc)
  typeText(board, 'n', 'мост стоит')
  const other = openBoard(copyOf(board.doc))
  typeText(other, 'n', 'наш мост стоит')
  restoreBoard(board, then, by)
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(other.doc))
  expect(readBoard(board.doc).things[0]).toMatchObject({ text: 'наш мост' })
})

it('does nothing where nothing has changed', () => {
  const board = openBoard(new Y.Doc())
  addNote(board, note('n', 'мост'))
  const then = copyOf(board.doc)
  let updates = 0
  board.doc.on('update', () => (updates += 1))
  restoreBoard(board, then, by)
  expect(updates).toBe(0)
})
