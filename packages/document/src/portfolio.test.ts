import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addPiece,
  addRecord,
  addSection,
  beginPortfolio,
  bringBackPiece,
  bringBackRecord,
  bringBackSection,
  moveRecord,
  moveSection,
  openPortfolio,
  ownUndo,
  pictureCover,
  readPortfolio,
  removePiece,
  removeRecord,
  removeSection,
  sayInRecord,
  sayOnCover,
  watchPortfolio,
} from './portfolio.ts'

const by = (who: string) => ({ by: who, at: 1_000 })
const opened = () => {
  const doc = new Y.Doc()
  return { doc, portfolio: openPortfolio(doc) }
}
const exchange = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}
const ids = (doc: Y.Doc) => readPortfolio(doc).records.map(({ id }) => id)

describe('a portfolio', () => {
  it('that two people write in at once is one', () => {
    const [a, b] = [opened(), opened()]
    beginPortfolio(a.portfolio)
    exchange(a.doc, b.doc)
    addRecord(a.portfolio, { id: 'r1', kind: 'made', audience: ['team'] }, by('aigerim'))
    exchange(a.doc, b.doc)
    sayInRecord(a.portfolio, 'r1', 'title', 'Планёр')
    sayOnCover(a.portfolio, 'title', 'Мои')
    addRecord(b.portfolio, { id: 'r2', kind: 'helped' }, by('daulet'))
    sayInRecord(b.portfolio, 'r1', 'reflection', 'Ұшты')
    sayOnCover(b.portfolio, 'about', 'Біз')
    exchange(a.doc, b.doc)
    expect(readPortfolio(a.doc)).toEqual(readPortfolio(b.doc))
    expect(readPortfolio(a.doc)).toMatchObject({
      cover: { title: 'Мои', about: 'Біз' },
      records: [
        { id: 'r1', kind: 'made', title: 'Планёр', reflection: 'Ұшты', audience: ['team'] },
        { id: 'r2', kind: 'helped', audience: [] },
      ],
    })
  })

  it('has a picture on its cover, with words for whoever does not see it; another one brings its own', () => {
    const { doc, portfolio } = opened()
    pictureCover(portfolio, 'f1', 'Планёр')
    sayOnCover(portfolio, 'alt', 'Планёр ұшып барады')
    expect(readPortfolio(doc).cover).toMatchObject({ picture: 'f1', alt: 'Планёр ұшып барады' })
    pictureCover(portfolio, 'f2')
    expect(readPortfolio(doc).cover).toMatchObject({ picture: 'f2', alt: '' })
    pictureCover(portfolio, '')
    expect(readPortfolio(doc).cover.picture).toBe('')
    const undo = ownUndo(portfolio)
    pictureCover(portfolio, 'f3', 'Көпір')
    undo.undo()
    expect(readPortfolio(doc).cover).toMatchObject({ picture: '', alt: '' })
  })

  it('keeps the order that was given it, also by two hands', () => {
    const [a, b] = [opened(), opened()]
    for (const id of ['r1', 'r2', 'r3']) addRecord(a.portfolio, { id, kind: 'made' }, by('aigerim'))
    exchange(a.doc, b.doc)
    moveRecord(a.portfolio, 'r3', { after: null, before: 'r1' })
    moveRecord(b.portfolio, 'r1', { after: 'r3', before: null })
    exchange(a.doc, b.doc)
    expect(ids(a.doc)).toEqual(ids(b.doc))
    expect(ids(a.doc)).toEqual(['r3', 'r2', 'r1'])
  })

  it('loses nothing of what one writes while another removes it', () => {
    const [a, b] = [opened(), opened()]
    addRecord(a.portfolio, { id: 'r1', kind: 'made' }, by('aigerim'))
    exchange(a.doc, b.doc)
    removeRecord(a.portfolio, 'r1', by('aigerim'))
    sayInRecord(b.portfolio, 'r1', 'title', 'Катер')
    exchange(a.doc, b.doc)
    expect(readPortfolio(b.doc)).toMatchObject({ records: [], deleted: [{ title: 'Катер', deleted: { by: 'aigerim' } }] })
    bringBackRecord(b.portfolio, 'r1')
    expect(ids(b.doc)).toEqual(['r1'])
  })

  it('keeps the records of a section that is gone', () => {
    const { doc, portfolio } = opened()
    addSection(portfolio, { id: 's1', title: 'Жобалар' })
    addRecord(portfolio, { id: 'r1', kind: 'made', section: 's1' }, by('aigerim'))
    removeSection(portfolio, 's1', by('aigerim'))
    expect(readPortfolio(doc)).toMatchObject({ sections: [], records: [{ id: 'r1' }] })
  })

  it('shows pieces of the work in their order, and none that was removed', () => {
    const { doc, portfolio } = opened()
    addRecord(portfolio, { id: 'r1', kind: 'made' }, by('aigerim'))
    for (const id of ['p1', 'p2'])
      addPiece(portfolio, 'r1', { id, kind: 'frame', boardId: 'b', versionId: 'v', things: ['f'], caption: 'Сызба' })
    removePiece(portfolio, 'r1', 'p1', by('aigerim'))
    expect(readPortfolio(doc).records[0]?.pieces).toMatchObject([{ id: 'p2', kind: 'frame', things: ['f'], caption: 'Сызба' }])
  })

  it('brings back a piece and a section, with what stood in it, and moves sections past each other', () => {
    const { doc, portfolio } = opened()
    for (const id of ['s1', 's2', 's3']) addSection(portfolio, { id, title: id })
    addRecord(portfolio, { id: 'r1', kind: 'made', section: 's2' }, by('aigerim'))
    addPiece(portfolio, 'r1', { id: 'p1', kind: 'file', fileId: 'f', caption: 'корпус.stl' })
    removePiece(portfolio, 'r1', 'p1', by('aigerim'))
    removeSection(portfolio, 's2', by('aigerim'))
    bringBackPiece(portfolio, 'r1', 'p1')
    bringBackSection(portfolio, 's2')
    moveSection(portfolio, 's3', { after: null, before: 's1' })
    const { sections, records } = readPortfolio(doc)
    expect(sections.map(({ id }) => id)).toEqual(['s3', 's1', 's2'])
    expect(records).toMatchObject([{ section: 's2', pieces: [{ id: 'p1', caption: 'корпус.stl' }] }])
  })

  it('tells once which records have changed', () => {
    const { portfolio } = opened()
    addRecord(portfolio, { id: 'r1', kind: 'made' }, by('aigerim'))
    const told: string[][] = []
    watchPortfolio(portfolio, (changed) => told.push([...changed]))
    sayInRecord(portfolio, 'r1', 'title', 'А')
    expect(told).toEqual([['r1']])
  })

  it('reads only what has changed anew, where it is told what it knows', () => {
    const { doc, portfolio } = opened()
    for (const id of ['r1', 'r2']) addRecord(portfolio, { id, kind: 'made' }, by('aigerim'))
    const [first] = readPortfolio(doc).records
    expect(readPortfolio(doc, new Map([['r1', first as NonNullable<typeof first>]])).records[0]).toBe(first)
  })
})

describe('what a joker has written', () => {
  it('is read as something sane, or not at all', () => {
    const { doc } = opened()
    const records = doc.getMap('records')
    records.set('number', 5)
    const odd = new Y.Map<unknown>()
    records.set('odd', odd)
    odd.set('kind', 'hacked')
    odd.set('from', '2026-13-45')
    odd.set('to', { day: 1 })
    odd.set('audience', ['team', 'moon', 7])
    odd.set('title', 'x'.repeat(100_000))
    odd.set('body', 'no fragment')
    odd.set('pieces', [1, 2])
    odd.set('z', '!!')
    doc.getMap('sections').set('s', 'none')
    doc.getMap('cover').set('title', 12)
    expect(readPortfolio(doc)).toEqual({
      version: 1,
      cover: { title: '', about: '', colour: '', picture: '', alt: '' },
      sections: [],
      records: [
        {
          id: 'odd',
          kind: 'made',
          title: 'x'.repeat(200),
          from: '',
          to: '',
          section: '',
          project: '',
          audience: ['team'],
          prompt: '',
          reflection: '',
          body: [],
          pieces: [],
          z: '!!',
          trace: { by: '', at: 0 },
          deleted: null,
        },
      ],
      deleted: [],
    })
  })
})

describe('a step that is taken back', () => {
  it('is one’s own: what another wrote meanwhile stays, and comes back with it', () => {
    const [a, b] = [opened(), opened()]
    beginPortfolio(a.portfolio)
    addRecord(a.portfolio, { id: 'r1', kind: 'made', title: 'Көпір' }, by('aigerim'))
    exchange(a.doc, b.doc)
    const undo = ownUndo(a.portfolio)
    removeRecord(a.portfolio, 'r1', by('aigerim'))
    exchange(a.doc, b.doc)
    sayInRecord(b.portfolio, 'r1', 'reflection', 'Ұшты')
    exchange(a.doc, b.doc)
    undo.undo()
    exchange(a.doc, b.doc)
    expect(readPortfolio(b.doc)).toMatchObject({ deleted: [], records: [{ title: 'Көпір', reflection: 'Ұшты' }] })
    undo.redo()
    expect(readPortfolio(a.doc).records).toEqual([])
    // Of what the other did there is nothing to take back here.
    expect(ownUndo(a.portfolio).undoStack).toHaveLength(0)
  })

  it('never throws away a record that was begun: others may have written in it', () => {
    const { doc, portfolio } = opened()
    const undo = ownUndo(portfolio)
    addRecord(portfolio, { id: 'r1', kind: 'made' }, by('aigerim'))
    expect(undo.undoStack).toHaveLength(0)
    addSection(portfolio, { id: 's1', title: 'Жобалар', kind: 'tested', question: 'Не сынды?' })
    expect(readPortfolio(doc).sections).toMatchObject([{ title: 'Жобалар', kind: 'tested', question: 'Не сынды?' }])
    undo.undo()
    expect(readPortfolio(doc)).toMatchObject({ sections: [], records: [{ id: 'r1' }] })
  })
})
