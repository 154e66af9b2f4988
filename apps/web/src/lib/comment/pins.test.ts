import { expect, it } from 'vitest'
import type { ShownThread } from './list.ts'
import { layPins } from './pins.ts'

const thread = (id: string, asked: Partial<ShownThread> = {}): ShownThread => ({
  id,
  thingId: null,
  place: { x: 0, y: 0 },
  resolved: null,
  comments: [{ id, kind: 'comment', text: id, by: { id: 'a', name: 'А' }, at: '', editedAt: null, removedAt: null, mentions: [] }],
  ...asked,
})
const size = { width: 800, height: 600 }
const laid = (threads: ShownThread[], places: Record<string, [number, number]>) =>
  layPins(
    threads,
    ({ id }) => {
      const [x, y] = places[id] ?? []
      return x === undefined || y === undefined ? null : { x, y }
    },
    size,
  ).map(({ thread: { id }, x, y }) => [id, x, y])

it('draws what is open, in sight, and pinned to something that is there', () => {
  const threads = [thread('a'), thread('far'), thread('gone'), thread('done', { resolved: { by: 'x', at: '' } })]
  expect(laid(threads, { a: [10, 20], far: [900, 20], done: [1, 1] })).toEqual([['a', 10, 20]])
})

it('draws what is half out of sight', () => {
  expect(laid([thread('a'), thread('b')], { a: [-40, 0], b: [0, 640] })).toHaveLength(2)
})

it('draws side by side what stands at one place or on one thing', () => {
  const threads = [thread('a'), thread('b'), thread('c', { thingId: 'note' }), thread('d', { thingId: 'note' })]
  expect(laid(threads, { a: [100, 100], b: [101, 99], c: [300, 100], d: [300, 100] })).toEqual([
    ['a', 100, 100],
    ['b', 137, 99],
    ['c', 300, 100],
    ['d', 336, 100],
  ])
})

it('keeps the side of a pin whose neighbour is out of sight', () => {
  const threads = [thread('a', { thingId: 'note' }), thread('b', { thingId: 'note' })]
  expect(laid(threads, { a: [-60, 0], b: [-60, 0] })).toEqual([['b', -24, 0]])
})
