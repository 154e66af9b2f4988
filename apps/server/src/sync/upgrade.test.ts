import { once } from 'node:events'
import { connect } from 'node:net'
import { session } from '@sheber/contract/session'
import { team } from '@sheber/contract/team'
import { roomUpdate } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { boardVersion } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { connectRoom } from '@sheber/sync/client'
import { updateFrame } from '@sheber/sync/protocol'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { socketLimits } from './limits.ts'

let world: World
let address: string
beforeAll(async () => {
  world = await createWorld()
  address = await world.listen()
})
afterAll(() => world[Symbol.asyncDispose]())

const url = () => `${address.replace('http', 'ws')}/sync`
const ours = () => boardRoom(world.board)

/** A browser's websocket: it sends its cookie and where its page came from. */
const socketOf = (cookie: string | null, origin: string | null = address) =>
  class extends WebSocket {
    constructor(to: string) {
      super(to, { headers: { ...(cookie && { cookie }), ...(origin && { origin }) } })
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

/** The same, for an address that already carries more than the room's name. */
const unescaped = (cookie: string | null) =>
  class extends socketOf(cookie) {
    constructor(to: string) {
      super(to.replace('%3F', '?').replace('%3D', '='))
    }
  } as unknown as typeof globalThis.WebSocket

/** Somebody with the stock provider. */
const stock = (name: PersonName, asked = ours()) => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url(), asked, doc, { WebSocketPolyfill: socketOf(world.as(name).cookie), disableBc: true })
  stops.push(() => provider.destroy())
  return { doc, provider, text: doc.getText('el') }
}

/** Somebody with our own client. */
const ourClient = (name: PersonName, asked = ours()) => {
  const doc = new Y.Doc()
  const connection = connectRoom({ url: url(), room: asked, doc, WebSocketPolyfill: socketOf(world.as(name).cookie) })
  stops.push(() => connection.destroy())
  return { doc, connection, text: doc.getText('el') }
}

const closing = async (cookie: string | null, asked: string) => {
  const ws = new WebSocket(`${url()}/${asked}`, { headers: { origin: address, ...(cookie && { cookie }) } })
  const [code, reason] = (await once(ws, 'close')) as [number, Buffer]
  return [code, reason.toString()]
}

const refusal = async (headers: Record<string, string>, path = `/sync/${ours()}`) => {
  const ws = new WebSocket(`${address.replace('http', 'ws')}${path}`, { headers })
  const [, response] = (await once(ws, 'unexpected-response')) as [unknown, { statusCode: number; resume(): void }]
  response.resume()
  ws.on('error', () => {})
  ws.terminate()
  return response.statusCode
}

describe('the door', () => {
  it('two stock y-websocket providers converge', async () => {
    const a = stock('aigerim')
    const b = stock('daulet')
    await vi.waitFor(() => expect([a.provider.synced, b.provider.synced]).toEqual([true, true]))
    a.text.insert(0, 'from aigerim ')
    b.text.insert(0, 'from daulet ')
    await vi.waitFor(() => expect(a.text.toString()).toBe(b.text.toString()))
    await vi.waitFor(() => expect(a.text.toString()).toMatch(/aigerim.*daulet|daulet.*aigerim/))
    b.provider.awareness.setLocalState({ user: { id: 'somebody else', name: 'Somebody else' }, cursor: [1, 2] })
    const seen = () => a.provider.awareness.getStates().get(b.doc.clientID)
    await vi.waitFor(() => expect(seen()).toEqual({ user: world.person('daulet'), cursor: [1, 2] }))
  })

  it('a reader sees everything and writes nothing', async () => {
    const writer = stock('aigerim')
    const reader = stock('botagoz')
    await vi.waitFor(() => expect([writer.provider.synced, reader.provider.synced]).toEqual([true, true]))
    const rows = await world.services.db.$count(roomUpdate, eq(roomUpdate.personId, world.person('botagoz').id))
    reader.text.insert(0, 'NOT MINE TO SAY')
    writer.text.insert(0, 'for all to read ')
    await vi.waitFor(() => expect(reader.text.toString()).toContain('for all to read'))
    expect(writer.text.toString()).not.toContain('NOT MINE')
    expect(await world.services.hub.read(ours(), (doc) => doc.getText('el').toString())).not.toContain('NOT MINE')
    expect([rows, await world.services.db.$count(roomUpdate, eq(roomUpdate.personId, world.person('botagoz').id))]).toEqual([0, 0])
  })

  it('tells a guest, a stranger and a wrong name apart by close code', async () => {
    const cookie = world.as('aigerim').cookie
    expect(await closing(null, ours())).toEqual([4401, 'signed out'])
    expect(await closing('sheber=__proto__', ours())).toEqual([4401, 'signed out'])
    expect(await closing(world.as('timur').cookie, ours())).toEqual([4403, 'no right'])
    for (const asked of [`board:${'0'.repeat(20)}`, 'board:%2e%2e', 'nothing', encodeURIComponent('board:../x'), '__proto__'])
      expect(await closing(cookie, asked)).toEqual([4404, 'unknown room'])
    expect(await closing(cookie, `${ours()}?lineage=another`)).toEqual([4409, 'another copy of the document'])
    expect(await closing(cookie, `${ours()}?person=${world.person('daulet').id}`)).toEqual([4401, 'signed in as somebody else'])
    expect(await closing(cookie, `${ours()}?schema=0`)).toEqual([4410, `the editor is older than shape ${boardVersion}`])
  })

  it('refuses what another site opened, before anything else', async () => {
    const cookie = world.as('aigerim').cookie ?? ''
    expect(await refusal({ cookie, origin: 'https://elsewhere.example' })).toBe(403)
    expect(await refusal({ cookie, origin: 'null' })).toBe(403)
    expect(await refusal({ cookie })).toBe(403)
    expect(await refusal({ cookie, origin: address }, '/elsewhere')).toBe(404)
    expect(await refusal({ cookie, origin: address }, '/sync/%E0%A4%A')).toBe(404)
  })

  it('malformed websocket frames and broken handshakes hurt nobody', async () => {
    const a = stock('aigerim')
    await vi.waitFor(() => expect(a.provider.synced).toBe(true))
    const { hostname, port } = new URL(address)
    const head = `GET /sync/${ours()} HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${address}\r\ncookie: ${world.as('daulet').cookie}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
    const evils = [
      Buffer.of(0xff, 0xff, 0xff, 0xff), // reserved bits
      Buffer.of(0x82, 0x05, 1, 2, 3, 4, 5), // not masked
      Buffer.concat([Buffer.of(0x82, 0xff), Buffer.alloc(8, 0x7f)]), // an exabyte
      Buffer.of(0x89, 0xfe, 0x01, 0x00), // a ping that is too long
      Buffer.of(0x81, 0x81, 0, 0, 0, 0, 0x41), // text
    ]
    for (const evil of evils) {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => {})
      socket.write(Buffer.concat([Buffer.from(head), evil]))
      const closed = Promise.withResolvers<void>()
      // 0x88: the server's farewell.
      socket.on('data', (answer: Buffer) => answer.includes(0x88) && closed.resolve())
      await closed.promise
      socket.destroy()
    }
    const early = connect(Number(port), hostname)
    early.on('error', () => {})
    early.write(head.slice(0, 200))
    early.resetAndDestroy()
    const b = stock('daulet')
    a.text.insert(0, 'still here ')
    await vi.waitFor(() => expect(b.text.toString()).toContain('still here'))
  })

  it('lets one person have so many connections and no more', async () => {
    const cookie = world.as('yerlan').cookie
    const open = Array.from(
      { length: socketLimits.socketsPerPersonMax },
      () => new WebSocket(`${url()}/${ours()}`, { headers: { origin: address, cookie: cookie ?? '' } }),
    )
    await Promise.all(open.map((ws) => once(ws, 'open')))
    expect(await closing(cookie, ours())).toEqual([1013, 'more than socketsPerPersonMax 20'])
    for (const ws of open) ws.terminate()
    await vi.waitFor(async () => {
      const again = new WebSocket(`${url()}/${ours()}`, { headers: { origin: address, cookie: cookie ?? '' } })
      await once(again, 'message', { signal: AbortSignal.timeout(500) })
      again.terminate()
    })
  })

  it('closes who sends more frames than anybody could write, and nobody else', async () => {
    const a = stock('aigerim')
    await vi.waitFor(() => expect(a.provider.synced).toBe(true))
    const flood = new WebSocket(`${url()}/${ours()}`, { headers: { origin: address, cookie: world.as('madina').cookie ?? '' } })
    await once(flood, 'open')
    for (let frames = socketLimits.framesBurst + 2_000; frames > 0; frames -= 1) flood.send(Uint8Array.of(3))
    const [code] = (await once(flood, 'close')) as [number]
    expect([code, a.provider.wsconnected]).toEqual([1013, true])
  })

  it('closes who never reads, within its bytes', async () => {
    const deaf = new WebSocket(`${url()}/${ours()}`, { headers: { origin: address, cookie: world.as('madina').cookie ?? '' } })
    await once(deaf, 'open')
    deaf.pause()
    const closed = once(deaf, 'close')
    const { hub } = world.services
    const here = () =>
      hub
        .rooms()
        .flatMap(({ peers }) => peers)
        .filter(({ person }) => person === world.person('madina').id).length
    await vi.waitFor(() => expect(here()).toBe(1))
    await hub.write(ours(), { person: null, session: null }, 'import', (doc) => doc.getMap('meta').set('x', new Uint8Array(900_000)))
    for (let asks = 0; asks < 40; asks += 1) deaf.send(Uint8Array.of(0, 0, 1, 0))
    // By the time a later one was served, the deaf one has been answered 40 times.
    const later = ourClient('aigerim')
    later.text.insert(0, 'served ')
    await later.connection.settled()
    deaf.resume()
    expect((await closed)[0]).toBe(4408)
    await vi.waitFor(() => expect(here()).toBe(0))
  })
})

describe('our own client, over real sockets', () => {
  it('counts its receipts: settled means in the log', async () => {
    const { connection, text } = ourClient('aigerim')
    text.insert(0, 'durable ')
    expect(connection.waiting).toBe(1)
    await connection.settled()
    expect([connection.status, connection.waiting, connection.role]).toEqual(['saved', 0, 'write'])
    const doc = new Y.Doc()
    for (const { bytes } of await world.services.db.select({ bytes: roomUpdate.bytes }).from(roomUpdate).where(eq(roomUpdate.room, ours())))
      Y.applyUpdate(doc, bytes)
    expect(doc.getText('el').toString()).toContain('durable ')
  })

  it('[A1] offline work is credited to its person with the time at which the device did it', async () => {
    const before = new Y.Doc()
    before.getText('el').insert(0, 'yesterday ')
    const connection = connectRoom({
      url: url(),
      room: `${ours()}?age=86400000`,
      doc: before,
      WebSocketPolyfill: unescaped(world.as('aigerim').cookie),
    })
    stops.push(() => connection.destroy())
    await vi.waitFor(async () => {
      const rows = await world.services.db.select().from(roomUpdate).where(eq(roomUpdate.room, ours()))
      const offline = rows.filter(({ doneAt }) => doneAt !== null)
      expect(offline.map(({ personId, at, doneAt }) => [personId, at.getTime() - (doneAt?.getTime() ?? 0)])).toEqual([
        [world.person('aigerim').id, 86_400_000],
      ])
    })
  })

  it('a kill between edits and receipts loses nothing that was called saved, and brings back the rest', async () => {
    const a = ourClient('aigerim')
    const b = ourClient('daulet')
    await vi.waitFor(() => expect([a.connection.ready, b.connection.ready]).toEqual([true, true]))
    let saved = ''
    a.connection.watch(() => {
      if (a.connection.status === 'saved') saved = a.text.toString()
    })
    for (let words = 0; words < 20; words += 1) {
      a.text.insert(0, `${words} `)
      if (words % 5 === 4) for (const socket of sockets(world)) socket.destroy()
      if (words % 3 === 2) await a.connection.settled()
    }
    await a.connection.settled()
    const logged = await world.services.hub.read(ours(), (doc) => doc.getText('el').toString())
    expect(logged).toBe(a.text.toString())
    expect(logged).toContain(saved)
    await vi.waitFor(() => expect(b.text.toString()).toBe(logged))
  })

  it('a right that is taken is gone within a second, and late words are not written', async () => {
    const glider = boardRoom(world.of('glider').board)
    const { connection, text } = ourClient('timur', glider)
    await vi.waitFor(() => expect(connection.role).toBe('write'))
    text.insert(0, 'in time ')
    await connection.settled()
    const started = performance.now()
    await world.as('marat').ask(team.leave, { params: { teamId: world.of('glider').team, personId: world.person('timur').id } })
    const late = setInterval(() => text.insert(0, 'late '), 1)
    await vi.waitFor(() => expect(connection.closedFor).toBe(4403))
    clearInterval(late)
    expect(performance.now() - started).toBeLessThan(1_000)
    text.insert(0, 'much too late ')
    expect(connection.status).toBe('failed')
    await expect(connection.settled()).rejects.toThrow('4403')
    expect(await world.services.hub.read(glider, (doc) => doc.getText('el').toString())).not.toContain('much too late')
  })

  it('signing out closes the room', async () => {
    const { connection } = ourClient('madina')
    await vi.waitFor(() => expect(connection.role).toBe('write'))
    await world.as('madina').ask(session.endAll)
    await vi.waitFor(() => expect(connection.closedFor).toBe(4401))
  })

  it('a bad frame is refused, said, and costs the others nothing', async () => {
    const bad = new WebSocket(`${url()}/${ours()}`, { headers: { origin: address, cookie: world.as('aigerim').cookie ?? '' } })
    await once(bad, 'open')
    bad.send(updateFrame(Uint8Array.of(1, 2, 3)))
    const [code] = (await once(bad, 'close')) as [number]
    expect(code).toBe(4400)
  })
})

/** The server's ends of all open connections: to cut the cable. */
const sockets = ({ app }: World) => {
  const open = openSockets.get(app.server) ?? new Set()
  return [...open]
}
const openSockets = new WeakMap<object, Set<import('node:net').Socket>>()
beforeAll(() => {
  const open = new Set<import('node:net').Socket>()
  openSockets.set(world.app.server, open)
  world.app.server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
})
