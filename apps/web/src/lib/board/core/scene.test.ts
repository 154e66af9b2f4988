import { addThings, layEnds, moveThings, openBoard, remove, style, toFront, typeText } from '@sheber/document/board'
import type { NewThing } from '@sheber/document/thing'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { halfWide, put } from './board.fixture.ts'
import type { Rect } from './geometry.ts'
import { Scene } from './scene.ts'

const trace = { by: 'aigerim', at: 1 }
const line = (id: string, from: string, to: string, text = ''): NewThing => ({
  kind: 'connector',
  id,
  a: { id: from, u: 0.5, v: 0.5, port: '' },
  b: { id: to, u: 0.5, v: 0.5, port: '' },
  text,
  ...trace,
})

let board = openBoard(new Y.Doc())
let measure = vi.fn(halfWide)
let scene = new Scene(board, measure)

const itemOf = (id: string) => {
  const item = scene.get(id)
  if (!item) throw new Error(`no ${id}`)
  return item
}

beforeEach(() => {
  board = openBoard(new Y.Doc())
  put(board, 'a', 0, 0, 'Жел қайдан соғады')
  put(board, 'b', 400, 0, 'Лопасти')
  addThings(board, [line('c', 'a', 'b', 'ток')])
  measure = vi.fn(halfWide)
  scene = new Scene(board, measure)
  for (const item of scene.order) scene.layoutOf(item)
  measure.mockClear()
})

describe('what was worked out is kept', () => {
  it('when a thing is moved, locked or brought to the front', () => {
    const before = scene.layoutOf(itemOf('a'))
    moveThings(board, [{ id: 'a', g: [50, 70, 100, 100] }])
    toFront(board, ['a'])
    scene.apply(['a'])
    expect(scene.layoutOf(itemOf('a'))).toBe(before)
    expect(measure).not.toHaveBeenCalled()
    expect(itemOf('a')).toMatchObject({ x: 50, y: 70 })
  })

  it('while a hand carries it, the label of what hangs on it too', () => {
    const [note, label] = [scene.layoutOf(itemOf('a')), scene.layoutOf(itemOf('c'))]
    for (let i = 1; i <= 5; i++) scene.lift([['a', { g: [i * 10, 0, 100, 100] }]])
    scene.lift([])
    expect(scene.layoutOf(itemOf('a'))).toBe(note)
    expect(scene.layoutOf(itemOf('c'))).toBe(label)
    expect(measure).not.toHaveBeenCalled()
  })

  it('until the words, the size or the look change', () => {
    for (const change of [
      () => typeText(board, 'a', 'Жел'),
      () => moveThings(board, [{ id: 'a', g: [0, 0, 140, 100] }]),
      () => style(board, ['a'], { fill: 'pink' }),
    ]) {
      const before = scene.layoutOf(itemOf('a'))
      change()
      scene.apply(['a'])
      expect(scene.layoutOf(itemOf('a'))).not.toBe(before)
    }
  })

  it('a line whose ends have not moved is not laid anew for the canvas', () => {
    const made = itemOf('c').made as { path: object }
    style(board, ['a'], { fill: 'blue' })
    scene.apply(['a'])
    expect((itemOf('c').made as { path: object }).path).toBe(made.path)
    moveThings(board, [{ id: 'a', g: [0, 90, 100, 100] }])
    scene.apply(['a'])
    expect((itemOf('c').made as { path: object }).path).not.toBe(made.path)
  })
})

describe('it tells what looks another way', () => {
  const heard: Rect[] = []
  beforeEach(() => {
    heard.length = 0
    scene.watch((stale) => heard.push(stale))
  })
  const covers = (x: number, y: number) => heard.some((r) => x > r.x && x < r.x + r.w && y > r.y && y < r.y + r.h)

  it('where a thing was and where it is, and all of the line that hangs on it', () => {
    moveThings(board, [{ id: 'b', g: [400, 500, 100, 100] }])
    scene.apply(['b'])
    expect([covers(450, 50), covers(450, 550), covers(250, 50), covers(250, 300)]).toEqual([true, true, true, true])
    expect([covers(-200, 300), covers(450, 800)]).toEqual([false, false])
  })

  it('where a thing was deleted', () => {
    remove(board, ['b'], 'daulet', 2)
    scene.apply(['b'])
    expect(covers(450, 50)).toBe(true)
  })

  it('when it is taken up and when it is put down, not on the way', () => {
    scene.lift([['a', { g: [10, 0, 100, 100] }]])
    expect(covers(50, 50)).toBe(true)
    expect([...scene.afloat].map(({ id }) => id).sort()).toEqual(['a', 'c'])
    heard.length = 0
    scene.lift([['a', { g: [300, 300, 100, 100] }]])
    expect(heard).toEqual([])
    scene.lift([])
    expect(covers(50, 50)).toBe(true)
    expect(scene.afloat.size).toBe(0)
  })
})

describe('finding', () => {
  it('the uppermost under a point, in the order of the board, wherever it was moved', () => {
    put(board, 'over', 20, 20)
    scene.apply(['over'])
    expect(scene.at({ x: 60, y: 60 })?.id).toBe('over')
    toFront(board, ['a'])
    scene.apply(['a'])
    expect(scene.at({ x: 60, y: 60 })?.id).toBe('a')
    moveThings(board, [{ id: 'a', g: [5000, 5000, 100, 100] }])
    scene.apply(['a'])
    expect(scene.at({ x: 60, y: 60 })?.id).toBe('over')
    expect(scene.at({ x: 5050, y: 5050 })?.id).toBe('a')
    expect(scene.touching({ x: 5090, y: 5090, w: 5, h: 5 }).map(({ id }) => id)).toEqual(['a'])
  })

  it('a line follows another end', () => {
    put(board, 'd', 0, 900)
    scene.apply(['d'])
    layEnds(board, [{ id: 'c', a: { id: 'a', u: 0.5, v: 0.5, port: '' }, b: { id: 'd', u: 0.5, v: 0.5, port: '' }, p: [0, 0, 0, 0] }])
    scene.apply(['c'])
    expect(scene.hangingOn('b')).toEqual([])
    expect(scene.hangingOn('d').map(({ id }) => id)).toEqual(['c'])
    expect(scene.at({ x: 50, y: 500 }, 3)?.id).toBe('c')
  })
})
