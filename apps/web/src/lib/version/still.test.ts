import { addNote, openBoard, readBoard } from '@sheber/document/board'
import { describe, expect, it } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { bytesOf, stillRoom } from './still.ts'

const written = (...texts: string[]) => {
  const doc = new Doc()
  for (const text of texts) addNote(openBoard(doc), { id: text, x: 0, y: 0, colour: 'yellow', text, by: 'x', at: 1 })
  return doc
}
const idsOf = (doc: Doc) =>
  readBoard(doc)
    .things.map(({ id }) => id)
    .sort()

describe('a still room', () => {
  it('shows what the contract carried, for looking only', () => {
    const base64 = Buffer.from(encodeStateAsUpdate(written('тірек'))).toString('base64')
    const room = stillRoom([bytesOf(base64)])
    expect(idsOf(room.doc)).toEqual(['тірек'])
    expect(room).toMatchObject({ right: 'read', save: 'saved', ready: true })
  })

  it('lays late work over the board and leaves the board itself alone', () => {
    const now = written('тақтада')
    const room = stillRoom([encodeStateAsUpdate(now), encodeStateAsUpdate(written('кешіккен'))])
    expect(idsOf(room.doc)).toEqual(['кешіккен', 'тақтада'])
    expect(idsOf(now)).toEqual(['тақтада'])
  })
})
