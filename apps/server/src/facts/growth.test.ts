import { portfolioRoom } from '@sheber/document/room'
import { memoryBus } from '@sheber/sync/memory'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openWritten } from '../sync/written.ts'
import { openGrowth } from './growth.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const room = portfolioRoom('p')

it('rings once a second for a child who types, and once more for the last key', () => {
  const written = openWritten(null)
  const grown = vi.fn()
  const stop = openGrowth(written).follow('record:p', grown)
  for (let at = 0; at < 2_500; at += 100) {
    written.tell([room])
    vi.advanceTimersByTime(100)
  }
  expect(grown).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(5_000)
  expect(grown).toHaveBeenCalledTimes(3)
  written.tell([room])
  stop()
  vi.advanceTimersByTime(5_000)
  expect(grown).toHaveBeenCalledTimes(3)
})

it('rings for this portfolio alone, for each who reads it, and for no topic of facts', () => {
  const written = openWritten(null)
  const growth = openGrowth(written)
  const [one, two, other, facts] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()]
  const stop = growth.follow('record:p', one)
  growth.follow('record:p', two)
  growth.follow('record:q', other)
  growth.follow('portfolio:p', facts)
  written.tell([room])
  vi.advanceTimersByTime(1_000)
  stop()
  stop()
  written.tell([room])
  vi.advanceTimersByTime(1_000)
  expect([one, two, other, facts].map(({ mock }) => mock.calls.length)).toEqual([1, 2, 0, 0])
})

it('hears what another process wrote', () => {
  const bus = memoryBus()
  const grown = vi.fn()
  const stop = openGrowth(openWritten(bus)).follow('record:p', grown)
  bus.ring(room, 7)
  vi.advanceTimersByTime(1_000)
  expect(grown).toHaveBeenCalledTimes(1)
  stop()
  bus.ring(room, 8)
  vi.advanceTimersByTime(1_000)
  expect(grown).toHaveBeenCalledTimes(1)
})
