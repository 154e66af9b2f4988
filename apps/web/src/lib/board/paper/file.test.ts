import { describe, expect, it } from 'vitest'
import { readBoard } from '@sheber/document/board'
import { hasEnds, kinds, type NewThing, type Thing } from '@sheber/document/thing'
import { readBoardFile, thingsMax, writeBoardFile } from './file.ts'
import { boardOf, everyKind, handOf, hostile, technical, voted } from './paper.fixture.ts'

const things = (made: readonly NewThing[]) => readBoard(boardOf(made).doc).things

/** What a thing is, with the ids of others as the place they have in the order. */
const shown = (all: readonly Thing[]) => {
  const place = new Map(all.map(({ id }, i) => [id, `#${i}`]))
  const group = new Map([...new Set(all.map(({ group }) => group).filter(Boolean))].map((one, i) => [one, `group ${i}`]))
  return all.map((thing) => {
    const { z: _z, by: _by, at: _at, lock: _lock, ...rest } = thing
    const ends = hasEnds(thing) && {
      a: thing.a && { ...thing.a, id: place.get(thing.a.id) },
      b: thing.b && { ...thing.b, id: place.get(thing.b.id) },
    }
    return { ...rest, ...ends, id: place.get(thing.id), group: group.get(thing.group) }
  })
}

const read = (json: string, me?: string) => {
  const file = readBoardFile(JSON.parse(json), handOf(me))
  if (!file) throw new Error('It is no board')
  return file
}

describe('a board as a file', () => {
  it('comes back as it was, every kind of thing', () => {
    const all = [...everyKind, ...technical, ...voted]
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)))
    const before = things(all)
    const { json, left } = writeBoardFile(before)
    expect(left).toBe(0)
    const back = read(json, 'timur')
    expect(shown(things(back.things))).toEqual(shown(before))
    expect(back).toMatchObject({ unknown: 0, over: 0, copied: [] })
    expect(new Set(back.things.map(({ by }) => by))).toEqual(new Set(['timur']))
  })

  it('brings the files that its things name, and no others', async () => {
    const before = things([{ kind: 'image', id: 'i', file: 'photo', by: 'aigerim', at: 1 }])
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251)
    const { json } = writeBoardFile(before, [], new Map([['photo', { name: 'көпір.webp', type: 'image/webp', bytes }]]))
    const [image] = read(json).things
    const held = read(json).files
    expect([...held.keys()]).toEqual(['photo'])
    expect(image).toMatchObject({ file: 'photo' })
    expect(held.get('photo')).toMatchObject({ name: 'көпір.webp', type: 'image/webp', size: bytes.length })
    expect(new Uint8Array(await (held.get('photo') as File).arrayBuffer())).toEqual(bytes)
    const strange = { ...(JSON.parse(json) as object), files: { other: { data: 'AAAA' }, photo: { name: 7, type: '<b>', data: '!' } } }
    expect(read(JSON.stringify(strange)).files.size).toBe(0)
  })

  it('gives new ids, and lets go of what is not in it', () => {
    const before = things(everyKind)
    const alone = before.filter(({ id }) => id === 'connector' || id === 'shape')
    const [shape, connector] = read(writeBoardFile(alone).json).things
    expect([shape?.id, connector?.id].some((id) => id === 'shape' || id === 'connector')).toBe(false)
    expect(connector?.kind === 'connector' && [connector.a?.id, connector.b]).toEqual([shape?.id, null])
  })

  it('names nobody', () => {
    expect(writeBoardFile(things(everyKind)).json).not.toContain('aigerim')
  })

  it('keeps out what it does not know, and counts it', () => {
    const board = boardOf(everyKind)
    const unknown: Thing = { ...things(everyKind)[0]!, kind: 'unknown', is: 'hologram' } as Thing
    expect(writeBoardFile([...readBoard(board.doc).things, unknown]).left).toBe(1)
    const back = readBoardFile(
      { sheber: 'board', version: 9, things: [{ kind: 'hologram' }, null, 7, 'x', { kind: '__proto__' }, { kind: 'note' }] },
      handOf(),
    )
    expect(back).toMatchObject({ unknown: 5, over: 0 })
    expect(back?.things.map(({ kind }) => kind)).toEqual(['note'])
  })

  it('is not fooled by a file that lies', () => {
    const lies: unknown[] = [1e308, -1e308, 'NaN', null, [], {}, true, '\u0000', Infinity]
    for (const lie of lies) {
      const all = Object.entries(kinds).map(([kind, fields]) => ({
        kind,
        id: lie,
        g: [lie, lie, lie, lie],
        turn: lie,
        group: lie,
        text: lie,
        ...Object.fromEntries(Object.keys(fields).map((name) => [name, lie])),
      }))
      const back = readBoardFile({ sheber: 'board', things: all }, handOf())
      expect(back?.things).toHaveLength(all.length)
      for (const thing of things(back?.things ?? [])) {
        expect(
          thing.g.every((n) => Number.isFinite(n) && Math.abs(n) <= 1e6),
          `${thing.kind} ${JSON.stringify(lie)}`,
        ).toBe(true)
        expect(Number.isFinite(thing.turn)).toBe(true)
      }
    }
  })

  it('is no board where it is something else', () => {
    for (const other of [
      null,
      7,
      'board',
      [],
      {},
      { sheber: 'board' },
      { sheber: 'notebook', things: [] },
      { sheber: 'board', things: {} },
    ])
      expect(readBoardFile(other, handOf())).toBeNull()
  })

  it('takes so many and says how many more there were; two of one id stay two', () => {
    const many = Array.from({ length: 100_000 }, () => ({ kind: 'note', id: 'same', text: 'ә' }))
    const back = readBoardFile({ sheber: 'board', things: many }, handOf())
    expect(back?.things).toHaveLength(thingsMax)
    expect(back?.over).toBe(100_000 - thingsMax)
    expect(new Set(back?.things.map(({ id }) => id)).size).toBe(thingsMax)
  })

  it('takes hostile words for words', () => {
    const notes = hostile.map((text, i): NewThing => ({ kind: 'note', id: `${i}`, text, by: 'a', at: 1 }))
    expect(things(read(writeBoardFile(things(notes)).json).things).map(({ text }) => text)).toEqual(things(notes).map(({ text }) => text))
  })
})

describe('whom a board is owed to', () => {
  const from = { board: 'b2', title: 'Жел диірмені', by: 'Айгерім, Дәулет', at: 20 }
  const before = [{ board: 'b1', title: 'Мельница', by: 'Дана', at: 10 }]

  it('is carried in the file', () => {
    expect(read(writeBoardFile([], [...before, from]).json).copied).toEqual([...before, from])
    expect(readBoardFile({ sheber: 'board', things: [], copied: [{ by: 7 }, null, 'x'] }, handOf())?.copied).toEqual([
      { board: '', title: '', by: '', at: 0 },
    ])
  })
})
