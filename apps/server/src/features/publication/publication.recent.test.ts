import { expect, it } from 'vitest'
import { recent } from './publication.recent.ts'

it('makes a thing once for what it is made from, keeps so many, and nothing that failed', async () => {
  let made = 0
  const kept = recent<number>(2)
  const ask = (name: string, stamp: string) => kept.of(name, stamp, () => Promise.resolve((made += 1)))
  expect(await Promise.all([ask('a', '1'), ask('a', '1')])).toEqual([1, 1])
  expect(await ask('a', '2')).toBe(2)
  // What was true before may be true again; it is not kept beside it.
  expect(await ask('a', '1')).toBe(3)
  await ask('b', '1')
  await ask('c', '1')
  expect(await ask('c', '1')).toBe(5)
  expect(await ask('a', '1')).toBe(6)
  await expect(kept.of('d', '1', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await ask('d', '1')).toBe(7)
})
