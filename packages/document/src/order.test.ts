import { expect, it } from 'vitest'
import { byOrder, isKey, keyAbove, topOf } from './order.ts'

it('grows upwards for ever', () => {
  let key: string | null = null
  for (let i = 0; i < 4000; i++) {
    const next = keyAbove(key)
    expect(isKey(next)).toBe(true)
    if (key !== null) expect(next > key).toBe(true)
    key = next
  }
})

it.each(['', 'a', 'b0', 'a00', 'a1!', 'ә0', '0', `A${'0'.repeat(26)}`, 'a0'.repeat(200), null, 7, {}])('knows that %j is no key', (key) => {
  expect(isKey(key)).toBe(false)
})

it('looks for the top among true keys only', () => {
  expect(topOf(['a0', 'zz!', 'a3', undefined, 'ү'])).toBe('a3')
  expect(topOf([undefined])).toBeNull()
  const ceiling = 'z'.repeat(200)
  expect(keyAbove(ceiling)).toBe(ceiling)
})

it('breaks ties by id, the same everywhere', () => {
  const things = [
    { id: 'b', z: 'a1' },
    { id: 'c', z: '' },
    { id: 'a', z: 'a1' },
  ]
  expect(things.sort(byOrder).map((t) => t.id)).toEqual(['c', 'a', 'b'])
})
