import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Retry } from '../src/retry.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('[K4] a page whose timers sleep tries again when somebody looks, and not before it is due', () => {
  const connect = vi.fn()
  const retry = new Retry({ connect, random: () => 1 })
  retry.later()
  retry.look()
  expect(connect).not.toHaveBeenCalled()
  // The time has passed, and no timer was run.
  vi.setSystemTime(Date.now() + 1_000)
  retry.look()
  expect(connect).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(60_000)
  retry.look()
  expect(connect).toHaveBeenCalledTimes(1)
})
