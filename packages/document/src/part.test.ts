import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, addThings, openBoard, readBoard, remove } from './board.ts'
import { cutPart, idsInPart } from './part.ts'

const by = { by: 'aigerim', at: 1 }

/** A sheet with a note on it, a note beside it, a line between the two, and one that was deleted. */
const board = () => {
  const opened = openBoard(new Y.Doc())
  addThings(opened, [{ id: 'sheet', kind: 'frame', g: [0, 0, 400, 300], text: 'Схема', ...by }])
  addNote(opened, { id: 'on', x: 40, y: 40, text: 'датчик', colour: 'yellow', ...by })
  addNote(opened, { id: 'beside', x: 900, y: 40, text: 'құпия', colour: 'yellow', ...by })
  const end = (id: string) => ({ id, u: 0.5, v: 0.5, port: '' })
  addThings(opened, [{ id: 'line', kind: 'connector', a: end('on'), b: end('beside'), p: [600, 600, 700, 700], ...by }])
  addNote(opened, { id: 'gone', x: 60, y: 60, colour: 'yellow', ...by })
  remove(opened, ['gone'], 'aigerim', 2)
  return opened.doc
}

describe('a part of a board', () => {
  it('is a sheet with what lies on it and the lines from there', () => {
    expect(idsInPart(board(), { kind: 'frame', things: ['sheet'] })).toEqual(['sheet', 'on', 'line'])
  })

  it('is single things and no more, or all of it', () => {
    expect(idsInPart(board(), { kind: 'things', things: ['beside', 'gone', 'nowhere'] })).toEqual(['beside'])
    expect(idsInPart(board(), { kind: 'board', things: [] })).toEqual(['sheet', 'on', 'beside', 'line'])
    expect(idsInPart(board(), { kind: 'file', things: [] })).toEqual([])
  })

  it('tells nothing of what lies beside it', () => {
    const cut = cutPart(board(), { kind: 'things', things: ['on', 'line'] })
    const { things, deleted } = readBoard(cut)
    expect(things.map(({ id, text }) => [id, text])).toEqual([
      ['on', 'датчик'],
      ['line', ''],
    ])
    expect(things[1]).toMatchObject({ a: { id: 'on' }, b: null })
    expect(deleted).toEqual([])
    expect(Buffer.from(Y.encodeStateAsUpdate(cut)).includes('құпия')).toBe(false)
  })
})
