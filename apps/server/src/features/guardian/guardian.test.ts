import { consent } from '@sheber/contract/consent'
import { guardian } from '@sheber/contract/guardian'
import { inbox } from '@sheber/contract/inbox'
import { person } from '@sheber/contract/person'
import { portfolio, type Audience } from '@sheber/contract/portfolio'
import { publication } from '@sheber/contract/publication'
import { review } from '@sheber/contract/review'
import { session } from '@sheber/contract/session'
import { team } from '@sheber/contract/team'
import { password, type PersonName } from '@sheber/dev-env/people'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { noFields } from '@sheber/dev-env/seed/publication'
import { addRecord, changeRecord, openPortfolio, sayInRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { tellShown, watchShown } from './guardian.watch.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const code = async (asked: Promise<unknown>) => {
  try {
    await asked
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}
const idOf = (name: PersonName) => world.person(name).id
const of = (child: PersonName) => ({ params: { personId: idOf(child) } })
const add = (child: PersonName, who: PersonName, by: PersonName = 'botagoz', id = newId()) =>
  world.as(by).ask(guardian.add, { ...of(child), body: { id, guardianId: idOf(who) } })
const newcomer = { name: 'Әсел Т.', login: 'asel.t', password: 'көк аспан ақ бұлт' }
const invite = (child: PersonName, by: PersonName, organisationId: string, more: object = {}) =>
  world.as(by).ask(guardian.invite, { ...of(child), body: { id: newId(), organisationId, ...newcomer, ...more } })

const ownOf = async (who: PersonName) => (await world.as(who).ask(portfolio.open, { body: { of: 'person', id: idOf(who) } })).id
const record = (id: string, name: string, audience: readonly Audience[]) =>
  world.services.hub.write(portfolioRoom(id), { person: null, session: null }, 'import', (doc) => {
    addRecord(openPortfolio(doc), { id: name, kind: 'made', audience }, { by: idOf('aigerim'), at: 1 })
    sayInRecord(openPortfolio(doc), name, 'title', name)
  })

describe('who stands for a child', () => {
  it('is written down once, told to them, ended at once and kept', async () => {
    const id = newId()
    const told = await toldBy(world, () => add('timur', 'madina', 'botagoz', id))
    expect(told).toEqual([['guardian.added', { personId: idOf('madina'), childId: idOf('timur') }, idOf('botagoz')]])
    // The second of two clicks.
    expect(await toldBy(world, () => add('timur', 'madina', 'botagoz', id))).toEqual([])
    const [news] = (await world.as('madina').ask(inbox.look)).lines
    expect(news).toMatchObject({ name: 'guardian.added', about: world.person('timur').name, href: '/guardian' })
    expect((await world.as('madina').ask(session.me)).person?.guardian).toBe(true)

    const asked = { params: { personId: idOf('timur'), guardianshipId: id } }
    const [over] = await world.as('botagoz').ask(guardian.end, asked)
    expect(over).toMatchObject({
      name: world.person('madina').name,
      addedBy: world.person('botagoz').name,
      endedBy: world.person('botagoz').name,
      endedAt: world.clock.now().toISOString(),
    })
    expect(await toldBy(world, () => world.as('botagoz').ask(guardian.end, asked))).toEqual([])
    expect(await world.as('madina').ask(guardian.children)).toEqual([])
    expect((await world.as('madina').ask(inbox.look)).lines.filter(({ name }) => name === 'guardian.added')).toEqual([])
    // Begun again, it is another row beside the old one.
    expect(await add('timur', 'madina')).toHaveLength(2)
  })

  it.each([
    ['oneself', 'timur', 'madina', 'madina', 'guardian-self'],
    ['a child', 'timur', 'aigerim', 'madina', 'guardian-child'],
    ['the child', 'timur', 'timur', 'madina', 'guardian-child'],
    ['twice', 'aigerim', 'zhanna', 'madina', 'guardian-already'],
    ['somebody of another organisation', 'timur', 'gulnara', 'madina', 'guardian-elsewhere'],
    ['of an adult', 'sergey', 'madina', 'botagoz', 'guardian-not-needed'],
  ] as const)('is not %s', async (_, child, who, by, why) => {
    expect(await code(add(child, who, by))).toBe(why)
  })

  it('may be new here, signs in by name and password, and is no more than that', async () => {
    const [made] = await invite('timur', 'madina', world.organisation('centre'))
    expect(made).toMatchObject({ name: newcomer.name, endedAt: null })
    await world.as('guest').ask(session.open, { body: { login: newcomer.login, password: newcomer.password } })
    expect(await code(invite('timur', 'madina', world.organisation('centre'), { id: newId() }))).toBe('login-taken')
    expect(await code(invite('timur', 'madina', world.organisation('school'), { login: 'asel.tt' }))).toBe('guardian-elsewhere')
    expect(await code(invite('sergey', 'botagoz', world.organisation('centre'), { login: 'asel.tt' }))).toBe('guardian-not-needed')
    const seat = { params: { teamId: world.team }, body: { personId: made?.personId ?? '' } }
    expect(await code(world.as('madina').ask(team.join, seat))).toBe('forbidden')
    expect(await code(world.as('zhanna').ask(portfolio.open, { body: { of: 'person', id: idOf('zhanna') } }))).toBe('forbidden')
  })
})

describe('a guardian', () => {
  it('finds the work of their own child, of it what is for them, and nobody else’s', async () => {
    const [hers, his] = [await ownOf('aigerim'), await ownOf('timur')]
    await record(hers, 'for-me', [])
    await record(hers, 'for-the-centre', ['centre', 'team', 'group', 'school'])
    await record(hers, 'for-guardians', ['guardian'])
    await record(hers, 'for-the-world', ['public'])
    await record(his, 'of-timur', ['guardian', 'centre', 'public'])
    const { id: ofTeam } = await world.as('aigerim').ask(portfolio.open, { body: { of: 'team', id: world.team } })
    await record(ofTeam, 'of-the-team', ['guardian'])

    const zhanna = world.as('zhanna')
    const [child, ...more] = await zhanna.ask(guardian.children)
    expect(more).toEqual([])
    expect(child).toMatchObject({ id: idOf('aigerim'), portfolios: [{ id: hers }, { id: ofTeam, owner: { kind: 'team' } }] })
    const read = async (portfolioId: string) =>
      (await zhanna.ask(portfolio.records, { params: { portfolioId } })).records.map(({ id }) => id).sort()
    expect(await read(hers)).toEqual(['for-guardians', 'for-the-world'])
    expect(await read(ofTeam)).toEqual(['of-the-team'])
    expect(await code(read(his))).toBe('forbidden')
    expect((await zhanna.ask(portfolio.look, { params: { portfolioId: hers } })).may).toEqual({
      write: false,
      letIn: false,
      follow: false,
      map: true,
    })
  })

  it('takes a consent back, and gives none: a paper is signed for that', async () => {
    const id = newId()
    const body = { id, scope: 'work' as const, guardian: 'Жанна С.', from: '2026-09-01', until: null }
    await world.as('madina').ask(consent.record, { ...of('aigerim'), body })
    const zhanna = world.as('zhanna')
    expect((await zhanna.ask(guardian.children))[0]?.consents).toMatchObject([{ id, withdrawnAt: null }])
    expect(await code(zhanna.ask(consent.record, { ...of('aigerim'), body: { ...body, id: newId() } }))).toBe('forbidden')
    const [gone] = await zhanna.ask(consent.withdraw, { params: { personId: idOf('aigerim'), consentId: id } })
    expect(gone).toMatchObject({ holds: false, withdrawnAt: world.clock.now().toISOString() })
    expect(await code(zhanna.ask(consent.list, of('timur')))).toBe('forbidden')
  })
})

describe('whoever stands for an author', () => {
  const handIn = async (portfolioId: string, as: PersonName = 'aigerim', reviewer: PersonName | null = null) => {
    const body = { id: newId(), records: [], organisationId: world.organisation('centre'), words: '' }
    const reviewerId = reviewer && idOf(reviewer)
    return (await world.as(as).ask(review.request, { params: { portfolioId }, body: { ...body, reviewerId } })).id
  }
  const doors = async (submissionId: string, who: PersonName) => {
    const params = { submissionId }
    const given = { id: newId(), versionId: newId(), outcome: 'opinion' as const, text: 'Жақсы', verdicts: [] }
    return Promise.all([
      code(world.as(who).ask(review.look, { params })),
      code(world.as(who).ask(review.take, { params })),
      code(world.as(who).ask(review.give, { params, body: given })),
      code(world.as(who).ask(review.invite, { params, body: { personId: idOf('yerlan') } })),
    ])
  }
  const counts = async (who: PersonName) => (await world.as(who).ask(review.queue, { query: { of: 'all' } })).counts

  it('is not offered as a reviewer, nor asked, nor let near it by office', async () => {
    const hers = await ownOf('timur')
    await record(hers, 'bridge', [])
    const offered = async () =>
      (await world.as('timur').ask(review.reviewers, { params: { portfolioId: hers } })).people.map(({ personId }) => personId)
    expect(await offered()).toContain(idOf('madina'))
    const id = await handIn(hers, 'timur')
    expect(await counts('madina')).toMatchObject({ unassigned: 1, all: 1 })

    await add('timur', 'madina')
    expect(await offered()).not.toContain(idOf('madina'))
    expect(await code(handIn(hers, 'timur', 'madina'))).toBe('reviewer-relative')
    expect(await doors(id, 'madina')).toEqual(['reviewer-relative', 'reviewer-relative', 'reviewer-relative', 'reviewer-relative'])
    expect(await counts('madina')).toMatchObject({ mine: 0, unassigned: 0, all: 0 })
    const asked = { params: { submissionId: id }, body: { personId: idOf('madina') } }
    expect(await code(world.as('botagoz').ask(review.invite, asked))).toBe('reviewer-relative')
    // Somebody who could not review it in any case learns no more than that.
    expect(new Set(await doors(id, 'zhanna'))).toEqual(new Set(['forbidden']))
    // And to others nothing has changed.
    expect(await code(world.as('botagoz').ask(review.take, { params: { submissionId: id } }))).toBeNull()
  })

  it('is a mentor of the team: the father of one child judges nothing of the whole team’s', async () => {
    await add('daulet', 'marat', 'saule')
    const { id: ofTeam } = await world.as('aigerim').ask(portfolio.open, { body: { of: 'team', id: world.team } })
    await record(ofTeam, 'bridge', [])
    const people = async () => (await world.as('aigerim').ask(review.reviewers, { params: { portfolioId: ofTeam } })).people
    expect((await people()).map(({ personId }) => personId)).not.toContain(idOf('marat'))
    // Let into a friend's portfolio, the child brings the father's judgement to an end there too.
    const hers = await ownOf('aigerim')
    await record(hers, 'wing', [])
    await world.as('aigerim').ask(portfolio.letIn, { params: { portfolioId: hers }, body: { personId: idOf('daulet') } })
    expect(await code(handIn(hers, 'aigerim', 'marat'))).toBe('reviewer-relative')
  })

  it('loses what they had taken on the day it is written down: it waits for somebody else', async () => {
    const his = await ownOf('timur')
    await record(his, 'boat', [])
    const id = await handIn(his, 'timur', 'madina')
    await world.as('madina').ask(review.take, { params: { submissionId: id } })
    await add('timur', 'madina')
    const shown = await world.as('botagoz').ask(review.take, { params: { submissionId: id } })
    expect(shown).toMatchObject({ state: 'in_review', reviewer: { personId: idOf('botagoz') } })
  })
})

it('is let in again by a teacher of the child, as a child is', async () => {
  await world.as('madina').ask(person.secret, { ...of('zhanna'), body: { password: 'жаңа құпия сөз екі' } })
  await world.as('guest').ask(session.open, { body: { login: 'zhanna', password: 'жаңа құпия сөз екі' } })
  expect(await code(world.as('guest').ask(session.open, { body: { login: 'zhanna', password } }))).toBe('wrong-password')
})

describe('what a guardian hears', () => {
  const showTo = (id: string, name: string, audience: readonly Audience[]) =>
    world.services.hub.write(portfolioRoom(id), { person: null, session: null }, 'import', (doc) =>
      changeRecord(openPortfolio(doc), name, { audience }),
    )
  const newsOf = async (who: PersonName) =>
    (await world.as(who).ask(inbox.look)).lines.filter(({ name }) => name === 'guardian.shown' || name === 'guardian.published')

  it('is that a record is for them now: once, without a word of it, and of their own child alone', async () => {
    const id = await ownOf('aigerim')
    await record(id, 'boat', [])
    await record(id, 'plane', ['centre'])
    expect(await toldBy(world, () => tellShown(world.services, id))).toEqual([])
    await showTo(id, 'boat', ['guardian'])
    await showTo(id, 'plane', ['public'])
    // However many they are, it is one piece of news.
    const told = [['guardian.shown', { personId: idOf('zhanna'), portfolioId: id }, null]]
    expect(await toldBy(world, () => tellShown(world.services, id))).toEqual(told)
    // Taken back and shown again, and by another process at the same moment.
    await showTo(id, 'boat', [])
    await showTo(id, 'boat', ['guardian', 'centre'])
    expect(await toldBy(world, () => Promise.all([tellShown(world.services, id), tellShown(world.services, id)]))).toEqual([])
    expect(await newsOf('zhanna')).toMatchObject([{ about: world.person('aigerim').name, by: '', href: `/portfolio/${id}` }])
    await record(id, 'car', ['guardian'])
    expect(await toldBy(world, () => Promise.all([tellShown(world.services, id), tellShown(world.services, id)]))).toEqual(told)

    const his = await ownOf('timur')
    await record(his, 'robot', ['guardian'])
    expect(await toldBy(world, () => tellShown(world.services, his))).toEqual([])
  })

  it('follows a while after somebody has written, and not later than the end of the process', async () => {
    const id = await ownOf('aigerim')
    const quick = watchShown(world.services, 1)
    await record(id, 'boat', ['guardian'])
    while ((await newsOf('zhanna')).length === 0) await new Promise((soon) => setTimeout(soon, 5))
    await quick.stop()
    const slow = watchShown(world.services, 60_000)
    await record(id, 'plane', ['guardian'])
    expect(await newsOf('zhanna')).toHaveLength(1)
    await slow.stop()
    expect(await newsOf('zhanna')).toHaveLength(2)
  })

  it('is that the world may see it, as soon as it may; and nothing of a child that is not theirs any more', async () => {
    const id = await ownOf('aigerim')
    await record(id, 'boat', ['public'])
    const from = world.clock.now().toISOString().slice(0, 10)
    const paper = { id: newId(), scope: 'work' as const, guardian: 'Жанна', from, until: null }
    await world.as('botagoz').ask(consent.record, { ...of('aigerim'), body: paper })
    const publish = () => world.as('aigerim').ask(publication.publish, { params: { portfolioId: id }, body: { fields: noFields } })
    const told = await toldBy(world, publish)
    expect(told).toContainEqual(['guardian.published', { personId: idOf('zhanna'), portfolioId: id }, idOf('aigerim')])
    // The same again, with nothing new in it.
    expect((await toldBy(world, publish)).map(([name]) => name)).toEqual(['publication.published'])
    const { address } = await world.as('aigerim').ask(publication.look, { params: { portfolioId: id } })
    expect(await newsOf('zhanna')).toMatchObject([{ about: world.person('aigerim').name, href: `/p/${address}` }])
    await world.as('aigerim').ask(publication.withdraw, { params: { portfolioId: id } })
    expect(await newsOf('zhanna')).toMatchObject([{ name: 'guardian.published', href: null }])

    const [standing] = await world.as('botagoz').ask(guardian.list, of('aigerim'))
    await world.as('botagoz').ask(guardian.end, { params: { personId: idOf('aigerim'), guardianshipId: standing?.id ?? '' } })
    expect(await newsOf('zhanna')).toEqual([])
  })
})
