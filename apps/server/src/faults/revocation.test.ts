import { board } from '@sheber/contract/board'
import { session } from '@sheber/contract/session'
import { team } from '@sheber/contract/team'
import { roomUpdate } from '@sheber/db/schema'
import { seed, tell } from '@sheber/dev-env/faults'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { boardRoom } from '@sheber/document/room'
import { awarenessFrame, step2Frame, updateFrame } from '@sheber/sync/protocol'
import { randomFrom } from '@sheber/sync/testing/random'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { masked, openRaw, push, sendAndEnd } from './testing/raw-socket.ts'

vi.setConfig({ testTimeout: 60_000 })
const lateMessages = 1_000
const withinMs = 1_000

let world: World
let address: string
beforeAll(async () => {
  world = await createWorld()
  address = await world.listen()
})
afterAll(() => world[Symbol.asyncDispose]())

const marksOf = (room: string) => world.services.hub.read(room, (doc) => doc.getArray<string>('el').toArray())
const rowsOf = (name: PersonName) => world.services.db.$count(roomUpdate, eq(roomUpdate.personId, world.person(name).id))

/** Somebody who writes without end and pays no attention to farewells. */
const stubborn = async (name: PersonName, room: string) => {
  const doc = new Y.Doc()
  const random = randomFrom(seed)
  const connection = await openRaw(address, `/sync/${room}`, world.as(name).cookie ?? '')
  let before = Y.encodeStateVector(doc)
  const next = (mark: string): Buffer => {
    doc.getArray('el').push([mark])
    const update = Y.encodeStateAsUpdate(doc, before)
    before = Y.encodeStateVector(doc)
    const kind = random.below(10)
    if (kind === 0) return masked(step2Frame(Y.encodeStateAsUpdate(doc)))
    return kind === 1
      ? Buffer.concat([
          masked(awarenessFrame([{ client: doc.clientID, clock: 1 + random.below(1_000), json: '{}' }])),
          masked(updateFrame(update)),
        ])
      : masked(updateFrame(update))
  }
  return { connection, next }
}

it.each([
  [
    'leaves the team',
    'timur',
    4403,
    () => world.as('marat').ask(team.leave, { params: { teamId: world.of('glider').team, personId: world.person('timur').id } }),
  ],
  ['signs out everywhere', 'daulet', 4401, () => world.as('daulet').ask(session.endAll)],
] as const)(`[R8] who %s is out within a second, and of ${lateMessages} late messages none is taken`, async (_, name, code, revoke) => {
  const room = boardRoom(name === 'timur' ? world.of('glider').board : world.board)
  const { connection, next } = await stubborn(name, room)
  await push(connection.socket, next(`${name} in time`))
  await vi.waitFor(async () => expect(await marksOf(room)).toContain(`${name} in time`))
  await revoke()
  const revokedAt = performance.now()
  expect(await connection.farewell).toBe(code)
  const ms = performance.now() - revokedAt
  expect(ms).toBeLessThan(withinMs)
  const [rows, marks] = [await rowsOf(name), await marksOf(room)]
  await sendAndEnd(connection, Buffer.concat(Array.from({ length: lateMessages }, (_, at) => next(`${name} late ${at}`))))
  expect([await rowsOf(name), await marksOf(room)]).toEqual([rows, marks])
  tell(`revocation: ${code}`, { 'late messages': lateMessages, taken: 0, 'out after, ms': Math.round(ms) })
})

it(`[F1] in a frozen room, of ${lateMessages} late messages none is taken`, async () => {
  const room = boardRoom(world.board)
  const { connection, next } = await stubborn('aigerim', room)
  await push(connection.socket, next('aigerim in time'))
  await vi.waitFor(async () => expect(await marksOf(room)).toContain('aigerim in time'))
  await world.as('madina').ask(board.freeze, { params: { boardId: world.board }, body: { frozen: true } })
  const [rows, marks] = [await rowsOf('aigerim'), await marksOf(room)]
  await sendAndEnd(connection, Buffer.concat(Array.from({ length: lateMessages }, (_, at) => next(`aigerim late ${at}`))))
  expect([await rowsOf('aigerim'), await marksOf(room)]).toEqual([rows, marks])
  tell('revocation: frozen', { 'late messages': lateMessages, taken: 0 })
})
