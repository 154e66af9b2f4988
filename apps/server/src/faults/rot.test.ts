import { version } from '@sheber/contract/version'
import { roomState, roomUpdate, roomVersion } from '@sheber/db/schema'
import { amount, seed, tell } from '@sheber/dev-env/faults'
import { createWorld, type World } from '@sheber/dev-env/world'
import { boardRoom } from '@sheber/document/room'
import { randomFrom } from '@sheber/sync/testing/random'
import { RottenRow } from '@sheber/sync/types'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeRoom, postgresStorage } from '../sync/postgres-storage.ts'

vi.setConfig({ testTimeout: 120_000 })
const wounds = amount({ slice: 1, whole: 8 })

let world: World
let board: string
beforeAll(async () => {
  world = await createWorld()
  board = boardRoom(world.board)
  for (const words of ['сәлем, ', 'әлем'])
    await world.services.hub.write(board, { person: null, session: null }, 'edit', (doc) => doc.getMap('el').set(words, words))
})
afterAll(() => world[Symbol.asyncDispose]())

/** Every byte of it with one bit turned, each time another one. */
const flips = function* (bytes: Uint8Array) {
  const random = randomFrom(seed)
  for (let at = 0; at < bytes.length; at += 1)
    for (let bit = 0; bit < wounds; bit += 1) {
      const wounded = bytes.slice()
      wounded[at] = (wounded[at] ?? 0) ^ (1 << (wounds === 8 ? bit : random.below(8)))
      yield wounded
    }
}

/** Of a room of its own, whose neighbour stays sound. */
const roomOf = async (name: string) => {
  const { db } = world.services
  for (const one of [name, `${name} neighbour`]) await db.transaction((tx) => makeRoom(tx, one, `lineage of ${one}`))
  const rotten: RottenRow[] = []
  const storage = postgresStorage(db, { report: (row) => rotten.push(row) })
  const { tail } = await storage.since(board, 0)
  const entry = { person: null, session: null, kind: 'edit', at: Date.now(), doneAt: null, clients: [] } as const
  const rows = (room: string) => tail.map(({ bytes }) => ({ ...entry, room, bytes }))
  await storage.append([...rows(name), ...rows(`${name} neighbour`)])
  return { db, storage, rotten, tail }
}

it(`[S1] a bit of a row, each byte in turn, seed ${seed}: found when it is read, and only that room is affected`, async () => {
  const { db, storage, tail } = await roomOf('rotten row')
  const where = and(eq(roomUpdate.room, 'rotten row'), eq(roomUpdate.position, 2))
  const sound = tail[1]?.bytes ?? new Uint8Array()
  let flipped = 0
  for (const bytes of flips(sound)) {
    await db.update(roomUpdate).set({ bytes }).where(where)
    await expect(storage.since('rotten row', 0)).rejects.toThrow(RottenRow)
    flipped += 1
  }
  await db
    .update(roomUpdate)
    .set({ bytes: sound.slice(0, -1) })
    .where(where)
  await expect(storage.since('rotten row', 0)).rejects.toThrow(RottenRow)
  for (let bit = 0; bit < 32; bit += 1) {
    await db.execute(`update room_update set bytes = '\\x${Buffer.from(sound).toString('hex')}', checksum = checksum # ${2 ** bit}::bigint
      where room = 'rotten row' and position = 2`)
    await expect(storage.since('rotten row', 0)).rejects.toThrow(RottenRow)
    await db.execute(`update room_update set checksum = checksum # ${2 ** bit}::bigint where room = 'rotten row' and position = 2`)
  }
  expect((await storage.since('rotten row neighbour', 0)).tail).toHaveLength(2)
  expect((await storage.since('rotten row', 0)).tail).toHaveLength(2)
  expect(flipped).toBe(sound.length * wounds)
  tell('flipped bits: row', { flipped: flipped + 32, found: flipped + 32 })
})

it(`[S2] a bit of a stored whole, each byte in turn, seed ${seed}: reported, and the room opens from its rows`, async () => {
  const { db, storage, rotten, tail } = await roomOf('rotten whole')
  await storage.compact('rotten whole', 2, tail[0]?.bytes ?? new Uint8Array())
  const { whole } = await storage.since('rotten whole', 0)
  const sound = whole?.bytes ?? new Uint8Array()
  let flipped = 0
  for (const bytes of flips(sound)) {
    await db.update(roomState).set({ bytes }).where(eq(roomState.room, 'rotten whole'))
    const found = await storage.since('rotten whole', 0)
    expect([found.whole, found.tail.length]).toEqual([null, 2])
    flipped += 1
  }
  expect([flipped, rotten.length]).toEqual([sound.length * wounds, flipped])
  expect((await storage.since('rotten whole neighbour', 0)).tail).toHaveLength(2)
  tell('flipped bits: stored whole', { flipped, found: rotten.length })
})

it(`a bit of a version, each byte in turn, seed ${seed}: neither shown nor restored, and the board goes on`, async () => {
  const { db, hub } = world.services
  const asked = { params: { boardId: world.board } }
  const { id } = await world.as('madina').ask(version.make, { ...asked, body: { name: 'before' } })
  const [row] = await db.select().from(roomVersion).where(eq(roomVersion.id, id))
  const sound = row?.bytes ?? new Uint8Array()
  const one = { params: { ...asked.params, versionId: id } }
  let flipped = 0
  for (const bytes of flips(sound)) {
    await db.update(roomVersion).set({ bytes }).where(eq(roomVersion.id, id))
    await expect(world.as('madina').ask(version.look, one)).rejects.toMatchObject({ code: 'internal' })
    flipped += 1
  }
  await expect(world.as('madina').ask(version.restore, one)).rejects.toMatchObject({ code: 'internal' })
  expect(await hub.read(board, (doc) => doc.getMap('el').size)).toBe(2)
  await db.update(roomVersion).set({ bytes: sound }).where(eq(roomVersion.id, id))
  expect((await world.as('madina').ask(version.look, one)).version.id).toBe(id)
  expect(flipped).toBe(sound.length * wounds)
  tell('flipped bits: version', { flipped, found: flipped })
})
