import { createDatabase } from '@sheber/dev-env/database'
import { room, roomAside, roomState, roomUpdate } from '@sheber/db/schema'
import { storageSuite } from '@sheber/sync/testing/storage-suite'
import { createWire } from '@sheber/sync/testing/wire'
import { limits } from '@sheber/sync/limits'
import { FrozenRoom, FullAside, RottenRow, UnknownRoom, type NewEntry } from '@sheber/sync/types'
import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { makeRoom, postgresStorage } from './postgres-storage.ts'

const database = await createDatabase()
const other = await createDatabase()
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await other[Symbol.asyncDispose]()
})

const { db } = database
const make = (name: string) => db.transaction((tx) => makeRoom(tx, name, `lineage of ${name}`))
const entry = (room: string, ...bytes: number[]): NewEntry => ({
  room,
  bytes: Uint8Array.from(bytes),
  person: null,
  session: null,
  kind: 'edit',
  at: 1_700_000_000_000,
  doneAt: null,
  clients: [],
})

/** The rows of these tests are of this day: none is old enough to be merged. */
const today = { now: () => new Date(1_700_000_000_000) }
storageSuite('postgres', () => ({ storage: postgresStorage(db, today), another: postgresStorage(db, today), makeRoom: make }))

describe('the log in PostgreSQL', () => {
  it('refuses a room that was never made, and writes nothing of that commit', async () => {
    const storage = postgresStorage(db)
    await make('known')
    await expect(storage.append([entry('known', 1), entry('unknown', 2)])).rejects.toThrow(UnknownRoom)
    await expect(storage.since('unknown', 0)).rejects.toThrow(UnknownRoom)
    expect((await storage.since('known', 0)).tail).toEqual([])
  })

  it('names author, kind and time in the row', async () => {
    await make('attributed')
    await postgresStorage(db).append([{ ...entry('attributed', 1), session: 'a session', kind: 'template' }])
    const [row] = await db.select().from(roomUpdate).where(eq(roomUpdate.room, 'attributed'))
    expect(row).toMatchObject({ personId: null, sessionId: 'a session', kind: 'template', at: new Date(1_700_000_000_000) })
  })

  it('keeps every row of today when a whole is stored', async () => {
    await make('history')
    const storage = postgresStorage(db, today)
    await storage.append([entry('history', 1), entry('history', 2)])
    await storage.compact('history', 2, Uint8Array.of(12))
    expect((await storage.since('history', 0)).tail).toEqual([])
    expect(await db.$count(roomUpdate, eq(roomUpdate.room, 'history'))).toBe(2)
  })

  it('finds a row that rotted; only that room is affected', async () => {
    await make('rotten')
    await make('sound')
    const storage = postgresStorage(db)
    await storage.append([entry('rotten', 1, 2, 3), entry('sound', 1, 2, 3)])
    await db
      .update(roomUpdate)
      .set({ bytes: Uint8Array.of(1, 2, 7) })
      .where(eq(roomUpdate.room, 'rotten'))
    await expect(storage.since('rotten', 0)).rejects.toThrow(RottenRow)
    expect((await storage.since('sound', 0)).tail).toHaveLength(1)
  })

  it('opens from the rows where the stored whole rotted, and says so', async () => {
    await make('half')
    const rotten: RottenRow[] = []
    const storage = postgresStorage(db, { report: (row) => rotten.push(row) })
    await storage.append([entry('half', 1), entry('half', 2)])
    await storage.compact('half', 1, Uint8Array.of(1))
    await db
      .update(roomState)
      .set({ bytes: Uint8Array.of(9) })
      .where(eq(roomState.room, 'half'))
    const { whole, tail } = await storage.since('half', 0)
    expect([whole, tail.length, rotten.length]).toEqual([null, 2, 1])
  })

  it('[F1] takes no row for a frozen room, also not from a process that has not heard of it, and the others get theirs', async () => {
    await make('frozen')
    await make('open')
    const storage = postgresStorage(db)
    await storage.append([entry('frozen', 1)])
    await db.update(room).set({ frozenAt: new Date() }).where(eq(room.name, 'frozen'))
    await expect(storage.append([entry('frozen', 2), entry('open', 1)])).rejects.toThrow(FrozenRoom)
    expect([(await storage.since('frozen', 0)).tail.length, (await storage.since('open', 0)).tail.length]).toEqual([1, 0])
    const wire = createWire({ storage })
    const write = (name: string) =>
      wire.hub.write(name, { person: null, session: null }, 'edit', (doc) => doc.getText('text').insert(0, 'x'))
    const [frozen, open] = await Promise.allSettled([write('frozen'), write('open'), wire.flush()])
    expect([frozen?.status, open?.status]).toEqual(['rejected', 'fulfilled'])
  })

  it('[F1] a commit and a freeze at one moment: whoever comes second sees the other', async () => {
    await make('race')
    const storage = postgresStorage(db)
    const freeze = db.transaction(async (tx) => {
      await tx.update(room).set({ frozenAt: new Date() }).where(eq(room.name, 'race'))
      // Still open: a commit that begins now has to wait for the end of it.
      setImmediate(() => void late.catch(() => {}))
    })
    const late = storage.append([entry('race', 1)])
    await freeze
    const frozenWith = await db.$count(roomUpdate, eq(roomUpdate.room, 'race'))
    await late.catch(() => {})
    expect(await db.$count(roomUpdate, eq(roomUpdate.room, 'race'))).toBe(frozenWith)
  })

  it('[E6] knows after a restart whose a client id is', async () => {
    await make('owned')
    await db.execute(sql`insert into person (id, name) values ('owner', 'Owner')`)
    const storage = postgresStorage(db)
    await storage.append([{ ...entry('owned', 1), person: 'owner', clients: [7, 2 ** 40] }])
    await storage.append([{ ...entry('owned', 2), person: 'owner', clients: [7, 8] }])
    const owners = async (from: number) => [...(await storage.since('owned', from)).owners.keys()].toSorted((a, b) => a - b)
    expect([await owners(0), await owners(1)]).toEqual([[7, 8, 2 ** 40], [8]])
  })

  it('keeps what was laid aside once, however often it comes', async () => {
    await make('aside')
    await db.execute(sql`insert into person (id, name) values ('late', 'Late')`)
    const storage = postgresStorage(db)
    const aside = {
      room: 'aside',
      person: 'late',
      session: null,
      bytes: Uint8Array.of(1, 2),
      at: 1_700_000_000_000,
      doneAt: 1_600_000_000_000,
    }
    await storage.keepAside(aside)
    await storage.keepAside({ ...aside, at: 1_700_000_001_000 })
    const [row, ...others] = await db.select().from(roomAside).where(eq(roomAside.room, 'aside'))
    expect([others, row?.doneAt, row?.settledAt]).toEqual([[], new Date(1_600_000_000_000), null])
    // As much as a document, whether it was settled or not, and no more.
    const large = { ...aside, bytes: new Uint8Array(limits.documentBytesMax - 2) }
    await storage.keepAside(large)
    await storage.keepAside(large)
    await expect(storage.keepAside({ ...aside, bytes: Uint8Array.of(3) })).rejects.toThrow(FullAside)
  })

  it('two commits over the same rooms in opposite order never stand against each other', async () => {
    const names = ['x', 'y', 'z'].map((name) => `order ${name}`)
    for (const name of names) await make(name)
    const storage = postgresStorage(db)
    const commit = (at: number) => storage.append((at % 2 ? names : names.toReversed()).map((name) => entry(name, at)))
    const positions = await Promise.all(Array.from({ length: 40 }, (_, at) => commit(at)))
    expect(positions.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, at) => Math.floor(at / 3) + 1))
  })

  it('[R2 R4] what was called saved is there after the server was cut off and another took over', async () => {
    await other.db.transaction((tx) => makeRoom(tx, 'room', 'lineage'))
    await other.db.execute(sql`insert into person (id, name) values ('aigerim', 'Aigerim')`)
    const wire = createWire({ storage: postgresStorage(other.db), hubs: 2 })
    const a = wire.client('aigerim')
    await wire.flush()
    const deadline = Promise.withResolvers<void>()
    a.onKept = () => a.kept >= 5 && deadline.resolve()
    for (let words = 0; words < 5; words += 1) a.type(`word ${words} `)
    while (a.kept < 5) await wire.flush()
    wire.crash(0)
    const text = await wire.hubs[1]?.read('room', (doc) => doc.getText('text').toString())
    expect(text).toBe('word 0 word 1 word 2 word 3 word 4 ')
    const rows = await other.db.select({ person: roomUpdate.personId }).from(roomUpdate)
    expect(new Set(rows.map(({ person }) => person))).toEqual(new Set(['aigerim']))
  })

  it('rebuilds the same document from the whole and its tail as from all rows', async () => {
    await make('rebuilt')
    const storage = postgresStorage(db)
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'шебер') doc.getText('text').insert(doc.getText('text').length, letter)
    await storage.append(updates.map((bytes) => ({ ...entry('rebuilt'), bytes })))
    await storage.compact('rebuilt', 3, Y.mergeUpdates(updates.slice(0, 3)))
    const { whole, tail } = await storage.since('rebuilt', 0)
    const again = new Y.Doc()
    for (const { bytes } of whole ? [whole, ...tail] : tail) Y.applyUpdate(again, bytes)
    expect([whole?.position, tail.length, again.getText('text').toString()]).toEqual([3, 2, 'шебер'])
  })
})
