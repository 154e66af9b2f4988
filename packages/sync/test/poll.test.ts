import { afterEach, describe, expect, it, vi } from 'vitest'
import { packFrames, unpackFrames } from '../src/batch.ts'
import { PollSocket } from '../src/poll.ts'

const empty = () => new Response(null, { status: 204 })
const octets = (...frames: Uint8Array[]) => new Response(packFrames(frames), { headers: { 'content-type': 'application/octet-stream' } })
const gone = (code: number) => Response.json({ code, reason: 'why' }, { status: 410 })
const opening = () => Response.json({ id: 'secret' })
/** What a school's filter puts in the place of an answer. */
const blocked = () => new Response('<h1>blocked</h1>', { headers: { 'content-type': 'text/html' } })

type Answer = () => Response | Promise<Response>

/** A server that is told what to say; it keeps what it was asked. */
const script = (answers: Record<'open' | 'down' | 'up' | 'leave', Answer[]>) => {
  const asked: string[] = []
  const bodies: (Uint8Array[] | null)[] = []
  const fetched = async (address: string, { method = 'GET', body, signal }: RequestInit): Promise<Response> => {
    const { pathname, search } = new URL(address)
    asked.push(`${method} ${pathname}${search}`)
    const kind = method === 'GET' ? 'down' : method === 'DELETE' ? 'leave' : search.startsWith('?n=') ? 'up' : 'open'
    if (kind === 'up') bodies.push(unpackFrames(body as Uint8Array<ArrayBuffer>))
    const next = answers[kind].shift()
    if (next) return next()
    if (kind !== 'down') return empty()
    return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(new Error('aborted'))))
  }
  return { asked, bodies, fetched }
}

const open = (server: ReturnType<typeof script>, url = 'ws://sheber.test/sync/board%3Ax?lineage=l') => {
  class Scripted extends PollSocket {
    protected override fetch(address: string, given: RequestInit) {
      return server.fetched(address, given)
    }
  }
  const socket = new Scripted(url)
  const heard: number[][] = []
  const ends: number[] = []
  socket.onmessage = ({ data }) => heard.push([...new Uint8Array(data)])
  socket.onclose = ({ code }) => ends.push(code)
  return { socket, heard, ends }
}
const frame = (...bytes: number[]) => Uint8Array.from(bytes)
const never: Answer = () => new Promise(() => {})

vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
afterEach(() => vi.clearAllTimers())
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

describe('a websocket made of requests', () => {
  it('[W4] hears every frame once and in order, over answers that got lost', async () => {
    const lost: Answer = () => Promise.reject(new Error('lost'))
    const server = script({
      open: [opening],
      down: [() => octets(frame(9), frame(8)), lost, lost, () => octets(frame(7))],
      up: [],
      leave: [],
    })
    const { heard, ends } = open(server)
    await pass(2_500)
    expect(heard).toEqual([[9], [8], [7]])
    expect(server.asked).toEqual([
      'POST /sync/board%3Ax/poll?lineage=l',
      'GET /sync/board%3Ax/poll/secret?after=0',
      ...Array.from({ length: 3 }, () => 'GET /sync/board%3Ax/poll/secret?after=2'),
      'GET /sync/board%3Ax/poll/secret?after=3',
    ])
    expect(ends).toEqual([])
  })

  it('[W4] brings what was said in one turn as one batch, one batch at a time, each again until it was taken', async () => {
    const slow = Promise.withResolvers<Response>()
    const server = script({
      open: [opening],
      down: [],
      up: [() => slow.promise, () => Promise.reject(new Error('lost')), empty],
      leave: [],
    })
    const { socket } = open(server)
    await pass()
    socket.send(frame(0, 1))
    socket.send(frame(0, 2))
    await pass()
    socket.send(frame(0, 3))
    await pass(500)
    expect(server.bodies).toEqual([[frame(0, 1), frame(0, 2)]])
    slow.resolve(empty())
    await pass(1_500)
    expect(server.asked.filter((line) => line.includes('?n=')).map((line) => line.split('?')[1])).toEqual(['n=1', 'n=2', 'n=2'])
    expect(server.bodies.slice(1)).toEqual([[frame(0, 3)], [frame(0, 3)]])
  })

  it('[W4] a later cursor takes the place of one that still waits; words never give way', async () => {
    const server = script({ open: [opening], down: [], up: [], leave: [] })
    const { socket } = open(server)
    await pass()
    socket.send(frame(1, 1))
    socket.send(frame(1, 2))
    await pass(99)
    expect(server.bodies).toEqual([])
    socket.send(frame(0, 2, 5))
    socket.send(frame(1, 3))
    await pass()
    expect(server.bodies).toEqual([[frame(0, 2, 5), frame(1, 3)]])
  })

  it('[W4] a large heap goes up in pieces', async () => {
    const server = script({ open: [opening], down: [], up: [], leave: [] })
    const { socket } = open(server)
    await pass()
    for (let frames = 0; frames < 3; frames += 1) socket.send(new Uint8Array(200_000))
    await pass()
    expect(server.bodies.map((frames) => frames?.length)).toEqual([1, 1, 1])
  })

  it.each([
    ['at the door', { open: [() => gone(4403)], down: [] }, 4403],
    ['later', { open: [opening], down: [() => gone(4401)] }, 4401],
    ['by another process', { open: [opening], down: [() => gone(1013)] }, 1013],
    ['by a page of a filter at the door', { open: [blocked], down: [] }, 1006],
    ['by a page of a filter later', { open: [opening], down: Array.from({ length: 4 }, () => blocked) }, 1006],
  ] satisfies [string, Pick<Parameters<typeof script>[0], 'open' | 'down'>, number][])(
    '[W2] is told the end %s',
    async (_, answers, code) => {
      const { ends, socket } = open(script({ up: [], leave: [], ...answers }))
      await pass(5_000)
      expect([ends, socket.readyState]).toEqual([[code], socket.CLOSED])
    },
  )

  it('[W2] a body that is too large is 1009, as a frame of a websocket', async () => {
    const { ends, socket } = open(script({ open: [opening], down: [], up: [() => new Response(null, { status: 413 })], leave: [] }))
    await pass()
    socket.send(frame(0, 2))
    await pass()
    expect(ends).toEqual([1009])
  })

  it('[W6] an answer without frames is a sign of life', async () => {
    const { heard } = open(script({ open: [opening], down: [empty], up: [], leave: [] }))
    await pass()
    expect(heard).toEqual([[1, 1, 0]])
  })

  it('[W6] closing brings the last words and leaves, and waits for neither for ever', async () => {
    const server = script({ open: [opening], down: [], up: [], leave: [] })
    const { socket } = open(server)
    await pass()
    socket.send(frame(0, 2))
    socket.close()
    await pass()
    expect(server.asked.slice(2)).toEqual(['POST /sync/board%3Ax/poll/secret?n=1', 'DELETE /sync/board%3Ax/poll/secret'])

    const deaf = script({ open: [opening], down: [], up: [never], leave: [] })
    const other = open(deaf)
    await pass()
    other.socket.send(frame(0, 2))
    other.socket.close()
    await pass(5_000)
    expect([deaf.asked.at(-1), other.ends]).toEqual(['DELETE /sync/board%3Ax/poll/secret', [1000]])
  })
})

describe('a batch', () => {
  it('is read back as it was packed, and nothing else is', () => {
    const frames = [frame(), frame(1), new Uint8Array(300).fill(7)]
    const body = packFrames(frames)
    expect(unpackFrames(body)).toEqual(frames)
    expect(unpackFrames(body, 2)).toBeNull()
    expect(unpackFrames(frame())).toEqual([])
    for (let cut = 1; cut < 4; cut += 1) expect(unpackFrames(body.slice(0, body.length - cut))).toBeNull()
    expect(unpackFrames(new Uint8Array(12).fill(255))).toBeNull()
  })
})
