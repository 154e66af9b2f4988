import { exhibition, type ExhibitionState, type Plan } from '@sheber/contract/exhibition'
import { inbox } from '@sheber/contract/inbox'
import { judge } from '@sheber/contract/judge'
import { organisation } from '@sheber/contract/organisation'
import { trail } from '@sheber/contract/trail'
import { poolOf } from '@sheber/db/open'
import { exhibition as exhibitionTable, membership, score } from '@sheber/db/schema'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { aPlan, nominations, seedExhibition, seedJudge, seedStand } from '@sheber/dev-env/seed/exhibition'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const code = async (asked: Promise<unknown>) => {
  try {
    await asked
    return 'ok'
  } catch (why) {
    return (why as { code: string }).code
  }
}

let words = 0
const seeded = async (asked: Parameters<typeof seedExhibition>[2] = {}) => {
  const id = await seedExhibition(world.services.db, world.clock.now(), { word: `show ${++words}`, ...asked })
  return { exhibitionId: id }
}
const plan = (over: Partial<Plan> = {}) => aPlan(world.clock.now(), over)
const look = (params: { exhibitionId: string }, as: PersonName = 'madina') => world.as(as).ask(exhibition.look, { params })
const save = (params: { exhibitionId: string }, asked: Plan, revision = 1, as: PersonName = 'madina') =>
  world.as(as).ask(exhibition.save, { params, body: { plan: asked, revision } })
const step = (params: { exhibitionId: string }, state: ExhibitionState, as: PersonName = 'madina') =>
  world.as(as).ask(exhibition.step, { params, body: { state } })
const make = (body: { id: string; plan: Plan }, as: PersonName = 'madina') =>
  world.as(as).ask(exhibition.make, { params: { organisationId: world.organisation('centre') }, body })

describe('a call that is opened', () => {
  it('is a draft that only its organisers see, with their organisation first', async () => {
    const id = idOf('opened')
    const told = await toldBy(world, () => make({ id, plan: plan() }))
    expect(told.map(([name]) => name)).toEqual(['exhibition.changed'])
    expect(await look({ exhibitionId: id })).toMatchObject({
      ...{ state: 'draft', next: ['call', 'removed'], runs: true, takes: false, revision: 1 },
      organisers: [{ id: world.organisation('centre') }],
    })
    expect(await code(look({ exhibitionId: id }, 'aigerim'))).toBe('forbidden')
    const seen = async (as: PersonName) => (await world.as(as).ask(exhibition.list)).some((one) => one.id === id)
    expect([await seen('botagoz'), await seen('aigerim'), await seen('saule')]).toEqual([true, false, false])
  })

  it('sent twice is there once, and an id of somebody else is not given away', async () => {
    const id = idOf('twice')
    const first = plan()
    await Promise.all([make({ id, plan: first }), make({ id, plan: first })])
    expect(await make({ id, plan: plan({ teamMax: 9 }) })).toMatchObject({ id, plan: first, revision: 1 })
    expect(await code(make({ id, plan: first }, 'botagoz'))).toBe('forbidden')
  })

  it('is not taken with days out of order, or ages the wrong way round', async () => {
    const { windows } = plan()
    const odd = { ...windows, resultsAt: windows.entriesFrom }
    expect(await code(make({ id: idOf('odd'), plan: plan({ windows: odd }) }))).toBe('exhibition-windows')
    expect(await code(make({ id: idOf('odd'), plan: plan({ ages: { from: 9, to: 8 } }) }))).toBe('plan-broken')
  })

  it('holds the largest rubric that the contract allows, in three languages', async () => {
    const text = 'ұ'.repeat(300)
    const said = { kk: text, ru: text, en: text }
    const levels = Array.from({ length: 8 }, (_, points) => ({ points, text: said }))
    const criteria = Array.from({ length: 20 }, (_, n) => ({ id: `c-${n}`, title: said, weight: 5, levels }))
    expect(await make({ id: idOf('large'), plan: plan({ rubric: { criteria } }) })).toMatchObject({ plan: { rubric: { criteria } } })
  })

  it('lies in the year in which its hall opens, as the centre counts', async () => {
    const windows = {
      ...{ entriesFrom: '2026-12-01T00:00:00.000Z', entriesTo: '2026-12-20T00:00:00.000Z', hallFrom: '2026-12-31T20:00:00.000Z' },
      ...{ judgingFrom: '2027-01-02T00:00:00.000Z', judgingTo: '2027-01-03T00:00:00.000Z', resultsAt: '2027-01-04T00:00:00.000Z' },
    }
    expect(await make({ id: idOf('new year'), plan: plan({ windows }) })).toMatchObject({ year: 2027 })
  })
})

describe('the list', () => {
  it('asks the database as often for a hundred as for one', async () => {
    const pool = poolOf(world.services.db)
    const askedOnce = async () => {
      const spy = vi.spyOn(pool, 'query')
      await world.as('aigerim').ask(exhibition.list)
      const { length } = spy.mock.calls
      spy.mockRestore()
      return length
    }
    // What the process asks by itself now and then, as the log's tail does, falls into one of three at most.
    const asked = async () => Math.min(await askedOnce(), await askedOnce(), await askedOnce())
    const before = await asked()
    for (let n = 0; n < 100; n++) await seeded({ organisers: ['centre', 'school'] })
    expect([before > 0, await asked()]).toEqual([true, before])
    expect((await world.as('aigerim').ask(exhibition.list)).length).toBeGreaterThanOrEqual(100)
  })

  it('counts stands for those who run it alone, and no entry that is still its team’s own', async () => {
    const params = await seeded()
    const of = (word: string, state: 'admitted' | 'entered' | 'draft' | 'withdrawn') =>
      seedStand(world.services.db, world.clock.now(), { ...params, word: `counted ${word}`, state })
    await Promise.all([of('a', 'admitted'), of('b', 'entered'), of('c', 'draft'), of('d', 'withdrawn')])
    expect((await look(params)).stands).toEqual({ all: 2, entered: 1, admitted: 1 })
    expect((await look(params, 'aigerim')).stands).toEqual({ all: 0, entered: 0, admitted: 0 })
  })
})

describe('a plan that is saved', () => {
  it('counts up, and is told', async () => {
    const params = await seeded()
    const told = await toldBy(world, async () => {
      expect(await save(params, plan({ teamMax: 3 }))).toMatchObject({ revision: 2, plan: { teamMax: 3 } })
    })
    expect(told.map(([name, body]) => [name, body])).toEqual([
      ['exhibition.changed', { ...params, state: 'call' }],
      ['exhibition.replanned', { ...params, parts: ['teamMax'] }],
    ])
  })

  it('by two organisers at one moment keeps the first, and says so to the second', async () => {
    const params = await seeded()
    const codes = await Promise.all([
      code(save(params, plan({ teamMax: 2 }), 1, 'madina')),
      code(save(params, plan({ teamMax: 3 }), 1, 'botagoz')),
    ])
    expect(codes.toSorted()).toEqual(['exhibition-changed', 'ok'])
    expect((await look(params)).revision).toBe(2)
  })

  it('keeps what scores are counted by once there is one, and lets words be mended', async () => {
    const params = await seeded({ state: 'judging' })
    const standId = await seedStand(world.services.db, world.clock.now(), { ...params, word: 'scored' })
    const judgeId = await seedJudge(world.services.db, world.clock.now(), { ...params, person: 'sergey' })
    const { plan: before } = await look(params)
    const heavier = { criteria: before.rubric.criteria.map((one) => ({ ...one, weight: one.weight + 1 })) }
    expect(await code(save(params, { ...before, rubric: heavier }))).toBe('ok')
    await world.services.db.insert(score).values({
      ...{ id: idOf('a score'), judgeId, standId, marks: [{ criterionId: 'idea', points: 2 }], words: 'Жақсы' },
      ...{ madeAt: world.clock.now(), createdAt: world.clock.now() },
    })
    expect(await code(save(params, before, 2))).toBe('rubric-used')
    const mended = { criteria: heavier.criteria.map((one) => ({ ...one, title: { ...one.title, ru: 'Замысел' } })) }
    expect(await save(params, { ...before, rubric: mended }, 2)).toMatchObject({ revision: 3, plan: { rubric: mended } })
  })

  it('keeps the rules once judging has begun, and tells everybody when which was changed before', async () => {
    const params = await seeded({ state: 'hall' })
    const { plan: before } = await look(params)
    await save(params, { ...before, awards: 'hand', viewsMin: 2 })
    // Nothing was changed: nothing is noted.
    await save(params, { ...before, awards: 'hand', viewsMin: 2 }, 2)
    const trail = () => world.as('aigerim').ask(exhibition.trail, { params })
    expect(await trail()).toMatchObject([{ parts: ['awards', 'viewsMin'] }])
    await world.services.db.update(exhibitionTable).set({ state: 'judging' }).where(eq(exhibitionTable.id, params.exhibitionId))
    expect(await code(save(params, { ...before, awards: 'places', viewsMin: 2 }, 3))).toBe('rules-frozen')
    expect(await trail()).toHaveLength(1)
  })

  it('asks for fewer views of each stand while judging goes on, with a reason, and never for more', async () => {
    const params = await seeded({ state: 'judging' })
    const { plan: before } = await look(params)
    const ask = (viewsMin: number, reason?: string) =>
      code(
        world.as('madina').ask(exhibition.save, {
          params,
          body: { plan: { ...before, viewsMin }, revision: 1, ...(reason !== undefined && { reason }) },
        }),
      )
    expect(before.viewsMin).toBe(3)
    expect([await ask(4, 'Көбірек'), await ask(2), await ask(2, '  '), await ask(1, 'Аз')]).toEqual([
      'rules-frozen',
      'reason-needed',
      'reason-needed',
      'views-few',
    ])
    expect((await look(params)).plan.viewsMin).toBe(3)
    expect(await ask(2, 'Екі қазы ауырып қалды')).toBe('ok')
    expect(await look(params)).toMatchObject({ revision: 2, plan: { viewsMin: 2 } })
    await world.services.db.update(exhibitionTable).set({ state: 'deliberation' }).where(eq(exhibitionTable.id, params.exhibitionId))
    expect(await code(save(params, { ...before, viewsMin: 1 }, 2))).toBe('rules-frozen')
  })

  it('keeps a nomination that a stand is in, a draft of a team too', async () => {
    const params = await seeded()
    await seedStand(world.services.db, world.clock.now(), { ...params, word: 'nominated', state: 'draft' })
    expect(await code(save(params, plan({ nominations: nominations.slice(1) })))).toBe('nomination-used')
    expect(await code(save(params, plan({ nominations: nominations.slice(0, 1) })))).toBe('ok')
  })

  it('that was called stays fit to be called', async () => {
    const params = await seeded()
    expect(await code(save(params, plan({ title: { kk: 'Көрме', ru: '', en: '' } })))).toBe('exhibition-unready')
  })
})

describe('the road', () => {
  it('leads from a draft to the call once it is ready, and that is told once', async () => {
    const params = await seeded({ state: 'draft', plan: { title: { kk: 'Көрме', ru: '', en: '' } } })
    expect(await code(step(params, 'call'))).toBe('exhibition-unready')
    await save(params, plan())
    const told = await toldBy(world, () => Promise.all([step(params, 'call', 'madina'), step(params, 'call', 'botagoz')]))
    expect(told.map(([name]) => name)).toEqual(['exhibition.opened'])
    expect(await look(params, 'aigerim')).toMatchObject({ state: 'call', takes: true, next: [], runs: false })
  })

  it('leads into the hall once every entry is decided', async () => {
    const params = await seeded({ state: 'moderation' })
    await seedStand(world.services.db, world.clock.now(), { ...params, word: 'undecided', state: 'entered' })
    expect(await code(step(params, 'hall'))).toBe('entries-undecided')
    // Back is open: there is nothing to decide on the way.
    expect(await step(params, 'call')).toMatchObject({ state: 'call' })
  })

  it('leads past a jury where there is none, and to a jury only with something to judge by', async () => {
    const params = await seeded({ state: 'draft', plan: { rubric: { criteria: [] } } })
    for (const state of ['call', 'moderation', 'hall'] as const) expect(await step(params, state)).toMatchObject({ state })
    expect(await code(step(params, 'judging'))).toBe('rubric-none')
    expect(await step(params, 'archived')).toMatchObject({ state: 'archived' })
  })

  it('has no shortcuts, and the archive is its end', async () => {
    const params = await seeded()
    expect(await code(step(params, 'results'))).toBe('exhibition-step')
    const archived = await seeded({ state: 'archived' })
    expect((await look(archived)).next).toEqual([])
    expect(await code(step(archived, 'call'))).toBe('exhibition-step')
  })
})

describe('organisers', () => {
  const of = { centre: () => world.organisation('centre'), school: () => world.organisation('school') }
  type Params = { exhibitionId: string }
  const invite = (params: Params, as: PersonName = 'madina') =>
    world.as(as).ask(exhibition.invite, { params, body: { organisationId: of.school() } })
  const answer = (params: Params, said: 'accept' | 'decline', as: PersonName = 'marat') =>
    world.as(as).ask(exhibition[said], { params: { ...params, organisationId: of.school() } })
  const end = (params: Params, as: PersonName, organisationId = of.school()) =>
    world.as(as).ask(exhibition.uninvite, { params: { ...params, organisationId } })
  const lines = async (params: Params) =>
    (await world.as('botagoz').ask(trail.look, { params, query: {} })).lines.map(({ step, about, by }) => [step, about, by]).toReversed()
  const invitedTo = async ({ exhibitionId }: Params, as: PersonName = 'marat') =>
    (await world.as(as).ask(exhibition.invitations)).filter((one) => one.exhibitionId === exhibitionId)
  const inboxOf = async (as: PersonName, name: string) =>
    (await world.as(as).ask(inbox.look)).lines.filter((one) => one.name === name).map(({ about, href }) => ({ about, href }))

  it('have no right before they agree, and then the same as the founder', async () => {
    const params = await seeded({ state: 'draft' })
    const told = await toldBy(world, () => Promise.all([invite(params), invite(params)]))
    // The school has one administrator, who speaks for it.
    expect(told.map(([name]) => name)).toEqual(['exhibition.changed', 'exhibition.invited'])
    expect(await code(look(params, 'marat'))).toBe('forbidden')
    expect(await code(save(params, plan({ teamMax: 4 }), 1, 'marat'))).toBe('forbidden')
    expect(await look(params)).toMatchObject({ organisers: [{ id: of.centre() }], invited: [{ id: of.school(), declined: false }] })
    expect(await invitedTo(params)).toMatchObject([{ called: false, declined: false, organisation: { id: of.school() } }])
    expect(await invitedTo(params, 'aigerim')).toEqual([])
    expect((await inboxOf('saule', 'exhibition.invited'))[0]).toMatchObject({ href: '/exhibition/invitation' })

    const agreed = await toldBy(world, () => answer(params, 'accept'))
    expect(agreed.map(([name, body]) => [name, body])).toMatchObject([
      ['exhibition.changed', {}],
      ['exhibition.accepted', { personId: world.person('madina').id }],
    ])
    const run = await look(params, 'marat')
    expect(run).toMatchObject({ runs: true, invites: false, invited: [] })
    // Of the two they end their own part alone.
    expect(run.organisers.map(({ id, leaves }) => [id, leaves])).toEqual([
      [of.centre(), false],
      [of.school(), true],
    ])
    expect((await save(params, plan({ teamMax: 4 }), 1, 'marat')).revision).toBe(2)
    expect(await code(invite(params, 'marat'))).toBe('forbidden')
    expect(await code(end(params, 'marat', of.centre()))).toBe('forbidden')
    expect(await code(end(params, 'madina', of.centre()))).toBe('organiser-founder')
  })

  it('part by either hand, and that is told to both sides', async () => {
    const params = await seeded()
    await invite(params)
    await answer(params, 'accept')
    const told = await toldBy(world, () => end(params, 'marat'))
    expect(told.map(([name]) => name)).toContain('exhibition.parted')
    expect((await look(params)).organisers.map(({ id }) => id)).toEqual([of.centre()])
    expect(await code(save(params, plan({ teamMax: 4 }), 1, 'marat'))).toBe('forbidden')
    expect((await inboxOf('botagoz', 'exhibition.parted'))[0]).toMatchObject({ href: `/exhibition/${params.exhibitionId}` })

    await invite(params)
    await answer(params, 'accept')
    await end(params, 'madina')
    expect((await inboxOf('marat', 'exhibition.parted'))[0]).toMatchObject({ href: `/exhibition/${params.exhibitionId}` })
    const { name } = (await world.as('botagoz').ask(organisation.list)).find(({ id }) => id === of.school()) ?? { name: '' }
    const [madina, marat] = [world.person('madina').name, world.person('marat').name]
    expect(await lines(params)).toEqual([
      ['invited', name, madina],
      ['joined', name, marat],
      ['parted', name, marat],
      ['invited', name, madina],
      ['joined', name, marat],
      ['parted', name, madina],
    ])
  })

  it('decline and think better of it, are asked again, and are asked no more', async () => {
    const params = await seeded()
    await invite(params)
    await answer(params, 'decline')
    expect((await look(params)).invited).toMatchObject([{ declined: true }])
    await invite(params)
    expect((await look(params)).invited).toMatchObject([{ declined: false }])
    await answer(params, 'decline')
    await answer(params, 'accept')
    expect((await look(params)).organisers).toHaveLength(2)

    const other = await seeded()
    await invite(other)
    // Whoever is asked says no by declining, which whoever asked is told.
    expect(await code(end(other, 'marat'))).toBe('forbidden')
    expect(await invitedTo(other)).toHaveLength(1)
    await end(other, 'madina')
    expect(await invitedTo(other)).toEqual([])
    expect([await code(answer(other, 'accept')), await code(answer(other, 'decline'))]).toEqual(['invitation-gone', 'invitation-gone'])
    expect((await lines(other)).map(([step]) => step)).toEqual(['invited', 'uninvited'])
    expect(await code(world.as('madina').ask(exhibition.invite, { params, body: { organisationId: idOf('nowhere') } }))).toBe('not-found')
  })
})

describe('an invitation', () => {
  it('is told to who may still answer it, while there is something to answer', async () => {
    const { db } = world.services
    const school = world.organisation('school')
    const invited = async (of: string) => {
      const params = await seeded({ state: 'draft', plan: { title: { kk: of, ru: of, en: of } } })
      await world.as('madina').ask(exhibition.invite, { params, body: { organisationId: school } })
      return params
    }
    const told = async (of: string) =>
      (await world.as('saule').ask(inbox.look)).lines.some(({ name, about }) => name === 'exhibition.invited' && about.startsWith(of))
    const [kept, removed, declined] = ['Қалған', 'Жойылған', 'Бас тартылған'] as const
    await invited(kept)
    await step(await invited(removed), 'removed')
    const asked = await invited(declined)
    expect(await told(declined)).toBe(true)
    await world.as('marat').ask(exhibition.decline, { params: { ...asked, organisationId: school } })
    expect([await told(kept), await told(removed), await told(declined)]).toEqual([true, false, false])

    const office = and(eq(membership.personId, idOf('saule')), eq(membership.organisationId, school))
    const held = await db.delete(membership).where(office).returning()
    expect(held.length).toBeGreaterThan(0)
    expect(await told(kept)).toBe(false)
    expect(await world.as('saule').ask(exhibition.invitations)).toEqual([])
    await db.insert(membership).values(held)
    expect(await told(kept)).toBe(true)
  })
})

describe('what was made by mistake', () => {
  const removed = (id: string, as: PersonName) =>
    world
      .as(as)
      .ask(exhibition.list)
      .then((all) => all.some((one) => one.id === id))

  it('is removed while nobody entered, and brought back as it was', async () => {
    const params = await seeded({ state: 'draft', plan: { teamMax: 3 } })
    expect(await step(params, 'removed')).toMatchObject({ state: 'removed', next: ['draft'] })
    expect([await removed(params.exhibitionId, 'botagoz'), await removed(params.exhibitionId, 'aigerim')]).toEqual([true, false])
    expect(await code(look(params, 'aigerim'))).toBe('forbidden')
    expect(await code(step(params, 'call'))).toBe('exhibition-step')
    expect(await step(params, 'draft')).toMatchObject({ state: 'draft', was: null, plan: { teamMax: 3 } })

    await seedStand(world.services.db, world.clock.now(), { ...params, word: 'begun in a draft', state: 'draft' })
    expect(await code(step(params, 'removed'))).toBe('exhibition-begun')
  })
})

describe('what is called off', () => {
  const off = (params: { exhibitionId: string }, reason?: string) =>
    world.as('madina').ask(exhibition.step, { params, body: { state: 'cancelled', ...(reason !== undefined && { reason }) } })

  it('says why, tells everybody with an entry and the jury, and keeps all of it', async () => {
    const params = await seeded({ state: 'judging' })
    const now = world.clock.now()
    const standId = await seedStand(world.services.db, now, { ...params, word: 'called off' })
    const judgeId = await seedJudge(world.services.db, now, { ...params, person: 'sergey' })
    await world.services.db.insert(score).values({
      ...{ id: idOf('kept score'), judgeId, standId, marks: [{ criterionId: 'idea', points: 2 }], words: 'Жақсы' },
      ...{ madeAt: now, createdAt: now },
    })
    expect(await code(off(params))).toBe('reason-needed')
    const told = await toldBy(world, () => off(params, 'Залда су құбыры жарылды'))
    const heard = told.flatMap(([name, body]) => (name === 'exhibition.cancelled' ? [(body as { personId: string }).personId] : []))
    expect(heard).toEqual(expect.arrayContaining([world.person('aigerim').id, world.person('sergey').id]))
    expect(heard).not.toContain(world.person('saule').id)
    expect((await world.as('aigerim').ask(inbox.look)).lines[0]).toMatchObject({
      ...{ name: 'exhibition.cancelled', href: `/exhibition/${params.exhibitionId}` },
    })
    expect(await look(params, 'aigerim')).toMatchObject({
      state: 'cancelled',
      was: 'judging',
      reason: 'Залда су құбыры жарылды',
      takes: false,
    })
    expect(await world.as('sergey').ask(judge.look, { params })).toMatchObject({ open: false, exhibition: { state: 'cancelled' } })
    const { rubric } = plan()
    expect(await code(save(params, plan({ rubric: { criteria: rubric.criteria.map((one) => ({ ...one, weight: 7 })) } }), 2))).toBe(
      'rubric-used',
    )

    expect(await step(params, 'judging')).toMatchObject({ state: 'judging', was: null, reason: '' })
    expect((await world.as('aigerim').ask(inbox.look)).lines[0]).toMatchObject({ name: 'exhibition.resumed' })
    const lines = (await world.as('madina').ask(trail.look, { params, query: {} })).lines
    expect(lines.filter(({ step }) => step === 'stepped').map(({ about, reason }) => [about, reason])).toEqual([
      ['judging', ''],
      ['cancelled', 'Залда су құбыры жарылды'],
    ])
    expect(await world.services.db.$count(score, eq(score.standId, standId))).toBe(1)
  })

  it('goes on only with days that lie ahead, which may be moved meanwhile', async () => {
    const { windows } = aPlan(new Date(world.clock.now().getTime() - 4 * 86_400_000))
    const params = await seeded({ plan: { windows } })
    await off(params, 'Карантин')
    expect(await code(step(params, 'call'))).toBe('exhibition-over')
    expect(await code(save(params, plan(), 2))).toBe('ok')
    expect(await step(params, 'call')).toMatchObject({ state: 'call', takes: true })
  })

  it('is no draft, no results and no archive', async () => {
    for (const state of ['draft', 'results', 'archived'] as const)
      expect(await code(off(await seeded({ state }), 'Жел'))).toBe('exhibition-step')
  })
})
