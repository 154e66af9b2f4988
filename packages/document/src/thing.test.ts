import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addThings,
  group,
  layEnds,
  lock,
  moveThings,
  openBoard,
  readBoard,
  readThing,
  style,
  toBack,
  toFront,
  toNext,
  typeText,
} from './board.ts'
import { encodeStroke } from './ink.ts'
import { isKind, kinds, textMax, type Kind, type NewThing } from './thing.ts'

const fresh = () => openBoard(new Y.Doc())
const trace = { by: 'aigerim', at: 1 }
const ids = (board: ReturnType<typeof fresh>) => readBoard(board.doc).things.map(({ id }) => id)

describe('every kind', () => {
  const samples: { [K in Kind]: Omit<Extract<NewThing, { kind: K }>, 'id' | 'by' | 'at' | 'kind'> } = {
    note: { g: [0, 0, 200, 200], fill: 'blue', text: 'жел' },
    text: { g: [0, 0, 80, 30], ink: '#a0b1c2', size: 32, align: 'middle', text: 'тақырып' },
    shape: { g: [1, 2, 3, 4], turn: 45, form: 'hexagon', fill: 'green', ink: 'red', width: 4, dash: 'dashed', text: 'қозғалтқыш' },
    ink: { g: [5, 5, 10, 10], points: encodeStroke({ w: 10, h: 10, points: [{ x: 1, y: 1, pressure: 0.5 }] }), brush: 'highlighter' },
    connector: { a: { id: 's1', u: 0.5, v: 0.5, port: '' }, p: [0, 0, 50, 50], route: 'elbow', head: 'triangle', text: 'ток' },
    frame: { g: [0, 0, 400, 300], mm: 2, grid: 5, text: 'Схема' },
    image: { g: [0, 0, 40, 30], file: 'f1', text: 'Қанат' },
    model: {
      g: [0, 0, 320, 280],
      file: 'f2',
      name: 'қанат.stl',
      bytes: 684,
      extent: [20, 10, 5.5],
      unit: 'inch',
      triangles: 12,
      view: [90, -30, 2],
      still: 'f3',
      text: 'Қанат',
    },
    card: { g: [0, 0, 40, 30], of: 'task', ref: 't1', text: 'Дәнекерлеу' },
    link: { g: [0, 0, 40, 30], url: 'https://kk.wikipedia.org/', text: 'Уикипедия' },
    stamp: { g: [0, 0, 40, 40], stamp: 'star' },
    dimension: { a: null, b: { id: 's1', u: 0, v: 1, port: '' }, p: [0, 0, 90, 0], offset: -40, text: '⌀ 12' },
    symbol: { g: [0, 0, 80, 40], turn: 90, symbol: 'resistor', value: '220 Ω', text: 'R1' },
    part: { g: [0, 0, 400, 300], part: 'uno', text: 'Негізгі' },
    formula: { g: [0, 0, 200, 60], size: 32, text: 'U = I \\cdot R' },
    code: { g: [0, 0, 400, 200], language: 'python', text: 'print("сәлем")' },
    table: {
      g: [0, 0, 200, 80],
      rows: [{ id: 'r1', key: 'a0', size: 40 }],
      columns: [
        { id: 'c1', key: 'a0', size: 80 },
        { id: 'c2', key: 'a1', size: 120 },
      ],
      cells: { 'r1:c1': 'Кернеу', 'r1:c2': '' },
      text: 'Өлшемдер',
    },
    poll: { g: [0, 0, 300, 200], answers: [{ id: 'a0.x', words: 'Иә' }], several: true, secret: true, closed: true, text: 'Бастаймыз ба?' },
    round: { g: [0, 0, 300, 120], dots: 5, over: ['note'], live: true, closed: true, text: 'Қай идея?' },
    timer: { g: [0, 0, 240, 150], span: 90, run: { left: 30, at: 7 } },
  }

  it('comes back as it was made', () => {
    const board = fresh()
    for (const [kind, sample] of Object.entries(samples)) {
      addThings(board, [{ ...sample, kind, id: kind, ...trace } as NewThing])
      const thing = readThing(board, kind)
      expect(thing).toMatchObject({
        kind,
        ...sample,
        ...(kind === 'connector' && { b: null, g: [0, 0, 50, 50] }),
        ...(kind === 'dimension' && { g: [0, 0, 90, 1] }),
      })
    }
    expect(ids(board)).toEqual(Object.keys(kinds))
  })

  it('is what one reads where a joker wrote its fields', () => {
    const jokes: unknown[] = [NaN, 1e308, -1, 'x'.repeat(1e5), [1, 2], { id: 3 }, true, new Uint8Array(40_000)]
    for (const kind of Object.keys(kinds) as Kind[]) {
      for (const joke of jokes) {
        const board = fresh()
        const names = [...Object.keys(kinds[kind]), 'g', 'z', 'group', 'lock', 'by', 'at']
        board.el.set('joke', new Y.Map([['t', kind], ...names.map((name): [string, unknown] => [name, joke])]))
        const thing = readThing(board, 'joke')
        expect(thing?.kind).toBe(kind)
        const numbers = Object.values(thing ?? {})
          .flat()
          .filter((value) => typeof value === 'number')
        expect(
          numbers.every((n) => Number.isFinite(n) && Math.abs(n) <= Number.MAX_SAFE_INTEGER),
          `${kind} ${String(joke)}`,
        ).toBe(true)
      }
    }
  })

  it('takes as many letters as it may have, and no more', () => {
    const board = fresh()
    for (const kind of Object.keys(kinds) as Kind[]) {
      addThings(board, [{ kind, id: kind, ...trace, text: 'ө'.repeat(30_000) } as NewThing])
      expect(readThing(board, kind)?.text.length).toBe(textMax[kind])
      typeText(board, kind, 'ә'.repeat(30_000))
      expect(readThing(board, kind)?.text.length).toBe(textMax[kind])
    }
  })

  it('is known by name only', () => {
    expect(['note', 'toString', '__proto__', 7].map(isKind)).toEqual([true, false, false, false])
  })
})

describe('a style', () => {
  it('reaches each thing as far as its kind has it, and writes nothing that is so already', () => {
    const board = fresh()
    addThings(board, [
      { kind: 'note', id: 'n', ...trace },
      { kind: 'shape', id: 's', ...trace },
      { kind: 'connector', id: 'c', ...trace },
    ])
    style(board, ['n', 's', 'c', 'gone'], { fill: 'violet', dash: 'dotted' })
    expect(['n', 's', 'c'].map((id) => readThing(board, id))).toMatchObject([
      { fill: 'violet' },
      { fill: 'violet', dash: 'dotted' },
      { dash: 'dotted' },
    ])
    expect(board.el.get('n')).toBeInstanceOf(Y.Map)
    expect([...(board.el.get('n') as Y.Map<unknown>).keys()]).not.toContain('dash')
    let written = 0
    board.doc.on('update', () => written++)
    style(board, ['n', 's'], { fill: 'violet' })
    expect(written).toBe(0)
  })

  it('locks, groups and turns', () => {
    const board = fresh()
    addThings(board, [{ kind: 'shape', id: 's', ...trace }])
    lock(board, ['s'], 'place')
    group(board, ['s'], 'g1')
    moveThings(board, [{ id: 's', g: [1, 2, 30, 40], turn: 90 }])
    moveThings(board, [{ id: 's', g: [5, 6, 30, 40] }])
    expect(readThing(board, 's')).toMatchObject({ lock: 'place', group: 'g1', g: [5, 6, 30, 40], turn: 90 })
    group(board, ['s'], '')
    expect(readThing(board, 's')).toMatchObject({ group: '' })
  })

  it('lays the ends of a connector and of nothing else', () => {
    const board = fresh()
    addThings(board, [
      { kind: 'note', id: 'n', ...trace },
      { kind: 'connector', id: 'c', ...trace, p: [0, 0, 10, 10] },
    ])
    const b = { id: 'n', u: 1, v: 0.5, port: '' }
    layEnds(
      board,
      ['n', 'c'].map((id) => ({ id, a: null, b, p: [1.23, 2, Infinity, 1e308] })),
    )
    expect(readThing(board, 'c')).toMatchObject({ a: null, b, p: [1, 2, 0, 1e6] })
    expect((board.el.get('n') as Y.Map<unknown>).has('p')).toBe(false)
  })
})

describe('order', () => {
  const stack = () => {
    const board = fresh()
    addThings(
      board,
      ['a', 'b', 'c', 'd'].map((id) => ({ kind: 'note', id, ...trace })),
    )
    return board
  }

  it('goes to the front, to the back, and a step at a time', () => {
    const board = stack()
    toBack(board, ['c', 'd'])
    expect(ids(board)).toEqual(['c', 'd', 'a', 'b'])
    toFront(board, ['c', 'a'])
    expect(ids(board)).toEqual(['d', 'b', 'c', 'a'])
    toNext(board, ['d'], true)
    expect(ids(board)).toEqual(['b', 'd', 'c', 'a'])
    toNext(board, ['a'], false)
    expect(ids(board)).toEqual(['b', 'd', 'a', 'c'])
    toNext(board, ['b'], true, (id) => id === 'c')
    expect(ids(board)).toEqual(['d', 'a', 'c', 'b'])
    toNext(board, ['b'], true)
    toNext(board, ['nobody'], true)
    expect(ids(board)).toEqual(['d', 'a', 'c', 'b'])
  })

  it('keeps several that move together in their order', () => {
    const board = stack()
    toNext(board, ['a', 'b'], true)
    expect(ids(board)).toEqual(['c', 'a', 'b', 'd'])
    toNext(board, ['d', 'b'], false)
    expect(ids(board)).toEqual(['c', 'b', 'd', 'a'])
  })
})
