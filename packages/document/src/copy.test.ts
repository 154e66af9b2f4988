import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, addThings, openBoard, readBoard, remove, typeText } from './board.ts'
import { copyDocument, fileFieldsOf, filesOf, thingsIn, withFiles } from './copy.ts'
import { addTable } from './table.ts'

const trace = { by: 'aigerim', at: 1 }
const note = (id: string, text = '') => ({ id, x: 40, y: 20, colour: 'yellow', text, ...trace }) as const
const end = (id: string) => ({ id, u: 0.5, v: 0.5, port: '' })
const asIs = { ids: null, fileOf: (id: string) => id }

const source = () => {
  const board = openBoard(new Y.Doc())
  addNote(board, note('first', 'мотор'))
  addNote(board, note('second', 'қанат'))
  addNote(board, note('gone', 'жоқ'))
  addThings(board, [
    { kind: 'connector', id: 'line', a: end('first'), b: end('second'), p: [0, 0, 9, 9], ...trace },
    { kind: 'image', id: 'picture', file: 'old-file', g: [0, 0, 90, 60], ...trace },
    { kind: 'card', id: 'card', of: 'file', ref: 'other-file', text: 'есеп.pdf', ...trace },
  ])
  addTable(board, { id: 'table', x: 0, y: 0, rows: ['r1'], columns: ['c1'], words: [['В']], ...trace })
  remove(board, ['gone'], 'aigerim', 2)
  board.vote.set('first:daulet', 1)
  board.el.set(
    'newer',
    new Y.Map<unknown>([
      ['t', 'hologram'],
      ['beam', new Y.Map([['nm', 532]])],
    ]),
  )
  return board
}

it('takes everything that lies there as it is, and neither votes nor what was deleted', () => {
  const board = source()
  const { doc, ids } = copyDocument(board.doc, asIs)
  expect(readBoard(doc).things).toEqual(readBoard(board.doc).things)
  expect(readBoard(doc).deleted).toEqual([])
  expect((doc.getMap('el').toJSON() as Record<string, unknown>)['newer']).toEqual({ t: 'hologram', beam: { nm: 532 } })
  expect(doc.getMap('vote').size).toBe(0)
  expect([...ids].sort()).toEqual(['card', 'first', 'line', 'newer', 'picture', 'second', 'table'])
})

it('is a document of its own: neither changes the other', () => {
  const board = source()
  const { doc } = copyDocument(board.doc, asIs)
  const before = readBoard(board.doc)
  typeText(openBoard(doc), 'first', 'басқа мотор')
  remove(openBoard(doc), ['second'], 'timur', 9)
  expect(readBoard(board.doc)).toEqual(before)
  remove(board, ['first'], 'aigerim', 9)
  expect(readBoard(doc).things.map(({ text }) => text)).toContain('басқа мотор')
})

it('takes a part, lets go of what is not in it, and names files anew', () => {
  const names = new Map([['old-file', 'new-file']])
  const { doc } = copyDocument(source().doc, {
    ids: new Set(['first', 'line', 'picture', 'card', 'gone', 'nothing']),
    fileOf: (id) => names.get(id) ?? id,
  })
  const all = readBoard(doc).things
  expect(all.map(({ id }) => id).sort()).toEqual(['card', 'first', 'line', 'picture'])
  expect(all.find(({ id }) => id === 'line')).toMatchObject({ a: { id: 'first' }, b: null })
  expect(all.find(({ id }) => id === 'picture')).toMatchObject({ file: 'new-file' })
  expect(all.find(({ id }) => id === 'card')).toMatchObject({ ref: 'other-file' })
})

it('names the files of its things', () => {
  const { doc } = source()
  expect([...filesOf(thingsIn(doc, ['picture', 'card', 'first', 'nothing']))].sort()).toEqual(['old-file', 'other-file'])
})

it('knows every field that names a file, and takes a card of something else for none', () => {
  const model = { kind: 'model', id: 'm', file: 'stl', still: 'picture', ...trace } as const
  expect(fileFieldsOf(model)).toEqual([
    ['file', 'stl'],
    ['still', 'picture'],
  ])
  expect(withFiles(model, (file) => `${file} anew`)).toMatchObject({ file: 'stl anew', still: 'picture anew' })
  const card = { kind: 'card', id: 'c', of: 'project', ref: 'p', ...trace } as const
  expect(withFiles(card, () => 'file')).toBe(card)
  expect(fileFieldsOf({ kind: 'link', id: 'l', url: 'https://example.kz', still: '', ...trace })).toEqual([])
})
