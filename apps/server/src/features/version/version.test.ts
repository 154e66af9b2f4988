import { aside } from '@sheber/contract/aside'
import { board } from '@sheber/contract/board'
import { version } from '@sheber/contract/version'
import { roomVersion } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addNote, openBoard, readBoard } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { connectRoom } from '@sheber/sync/client'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'

let world: World
let address: string
beforeAll(async () => {
  world = await createWorld()
  address = await world.listen()
})
afterAll(() => world[Symbol.asyncDispose]())

let stops: (() => void)[] = []
afterEach(async () => {
  stops.forEach((stop) => stop())
  stops = []
  await freeze(false)
})
// The stock provider knows no frames but its own.
vi.spyOn(console, 'error').mockImplementation(() => {})

const params = () => ({ boardId: world.board })
const freeze = (frozen: boolean) => world.as('madina').ask(board.freeze, { params: params(), body: { frozen } })

/** Somebody at the board; the document stays theirs from one connection to the next. */
const at = (name: PersonName, doc = new Y.Doc()) => {
  const Socket = class extends WebSocket {
    constructor(to: string) {
      super(to, { headers: { cookie: world.as(name).cookie ?? '', origin: address } })
    }
  }
  const connection = connectRoom({
    url: `${address.replace('http', 'ws')}/sync`,
    room: boardRoom(world.board),
    doc,
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
  })
  stops.push(() => connection.destroy())
  return { doc, connection, board: openBoard(doc), texts: () => textsOf(doc) }
}
const textsOf = (doc: Y.Doc) => readBoard(doc).things.map((thing) => (thing.kind === 'note' ? thing.text : thing.kind))
const write = (of: ReturnType<typeof at>, text: string) =>
  addNote(of.board, { id: text, x: 0, y: 0, colour: 'yellow', text, by: 'x', at: 1 })
const onServer = () => world.services.hub.read(boardRoom(world.board), textsOf)

describe('versions', () => {
  it('are made, listed with the newest first, and looked at', async () => {
    const a = at('aigerim')
    write(a, 'ескі')
    await a.connection.settled()
    const made = await world.as('aigerim').ask(version.make, { params: params(), body: { name: 'Бірінші нұсқа' } })
    write(a, 'жаңа')
    await a.connection.settled()
    const later = await world.as('daulet').ask(version.make, { params: params(), body: { name: 'Екінші' } })
    expect(made).toMatchObject({ name: 'Бірінші нұсқа', by: world.person('aigerim').name })
    const [newest, older] = await world.as('yerlan').ask(version.list, { params: params() })
    expect([newest, older]).toEqual([later, made])
    const { update } = await world.as('yerlan').ask(version.look, { params: { ...params(), versionId: made.id } })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(update, 'base64'))
    expect(textsOf(doc)).toEqual(['ескі'])
  })

  it('are restored by a step forward that everybody at the board sees; what was before is kept', async () => {
    const a = at('aigerim')
    await vi.waitFor(() => expect(a.connection.ready).toBe(true))
    const then = a.texts()
    const { id } = await world.as('aigerim').ask(version.make, { params: params(), body: { name: 'Сынаққа дейін' } })
    write(a, 'қате жол')
    await a.connection.settled()
    const kept = await world.as('daulet').ask(version.restore, { params: { ...params(), versionId: id } })
    await vi.waitFor(() => expect(a.texts()).toEqual(then))
    expect(kept.name).toBeNull()
    await world.as('daulet').ask(version.restore, { params: { ...params(), versionId: kept.id } })
    await vi.waitFor(() => expect(a.texts()).toContain('қате жол'))
  })

  it('say when they are no longer what was kept, and show nothing', async () => {
    const { id } = await world.as('aigerim').ask(version.make, { params: params(), body: { name: 'Бүлінген' } })
    await world.services.db
      .update(roomVersion)
      .set({ bytes: Uint8Array.of(0, 0) })
      .where(eq(roomVersion.id, id))
    const looking = world.as('aigerim').ask(version.look, { params: { ...params(), versionId: id } })
    await expect(looking).rejects.toMatchObject({ code: 'internal' })
    await world.services.db.delete(roomVersion).where(eq(roomVersion.id, id))
  })

  it('of another board, or none at all, are not found', async () => {
    const { id } = await world.as('aigerim').ask(version.make, { params: params(), body: { name: 'Бөтен' } })
    const other = { boardId: world.of('glider').board, versionId: id }
    await expect(world.as('timur').ask(version.look, { params: other })).rejects.toMatchObject({ code: 'not-found' })
    await expect(world.as('timur').ask(version.restore, { params: other })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a frozen board', () => {
  it('[F1] changes by nobody’s hand: open pages hear of it at once, and its state stays the same', async () => {
    const a = at('aigerim')
    write(a, 'соңғы сөз')
    await a.connection.settled()
    const before = await world.services.hub.snapshot(boardRoom(world.board))
    const shown = await freeze(true)
    expect(shown).toMatchObject({ may: 'read', mayFreeze: true, frozen: { by: world.person('madina').name } })
    write(a, 'кешіккен')
    const { id } = await world.as('aigerim').ask(version.make, { params: params(), body: { name: 'Тапсырылған' } })
    await expect(world.as('aigerim').ask(version.restore, { params: { ...params(), versionId: id } })).rejects.toMatchObject({
      code: 'frozen',
    })
    await expect(world.as('aigerim').ask(aside.take, { params: params() })).rejects.toMatchObject({ code: 'frozen' })
    expect(await world.services.hub.snapshot(boardRoom(world.board))).toEqual(before)
    a.connection.destroy()
    await world.as('aigerim').ask(aside.settle, { params: params(), body: { to: 'dropped' } })
  })

  it('[F2] keeps what comes too late for its author alone, who takes it after the thaw', async () => {
    const a = at('aigerim')
    await vi.waitFor(() => expect(a.connection.ready).toBe(true))
    a.connection.destroy()
    write(a, 'ауылдан')
    await freeze(true)
    const again = at('aigerim', a.doc)
    await vi.waitFor(async () => expect((await world.as('aigerim').ask(aside.look, { params: params() })).times).toBeGreaterThan(0))
    again.connection.destroy()
    expect(await onServer()).not.toContain('ауылдан')
    expect(await world.as('daulet').ask(aside.look, { params: params() })).toEqual({ times: 0, at: null, update: null, down: 0 })
    await freeze(false)
    await world.as('aigerim').ask(aside.take, { params: params() })
    expect(await onServer()).toContain('ауылдан')
    expect((await world.as('aigerim').ask(aside.look, { params: params() })).times).toBe(0)
  })

  it('[F2] or lays it down, and it is offered no more until they want it back', async () => {
    const d = at('daulet')
    await vi.waitFor(() => expect(d.connection.ready).toBe(true))
    d.connection.destroy()
    write(d, 'керек емес')
    await freeze(true)
    const again = at('daulet', d.doc)
    await vi.waitFor(async () => expect((await world.as('daulet').ask(aside.look, { params: params() })).times).toBe(1))
    again.connection.destroy()
    const settle = (to: 'dropped' | 'offered') => world.as('daulet').ask(aside.settle, { params: params(), body: { to } })
    expect(await settle('dropped')).toEqual({ times: 0, at: null, update: null, down: 1 })
    await freeze(false)
    await world.as('daulet').ask(aside.take, { params: params() })
    expect(await onServer()).not.toContain('керек емес')
    expect(await settle('offered')).toMatchObject({ times: 1, down: 0 })
    await world.as('daulet').ask(aside.take, { params: params() })
    expect(await onServer()).toContain('керек емес')
  })

  it('is told once, however often it is frozen', async () => {
    const told = async () => (await world.database.pool.query(`select 1 from fact where name = 'board.changed'`)).rowCount ?? 0
    const before = await told()
    await freeze(true)
    await freeze(true)
    await freeze(false)
    expect(await told()).toBe(before + 2)
  })
})
