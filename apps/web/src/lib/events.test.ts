import { beforeEach, expect, it, vi } from 'vitest'

type Answer = (result: { ok: true } | { ok: false; code: string }) => void

const asked = vi.hoisted(() => [] as { topic: string; position: number; answer: unknown }[])
const on = vi.hoisted(() => new Map<string, (...told: unknown[]) => void>())
vi.mock('socket.io-client', () => ({
  io: () => ({
    connected: true,
    on: (name: string, listen: (...told: unknown[]) => void) => on.set(name, listen),
    emit: (name: string, topic: string, position: number, answer: unknown) => {
      if (name === 'follow') asked.push({ topic, position, answer })
    },
    disconnect: () => {},
  }),
}))

const { follow, hearAny, hearGrown } = await import('./events.ts')
const answer = (result: Parameters<Answer>[0]) => (asked.at(-1)?.answer as Answer)(result)

beforeEach(() => {
  asked.length = 0
  on.clear()
  vi.useFakeTimers()
})

const connected = async () => {
  await vi.waitFor(() => expect(on.get('connect')).toBeDefined())
  on.get('connect')?.()
}

it('asks again where the server could not look, from the last position heard', async () => {
  const stop = follow('team:1' as never, 5)
  await connected()
  answer({ ok: false, code: 'unavailable' })
  on.get('fact')?.({ name: 'team.left', position: 9, at: '', body: {} }, 'team:1')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked.map(({ position }) => position)).toEqual([5, 9])
  answer({ ok: true })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(2)
  stop()
})

it('asks no more where it was refused, nor for what nobody follows now', async () => {
  const stop = follow('team:2' as never, 1)
  await connected()
  answer({ ok: false, code: 'forbidden' })
  on.get('connect')?.()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(1)
  stop()
  // The line is open still.
  const again = follow('team:3' as never, 1)
  answer({ ok: false, code: 'unavailable' })
  again()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(2)
})

it('is told of a fact of several topics once', async () => {
  const told: number[] = []
  const stops = [follow('team:4' as never, 1), follow('person:4' as never, 1), hearAny(({ position }) => told.push(position))]
  await connected()
  for (const topic of ['team:4', 'person:4']) on.get('fact')?.({ name: 'team.left', position: 700, at: '', body: {} }, topic)
  expect(told).toEqual([700])
  stops.forEach((stop) => stop())
})

it('looks when what it follows has grown, and once it is followed again, for nobody rang in between', async () => {
  const look = vi.fn()
  const stops = [hearGrown('record:1', look), follow('record:1', 1), follow('record:2', 1)]
  await connected()
  for (const one of asked) (one.answer as Answer)({ ok: true })
  expect(look).toHaveBeenCalledTimes(1)
  on.get('grown')?.('record:2')
  on.get('grown')?.('record:1')
  expect(look).toHaveBeenCalledTimes(2)
  on.get('connect')?.()
  for (const one of asked.slice(2)) (one.answer as Answer)({ ok: true })
  expect(look).toHaveBeenCalledTimes(3)
  stops.forEach((stop) => stop())
  on.get('grown')?.('record:1')
  expect(look).toHaveBeenCalledTimes(3)
})
