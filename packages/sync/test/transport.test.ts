import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PollSocket } from '../src/poll.ts'
import { fallingBack } from '../src/transport.ts'

/** A socket in the hand of a test. */
class Fake {
  static all: Fake[] = []
  readonly url: string
  readonly kind: 'ws' | 'poll' = 'ws'
  closed = false
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  sent: Uint8Array[] = []
  constructor(url: string) {
    this.url = url
    Fake.all.push(this)
  }
  send(frame: Uint8Array) {
    this.sent.push(frame)
  }
  close() {
    this.closed = true
  }
  end(code: number) {
    this.onclose?.({ code, reason: '' })
  }
  /** Opens, and the server speaks. */
  stand() {
    this.onopen?.()
    this.onmessage?.({ data: new ArrayBuffer(1) })
  }
}
class FakePoll extends Fake {
  override readonly kind = 'poll'
}

const loadPoll = async () => FakePoll as unknown as new (url: string) => PollSocket
let memory: Map<string, string>
let open: WebSocket[] = []
const page = () => {
  const storage = {
    getItem: (name: string) => memory.get(name) ?? null,
    setItem: (name: string, value: string) => void memory.set(name, value),
    removeItem: (name: string) => void memory.delete(name),
  }
  const Socket = fallingBack({
    WebSocket: Fake as unknown as typeof WebSocket,
    loadPoll,
    memory: storage,
  })
  return () => {
    const socket = new Socket('ws://sheber.test/sync/board%3Ax?lineage=l')
    const told: (string | number)[] = []
    socket.onopen = () => told.push('open')
    socket.onclose = ({ code }) => told.push(code)
    open.push(socket)
    return { socket, told, inner: Fake.all.at(-1) as Fake }
  }
}
const newest = () => Fake.all.at(-1) ?? expect.unreachable()
const loaded = () => vi.advanceTimersByTimeAsync(0)
const kinds = () => Fake.all.map(({ kind }) => kind)

beforeEach(() => {
  vi.useFakeTimers()
  Fake.all = []
  memory = new Map()
  open = []
})
afterEach(() => {
  open.forEach((socket) => socket.close())
  vi.useRealTimers()
})

describe('the way to a room', () => {
  it('[W7] is a websocket where one stands', async () => {
    const { socket, told, inner } = page()()
    inner.stand()
    socket.send(Uint8Array.of(1))
    inner.end(4401)
    expect([kinds(), told, inner.sent.length, memory.size]).toEqual([['ws'], ['open', 4401], 1, 0])
    expect(socket.readyState).toBe(socket.CLOSED)
  })

  it('[W7] becomes a poll when the second websocket in a row fails, and the page remembers', async () => {
    const connect = page()
    const first = connect()
    first.inner.end(1006)
    expect([first.told, kinds()]).toEqual([[1006], ['ws']])
    const second = connect()
    second.inner.end(1006)
    await loaded()
    expect([second.told, kinds()]).toEqual([[], ['ws', 'ws', 'poll']])
    newest().stand()
    expect(second.told).toEqual(['open'])
    newest().end(1006)
    connect()
    await loaded()
    expect(kinds()).toEqual(['ws', 'ws', 'poll', 'poll'])
    // Also after a reload.
    page()()
    await loaded()
    expect(kinds().at(-1)).toBe('poll')
  })

  it('[W7] becomes a poll at once when a websocket neither opens nor fails', async () => {
    const { told, inner } = page()()
    await vi.advanceTimersByTimeAsync(5_999)
    expect(kinds()).toEqual(['ws'])
    await vi.advanceTimersByTimeAsync(1)
    expect([kinds(), inner.closed, told]).toEqual([['ws', 'poll'], true, []])
  })

  it('[W7] nothing is remembered while plain requests fail as well: then it is the server', async () => {
    const connect = page()
    connect().inner.end(1006)
    const { told, inner } = connect()
    inner.end(1006)
    await loaded()
    newest().end(1006)
    expect([told, memory.size]).toEqual([[1006], 0])
    connect()
    expect(kinds().at(-1)).toBe('ws')
  })

  it('[W7] an open websocket that says nothing is none', async () => {
    const connect = page()
    for (const _ of [1, 2]) {
      const { told, inner } = connect()
      inner.onopen?.()
      await vi.advanceTimersByTimeAsync(6_000)
      expect(told).toEqual(['open', 1006])
    }
    connect().inner.end(1006)
    await loaded()
    expect(kinds().at(-1)).toBe('poll')
  })

  it('[W7] a close code is an answer, not a failure', async () => {
    const connect = page()
    for (const code of [4401, 4403, 1012, 1013]) {
      const { told, inner } = connect()
      inner.onopen?.()
      inner.end(code)
      expect(told).toEqual(['open', code])
    }
    expect(kinds()).not.toContain('poll')
  })

  it('[W7] where a websocket stood, a break of half a minute changes nothing; a longer one does', async () => {
    const connect = page()
    const { inner } = connect()
    inner.stand()
    inner.end(1006)
    for (let second = 0; second <= 30; second += 5) {
      connect().inner.end(1006)
      await vi.advanceTimersByTimeAsync(5_000)
    }
    expect(kinds()).not.toContain('poll')
    connect().inner.end(1006)
    await loaded()
    expect(kinds().at(-1)).toBe('poll')
  })

  it('[W7] who polls looks for a websocket every few minutes, and moves over when the echo answers', async () => {
    memory.set('sheber:poll', `${Date.now()}`)
    const connect = page()
    const { told } = connect()
    await loaded()
    const inner = newest()
    inner.stand()
    await vi.advanceTimersByTimeAsync(300_000)
    const deaf = newest()
    expect([deaf.kind, deaf.url]).toEqual(['ws', 'ws://sheber.test/sync/echo'])
    await vi.advanceTimersByTimeAsync(6_000)
    expect(deaf.closed).toBe(true)
    deaf.end(1006)
    expect(told).toEqual(['open'])

    await vi.advanceTimersByTimeAsync(294_000)
    newest().stand()
    expect(newest().sent).toEqual([Uint8Array.of(1)])
    expect([told, inner.closed]).toEqual([['open', 1012], true])
    connect()
    expect(kinds().at(-1)).toBe('ws')
  })

  it('[W7] who leaves while connecting is not sent on to a poll', async () => {
    const connect = page()
    connect().inner.end(1006)
    const { socket, inner } = connect()
    socket.close()
    inner.end(1006)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([inner.closed, kinds()]).toEqual([true, ['ws', 'ws']])
  })

  it('[W7] a way that cannot be fetched is a failure like any other, and who leaves meanwhile has left', async () => {
    const Socket = fallingBack({
      WebSocket: Fake as unknown as typeof WebSocket,
      loadPoll: () => Promise.reject(new Error('gone')),
      memory: null,
    })
    const connect = () => {
      const socket = new Socket('ws://sheber.test/sync/x')
      const codes: number[] = []
      socket.onclose = ({ code }) => codes.push(code)
      open.push(socket)
      return { socket, codes }
    }
    connect()
    newest().end(1006)
    const { codes } = connect()
    newest().end(1006)
    await loaded()
    expect(codes).toEqual([1006])
    const leaving = connect()
    newest().end(1006)
    leaving.socket.close()
    await loaded()
    expect(leaving.codes).toEqual([1006])
    expect(leaving.socket.readyState).toBe(leaving.socket.CLOSED)
  })

  it('[W7] works where the browser forbids to remember', async () => {
    const forbids = () => {
      throw new Error('forbidden')
    }
    const Socket = fallingBack({
      WebSocket: Fake as unknown as typeof WebSocket,
      loadPoll,
      memory: { getItem: forbids, setItem: forbids, removeItem: forbids },
    })
    const socket = new Socket('ws://sheber.test/sync/x')
    open.push(socket)
    await vi.advanceTimersByTimeAsync(6_000)
    newest().stand()
    expect(socket.readyState).toBe(socket.OPEN)
  })
})
