import { once } from 'node:events'
import { session } from '@sheber/contract/session'
import { team } from '@sheber/contract/team'
import type { PersonName } from '@sheber/dev-env/people'
import { findValkey, startValkey, type TestValkey } from '@sheber/dev-env/valkey'
import { createWorld, type Running, type World } from '@sheber/dev-env/world'
import { boardRoom } from '@sheber/document/room'
import { connectRoom } from '@sheber/sync/client'
import { io } from 'socket.io-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'

/** Several processes of Sheber over one database, with Valkey between them and without. */

const program = findValkey()
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const start = async (valkeyUrl: string | null) => {
  const world = await createWorld({ config: { valkeyUrl, processes: 2 } })
  closing.push(() => world[Symbol.asyncDispose]())
  const other = await world.another()
  await Promise.all([world.listen(), other.listen()])
  return { world, other, room: boardRoom(world.board) }
}

const headersOf = (world: World, name: PersonName, origin: string) => ({ cookie: world.as(name).cookie ?? '', origin })

/** A browser on a board, by way of one process. */
const browser = async (world: World, process: Running, name: PersonName, room = boardRoom(world.board)) => {
  const address = await process.listen()
  const socket = class extends WebSocket {
    constructor(to: string) {
      super(to, { headers: headersOf(world, name, address) })
    }
  } as unknown as typeof globalThis.WebSocket
  const doc = new Y.Doc()
  const connection = connectRoom({ url: `${address.replace('http', 'ws')}/sync`, room, doc, WebSocketPolyfill: socket })
  closing.push(() => connection.destroy())
  await vi.waitFor(() => expect(connection.status).toBe('saved'))
  const text = doc.getText('el')
  const others = () => [...connection.awareness.getStates()].filter(([id]) => id !== doc.clientID).map(([, state]) => state)
  return {
    connection,
    text,
    others,
    show: (cursor: number) => connection.awareness.setLocalState({ cursor }),
    /** Resolves when the text holds the words. */
    reads: (words: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!text.toString().includes(words)) return
          text.unobserve(look)
          resolve()
        }
        text.observe(look)
        look()
      }),
  }
}

const msUntil = async (event: Promise<unknown>, work: () => unknown): Promise<number> => {
  await work()
  const from = performance.now()
  await event
  return performance.now() - from
}

/** Somebody's ear for facts, by way of one process. */
const follower = async (world: World, process: Running, name: PersonName, topic: string) => {
  const address = await process.listen()
  const socket = io(address, {
    path: '/events',
    transports: ['websocket'],
    extraHeaders: headersOf(world, name, address),
    reconnection: false,
    forceNew: true,
  })
  closing.push(() => socket.disconnect())
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  expect(await socket.emitWithAck('follow', topic, 0)).toEqual({ ok: true })
  return {
    hears: (fact: string) => new Promise<void>((resolve) => socket.on('fact', (told: { name: string }) => told.name === fact && resolve())),
    gone: new Promise<string>((resolve) => socket.once('disconnect', resolve)),
  }
}

/** An open room at the other process: its browser, and when it was told to go. */
const inRoom = async (world: World, process: Running, name: PersonName) => {
  const address = await process.listen()
  const ws = new WebSocket(`${address.replace('http', 'ws')}/sync/${boardRoom(world.board)}`, { headers: headersOf(world, name, address) })
  closing.push(() => ws.terminate())
  const closed = once(ws, 'close').then(([code]) => code as number)
  await once(ws, 'message')
  return { closed }
}

const rename = (world: World, name: string) => world.as('madina').ask(team.rename, { params: { teamId: world.team }, body: { name } })
const takeOut = (world: World, name: PersonName) =>
  world.as('madina').ask(team.leave, { params: { teamId: world.team, personId: world.person(name).id } })

if (program === null) it.skip('two processes with Valkey: there is no redis-server on this machine', () => {})
else {
  const withValkey = async () => {
    const valkey: TestValkey = await startValkey(program)
    closing.push(() => valkey[Symbol.asyncDispose]())
    return { valkey, ...(await start(valkey.url)) }
  }

  describe('two processes with Valkey', () => {
    it('an edit on one is seen on the other well under a second, both ways', async () => {
      const { world, other } = await withValkey()
      const [a, b] = [await browser(world, world, 'aigerim'), await browser(world, other, 'daulet')]
      const took: number[] = []
      for (let n = 0; n < 10; n += 1) {
        took.push(await msUntil(b.reads(`a${n}`), () => a.text.insert(0, `a${n} `)))
        took.push(await msUntil(a.reads(`b${n}`), () => b.text.insert(0, `b${n} `)))
      }
      // One of many may meet a busy machine; the slow look would make them all late.
      expect(took.toSorted((one, another) => one - another)[10]).toBeLessThan(500)
    })

    it('[P2] cursors and names cross, a newcomer sees them, and leaving is seen', async () => {
      const { world, other } = await withValkey()
      const a = await browser(world, world, 'aigerim')
      a.show(1)
      const b = await browser(world, other, 'daulet')
      b.show(2)
      const [aigerim, daulet] = [world.person('aigerim'), world.person('daulet')]
      await vi.waitFor(() => expect([a.others(), b.others()]).toEqual([[{ cursor: 2, user: daulet }], [{ cursor: 1, user: aigerim }]]))
      a.show(3)
      await vi.waitFor(() => expect(b.others()).toEqual([{ cursor: 3, user: aigerim }]))
      const c = await browser(world, other, 'madina')
      await vi.waitFor(() => expect(c.others().length).toBe(2))
      a.connection.destroy()
      await vi.waitFor(() => expect([b.others(), c.others()]).toEqual([[{ user: world.person('madina') }], [{ cursor: 2, user: daulet }]]))
    })

    it('[R8] a right that was taken on one is gone on the other within a second', async () => {
      const { world, other } = await withValkey()
      const [team, person] = [`team:${world.team}`, `person:${world.person('aigerim').id}`]
      const [taken, ended] = [await inRoom(world, other, 'daulet'), await inRoom(world, other, 'aigerim')]
      const ear = await follower(world, other, 'aigerim', person)
      await follower(world, other, 'aigerim', team)
      expect(await msUntil(taken.closed, () => takeOut(world, 'daulet'))).toBeLessThan(1_000)
      const both = Promise.all([ended.closed, ear.gone])
      expect(await msUntil(both, () => world.as('aigerim').ask(session.endAll))).toBeLessThan(1_000)
      expect([await taken.closed, ...(await both)]).toEqual([4403, 4401, 'io server disconnect'])
    })

    it('a fact told on one reaches a follower on the other', async () => {
      const { world, other } = await withValkey()
      const b = await follower(world, other, 'aigerim', `team:${world.team}`)
      expect(await msUntil(b.hears('team.renamed'), () => rename(world, 'Аспалы көпір'))).toBeLessThan(1_000)
    })

    it('while Valkey is away both go on, nothing acknowledged is lost, and they are one again within 5 s of its return', async () => {
      const { valkey, world, other, room } = await withValkey()
      const [a, b] = [await browser(world, world, 'aigerim'), await browser(world, other, 'daulet')]
      const leaves = await browser(world, other, 'madina')
      for (const [at, one] of [a, b, leaves].entries()) one.show(at)
      await vi.waitFor(() => expect([a, b, leaves].map((one) => one.others().length)).toEqual([2, 2, 2]))

      await valkey.stop()
      const ear = await follower(world, other, 'aigerim', `team:${world.team}`)
      const told = ear.hears('team.renamed')
      const revoked = await inRoom(world, other, 'yerlan')
      for (let n = 0; n < 20; n += 1) {
        a.text.insert(0, `from one ${n} `)
        b.text.insert(0, `from two ${n} `)
        await Promise.all([a.connection.settled(), b.connection.settled()])
      }
      leaves.connection.destroy()
      // Commands, facts and rights have the log's own look.
      expect(await msUntil(told, () => rename(world, 'Көпір'))).toBeLessThan(5_000)
      expect(await msUntil(revoked.closed, () => world.as('yerlan').ask(session.endAll))).toBeLessThan(5_000)

      await valkey.start()
      const from = performance.now()
      await vi.waitFor(() => expect(a.others()).toEqual([{ cursor: 1, user: world.person('daulet') }]), { timeout: 10_000 })
      await vi.waitFor(() => expect(a.text.toString()).toBe(b.text.toString()), { timeout: 10_000 })
      expect(performance.now() - from).toBeLessThan(5_000)
      for (let n = 0; n < 20; n += 1) for (const end of ['one', 'two']) expect(b.text.toString()).toContain(`from ${end} ${n} `)
      const logged = (one: Running) => one.services.hub.read(room, (doc) => doc.getText('el').toString())
      expect([await logged(world), await logged(other)]).toEqual([a.text.toString(), a.text.toString()])
      // And the bell rings again.
      expect(await msUntil(b.reads('after all'), () => a.text.insert(0, 'after all '))).toBeLessThan(1_000)
    })

    it('a process that starts while Valkey is away serves, and joins the others when it is back', async () => {
      const { valkey, world } = await withValkey()
      await valkey.stop()
      const late = await world.another()
      const [a, b] = [await browser(world, world, 'aigerim'), await browser(world, late, 'daulet')]
      b.show(1)
      a.text.insert(0, 'alone ')
      await a.connection.settled()
      await valkey.start()
      const from = performance.now()
      await b.reads('alone')
      await vi.waitFor(() => expect(a.others()).toEqual([{ cursor: 1, user: world.person('daulet') }]), { timeout: 10_000 })
      expect(performance.now() - from).toBeLessThan(5_000)
    })
  })
}

describe('two processes without Valkey', () => {
  it('rights, facts and edits cross by looking at the log', async () => {
    const { world, other } = await start(null)
    const [a, b] = [await browser(world, world, 'aigerim'), await browser(world, other, 'madina')]
    const ear = await follower(world, other, 'aigerim', `team:${world.team}`)
    const taken = await inRoom(world, other, 'daulet')
    expect(await msUntil(ear.hears('team.renamed'), () => rename(world, 'Көпір'))).toBeLessThan(5_000)
    expect(await msUntil(taken.closed, () => takeOut(world, 'daulet'))).toBeLessThan(5_000)
    expect(await taken.closed).toBe(4403)
    expect(await msUntil(b.reads('found'), () => a.text.insert(0, 'found '))).toBeLessThan(5_000)
  })
})
