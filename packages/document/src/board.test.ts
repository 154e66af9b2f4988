import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import * as board from './board.ts'

const { addNote, openBoard, readBoard, readThing } = board

/** Two people's browsers; nothing travels until it is told to. */
const pair = () => {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  const exchange = () => {
    const [a, b] = docs.map((doc) => Y.encodeStateAsUpdate(doc)) as [Uint8Array, Uint8Array]
    Y.applyUpdate(docs[0], b, 'wire')
    Y.applyUpdate(docs[1], a, 'wire')
  }
  return { a: openBoard(docs[0]), b: openBoard(docs[1]), exchange }
}

const note = (id: string, text = '') => ({ id, x: 40, y: 20, colour: 'yellow', text, by: 'aigerim', at: 1 }) as const

const same = (a: board.Board, b: board.Board) => expect(readBoard(a.doc)).toEqual(readBoard(b.doc))

describe('a board of two', () => {
  it('shows both the same', () => {
    const { a, b, exchange } = pair()
    addNote(a, note('n1', 'жел'))
    addNote(b, { ...note('n2'), x: 300, w: 120, h: 80, colour: 'green', by: 'daulet' })
    exchange()
    same(a, b)
    expect(readBoard(a.doc).things).toHaveLength(2)
    expect(readThing(b, 'n1')).toEqual({
      kind: 'note',
      id: 'n1',
      g: [40, 20, 200, 200],
      turn: 0,
      z: 'a0',
      group: '',
      lock: '',
      fill: 'yellow',
      text: 'жел',
      by: 'aigerim',
      at: 1,
      deleted: null,
    })
  })

  it('keeps a move and a recolouring made at one moment', () => {
    const { a, b, exchange } = pair()
    addNote(a, note('n1'))
    exchange()
    board.moveThings(a, [{ id: 'n1', g: [1, 2, 200, 200] }])
    board.style(b, ['n1'], { fill: 'pink' })
    exchange()
    same(a, b)
    expect(readThing(a, 'n1')).toMatchObject({ g: [1, 2, 200, 200], fill: 'pink' })
  })

  it('keeps what both typed into one note', () => {
    const { a, b, exchange } = pair()
    addNote(a, note('n1', 'мост'))
    exchange()
    board.typeText(a, 'n1', 'наш мост')
    board.typeText(b, 'n1', 'мост стоит')
    exchange()
    same(a, b)
    expect(readThing(a, 'n1')).toMatchObject({ text: 'наш мост стоит' })
  })

  it('loses nothing that was edited while another deleted it', () => {
    const { a, b, exchange } = pair()
    addNote(a, note('n1', 'мост'))
    exchange()
    board.remove(a, ['n1'], 'aigerim', 5)
    board.typeText(b, 'n1', 'мост из реек')
    board.style(b, ['n1'], { fill: 'blue' })
    exchange()
    same(a, b)
    expect(readBoard(a.doc).things).toEqual([])
    expect(readBoard(a.doc).deleted).toMatchObject([{ id: 'n1', deleted: { by: 'aigerim', at: 5 } }])
    board.restore(b, ['n1'])
    exchange()
    expect(readThing(a, 'n1')).toMatchObject({ text: 'мост из реек', fill: 'blue', deleted: null })
  })

  it('paints in the same order when two brought to front at one moment', () => {
    const { a, b, exchange } = pair()
    for (const id of ['n1', 'n2', 'n3']) addNote(a, note(id))
    exchange()
    board.toFront(a, ['n1'])
    board.toFront(b, ['n2'])
    exchange()
    same(a, b)
    expect(readBoard(a.doc).things.map((t) => t.id)).toEqual(['n3', 'n1', 'n2'])
    board.toFront(a, ['n2', 'n1'])
    expect(readBoard(a.doc).things.map((t) => t.id)).toEqual(['n3', 'n1', 'n2'])
  })

  it('names what changed, once a transaction', () => {
    const { a, b, exchange } = pair()
    const heard: string[][] = []
    const stop = board.watchBoard(b, (ids) => heard.push([...ids].sort()))
    addNote(a, note('n1'))
    addNote(a, note('n2'))
    exchange()
    expect(heard).toEqual([['n1', 'n2']])
    board.typeText(b, 'n2', 'сөз')
    expect(heard).toEqual([['n1', 'n2'], ['n2']])
    stop()
    board.typeText(b, 'n2', 'сөздер')
    expect(heard).toHaveLength(2)
  })
})

describe('undo', () => {
  it('takes an added note away softly, with what another wrote on it, and brings it back', () => {
    const { a, b, exchange } = pair()
    const undo = board.ownUndo(a)
    addNote(a, note('n1'))
    exchange()
    board.typeText(b, 'n1', 'менің ойым')
    exchange()
    undo.undo()
    exchange()
    same(a, b)
    expect(readBoard(b.doc).things).toEqual([])
    expect(readThing(b, 'n1')).toMatchObject({ text: 'менің ойым' })
    undo.redo()
    exchange()
    expect(readBoard(b.doc).things).toMatchObject([{ id: 'n1', text: 'менің ойым' }])
  })

  it('brings a deleted note back', () => {
    const { a } = pair()
    addNote(a, note('n1', 'крыло'))
    const undo = board.ownUndo(a)
    board.remove(a, ['n1'], 'aigerim', 2)
    expect(readBoard(a.doc).things).toEqual([])
    undo.undo()
    expect(readBoard(a.doc).things).toMatchObject([{ text: 'крыло' }])
  })

  it('takes one gesture at a time', () => {
    const { a } = pair()
    const undo = board.ownUndo(a)
    addNote(a, note('n1'))
    undo.stopCapturing()
    board.moveThings(a, [{ id: 'n1', g: [1, 1, 200, 200] }])
    board.moveThings(a, [{ id: 'n1', g: [2, 2, 200, 200] }])
    undo.stopCapturing()
    board.style(a, ['n1'], { fill: 'blue' })
    undo.undo()
    expect(readThing(a, 'n1')).toMatchObject({ g: [2, 2, 200, 200], fill: 'yellow' })
    undo.undo()
    expect(readThing(a, 'n1')).toMatchObject({ g: [40, 20, 200, 200] })
  })

  it('leaves what the other did later', () => {
    const { a, b, exchange } = pair()
    addNote(a, note('n1'))
    exchange()
    const undo = board.ownUndo(a)
    board.style(a, ['n1'], { fill: 'pink' })
    exchange()
    board.style(b, ['n1'], { fill: 'blue' })
    exchange()
    undo.undo()
    exchange()
    same(a, b)
    expect(readThing(a, 'n1')).toMatchObject({ fill: 'blue' })
  })
})

/** Mulberry32: a seed that ever fails is a test that can be repeated. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

describe('over many seeds', () => {
  const colours = ['yellow', 'blue', 'green', 'pink', 'violet', 'white'] as const

  it('my undo never changes what another did after me', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed)
      const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T
      const { a, b, exchange } = pair()
      const ids = ['n1', 'n2', 'n3', 'n4']
      for (const id of ids) addNote(a, note(id, 'основа'))
      exchange()
      const undo = board.ownUndo(a)

      const step = (who: board.Board, name: string, ids: readonly string[], n: number) => {
        const id = pick(ids)
        const act = pick([
          () => board.moveThings(who, [{ id, g: [n, n + 5, 100 + n, 90] }]),
          () => board.style(who, [id], { fill: pick(colours) }),
          () => board.typeText(who, id, `${name}${n} ${asText(who, id)}`),
          () => board.remove(who, [id], name, n),
          () => board.restore(who, [id]),
        ])
        act()
      }
      const mine = 3 + Math.floor(random() * 8)
      for (let n = 0; n < mine; n++) {
        step(a, 'a', ids, n)
        undo.stopCapturing()
        if (random() < 0.5) exchange()
      }
      exchange()
      // Everything that B says now is said after A.
      for (const id of ids) {
        board.moveThings(b, [{ id, g: [900 + seed, 1, 50, 50] }])
        board.style(b, [id], { fill: asFill(b, id) === 'white' ? 'green' : 'white' })
        board.typeText(b, id, `${asText(b, id)}|b${seed}`)
      }
      exchange()
      const before = readBoard(b.doc)
      const undone = 1 + Math.floor(random() * mine)
      for (let n = 0; n < undone; n++) undo.undo()
      exchange()
      same(a, b)
      const after = [...readBoard(b.doc).things, ...readBoard(b.doc).deleted]
      for (const was of [...before.things, ...before.deleted]) {
        const now = after.find((thing) => thing.id === was.id)
        expect(now, `seed ${seed}`).toMatchObject({ g: was.g, fill: was.kind === 'note' && was.fill })
        expect(now?.kind === 'note' && now.text, `seed ${seed}`).toContain(`|b${seed}`)
      }
    }
  })

  const asText = (who: board.Board, id: string) => {
    const thing = readThing(who, id)
    return thing?.kind === 'note' ? thing.text : ''
  }
  const asFill = (who: board.Board, id: string) => {
    const thing = readThing(who, id)
    return thing?.kind === 'note' ? thing.fill : null
  }
})

describe('content that no Sheber wrote', () => {
  it('is tolerated, kept and shown where it can be', () => {
    const { a } = pair()
    const put = (id: string, value: unknown) => a.el.set(id, value)
    put('word', 'not a map')
    put('nothing', null)
    put('empty', new Y.Map())
    put('later', new Y.Map(Object.entries({ t: 'hologram', g: [5, 6, 70, 80], z: 'a5', depth: 3 })))
    put(
      'crooked',
      new Y.Map(
        Object.entries({ t: 'note', g: ['x', Infinity, -5, 1e12], z: 'no key!', fill: '#f00', txt: 'plain', by: 7, at: 'now', del: 'yes' }),
      ),
    )
    const { things } = readBoard(a.doc)
    expect(things.map((t) => [t.id, t.kind])).toEqual([
      ['crooked', 'note'],
      ['empty', 'unknown'],
      ['later', 'unknown'],
    ])
    expect(things[0]).toMatchObject({ g: [0, 0, 1, 20_000], z: '', fill: 'yellow', text: 'plain', by: '', at: 0, deleted: null })
    expect(things[2]).toMatchObject({ g: [5, 6, 70, 80] })
  })

  it('may be moved and deleted, and keeps its own fields', () => {
    const { a, b, exchange } = pair()
    a.el.set('later', new Y.Map(Object.entries({ t: 'hologram', g: [5, 6, 70, 80], depth: 3 })))
    exchange()
    board.moveThings(b, [{ id: 'later', g: [1, 1, 70, 80] }])
    board.style(b, ['later'], { fill: 'pink' })
    board.typeText(b, 'later', 'words')
    board.toFront(b, ['later'])
    board.remove(b, ['later', 'never-was'], 'daulet', 3)
    exchange()
    same(a, b)
    const fields = a.el.get('later') as Y.Map<unknown>
    expect(fields.toJSON()).toEqual({
      t: 'hologram',
      g: [1, 1, 70, 80],
      depth: 3,
      z: 'a0',
      del: { by: 'daulet', at: 3, saw: expect.any(Object) as object },
    })
  })

  it('takes no harm from verbs on what is not there', () => {
    const { a } = pair()
    a.el.set('word', 'not a map')
    board.moveThings(a, [{ id: 'word', g: [0, 0, 1, 1] }])
    board.typeText(a, 'gone', 'x')
    board.toFront(a, ['gone', 'word'])
    board.restore(a, ['gone'])
    expect(readThing(a, 'gone')).toBeNull()
    expect(readThing(a, '__proto__')).toBeNull()
    expect(readBoard(a.doc)).toEqual({ version: 1, things: [], deleted: [] })
  })
})
