import { expect, it } from 'vitest'
import { Pace } from './pace.ts'

/** Frames that come so many milliseconds apart, each of which has painted as much as it might. */
const led = (pace: Pace, gaps: readonly number[], from = 0): number =>
  gaps.reduce((now, gap) => {
    pace.next(now + gap, false)
    pace.worked()
    return now + gap
  }, from)
const times = (n: number, gap: number) => Array.from({ length: n }, () => gap)

it('paints less ahead while frames come late, and more while they come in time', () => {
  const pace = new Pace()
  const first = pace.next(0, false)
  const late = led(pace, times(5, 50))
  const less = pace.next(late + 50, false)
  expect(less).toBeLessThan(first)
  const soon = led(pace, times(20, 17), late + 50)
  expect(pace.next(soon + 17, false)).toBeGreaterThan(first)
  expect(pace.next(soon + 34, true)).toBe(2 * pace.next(soon + 51, false))
})

it('is tired after a few late frames, and until as many have come in time', () => {
  const pace = new Pace()
  let now = led(pace, times(4, 80), 1_000)
  expect(pace.tired).toBe(false)
  now = led(pace, times(6, 80), now)
  expect(pace.tired).toBe(true)
  // Half as quick as they might be: neither late nor in time.
  now = led(pace, times(30, 33), now)
  expect(pace.tired).toBe(true)
  led(pace, times(5, 17), now)
  expect(pace.tired).toBe(false)
})

it('has rested where nothing was to be painted for a while', () => {
  const pace = new Pace()
  const now = led(pace, times(10, 80))
  expect(pace.tired).toBe(true)
  led(pace, [2_000], now)
  expect(pace.tired).toBe(false)
})
