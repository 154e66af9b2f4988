import { acceptance } from '@sheber/contract/acceptance'
import { evidence } from '@sheber/contract/evidence'
import { framework } from '@sheber/contract/framework'
import { inbox } from '@sheber/contract/inbox'
import { portfolio } from '@sheber/contract/portfolio'
import * as tables from '@sheber/db/schema'
import { createWorld, type World } from '@sheber/dev-env/world'
import { competency, draft, uuid } from '@sheber/domain/framework.fixture'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addRecord, changeRecord, openPortfolio, removeRecord, sayInRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { change } from '../../facts/tell.ts'
import { newId } from '../../new-id.ts'
import { keepVersion } from '../../sync/room-version.ts'
import { tellOpened } from './acceptance.open.ts'

const levels = [1, 2].map((at) => ({ ...draft().levels[0], id: uuid(at) })) as ReturnType<typeof draft>['levels']

/** Daulet of the school has had a competency of the centre confirmed; the school has a goal that is linked to it. */
const confirmedWork = async (world: World) => {
  const botagoz = world.as('botagoz')
  const make = async (of: 'centre' | 'school', id: string, body: ReturnType<typeof draft>) => {
    await botagoz.ask(framework.make, { params: { organisationId: world.organisation(of) }, body: { id, draft: body } })
    await botagoz.ask(framework.publish, { params: { frameworkId: id } })
  }
  await make('centre', uuid(100), draft({ levels, competencies: [competency(103)], links: [] }))
  const link = { id: uuid(209), from: uuid(203), kind: 'isRelatedTo' as const, to: { id: uuid(103), uri: null, title: '' } }
  const ofSchool = levels.map((level, at) => ({ ...level, id: uuid(210 + at) }))
  await make('school', uuid(200), draft({ levels: ofSchool, competencies: [competency(203)], links: [link] }))

  const daulet = world.person('daulet').id
  const { id: portfolioId } = await world.as('daulet').ask(portfolio.open, { body: { of: 'person', id: daulet } })
  const { db } = world.services
  const by = { createdAt: world.clock.now() }
  const [evidenceId, versionId, submissionId, reviewId] = [newId(), newId(), newId(), newId()]
  await db.insert(tables.evidence).values({
    ...{ ...by, id: evidenceId, portfolioId, recordId: 'r1', personId: daulet, competencyId: uuid(103), levelId: uuid(1) },
    ...{ why: 'Көпірді жинадым', state: 'confirmed', createdBy: daulet },
  })
  const room = portfolioRoom(portfolioId)
  await world.services.hub.write(room, nobody, 'import', (doc) => {
    const trace = { by: daulet, at: world.clock.now().getTime() }
    addRecord(openPortfolio(doc), { id: 'r1', kind: 'made', title: 'Көпір' }, trace)
    addRecord(openPortfolio(doc), { id: 'r2', kind: 'made', title: 'Басқа' }, trace)
  })
  const { position, bytes } = await world.services.hub.snapshot(room)
  await keepVersion(db, { id: versionId, room, position, name: null, bytes, personId: daulet, createdAt: world.clock.now() })
  const organisationId = world.organisation('centre')
  await db
    .insert(tables.submission)
    .values({ id: submissionId, portfolioId, records: ['r1'], versionId, organisationId, words: '', createdBy: daulet })
  const reviewerId = world.person('madina').id
  await db.insert(tables.review).values({ id: reviewId, submissionId, versionId, reviewerId, outcome: 'accepted', text: '' })
  await db
    .insert(tables.verdict)
    .values({ ...by, id: newId(), evidenceId, reviewId, reviewerId, verdict: 'confirmed', levelId: uuid(2), text: '' })
  return { evidenceId, portfolioId }
}

const nobody = { person: null, session: null }

describe('a school takes what was confirmed elsewhere', () => {
  let world: World
  let of: Awaited<ReturnType<typeof confirmedWork>>
  beforeEach(async () => {
    world = await createWorld()
    of = await confirmedWork(world)
    return () => world[Symbol.asyncDispose]()
  })
  const school = () => ({ organisationId: world.organisation('school') })
  const list = async () => world.as('marat').ask(acceptance.list, { params: school() })
  const accept = (topic: string, goalId: string | null = null) =>
    world.as('marat').ask(acceptance.accept, { params: school(), body: { id: newId(), evidenceId: of.evidenceId, topic, goalId } })

  it('sees it with the level that was confirmed, by whom, and the own goals that are linked to it', async () => {
    const [line, ...more] = await list()
    expect(more).toEqual([])
    expect(line).toMatchObject({
      evidenceId: of.evidenceId,
      person: { name: world.person('daulet').name },
      why: 'Көпірді жинадым',
      confirmed: { by: world.person('madina').name },
      // Drawn from the school's side.
      goals: [{ id: uuid(203), frameworkId: expect.any(String), kind: 'isRelatedTo', forth: false }],
      accepted: [],
    })
  })

  it('takes it once for a topic, however often and in whatever letters it is asked, and several topics side by side', async () => {
    const first = await accept('Алгоритмдер', uuid(203))
    expect(await accept('  алгоритмдер ')).toEqual(first)
    await accept('Физика')
    expect((await list())[0]?.accepted).toMatchObject([
      { topic: 'Алгоритмдер', by: world.person('marat').name, goalId: uuid(203) },
      { topic: 'Физика', goalId: null },
    ])
    const { lines } = await world.as('daulet').ask(inbox.look)
    expect(lines.filter(({ name }) => name === 'acceptance.accepted')).toHaveLength(2)
  })

  it('may withdraw it and take it again; the pupil’s evidence stays as it is', async () => {
    const { id } = await accept('Физика')
    await world.as('saule').ask(acceptance.withdraw, { params: { ...school(), acceptanceId: id } })
    expect((await list())[0]?.accepted).toEqual([])
    await accept('Физика')
    expect((await list())[0]?.accepted).toHaveLength(1)
  })

  it('taken by a slip of the hand and given back within the minute is no news for the pupil; later it is', async () => {
    const news = async () =>
      (await world.as('daulet').ask(inbox.look)).lines.map(({ name }) => name).filter((name) => /accepted|withdrawn/.test(name))
    const back = async (id: string) => world.as('marat').ask(acceptance.withdraw, { params: { ...school(), acceptanceId: id } })
    const slip = await accept('Физика')
    world.clock.advance(20_000)
    await back(slip.id)
    expect(await news()).toEqual([])
    const meant = await accept('Алгебра')
    world.clock.advance(120_000)
    await back(meant.id)
    expect(await news()).toEqual(['acceptance.withdrawn', 'acceptance.accepted'])
  })

  it('takes no goal of another house, and nothing that is not confirmed', async () => {
    await expect(accept('Физика', uuid(103))).rejects.toMatchObject({ code: 'goal-unknown' })
    await world.services.db.update(tables.evidence).set({ state: 'disputed' })
    await expect(accept('Физика')).rejects.toMatchObject({ code: 'not-confirmed' })
    expect(await list()).toEqual([])
  })

  it('takes nothing of a child from whoever stands for it, though they teach here; a colleague does', async () => {
    const row = { id: newId(), guardianId: world.person('marat').id, childId: world.person('daulet').id }
    await world.services.db.insert(tables.guardianship).values({ ...row, createdBy: world.person('saule').id })
    await expect(accept('Физика')).rejects.toMatchObject({ code: 'own-child' })
    const body = { id: newId(), evidenceId: of.evidenceId, topic: 'Физика', goalId: null }
    await world.as('saule').ask(acceptance.accept, { params: school(), body })
    expect((await list())[0]?.accepted).toMatchObject([{ by: world.person('saule').name }])
  })

  it('reads the record as it was confirmed, and it alone, from when its authors open it to the school until they close it', async () => {
    const params = { ...school(), evidenceId: of.evidenceId }
    const look = () => world.as('marat').ask(acceptance.look, { params })
    const room = portfolioRoom(of.portfolioId)
    const trace = { by: world.person('daulet').id, at: world.clock.now().getTime() }
    const edit = (work: (portfolio: ReturnType<typeof openPortfolio>) => void) =>
      world.services.hub.write(room, nobody, 'import', (doc) => work(openPortfolio(doc)))
    expect(await look()).toMatchObject({ work: null, asked: null, line: { evidenceId: of.evidenceId } })

    // Asked for twice on one day, the pupil is told once, and where.
    await world.as('marat').ask(acceptance.ask, { params })
    await world.as('saule').ask(acceptance.ask, { params })
    expect((await look()).asked).not.toBeNull()
    const { lines } = await world.as('daulet').ask(inbox.look)
    await tellOpened(world.services, of.portfolioId)
    expect(lines.filter(({ name }) => name === 'acceptance.asked')).toMatchObject([{ href: `/portfolio/${of.portfolioId}#record-r1` }])
    // One who asked too, and speaks for no school any more.
    await change(world.services, world.person('gulnara').id, (_, tell) =>
      tell(acceptance.asked, { ...params, personId: world.person('daulet').id, portfolioId: of.portfolioId, recordId: 'r1' }),
    )

    await edit((it) => {
      changeRecord(it, 'r1', { audience: ['school'] })
      sayInRecord(it, 'r1', 'title', 'Кейінгі ат')
    })
    // Whoever asked is told, once, and not whoever did not.
    await Promise.all([tellOpened(world.services, of.portfolioId), tellOpened(world.services, of.portfolioId)])
    const toldOf = async (who: 'marat' | 'saule') =>
      (await world.as(who).ask(inbox.look)).lines.filter(({ name }) => name === 'acceptance.opened')
    const href = `/centre/${params.organisationId}/acceptance/${of.evidenceId}`
    expect(await toldOf('marat')).toMatchObject([{ about: world.person('daulet').name, by: '', href }])
    expect(await toldOf('saule')).toEqual([])
    const told = await world.services.db.select().from(tables.fact).where(eq(tables.fact.name, acceptance.opened.name))
    expect(told.map(({ topics }) => topics)).toEqual([[`person:${world.person('marat').id}`]])

    const { work } = await look()
    expect(work?.record).toMatchObject({ id: 'r1', title: 'Көпір' })
    expect(JSON.stringify(work)).not.toContain('Басқа')
    await edit((it) => changeRecord(it, 'r1', { audience: ['team'] }))
    expect((await look()).work).toBeNull()
    await edit((it) => changeRecord(it, 'r1', { audience: ['school'] }))
    await edit((it) => removeRecord(it, 'r1', trace))
    expect((await look()).work).toBeNull()
  })

  it('is seen by the pupil on the claim, with the school, the topic and its goal, until it is withdrawn; who hears of that', async () => {
    const map = async () => {
      const found = await world.as('daulet').ask(evidence.map, { params: { portfolioId: of.portfolioId } })
      return found.evidence.find(({ id }) => id === of.evidenceId)?.accepted
    }
    const { id } = await accept('Физика', uuid(203))
    expect(await map()).toMatchObject([{ topic: 'Физика', by: world.person('marat').name, goal: { code: competency(203).code } }])
    world.clock.advance(61_000)
    await world.as('saule').ask(acceptance.withdraw, { params: { ...school(), acceptanceId: id } })
    expect(await map()).toEqual([])
    const { lines } = await world.as('daulet').ask(inbox.look)
    expect(lines[0]).toMatchObject({ name: 'acceptance.withdrawn', href: `/portfolio/${of.portfolioId}/map` })
  })

  it('withdraws nothing of another school', async () => {
    const { id } = await accept('Физика')
    const elsewhere = { organisationId: world.organisation('centre'), acceptanceId: id }
    await expect(world.as('madina').ask(acceptance.withdraw, { params: elsewhere })).rejects.toMatchObject({ code: 'not-found' })
    expect((await list())[0]?.accepted).toHaveLength(1)
  })
})
