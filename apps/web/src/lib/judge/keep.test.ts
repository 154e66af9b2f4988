import { describe, expect, it } from 'vitest'
import type { Shelf } from '#lib/device/shelf.ts'
import { draft, drop, enqueue, mark, nothing, readKept, refuseKept, seatKey, sent, writeKept, type Waiting } from './keep.ts'

const shelf = (): Shelf & { readonly size: number } => {
  const on = new Map<string, string>()
  return {
    getItem: (name) => on.get(name) ?? null,
    setItem: (name, value) => void on.set(name, value),
    removeItem: (name) => void on.delete(name),
    get size() {
      return on.size
    },
  }
}
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
    expect(writeKept(on, 'judge', kept)).toBe(true)
    expect(readKept(on, 'judge')).toEqual(kept)
    expect(readKept(on, 'another')).toEqual(nothing)
  })

  it('leaves nothing behind when all is sent', () => {
    const on = shelf()
    const waiting = enqueue(draft(nothing, seatKey(one), one), one)
    expect(waiting).toEqual({ drafts: {}, waiting: [one], refused: [] })
    writeKept(on, 'judge', waiting)
    writeKept(on, 'judge', sent(waiting, 'a'))
    expect(on.size).toBe(0)
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
    expect(readKept(none, 'judge')).toEqual(nothing)
    expect(writeKept(none, 'judge', enqueue(nothing, one))).toBe(false)
  })

  it('reads nothing out of what it cannot read', () => {
    const on = shelf()
    on.setItem('sheber-jury-judge', '{broken')
    expect(readKept(on, 'judge')).toEqual(nothing)
  })
})

it('sets one mark and leaves the others', () => {
  const marks = mark(mark([], 'idea', 1), 'making', 2)
  expect(mark(marks, 'idea', 0)).toEqual([
    { criterionId: 'making', points: 2 },
    { criterionId: 'idea', points: 0 },
  ])
})
