import { describe, expect, it, vi } from 'vitest'
import { Refused } from '#lib/api.ts'
import { Files, type Given, type Progress } from './files.ts'
import type { Parcel, Queue } from './queue.ts'

/** A server of tus and of one route, as far as a sender sees it; `cut` says which requests do not get through. */
const server = () => {
  const uploads = new Map<string, { length: number; bytes: number[]; ended: boolean }>()
  const log: string[] = []
  let cut: (request: string, count: number) => 'before' | 'after' | Response | null = () => null
  const reply = (status: number, body: unknown = null, offset?: number) =>
    new Response(body === null ? null : JSON.stringify(body), {
      status,
      ...(offset !== undefined && { headers: { 'upload-offset': String(offset) } }),
    })

  const answer = async (method: string, url: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (method === 'POST' && url === '/files/upload') {
      const named = new Map((headers.get('upload-metadata') ?? '').split(',').map((pair) => pair.split(' ') as [string, string]))
      const id = atob(named.get('id') ?? '')
      const there = uploads.get(id)
      if (there?.ended) return reply(409, { code: 'file-id-taken', message: 'taken', requestId: '' })
      if (!there) uploads.set(id, { length: Number(headers.get('upload-length')), bytes: [], ended: false })
      return reply(201, null, uploads.get(id)?.bytes.length)
    }
    const id = method === 'POST' ? (JSON.parse(String(init.body)) as { id: string }).id : (url.split('/').at(-1) ?? '')
    const upload = uploads.get(id)
    if (!upload) return reply(404, { code: 'not-found', message: 'none', requestId: '' })
    if (method === 'HEAD') return reply(200, null, upload.bytes.length)
    if (method === 'PATCH') {
      if (Number(headers.get('upload-offset')) !== upload.bytes.length) return reply(409, { code: 'file-part' })
      upload.bytes.push(...new Uint8Array(await (init.body as Blob).arrayBuffer()))
      return reply(204, null, upload.bytes.length)
    }
    upload.ended = true
    return reply(200, { id })
  }

  const fetch = (async (url: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    const request = `${method} ${url.replace(/[0-9a-z]{20}/, ':id')}`
    log.push(request)
    const fate = cut(request, log.filter((one) => one === request).length)
    if (fate instanceof Response) return fate
    if (fate === 'before') throw new TypeError('Failed to fetch')
    const answered = await answer(method, url, init)
    if (fate === 'after') throw new TypeError('Failed to fetch')
    return answered
  }) as typeof globalThis.fetch

  return { fetch, uploads, log, cut: (how: typeof cut) => (cut = how) }
}

const memoryQueue = (): Queue & { readonly held: Map<string, Parcel> } => {
  const held = new Map<string, Parcel>()
  return {
    held,
    add: async (parcel) => void held.set(parcel.id, parcel),
    all: async () => [...held.values()],
    drop: async (id) => void held.delete(id),
    wipe: async () => held.clear(),
  }
}

const boardId = '0'.repeat(20)
const text = (letters: number, name = 'жарық.ino') => new File(['x'.repeat(letters)], name)

const device = (given: Partial<Given> & { fetch: typeof globalThis.fetch }) => {
  const queue = memoryQueue()
  const waits: number[] = []
  let made = 0
  const files = new Files({
    queue,
    road: { fetch: given.fetch, again: async (tries) => void waits.push(tries), partBytes: 100 },
    newId: () => String((made += 1)).padStart(20, 'a'),
    now: () => made,
    alone: (_id, work) => work(),
    ...given,
  })
  return { files, queue, waits }
}

const path = {
  begin: 'POST /files/upload',
  part: 'PATCH /files/upload/:id',
  ask: 'HEAD /files/upload/:id',
  add: 'POST /api/board/:id/file',
}

describe('a file', () => {
  it('goes part by part, and says how far it is', async () => {
    const { fetch, log, uploads } = server()
    const { files, queue } = device({ fetch })
    const told: Progress[] = []
    const sent = await files.sendFile({ boardId }, text(250), (progress) => told.push(progress))
    expect(sent.id).toBe(told[0]?.id)
    expect(told[0]).toMatchObject({ name: 'жарық.ino', type: 'text/plain', width: null, sent: 0, total: 250, kept: true, waits: false })
    expect(told.map((one) => one.sent)).toEqual([0, 0, 100, 200, 250, 250])
    expect(told.map((one) => one.done)).toEqual([false, false, false, false, false, true])
    expect(log).toEqual([path.begin, path.part, path.part, path.part, path.add])
    expect([uploads.get(sent.id)?.bytes.length, queue.held.size]).toEqual([250, 0])
  })

  it.each([
    [path.begin, 'before'],
    [path.begin, 'after'],
    [path.part, 'before'],
    [path.part, 'after'],
    [path.add, 'before'],
    [path.add, 'after'],
  ] as const)('gets through whole when %s is lost %s it arrives', async (request, when) => {
    const { fetch, uploads, cut, log } = server()
    cut((one, count) => (one === request && count === 1 ? when : null))
    const { files, waits } = device({ fetch })
    const { id } = await files.sendFile({ boardId }, text(250))
    expect(uploads.get(id)).toMatchObject({ ended: true, bytes: expect.objectContaining({ length: 250 }) })
    expect(waits).toEqual([0])
    // Not a part too many.
    expect(log.filter((one) => one === path.part).length).toBe(request === path.part && when === 'before' ? 4 : 3)
  })

  it('asks again and again while there is no network, more and more seldom, and says that it waits', async () => {
    const { fetch, cut } = server()
    cut((request, count) => (request === path.begin && count <= 4 ? 'before' : null))
    const { files, waits, queue } = device({ fetch })
    const told: boolean[] = []
    const kept: number[] = []
    await files.sendFile({ boardId }, text(50), ({ waits, done }) => {
      told.push(waits)
      // It is let go only once the server has it.
      if (!done) kept.push(queue.held.size)
    })
    expect([waits, told.filter(Boolean).length, Math.min(...kept)]).toEqual([[0, 1, 2, 3], 4, 1])
  })

  it.each([429, 503])('waits when the server says %i', async (status) => {
    const { fetch, cut } = server()
    cut((request, count) => (request === path.part && count === 2 ? Response.json({ code: 'x', message: '' }, { status }) : null))
    const { files, waits } = device({ fetch })
    await files.sendFile({ boardId }, text(250))
    expect(waits).toEqual([0])
  })

  it.each([
    [413, 0],
    [403, 0],
    [401, 1],
  ])('is given up when the server says %i; who must sign in again finds it: %i', async (status, left) => {
    const { fetch, cut } = server()
    cut((request) => (request === path.begin ? Response.json({ code: 'x', message: 'сөйлем' }, { status }) : null))
    const { files, queue } = device({ fetch })
    const failed = await files.sendFile({ boardId }, text(50)).catch((why: unknown) => why)
    expect(failed).toBeInstanceOf(Refused)
    expect(failed).toMatchObject({ status, message: 'сөйлем' })
    expect(queue.held.size).toBe(left)
  })

  it('is sent from a full device too', async () => {
    const { fetch } = server()
    const full = { ...memoryQueue(), add: () => Promise.reject(new Error('QuotaExceededError')) }
    const { files } = device({ fetch, queue: full })
    const told = vi.fn<(progress: Progress) => void>()
    await files.sendFile({ boardId }, text(50), told)
    expect(told.mock.calls.map(([{ kept }]) => kept)).not.toContain(true)
  })

  it('after another: the second begins when the first has come', async () => {
    const { fetch, log } = server()
    const { files } = device({ fetch })
    await Promise.all([files.sendFile({ boardId }, text(150)), files.sendFile({ boardId }, text(50))])
    const whole = [path.begin, path.part, path.part, path.add]
    expect(log).toEqual([...whole, path.begin, path.part, path.add])
  })
})

describe('what an earlier page has left', () => {
  const left = (id: string): Parcel => ({
    id,
    place: { boardId },
    name: 'a.txt',
    type: 'text/plain',
    blob: text(150),
    width: null,
    height: null,
    at: 1,
  })

  it('goes on from where it was', async () => {
    const { fetch, uploads, log } = server()
    const id = 'b'.repeat(20)
    uploads.set(id, { length: 150, bytes: Array<number>(100).fill(120), ended: false })
    const { files, queue } = device({ fetch })
    await queue.add(left(id))
    expect(await files.waiting({ boardId })).toMatchObject([{ id, waits: true }])
    expect(await files.waiting({ portfolioId: boardId })).toEqual([])
    await files.drain(
      () => {},
      () => expect.unreachable(),
    )
    expect([uploads.get(id)?.bytes.length, uploads.get(id)?.ended, queue.held.size]).toEqual([150, true, 0])
    expect(log).toEqual([path.begin, path.part, path.add])
  })

  it('is left alone while another tab sends it, and told of when it is refused', async () => {
    const { fetch, cut, log } = server()
    const busy = device({ fetch, alone: async () => null })
    await busy.queue.add(left('c'.repeat(20)))
    await busy.files.drain(
      () => {},
      () => expect.unreachable(),
    )
    expect([log, busy.queue.held.size]).toEqual([[], 1])

    cut(() => Response.json({ code: 'forbidden', message: 'сөйлем' }, { status: 403 }))
    const free = device({ fetch, queue: busy.queue })
    const fail = vi.fn()
    await free.files.drain(() => {}, fail)
    expect(fail).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'a.txt' }), expect.any(Refused))
    expect(busy.queue.held.size).toBe(0)
  })

  const place = { portfolioId: '1'.repeat(20) }
  const cutOff = async (letters: number, id = 'd'.repeat(20)) => {
    const there = server()
    there.uploads.set(id, { length: letters, bytes: Array<number>(100).fill(120), ended: false })
    const { files, queue } = device({ fetch: there.fetch })
    await queue.add({ ...left(id), place, blob: text(letters) })
    return { ...there, files, queue, id }
  }

  it('goes on from where it was when the same file is chosen again, in a portfolio too', async () => {
    const { files, queue, id, log, uploads } = await cutOff(250)
    const told: Progress[] = []
    expect((await files.sendFile(place, text(250), (progress) => told.push(progress))).id).toBe(id)
    expect(log).toEqual([path.begin, path.part, path.part, 'POST /api/portfolio/:id/file'])
    expect([uploads.get(id)?.bytes.length, queue.held.size]).toEqual([250, 0])
    expect(told[0]).toMatchObject({ id, sent: 0, kept: true })
    expect(told.map(({ sent }) => sent)).not.toContain(50)
  })

  it.each([
    ['of another content', place, new File([`${'x'.repeat(249)}y`], 'a.txt')],
    ['of another length', place, text(251)],
    ['for another place', { portfolioId: '2'.repeat(20) }, text(250)],
    ['for a board', { boardId }, text(250)],
  ])('is not taken for a file %s', async (_, to, file) => {
    const { files, queue, id } = await cutOff(250)
    expect((await files.sendFile(to, file)).id).not.toBe(id)
    expect([...queue.held.keys()]).toEqual([id])
  })

  it('and is sent by another tab meanwhile goes once more, for this page must name it', async () => {
    const { fetch } = server()
    const id = 'e'.repeat(20)
    const { files, queue } = device({ fetch, alone: (one, work) => (one === id ? Promise.resolve(null) : work()) })
    await queue.add({ ...left(id), place, blob: text(250) })
    expect((await files.sendFile(place, text(250))).id).not.toBe(id)
  })
})
