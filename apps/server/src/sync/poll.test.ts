import { once } from 'node:events'
import { session } from '@sheber/contract/session'
import { team } from '@sheber/contract/team'
import { roomUpdate } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { boardRoom } from '@sheber/document/room'
import { packFrames, unpackFrames } from '@sheber/sync/batch'
import { connectRoom } from '@sheber/sync/client'
import { closes, limits } from '@sheber/sync/limits'
import { PollSocket } from '@sheber/sync/poll'
import { step1Frame, updateFrame } from '@sheber/sync/protocol'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Door } from './door.ts'
import { socketLimits } from './limits.ts'
import { Polls } from './poll.ts'

let world: World
let address: string
beforeAll(async () => {
  world = await createWorld()
  address = await world.listen()
})
afterAll(() => world[Symbol.asyncDispose]())

const ours = () => boardRoom(world.board)

/** What a browser adds to its requests by itself. */
const browserOf =
  (cookie: string | null): typeof fetch =>
  (to, asked = {}) =>
    fetch(to, { ...asked, headers: { ...(asked.headers as Record<string, string>), origin: address, ...(cookie && { cookie }) } })

const pollOf = (name: PersonName | 'guest') => {
  const browser = browserOf(world.as(name).cookie)
  return class extends PollSocket {
    protected override fetch(to: string, asked: RequestInit) {
      return browser(to, asked)
    }
  } as unknown as typeof globalThis.WebSocket
}
const socketOf = (name: PersonName) =>
  class extends WebSocket {
    constructor(to: string) {
      super(to, { headers: { origin: address, cookie: world.as(name).cookie ?? '' } })
    }
  } as unknown as typeof globalThis.WebSocket

let stops: (() => void)[] = []
afterEach(() => {
  stops.forEach((stop) => stop())
  stops = []
})
// All that the stock provider has to say of our own frames.
const complaints = new Set<unknown>()
vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => words.forEach((word) => complaints.add(word)))
afterAll(() => expect(complaints).toEqual(new Set(['Unable to compute message'])))

/** Somebody with the stock provider. */
const stock = (name: PersonName, Socket: typeof globalThis.WebSocket, asked = ours()) => {
  const doc = new Y.Doc()
  const url = `${address.replace('http', 'ws')}/sync`
  const provider = new WebsocketProvider(url, asked, doc, { WebSocketPolyfill: Socket, disableBc: true })
  stops.push(() => provider.destroy())
  return { doc, provider, text: doc.getText('el') }
}
const ourClient = (name: PersonName, asked = ours()) => {
  const doc = new Y.Doc()
  const connection = connectRoom({ url: `${address}/sync`, room: asked, doc, WebSocketPolyfill: pollOf(name) })
  stops.push(() => connection.destroy())
  return { doc, connection, text: doc.getText('el') }
}
const synced = (...ends: { provider: WebsocketProvider }[]) =>
  vi.waitFor(() => expect(ends.every(({ provider }) => provider.synced)).toBe(true))

/** Frames by hand: what a browser of ours would never send. */
const byHand = (name: PersonName | 'guest', asked = ours()) => {
  const browser = browserOf(world.as(name).cookie)
  const door = `${address}/sync/${encodeURIComponent(asked)}/poll`
  const octets = { 'content-type': 'application/octet-stream' }
  return {
    door,
    open: (query = '') => browser(door + query, { method: 'POST' }),
    up: (id: string, n: number | string, ...frames: Uint8Array[]) =>
      browser(`${door}/${id}?n=${n}`, { method: 'POST', body: packFrames(frames), headers: octets }),
    down: (id: string, after: number | string) => browser(`${door}/${id}?after=${after}`),
    leave: (id: string) => browser(`${door}/${id}`, { method: 'DELETE' }),
  }
}
const opened = async (hand: ReturnType<typeof byHand>) => {
  const { id } = (await (await hand.open()).json()) as { id: string }
  return id
}
const said = async (answer: Response) => [answer.status, await answer.json()]
const framesOf = async (answer: Response) => unpackFrames(new Uint8Array(await answer.arrayBuffer())) ?? []
const update = (text: string) => {
  const doc = new Y.Doc()
  doc.getText('el').insert(0, text)
  return updateFrame(Y.encodeStateAsUpdate(doc))
}
const written = () => world.services.hub.read(ours(), (doc) => doc.getText('el').toString())
const here = (name: PersonName) =>
  world.services.hub
    .rooms()
    .flatMap(({ peers }) => peers)
    .filter(({ person }) => person === world.person(name).id).length

describe('rooms over plain requests', () => {
  it('[W1] one on a websocket and one who polls converge and see one another', async () => {
    const a = stock('aigerim', socketOf('aigerim'))
    const b = stock('daulet', pollOf('daulet'))
    await synced(a, b)
    for (const n of [1, 2, 3]) {
      a.text.insert(0, `wire ${n} `)
      b.text.insert(0, `poll ${n} `)
    }
    await vi.waitFor(() => expect(a.text.toString()).toMatch(/^(?=.*wire 3)(?=.*poll 3)/))
    await vi.waitFor(() => expect(b.text.toString()).toBe(a.text.toString()))
    b.provider.awareness.setLocalState({ user: { id: 'somebody else' }, cursor: [1, 2] })
    const seen = () => a.provider.awareness.getStates().get(b.doc.clientID)
    await vi.waitFor(() => expect(seen()).toEqual({ user: world.person('daulet'), cursor: [1, 2] }))
    b.provider.disconnect()
    await vi.waitFor(() => expect(seen()).toBeUndefined())
  })

  it('[W1] our own client is given receipts: settled means in the log, under its own name', async () => {
    const { connection, text } = ourClient('madina')
    text.insert(0, 'durable ')
    await connection.settled()
    expect([connection.status, connection.waiting, connection.role]).toEqual(['saved', 0, 'write'])
    expect(await written()).toContain('durable ')
    expect(await world.services.db.$count(roomUpdate, eq(roomUpdate.personId, world.person('madina').id))).toBeGreaterThan(0)
  })

  it('[W1] a reader sees everything and writes nothing', async () => {
    const reader = stock('botagoz', pollOf('botagoz'))
    const writer = stock('aigerim', pollOf('aigerim'))
    await synced(reader, writer)
    reader.text.insert(0, 'NOT MINE TO SAY')
    writer.text.insert(0, 'for all to read ')
    await vi.waitFor(() => expect(reader.text.toString()).toContain('for all to read'))
    expect(await written()).not.toContain('NOT MINE')
    expect(await world.services.db.$count(roomUpdate, eq(roomUpdate.personId, world.person('botagoz').id))).toBe(0)
  })

  it('[W2] tells a guest, a stranger, a wrong name and another copy apart by the same close codes', async () => {
    expect(await said(await byHand('guest').open())).toEqual([410, { code: 4401, reason: 'signed out' }])
    expect(await said(await byHand('timur').open())).toEqual([410, { code: 4403, reason: 'no right' }])
    expect(await said(await byHand('aigerim', 'nothing').open())).toEqual([410, { code: 4404, reason: 'unknown room' }])
    expect(await said(await byHand('aigerim').open('?lineage=another'))).toEqual([
      410,
      { code: 4409, reason: 'another copy of the document' },
    ])
    const { door } = byHand('aigerim')
    const cookie = world.as('aigerim').cookie ?? ''
    for (const headers of [{ cookie }, { cookie, origin: 'https://elsewhere.example' }] as Record<string, string>[])
      expect((await fetch(door, { method: 'POST', headers })).status).toBe(403)
  })

  it('[W2] a right that is taken is gone within a second, and so is a sign-in', async () => {
    const glider = boardRoom(world.of('glider').board)
    const { connection, text } = ourClient('timur', glider)
    await vi.waitFor(() => expect(connection.role).toBe('write'))
    text.insert(0, 'in time ')
    await connection.settled()
    const started = performance.now()
    await world.as('marat').ask(team.leave, { params: { teamId: world.of('glider').team, personId: world.person('timur').id } })
    await vi.waitFor(() => expect(connection.closedFor).toBe(4403))
    expect(performance.now() - started).toBeLessThan(1_000)
    text.insert(0, 'too late ')
    await expect(connection.settled()).rejects.toThrow('4403')

    const mentor = ourClient('yerlan')
    await vi.waitFor(() => expect(mentor.connection.role).toBe('write'))
    await world.as('yerlan').ask(session.endAll)
    await vi.waitFor(() => expect(mentor.connection.closedFor).toBe(4401))
  })

  it('[W3] a connection answers the sign-in that opened it, and no other', async () => {
    const hers = byHand('aigerim')
    const id = await opened(hers)
    const words = update('in her name')
    for (const name of ['daulet', 'guest'] as const) {
      const foreign = byHand(name)
      for (const ask of [() => foreign.up(id, 1, words), () => foreign.down(id, 0), () => foreign.leave(id)])
        expect(await said(await ask())).toEqual([410, { code: 4401, reason: 'another sign-in' }])
    }
    expect(await said(await byHand('aigerim', boardRoom(world.of('glider').board)).down(id, 0))).toEqual([
      410,
      { code: 1013, reason: 'gone' },
    ])
    expect(await written()).not.toContain('in her name')
    expect((await framesOf(await hers.down(id, 0))).length).toBeGreaterThan(0)
    expect((await hers.leave(id)).status).toBe(204)
    expect(await said(await hers.down(id, 0))).toEqual([410, { code: 1013, reason: 'gone' }])
  })

  it('[W4] a batch is taken once and in its turn, however often and in whatever order it comes', async () => {
    const hand = byHand('aigerim')
    const id = await opened(hand)
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (one: Uint8Array) => updates.push(updateFrame(one)))
    for (const word of ['first ', 'second ']) doc.getText('el').insert(0, word)
    const [one, two] = updates as [Uint8Array, Uint8Array]
    expect((await hand.up(id, 2, two)).status).toBe(409)
    expect((await hand.up(id, 1, one)).status).toBe(204)
    expect((await hand.up(id, 1, one)).status).toBe(204)
    expect((await hand.up(id, 2, two)).status).toBe(204)
    expect((await hand.up(id, 1, one)).status).toBe(204)
    // Two frames were taken, not five: the last receipt counts them.
    const receipts = async () => (await framesOf(await hand.down(id, 0))).filter(([kind]) => kind === 4)
    await vi.waitFor(async () => expect((await receipts()).at(-1)).toEqual(Uint8Array.of(4, 2)))
    expect(await written()).toContain('second first ')
    for (const n of ['', '-1', 'x', '1e3']) expect((await hand.up(id, n, one)).status).toBe(400)
    await hand.leave(id)
  })

  it('[W4] what was answered is answered again until it is known to have come', async () => {
    const hand = byHand('aigerim')
    const id = await opened(hand)
    await hand.up(id, 1, step1Frame(Uint8Array.of(0)))
    const first = await framesOf(await hand.down(id, 0))
    expect(first[0]?.[0]).toBe(6)
    expect(await framesOf(await hand.down(id, 0))).toEqual(first)
    expect(await framesOf(await hand.down(id, 1))).toEqual(first.slice(1))
    // Neither back behind what came, nor ahead of what was said.
    for (const after of [0, 1_000]) expect(await said(await hand.down(id, after))).toEqual([410, { code: 1013, reason: 'gone' }])
  })

  it('[W5] refuses what is too large and what is no batch, and says so with the same codes', async () => {
    const hand = byHand('aigerim')
    const large = await opened(hand)
    expect(await said(await hand.up(large, 1, new Uint8Array(limits.frameBytesMax + 1)))).toEqual([
      410,
      { code: closes.tooLarge, reason: `more than frameBytesMax ${limits.frameBytesMax}` },
    ])
    const bad = await opened(hand)
    expect(await said(await hand.up(bad, 1, updateFrame(Uint8Array.of(1, 2, 3))))).toMatchObject([410, { code: closes.badFrame }])
    const whole = await opened(hand)
    expect((await hand.up(whole, 1, new Uint8Array(socketLimits.pollBodyBytesMax))).status).toBe(413)
    const raw = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
      browserOf(world.as('aigerim').cookie)(`${hand.door}/${whole}?n=1`, { method: 'POST', body, headers: { 'content-type': type } })
    expect((await raw(Uint8Array.of(200, 1, 2), 'application/octet-stream')).status).toBe(400)
    expect((await raw(new Uint8Array(socketLimits.framesBurst + 1), 'application/octet-stream')).status).toBe(400)
    expect((await raw('{}', 'application/json')).status).toBe(415)
    await hand.leave(whole)
  })

  it('[W5] counts among the connections of its person, and gives its place back', async () => {
    const hand = byHand('daulet')
    await vi.waitFor(() => expect(here('daulet')).toBe(0))
    const ws = new WebSocket(`${address.replace('http', 'ws')}/sync/${ours()}`, {
      headers: { origin: address, cookie: world.as('daulet').cookie ?? '' },
    })
    await once(ws, 'open')
    const ids = await Promise.all(Array.from({ length: socketLimits.socketsPerPersonMax - 1 }, () => opened(hand)))
    expect(await said(await hand.open())).toEqual([410, { code: 1013, reason: 'more than socketsPerPersonMax 20' }])
    await Promise.all(ids.map((id) => hand.leave(id)))
    const id = await opened(hand)
    await hand.leave(id)
    ws.terminate()
  })

  it('[W5] closes who does not fetch what is waiting, within its bytes', async () => {
    const hand = byHand('aigerim')
    const id = await opened(hand)
    await world.services.hub.write(ours(), { person: null, session: null }, 'import', (doc) =>
      doc.getMap('meta').set('x', new Uint8Array(900_000)),
    )
    const asks = Array.from({ length: 10 }, () => step1Frame(Uint8Array.of(0)))
    expect(await said(await hand.up(id, 1, ...asks))).toEqual([410, { code: closes.slow, reason: 'too slow' }])
  })

  it('[W5] closes who sends more frames than anybody could write', async () => {
    const hand = byHand('aigerim')
    const id = await opened(hand)
    const many = Array.from({ length: socketLimits.framesBurst }, () => Uint8Array.of(3))
    expect((await hand.up(id, 1, ...many)).status).toBe(204)
    expect(await said(await hand.up(id, 2, ...many))).toMatchObject([410, { code: closes.tryLater }])
  })

  it('[W6] who polls no more leaves the room, and who waits for an answer does not', async () => {
    let now = 0
    const door = new Door({
      hub: world.services.hub,
      whoOf: async () => ({ who: { id: 'a', memberships: [], teams: [] }, sessionId: 's', name: 'A' }),
      access: async () => ({ right: 'write', lineage: 'x' }),
      ask: async () => 'write',
      originAllowed: () => true,
    })
    const polls = new Polls(door, () => now)
    const enter = async () => {
      const decision = await door.decide({ url: '', headers: {} }, { room: ours(), lineage: null, person: null, schema: null, age: null })
      if ('code' in decision) throw new Error(decision.reason)
      const id = polls.open(decision)
      const found = polls.find(id, ours(), 's')
      if ('code' in found) throw new Error(found.reason)
      return found
    }
    const left = new AbortController()
    await enter()
    const waiting = await enter()
    const greeting = await polls.ask(waiting, 0, left.signal)
    const asked = polls.ask(waiting, (greeting as Uint8Array[]).length, left.signal)
    now = socketLimits.pollSilenceMsMax
    polls.sweep()
    expect(polls.count).toBe(2)
    now += 1
    polls.sweep()
    expect(polls.count).toBe(1)
    left.abort()
    expect(await asked).toEqual([])
    now += socketLimits.pollSilenceMsMax + 1
    polls.sweep()
    expect(polls.count).toBe(0)
  })
})

describe('how a request for a websocket got here', () => {
  const ask = async (probe: string, headers: Record<string, string> = {}) =>
    (await fetch(`${address}/health/ws?probe=${probe}`, { headers })).json() as Promise<Record<string, unknown>>

  it('[W8] is told to who sent it: as an upgrade, without one, or not at all', async () => {
    const [whole, stripped, lost] = ['whole-0123456789', 'stripped-0123456789', 'lost-0123456789ab']
    const ws = new WebSocket(`${address.replace('http', 'ws')}/sync/echo?probe=${whole}`, { headers: { origin: address } })
    await once(ws, 'open')
    ws.send(Uint8Array.of(7))
    expect((await once(ws, 'message'))[0]).toEqual(Buffer.of(7))
    ws.terminate()
    const plain = await fetch(`${address}/sync/echo?probe=${stripped}`, { headers: { via: '1.1 filter' } })
    expect(plain.status).toBe(426)
    expect(await ask(whole)).toMatchObject({ seen: { as: 'upgrade', hops: { upgrade: 'websocket' } } })
    expect(await ask(stripped)).toMatchObject({ seen: { as: 'plain', hops: { via: '1.1 filter' } } })
    expect(await ask(lost)).toMatchObject({ seen: null })
    expect(await ask('short')).toMatchObject({ seen: null, cookie: false })
  })

  it('[W8] tells whether cookies come back, and nothing that is in them', async () => {
    const probe = 'cookie-0123456789'
    const cookie = `${world.as('madina').cookie}; probe=${probe}`
    const answer = await ask(probe, { cookie, 'x-forwarded-for': '10.0.0.7' })
    expect(answer).toEqual({
      at: world.clock.now().getTime(),
      cookie: true,
      signIn: true,
      hops: { connection: 'keep-alive', 'x-forwarded-for': '10.0.0.7' },
      seen: null,
    })
  })

  it('[W8] the echo answers plain requests too, in bytes', async () => {
    const echo = (bytes: number, type = 'application/octet-stream') =>
      browserOf(null)(`${address}/sync/echo`, { method: 'POST', body: new Uint8Array(bytes).fill(200), headers: { 'content-type': type } })
    const answer = await echo(64)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(64).fill(200))
    expect([(await echo(65)).status, (await echo(1, 'text/html')).status]).toEqual([413, 415])
  })

  it('[W7] the echo is small and short, for pages of ours only', async () => {
    const echo = (origin: string) => new WebSocket(`${address.replace('http', 'ws')}/sync/echo`, { headers: { origin } })
    const large = echo(address)
    large.on('error', () => {})
    await once(large, 'open')
    large.send(new Uint8Array(65))
    expect((await once(large, 'close'))[0]).toBe(1009)
    const many = echo(address)
    await once(many, 'open')
    for (let frames = 0; frames <= 100; frames += 1) many.send(Uint8Array.of(1))
    expect((await once(many, 'close'))[0]).toBe(1013)
    const foreign = echo('https://elsewhere.example')
    foreign.on('error', () => {})
    const [, response] = (await once(foreign, 'unexpected-response')) as [unknown, { statusCode: number }]
    expect(response.statusCode).toBe(403)
    foreign.terminate()
  })
})
