import { session } from '@sheber/contract/session'
import { roomUpdate } from '@sheber/db/schema'
import { createWorld } from '@sheber/dev-env/world'
import { boardRoom } from '@sheber/document/room'
import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { endOld } from '../features/session/session.store.ts'
import { askPeer } from '../sync/access.ts'

const hourMs = 3_600_000

it.each([-24 * hourMs, -hourMs, hourMs])('a clock that jumps by %i ms signs nobody out', async (jump) => {
  await using world = await createWorld()
  world.clock.advance(jump)
  expect(await endOld(world.services.db, world.clock.now())).toEqual([])
  for (const name of ['aigerim', 'madina', 'botagoz'] as const)
    expect((await world.as(name).ask(session.me)).person).toMatchObject({ id: world.person(name).id })
  const { sessionId } = await sessionOf(world.as('aigerim').cookie)
  expect(await askPeer(world.services, boardRoom(world.board), { session: sessionId })).toBe('write')
})

it('a clock that jumps a day ahead ends every sign-in, none lives for ever', async () => {
  await using world = await createWorld()
  world.clock.advance(24 * hourMs)
  expect((await world.as('aigerim').ask(session.me)).person).toBeNull()
  const { sessionId } = await sessionOf(world.as('aigerim').cookie)
  expect(await askPeer(world.services, boardRoom(world.board), { session: sessionId })).toBe('signed-out')
})

it('[S1] history is in the order of positions, though the clock jumped between', async () => {
  await using world = await createWorld()
  const room = boardRoom(world.board)
  for (const jump of [0, 24 * hourMs, -24 * hourMs, -hourMs, hourMs]) {
    world.clock.advance(jump)
    await world.services.hub.write(room, { person: null, session: null }, 'edit', (doc) => doc.getArray('el').push([jump]))
  }
  const rows = await world.services.db.select().from(roomUpdate).where(eq(roomUpdate.room, room)).orderBy(asc(roomUpdate.position))
  expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
  expect(rows.map(({ at }) => at.getTime() - (rows[0]?.at.getTime() ?? 0))).toEqual([0, 24 * hourMs, 0, -hourMs, 0])
  expect(await world.services.hub.read(room, (doc) => doc.getArray('el').toArray())).toEqual([
    0,
    24 * hourMs,
    -24 * hourMs,
    -hourMs,
    hourMs,
  ])
})

const sessionOf = async (cookie: string | null) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(cookie?.split('=')[1]))
  return { sessionId: Buffer.from(digest).toString('hex') }
}
