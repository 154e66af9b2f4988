import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { calm, keepFresh } from './fresh.ts'

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', page)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('looks while somebody does, at once when they come back, and not after its end', () => {
  const look = vi.fn()
  const end = keepFresh(look, 1_000)
  vi.advanceTimersByTime(2_000)
  expect(look).toHaveBeenCalledTimes(2)
  page.visibilityState = 'hidden'
  vi.advanceTimersByTime(5_000)
  expect(look).toHaveBeenCalledTimes(2)
  page.visibilityState = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  expect(look).toHaveBeenCalledTimes(3)
  end()
  vi.advanceTimersByTime(5_000)
  page.dispatchEvent(new Event('visibilitychange'))
  expect(look).toHaveBeenCalledTimes(3)
})

it('is the same as long as it says the same', () => {
  const held = calm<{ title: string }>()
  const first = held({ title: 'Көпір' })
  expect(held({ title: 'Көпір' })).toBe(first)
  expect(held({ title: 'Кеме' })).toEqual({ title: 'Кеме' })
  expect(held({ title: 'Көпір' })).not.toBe(first)
})
