import { describe, expect, it } from 'vitest'
import type { WholeShelf } from '#lib/device/belongings.ts'
import type { Shelf } from '#lib/device/shelf.ts'
import { draft, drop, enqueue, mark, nothing, readKept, refuseKept, seatKey, sent, unsentScores, writeKept, type Waiting } from './keep.ts'

const shelf = () => {
  const on = new Map<string, string>()
  return {
    getItem: (name) => on.get(name) ?? null,
    setItem: (name, value) => void on.set(name, value),
    removeItem: (name) => void on.delete(name),
    key: (at) => [...on.keys()][at] ?? null,
    get length() {
      return on.size
    },
  } satisfies WholeShelf
}
const place = { personId: 'sergey', exhibitionId: 'hall', judgeId: 'judge' }
const one: Waiting = {
  id: 'a',
  standId: 's',
  round: 1,
  marks: [{ criterionId: 'idea', points: 2 }],
  words: 'Берік',
  overId: null,
  madeAt: '2026-03-01T10:00:00Z',
}

describe('what is kept on a device', () => {
  it('is there again when the page is, of each judge their own', () => {
    const on = shelf()
    const kept = draft(nothing, seatKey(one), one)
    expect(writeKept(on, place, kept)).toBe(true)
    expect(readKept(on, place)).toEqual(kept)
    expect(readKept(on, { ...place, personId: 'madina', judgeId: 'another' })).toEqual(nothing)
  })

  it('leaves nothing behind when all is sent', () => {
    const on = shelf()
    const waiting = enqueue(draft(nothing, seatKey(one), one), one)
    expect(waiting).toEqual({ drafts: {}, waiting: [one], refused: [] })
    writeKept(on, place, waiting)
    writeKept(on, place, sent(waiting, 'a'))
    expect(on.length).toBe(0)
  })

  it('brings what was marked before its name bore the person, and leaves nothing behind', () => {
    const on = shelf()
    const [before, after] = [
      { ...one, id: 'before' },
      { ...one, id: 'after' },
    ]
    on.setItem('sheber-jury-judge', JSON.stringify(draft(enqueue(nothing, before), seatKey(one), one)))
    expect(readKept(on, place)).toEqual({ drafts: { [seatKey(one)]: one }, waiting: [before], refused: [] })
    on.setItem('sheber-jury-sergey-hall', JSON.stringify(enqueue(nothing, after)))
    const both = readKept(on, place)
    expect(both).toEqual({ drafts: { [seatKey(one)]: one }, waiting: [before, after], refused: [] })
    expect(writeKept(on, place, both)).toBe(true)
    expect([on.length, on.getItem('sheber-jury-judge')]).toEqual([1, null])
    expect(readKept(on, place)).toEqual(both)
  })

  it('is counted over every jury of a person who leaves the device', () => {
    const on = shelf()
    writeKept(on, place, draft(enqueue(enqueue(nothing, one), { ...one, id: 'b' }), '1 t', one))
    writeKept(on, { ...place, exhibitionId: 'fair', judgeId: 'two' }, refuseKept(enqueue(nothing, one), 'a', 'Жоқ'))
    writeKept(on, { ...place, personId: 'madina', judgeId: 'three' }, enqueue(nothing, one))
    on.setItem('sheber-jury-sergey-broken', '[')
    writeKept(on, { ...place, exhibitionId: 'show', judgeId: 'four' }, enqueue(nothing, one))
    // What was said no to is no longer on its way.
    expect(unsentScores(on, 'sergey')).toEqual([
      { exhibitionId: 'hall', scores: 3 },
      { exhibitionId: 'show', scores: 1 },
    ])
    expect(unsentScores(on, 'aidana')).toEqual([])
    expect(unsentScores(null, 'sergey')).toEqual([])
  })

  it('keeps what was begun of a stand until the server knows that another will score it', () => {
    const skip: Waiting = { ...one, id: 'b', marks: [], words: 'Шәкіртім', away: 'skip' }
    const waiting = enqueue(draft(nothing, seatKey(one), one), skip)
    expect(waiting.drafts[seatKey(one)]?.marks).toEqual(one.marks)
    expect(sent(waiting, 'b')).toEqual(nothing)
    expect(refuseKept(waiting, 'b', 'Жоқ')).toMatchObject({ drafts: { [seatKey(one)]: {} }, waiting: [], refused: [{ words: 'Шәкіртім' }] })
  })

  it('keeps what the server refused until somebody puts it away', () => {
    const refused = refuseKept(enqueue(nothing, one), 'a', 'Жоқ')
    expect(refused).toEqual({ drafts: {}, waiting: [], refused: [{ ...one, why: 'Жоқ' }] })
    expect(drop(refused, 'a')).toEqual(nothing)
  })

  it('is not kept where a browser refuses to, and that is said', () => {
    const none: Shelf = {
      getItem: () => {
        throw new Error('no')
      },
      setItem: () => {
        throw new Error('no')
      },
      removeItem: () => undefined,
    }
    expect(readKept(none, place)).toEqual(nothing)
    expect(writeKept(none, place, enqueue(nothing, one))).toBe(false)
  })

  it('reads nothing out of what it cannot read', () => {
    const on = shelf()
    for (const name of ['sheber-jury-judge', 'sheber-jury-sergey-hall']) on.setItem(name, '{broken')
    expect(readKept(on, place)).toEqual(nothing)
  })
})

it('sets one mark and leaves the others', () => {
  const marks = mark(mark([], 'idea', 1), 'making', 2)
  expect(mark(marks, 'idea', 0)).toEqual([
    { criterionId: 'making', points: 2 },
    { criterionId: 'idea', points: 0 },
  ])
})
