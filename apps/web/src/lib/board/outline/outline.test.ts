import { addThings, group, openBoard } from '@sheber/document/board'
import type { NewThing } from '@sheber/document/thing'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createEditor, put } from '../core/board.fixture.ts'
import board from '../../words/board.ru.ts'
import { outlineOf, rowsOf, type Branch } from './outline.ts'
import { seenAs } from './seen-as.ts'
import { tell, type Teller } from './tell.ts'
import tray from '../tray/words.ru.ts'
import { workshop } from '../workshop/kinds.ts'
import { keepKinds } from '../core/kinds.ts'
import words from './words.ru.ts'

const trace = { by: 'daulet', at: 1 }
const end = (id: string) => ({ id, u: 0.5, v: 0.5, port: '' })
const line = (id: string, a: string | null, b: string | null): NewThing => ({
  kind: 'connector',
  id,
  a: a === null ? null : end(a),
  b: b === null ? null : end(b),
  p: [0, 2000, 100, 2000],
  ...trace,
})
const sheet = (id: string, x: number, y: number, w: number, h: number): NewThing => ({ kind: 'frame', id, g: [x, y, w, h], ...trace })

const desk = (things: readonly NewThing[] = []) => {
  const editor = createEditor(openBoard(new Y.Doc()))
  addThings(editor.board, things)
  return editor
}
type Shape = string | [string, Shape[]]
const shapeOf = (branches: readonly Branch[]): Shape[] =>
  branches.map(({ id, branches: below }) => (below.length > 0 ? [id, shapeOf(below)] : id))
const read = (editor: ReturnType<typeof desk>) => shapeOf(outlineOf(editor.scene.order))

describe('a board as an outline', () => {
  it('tells frames with what lies on them, in reading order', () => {
    const editor = desk([sheet('right', 1000, 0, 500, 500), sheet('left', 0, 0, 500, 500)])
    put(editor.board, 'b', 200, 50)
    put(editor.board, 'a', 50, 50)
    put(editor.board, 'c', 1050, 50)
    put(editor.board, 'alone', 0, 900)
    expect(read(editor)).toEqual([['left', ['a', 'b']], ['right', ['c']], 'alone'])
  })

  it('puts a thing on the smallest frame under its middle, and a frame on the larger', () => {
    const editor = desk([sheet('inner', 100, 100, 300, 300), sheet('outer', 0, 0, 900, 900)])
    put(editor.board, 'a', 120, 120)
    put(editor.board, 'edge', 350, 120)
    expect(read(editor)).toEqual([['outer', [['inner', ['a', 'edge']]]]])
  })

  it('two frames of one size in one place keep each other out', () => {
    expect(read(desk([sheet('a', 0, 0, 300, 300), sheet('b', 0, 0, 300, 300)]))).toEqual(['a', 'b'])
  })

  it('tells a connector under what it comes from, else under what it leads to, else by itself', () => {
    const editor = desk([line('ab', 'a', 'b'), line('loose', 'gone', 'b'), line('free', null, null)])
    put(editor.board, 'a', 0, 0)
    put(editor.board, 'b', 300, 0)
    expect(read(editor)).toEqual([['a', ['ab']], ['b', ['loose']], 'free'])
  })

  it('connectors that hold one another are told once and end', () => {
    expect(read(desk([line('one', 'two', null), line('two', 'one', null)])).sort()).toEqual(['one', 'two'])
  })

  it('gathers groups where they stand and passes over a group of one', () => {
    const editor = desk()
    for (const [id, x] of [
      ['a', 0],
      ['b', 200],
      ['c', 400],
      ['d', 600],
    ] as const)
      put(editor.board, id, x, 0)
    group(editor.board, ['b', 'c'], 'team')
    group(editor.board, ['d'], 'single')
    expect(read(editor)).toEqual(['a', ['group::team', ['b', 'c']], 'd'])
  })

  it('counts drawings at the end of their place', () => {
    const editor = desk([
      { kind: 'ink', id: 'i1', g: [0, 0, 10, 10], ...trace },
      { kind: 'ink', id: 'i2', g: [20, 0, 10, 10], ...trace },
    ])
    put(editor.board, 'a', 0, 300)
    const branches = outlineOf(editor.scene.order)
    expect(shapeOf(branches)).toEqual(['a', 'ink:'])
    expect(branches[1]?.items).toHaveLength(2)
  })

  it('leaves nothing out and tells nothing twice', () => {
    const editor = desk([sheet('f', 0, 0, 400, 400), line('ab', 'n0', 'n1'), { kind: 'ink', id: 'i', g: [10, 10, 10, 10], ...trace }])
    for (let i = 0; i < 40; i++) put(editor.board, `n${i}`, (i * 137) % 900, (i * 251) % 700)
    group(editor.board, ['n3', 'n4', 'i', 'f'], 'g')
    const ids = (branches: readonly Branch[]): string[] =>
      branches.flatMap(({ items, branches: below }) => [...items.map(({ id }) => id), ...ids(below)])
    const told = ids(outlineOf(editor.scene.order))
    expect([...told].sort()).toEqual(editor.scene.order.map(({ id }) => id).sort())
  })

  it('a folded branch hides what is below and keeps its place among its siblings', () => {
    const editor = desk([sheet('f', 0, 0, 400, 400)])
    put(editor.board, 'a', 50, 50)
    put(editor.board, 'z', 0, 700)
    const branches = outlineOf(editor.scene.order)
    expect(rowsOf(branches, new Set()).map(({ id, level, at, of, open }) => [id, level, at, of, open])).toEqual([
      ['f', 1, 1, 2, true],
      ['a', 2, 1, 1, null],
      ['z', 1, 2, 2, null],
    ])
    expect(rowsOf(branches, new Set(['f'])).map(({ id }) => id)).toEqual(['f', 'z'])
  })
})

describe('a row, told', () => {
  const w = words
  const teller = (catalogue: Record<string, string>): Teller => ({
    w,
    board: board.board,
    nameOf: () => '',
    get: () => undefined,
    catalogue: (thing) => catalogue[thing.id] ?? '',
  })
  const rowOf = (thing: NewThing) => outlineOf(desk([thing]).scene.order)[0] as Branch

  it('of a part, a symbol and a stamp says what they are, and what is written on them', () => {
    const part = rowOf({ kind: 'part', id: 'p', part: 'led', g: [0, 0, 40, 40], ...trace })
    expect(tell(teller({ p: 'Светодиод' }), part).words).toBe('Светодиод')
    const symbol = rowOf({ kind: 'symbol', id: 's', symbol: 'resistor', value: '10 кОм', g: [0, 0, 80, 40], ...trace })
    expect(tell(teller({ s: 'Резистор' }), symbol).words).toBe('Резистор. 10 кОм')
    expect(tell(teller({}), part).words).toBe(w.blank)
  })

  it('without words says its form, its length with the unit, and that a frame has no name', () => {
    keepKinds(workshop)
    const scaled: NewThing = { kind: 'frame', id: 'f', g: [0, 0, 900, 600], mm: 2, ...trace }
    const measure = (id: string, y: number): NewThing => ({ kind: 'dimension', id, a: null, b: null, p: [100, y, 170, y], ...trace })
    const diamond: NewThing = { kind: 'shape', id: 'd', form: 'diamond', g: [400, 100, 80, 80], ...trace }
    const named: NewThing = { ...measure('n', 200), text: 'ширина' }
    const editor = desk([scaled, measure('in', 100), measure('out', 900), diamond, named])
    const showing = { language: 'ru', scene: editor.scene, stamps: {}, forms: tray.form, squares: w.squares } as const
    const one: Teller = { ...teller({}), catalogue: seenAs(showing) }
    const said = Object.fromEntries(
      rowsOf(outlineOf(editor.scene.order), new Set()).map(({ id, branch }) => [id, tell(one, branch)] as const),
    )
    expect(said['f']).toMatchObject({ words: w.unnamed, about: expect.stringContaining(board.board.kind.frame) })
    expect(said['in']?.words).toBe('35 мм')
    expect(said['out']?.words).toBe('клеток: 1,75')
    expect(said['n']?.words).toBe('ширина')
    expect(said['d']).toMatchObject({ words: tray.form.diamond })
  })
})
