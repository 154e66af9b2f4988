import { describe, expect, it } from 'vitest'
import { failAgain, minutesLocked, triesFree, type Tries } from './lockout.ts'

const start = new Date('2026-03-02T09:00:00Z')
const later = (minutes: number, from = start) => new Date(from.getTime() + minutes * 60_000)
const failed = (times: number, at = start): Tries | undefined =>
  Array.from({ length: times }).reduce<Tries | undefined>((tries) => failAgain(tries, at), undefined)

/** Device and person are counted apart, as the server does. */
const classroom = () => {
  const counts = new Map<string, Tries>()
  const wait = (device: string, person: string, now: Date) =>
    Math.max(
      minutesLocked(counts.get(`${device} ${person}`), triesFree.device, now),
      minutesLocked(counts.get(person), triesFree.person, now),
    )
  /** A wrong try, unless it has to wait. */
  const fail = (device: string, person: string, now: Date): boolean => {
    if (wait(device, person, now) > 0) return false
    for (const key of [`${device} ${person}`, person]) counts.set(key, failAgain(counts.get(key), now))
    return true
  }
  return { wait, fail }
}

describe('one device', () => {
  it('is free for the first tries', () => {
    for (let times = 0; times < triesFree.device; times++) expect(minutesLocked(failed(times), triesFree.device, start)).toBe(0)
  })

  it.each([
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 15],
    [10, 15],
    [500, 15],
  ])('after %i wrong tries waits %i minutes', (times, minutes) => {
    expect(minutesLocked(failed(times), triesFree.device, start)).toBe(minutes)
    expect(minutesLocked(failed(times), triesFree.device, later(minutes))).toBe(0)
    expect(minutesLocked(failed(times), triesFree.device, later(minutes - 0.5))).toBe(1)
  })

  it('is forgiven after an hour of quiet', () => {
    expect(failAgain(failed(9), later(61)).failed).toBe(1)
    expect(failAgain(failed(9), later(59)).failed).toBe(10)
  })
})

describe('a joker at one laptop', () => {
  it('shuts that laptop out, and nobody else', () => {
    const room = classroom()
    for (let i = 0; i < 200; i++) room.fail('joker', 'aigerim', start)
    expect(room.wait('joker', 'aigerim', start)).toBe(1)
    expect(room.wait('aigerim', 'aigerim', start)).toBe(0)
    expect(room.wait('joker', 'daulet', start)).toBe(0)
  })

  it('who goes through the whole class leaves the class free on its own laptops', () => {
    const room = classroom()
    const pupils = Array.from({ length: 30 }, (_, i) => `pupil ${i}`)
    for (const pupil of pupils) for (let i = 0; i < 50; i++) room.fail('joker', pupil, start)
    for (const pupil of pupils) expect(room.wait(`laptop of ${pupil}`, pupil, start)).toBe(0)
  })
})

it('a patient guesser with many devices is stopped by the count of the person', () => {
  const room = classroom()
  let tried = 0
  for (let device = 0; device < 100; device++)
    for (let i = 0; i < triesFree.device; i++) tried += Number(room.fail(`device ${device}`, 'aigerim', start))
  expect(tried).toBe(triesFree.person)
})

it('allows no more than a hundred tries a day and device, and not one in fifty of all PINs a week', () => {
  const room = classroom()
  let tried = 0
  for (let minute = 0; minute < 24 * 60; minute++) tried += Number(room.fail('laptop', 'aigerim', later(minute)))
  expect(tried).toBeLessThanOrEqual(104)
})

describe('a clock', () => {
  it('set back locks nobody out', () => {
    const tries = failed(20)
    for (const minutes of [1, 10, 600, 60 * 24 * 365]) expect(minutesLocked(tries, triesFree.device, later(-minutes))).toBe(0)
  })

  it('set back still counts the wrong tries', () => {
    expect(failAgain(failed(4), later(-30)).failed).toBe(5)
  })

  it('set forward lets in, as a passed hour does', () => {
    expect(minutesLocked(failed(20), triesFree.device, later(60 * 24))).toBe(0)
  })
})
