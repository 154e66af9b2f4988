import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const mocks = vi.hoisted(() => ({ keepCopy: vi.fn(() => Promise.resolve(true)) }))
vi.mock('./keep.ts', () => mocks)

const { keepAtLeisure } = await import('./leisure.ts')

const page = Object.assign(new EventTarget(), {
  visibilityState: 'visible',
  body: { dataset: {} as Record<string, string> },
  querySelector: () => null,
})
const look = (state: 'hidden' | 'visible') => {
  page.visibilityState = state
  page.dispatchEvent(new Event('visibilitychange'))
  return vi.advanceTimersByTimeAsync(0)
}

beforeEach(() => {
  vi.useFakeTimers()
  mocks.keepCopy.mockClear()
  page.visibilityState = 'visible'
  const network = new EventTarget()
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network))
  vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('keeps a page once however long it is open and whatever is looked at between', async () => {
  const stop = keepAtLeisure(vi.fn())
  await vi.advanceTimersByTimeAsync(60_000)
  await look('hidden')
  await look('visible')
  await look('hidden')
  expect(mocks.keepCopy).toHaveBeenCalledTimes(1)
  stop()
})

it('keeps a page that was told something else when it is put aside, once for all that it was told', async () => {
  let told = 'one task'
  const stop = keepAtLeisure(vi.fn(), { told: () => told })
  await vi.advanceTimersByTimeAsync(5_000)
  for (told of ['two tasks', 'three tasks']) await vi.advanceTimersByTimeAsync(20_000)
  await look('visible')
  expect(mocks.keepCopy).toHaveBeenCalledTimes(1)
  await look('hidden')
  expect(mocks.keepCopy).toHaveBeenCalledTimes(2)
  await look('visible')
  await look('hidden')
  expect(mocks.keepCopy).toHaveBeenCalledTimes(2)

  // The server was not reached: what was not kept is tried again.
  told = 'four tasks'
  mocks.keepCopy.mockResolvedValueOnce(false)
  for (const state of ['hidden', 'visible', 'hidden', 'hidden'] as const) await look(state)
  expect(mocks.keepCopy).toHaveBeenCalledTimes(4)

  stop()
  told = 'five tasks'
  await look('hidden')
  expect(mocks.keepCopy).toHaveBeenCalledTimes(4)
})

it('tells the page that was opened from the device once it is as the server says again', async () => {
  page.body.dataset['kept'] = '2026-11-29T00:00:00.000Z'
  const refresh = vi.fn()
  mocks.keepCopy.mockResolvedValueOnce(false)
  const stop = keepAtLeisure(refresh)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(refresh).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(refresh).toHaveBeenCalledTimes(1)
  expect(page.body.dataset).toEqual({})
  stop()
})
