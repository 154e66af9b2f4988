import { expect, it } from 'vitest'
import { openHeld } from './held.ts'

const opened = (max = 10) => {
  let ms = 0
  let told = Promise.resolve()
  const held = openHeld<number | null>({ clock: { now: () => new Date(ms) }, msMax: 1_000, max }, { settled: () => told })
  let reads = 0
  return {
    held,
    later: (by: number) => (ms += by),
    tell: (heard: Promise<void>) => (told = heard),
    ask: (name: string) => held.of(name, (before) => Promise.resolve((before ?? 0) * 10 + (reads += 1))),
  }
}

it('is read once by all who look for a while, then from what was known', async () => {
  const { ask, later } = opened()
  expect(await Promise.all([ask('a'), ask('a')])).toEqual([1, 1])
  later(999)
  expect(await ask('a')).toBe(1)
  later(1)
  expect(await ask('a')).toBe(12)
})

it('is read again once it has been made old, and from nothing once it is forgotten', async () => {
  const { held, ask } = opened()
  await ask('a')
  held.age('a')
  expect(await ask('a')).toBe(12)
  held.forget('a')
  expect(await ask('a')).toBe(3)
  held.forget()
  expect(await ask('a')).toBe(4)
})

it('that is made old while it is being read is read once more', async () => {
  const { held } = opened()
  let end = (_: number) => {}
  const first = held.of('a', () => new Promise<number>((done) => (end = done)))
  await Promise.resolve()
  await Promise.resolve()
  held.age('a')
  const second = held.of('a', (before) => Promise.resolve((before ?? 0) + 1))
  end(5)
  expect([await first, await second]).toEqual([5, 6])
})

it('is not read before everything that was told has been heard', async () => {
  const { held, ask, tell } = opened()
  expect(await ask('a')).toBe(1)
  tell(Promise.resolve().then(() => held.forget()))
  expect(await ask('a')).toBe(2)
})

it('is not remembered where there is nothing or the reading failed, nor of too many names', async () => {
  const { held, ask } = opened(2)
  await expect(held.of('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await held.of('a', () => Promise.resolve(null))).toBeNull()
  expect(await ask('a')).toBe(1)
  await ask('b')
  await ask('c')
  expect(await ask('a')).toBe(4)
})
