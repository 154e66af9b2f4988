import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, editText, openBoard } from './board.ts'
import { caretAt, placeOfCaret, textOf } from './caret.ts'
import { addTable } from './table.ts'

const pair = () => {
  const [a, b] = [openBoard(new Y.Doc()), openBoard(new Y.Doc())]
  const pass = () => {
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)))
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)))
  }
  addNote(a, { id: 'n', x: 0, y: 0, colour: 'yellow', text: 'жел соғады', by: 'aidana', at: 0 })
  addTable(a, { id: 't', x: 0, y: 0, rows: ['r'], columns: ['c', 'd'], words: [['бір', 'екі']], by: 'aidana', at: 0 })
  pass()
  return { a, b, pass }
}

/** As awareness carries it: through JSON. */
const told = (board: ReturnType<typeof openBoard>, id: string, part: string, anchor: number, head: number): Record<string, unknown> =>
  JSON.parse(JSON.stringify(caretAt(board, id, part, anchor, head))) as Record<string, unknown>

describe('a caret that is told', () => {
  it('stands before the same letter, whatever is written before it', () => {
    const { a, b, pass } = pair()
    const caret = told(a, 'n', '', 0, 4)
    editText(b, 'n', { at: 0, remove: 0, insert: 'күшті ' })
    expect(placeOfCaret(b, caret)).toEqual({ thing: 'n', part: '', words: 'күшті жел соғады', anchor: 6, head: 10 })
    pass()
    expect(placeOfCaret(a, caret)?.head).toBe(10)
  })

  it('stands at the end of a text as long as it is the end', () => {
    const { a, b } = pair()
    const caret = told(a, 'n', '', 10, 10)
    editText(b, 'n', { at: 10, remove: 0, insert: '!' })
    expect(placeOfCaret(b, caret)?.head).toBe(11)
  })

  it('stands where its letter was, once that is gone', () => {
    const { a, b } = pair()
    const caret = told(a, 'n', '', 6, 6)
    editText(b, 'n', { at: 4, remove: 6, insert: '' })
    expect(placeOfCaret(b, caret)?.head).toBe(4)
  })

  it('names the cell of a table', () => {
    const { a, b } = pair()
    expect(placeOfCaret(b, told(a, 't', 'r:d', 1, 2))).toEqual({ thing: 't', part: 'r:d', words: 'екі', anchor: 1, head: 2 })
  })

  it('is nothing in a thing to which its text does not belong, or before its letters have come', () => {
    const { a, b, pass } = pair()
    const caret = told(a, 'n', '', 0, 0)
    expect(placeOfCaret(b, { ...caret, thing: 't' })).toBeNull()
    expect(placeOfCaret(b, { ...caret, thing: 'nobody' })).toBeNull()
    editText(a, 'n', { at: 0, remove: 0, insert: 'жаңа ' })
    const ahead = told(a, 'n', '', 2, 2)
    expect(placeOfCaret(b, ahead)).toBeNull()
    pass()
    expect(placeOfCaret(b, ahead)?.head).toBe(2)
  })

  it('is nothing where a joker tells it', () => {
    const { b } = pair()
    const { client, clock } = textOf(b, 'n', '')?._item?.id ?? { client: 0, clock: 0 }
    const text = [client, clock]
    for (const wrong of [
      null,
      7,
      'caret',
      {},
      { thing: 7, text, anchor: null, head: null },
      { thing: 'n', text: [1, 2], anchor: null, head: null },
      { thing: 'n', text: ['a', {}], anchor: null, head: null },
      { thing: 'n', text, anchor: null },
      { thing: 'n', text, anchor: null, head: [client] },
      { thing: 'n', text, anchor: [-1, 1e99], head: null },
      { thing: 'n', text: [client, clock - 1], anchor: null, head: null },
      { thing: 'n', text: [client, 0], anchor: [client, 0], head: [client, 0] },
    ])
      expect(placeOfCaret(b, wrong), JSON.stringify(wrong)).toBeNull()
  })
})
