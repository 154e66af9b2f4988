import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const mocks = vi.hoisted(() => ({ follow: vi.fn(), hearGrown: vi.fn() }))
vi.mock('#lib/events.ts', () => mocks)

const { calm, keepFresh, readAlong } = await import('./fresh.ts')

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

it('reads along: one look at a time, one more for all that rang meanwhile, none where nobody sees it, and none after its end', async () => {
  const rings = new Map<string, () => void>()
  mocks.hearGrown.mockImplementation((topic: string, look: () => void) => {
    rings.set(topic, look)
    return () => rings.delete(topic)
  })
  const unfollow = vi.fn()
  mocks.follow.mockReturnValue(unfollow)
  page.visibilityState = 'visible'
  const waiting: (() => void)[] = []
  const look = vi.fn(() => new Promise<void>((done) => waiting.push(done)))
  const end = readAlong('p', 7, look)
  expect(mocks.follow).toHaveBeenCalledWith('record:p', 7)
  const ring = () => rings.get('record:p')?.()
  for (let n = 0; n < 3; n += 1) ring()
  expect(look).toHaveBeenCalledTimes(1)
  waiting.shift()?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(look).toHaveBeenCalledTimes(2)
  waiting.shift()?.()
  await vi.advanceTimersByTimeAsync(0)
  page.visibilityState = 'hidden'
  ring()
  expect(look).toHaveBeenCalledTimes(2)
  page.visibilityState = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  expect(look).toHaveBeenCalledTimes(3)
  ring()
  end()
  expect(unfollow).toHaveBeenCalled()
  expect(rings.size).toBe(0)
  waiting.shift()?.()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(look).toHaveBeenCalledTimes(3)
})

it('looks again after a look that failed', async () => {
  mocks.hearGrown.mockReturnValue(() => {})
  mocks.follow.mockReturnValue(() => {})
  const look = vi.fn(() => Promise.reject(new Error('away')))
  const end = readAlong('p', 7, look)
  await vi.advanceTimersByTimeAsync(31_000)
  end()
  expect(look).toHaveBeenCalledTimes(2)
})
