import { inbox } from '@sheber/contract/inbox'
import { exhibition as exhibitionTable, exhibitionOrganiser, fact, project, stand as standTable } from '@sheber/db/schema'
import { idOf, type OrganisationName, type PersonName } from '@sheber/dev-env/people'
import { aPlan, seedExhibition, seedStand } from '@sheber/dev-env/seed/exhibition'
import { createWorld, type World } from '@sheber/dev-env/world'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { tellCalls } from './stand.call.ts'

const dayMs = 86_400_000

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())
// Facts are written once; here each test begins without any.
afterEach(() =>
  world.services.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const table of [fact, standTable, exhibitionOrganiser, exhibitionTable]) await tx.delete(table)
  }),
)

/** A call that closes in so many days. */
const call = (days: number, organisers: readonly OrganisationName[] = ['centre']) => {
  const now = world.clock.now()
  const { windows } = aPlan(now)
  const later = (more: number) => new Date(now.getTime() + (days + more) * dayMs).toISOString()
  const all = { ...windows, entriesTo: later(0), hallFrom: later(1), judgingFrom: later(1), judgingTo: later(2), resultsAt: later(3) }
  return seedExhibition(world.services.db, now, { word: `call ${organisers.join()}`, plan: { windows: all }, organisers })
}
const told = async (name: string) => {
  const rows = await world.services.db.select({ body: fact.body }).from(fact).where(eq(fact.name, name))
  return rows.map(({ body }) => body)
}
const whoHeard = async (name: string) => (await told(name)).map(({ personId }) => personId).sort()
const ids = (...names: PersonName[]) => names.map((name) => idOf(name)).sort()
const linesOf = async (who: PersonName) => (await world.as(who).ask(inbox.look)).lines

/** Before the others, which walk through more days than a sign-in lasts. */
describe('what is told', () => {
  it('of an entry is one line in the inbox of its team, for as long as it waits', async () => {
    const exhibitionId = await call(2)
    const standId = await seedStand(world.services.db, world.clock.now(), { exhibitionId, state: 'draft' })
    const due = async () => (await linesOf('aigerim')).filter(({ name }) => name === 'stand.reminded')
    await tellCalls(world.services)
    expect(await due()).toMatchObject([{ href: `/project/${idOf('bridge project')}/stand` }])
    await world.services.db.update(standTable).set({ state: 'entered' }).where(eq(standTable.id, standId))
    expect(await due()).toEqual([])
  })
})

describe('a call', () => {
  it('is heard once by each member of every team, however often and by however many it is told', async () => {
    const exhibitionId = await call(10)
    await Promise.all([tellCalls(world.services), tellCalls(world.services)])
    await tellCalls(world.services)
    expect(await whoHeard('exhibition.called')).toEqual(ids('madina', 'aigerim', 'daulet', 'yerlan', 'marat', 'timur'))
    expect(await linesOf('aigerim')).toMatchObject([{ name: 'exhibition.called', href: `/exhibition/${exhibitionId}` }])
  })

  it('of a school alone is heard by its own teams', async () => {
    await call(10, ['school'])
    await tellCalls(world.services)
    expect(await whoHeard('exhibition.called')).toEqual(ids('marat', 'timur'))
  })

  it('is no news to a team that has begun its entry, nor to one without a project at work, nor after its last hour', async () => {
    const exhibitionId = await call(10)
    await seedStand(world.services.db, world.clock.now(), { exhibitionId, state: 'draft' })
    await world.services.db
      .update(project)
      .set({ state: 'archived' })
      .where(eq(project.id, idOf('glider project')))
    await tellCalls(world.services)
    expect(await told('exhibition.called')).toEqual([])
    await world.services.db
      .update(project)
      .set({ state: 'build' })
      .where(eq(project.id, idOf('glider project')))
    world.clock.advance(11 * dayMs)
    await tellCalls(world.services)
    expect(await told('exhibition.called')).toEqual([])
  })

  it('that is a draft is heard by nobody', async () => {
    await world.services.db
      .update(exhibitionTable)
      .set({ state: 'draft' })
      .where(eq(exhibitionTable.id, await call(10)))
    await tellCalls(world.services)
    expect(await told('exhibition.called')).toEqual([])
  })
})

describe('an entry that is begun', () => {
  it('is reminded of three days and one day before the end, once each, until it is handed in', async () => {
    const exhibitionId = await call(5)
    await seedStand(world.services.db, world.clock.now(), { exhibitionId, state: 'draft' })
    const mine = async () => (await told('stand.reminded')).filter(({ personId }) => personId === idOf('aigerim')).map(({ days }) => days)
    await tellCalls(world.services)
    expect(await mine()).toEqual([])
    world.clock.advance(2 * dayMs)
    await Promise.all([tellCalls(world.services), tellCalls(world.services)])
    expect(await mine()).toEqual([3])
    world.clock.advance(2 * dayMs)
    await tellCalls(world.services)
    await tellCalls(world.services)
    expect(await mine()).toEqual([3, 1])
    expect(await whoHeard('stand.reminded')).toEqual(
      [...ids('madina', 'aigerim', 'daulet', 'yerlan'), ...ids('madina', 'aigerim', 'daulet', 'yerlan')].sort(),
    )
  })

  it('hears it anew when the end was moved away', async () => {
    const exhibitionId = await call(2)
    await seedStand(world.services.db, world.clock.now(), { exhibitionId, state: 'returned' })
    await tellCalls(world.services)
    const [row] = await world.services.db.select().from(exhibitionTable).where(eq(exhibitionTable.id, exhibitionId))
    if (!row) throw new Error('no exhibition')
    const windows = { ...row.plan.windows, entriesTo: new Date(world.clock.now().getTime() + 9 * dayMs).toISOString() }
    await world.services.db
      .update(exhibitionTable)
      .set({ plan: { ...row.plan, windows } })
      .where(eq(exhibitionTable.id, exhibitionId))
    world.clock.advance(7 * dayMs)
    await tellCalls(world.services)
    expect((await told('stand.reminded')).filter(({ personId }) => personId === idOf('madina')).map(({ days }) => days)).toEqual([3, 3])
  })
})
