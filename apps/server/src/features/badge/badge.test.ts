import { badge, type ClassDraft } from '@sheber/contract/badge'
import { consent } from '@sheber/contract/consent'
import { framework } from '@sheber/contract/framework'
import { guardian } from '@sheber/contract/guardian'
import { inbox } from '@sheber/contract/inbox'
import { portfolio } from '@sheber/contract/portfolio'
import { project } from '@sheber/contract/project'
import { publication } from '@sheber/contract/publication'
import { badge as badgeTable, evidence, fact, issuerKey, retiredKey } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addRecord, openPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { unbake } from '@sheber/domain/baked'
import { draft as frameworkDraft, said, uuid } from '@sheber/domain/framework.fixture'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change } from '../../facts/tell.ts'
import { newId } from '../../new-id.ts'
import { keyChange } from '../../tasks/key-change.ts'
import { earnedBy } from './badge.earned.ts'
import { confirm } from './testing/confirm.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const params = { organisationId: world.organisation('centre') }
  // Of three competencies the second and the third stand within the first.
  await as('madina').ask(framework.make, { params, body: { id: uuid(90), draft: frameworkDraft() } })
  await as('madina').ask(framework.publish, { params: { frameworkId: uuid(90) } })
})
afterAll(() => world[Symbol.asyncDispose]())

const as = (name: PersonName | 'guest') => world.as(name)
/** Where it is asked, for want of an address of its own. */
const base = 'http://sheber.test'

const need = (competency: number, level: number) => ({ competencyId: uuid(competency), levelId: uuid(1_000 + level) })
const draft = (more: Partial<ClassDraft> = {}): ClassDraft => ({
  title: said('Ұшқыш'),
  criteria: said(''),
  emblem: 'glider',
  needs: [need(2, 2)],
  role: said(''),
  validMonths: null,
  ...more,
})
const madeClass = async (more: Partial<ClassDraft> = {}, open = true) => {
  const id = randomUUID()
  await as('madina').ask(badge.make, { params: { organisationId: world.organisation('centre') }, body: { id, draft: draft(more) } })
  if (open) await as('madina').ask(badge.open, { params: { classId: id } })
  return { classId: id }
}
const judged = (who: PersonName, competency: number, level: number, more: Partial<Parameters<typeof confirm>[1]> = {}) => {
  world.clock.advance(1_000)
  return confirm(world.services.db, {
    personId: world.person(who).id,
    ...need(competency, level),
    reviewerId: world.person('madina').id,
    organisationId: world.organisation('centre'),
    at: world.clock.now(),
    ...more,
  })
}
const give = (params: { classId: string }, who: PersonName, projectId: string | null = null, by: PersonName = 'madina') =>
  as(by).ask(badge.issue, { params, body: { personId: world.person(who).id, projectId } })
const code = async (asked: Promise<unknown>) => {
  try {
    await asked
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}
const textOf = async (id: string) => (await as('guest').send({ method: 'GET', url: `/api/badge/${id}` })).body
const check = (text: string, who: PersonName | 'guest' = 'guest') => as(who).ask(badge.check, { body: { text } })
const factsOf = async (name: string) => (await world.services.db.select().from(fact)).filter((one) => one.name === name)

describe('a badge', () => {
  it('is given to who was confirmed in all that it asks for, and told to both', async () => {
    const params = await madeClass()
    await judged('aigerim', 2, 2)
    const before = (await factsOf('badge.issued')).length
    const given = await give(params, 'aigerim')
    expect(given).toMatchObject({ title: said('Ұшқыш'), holder: { name: world.person('aigerim').name }, until: null, revoked: null })
    expect((await as('aigerim').ask(badge.mine)).map(({ id }) => id)).toContain(given.id)
    const told = await factsOf('badge.issued')
    expect(told.length).toBe(before + 1)
    expect(told.at(-1)?.topics).toEqual([`person:${world.person('aigerim').id}`, `organisation:${world.organisation('centre')}`])
    expect((await as('madina').ask(badge.look, { params })).badge.issued).toBe(1)
  })

  it('is refused to who is short of something, and that is named', async () => {
    const params = await madeClass({ needs: [need(2, 2), need(3, 1)] })
    await judged('timur', 2, 1)
    await judged('timur', 3, 2)
    await expect(give(params, 'timur')).rejects.toMatchObject({
      code: 'badge-missing',
      message: expect.stringContaining('C2 competency 2'),
    })
    const candidates = await as('madina').ask(badge.propose, { params })
    expect(candidates.find(({ personId }) => personId === world.person('timur').id)?.missing).toEqual([uuid(2)])
    await judged('timur', 2, 2)
    expect(await code(give(params, 'timur'))).toBeNull()
  })

  it('counts what was confirmed last, not what somebody took back or was told is not there yet', async () => {
    const params = await madeClass({ needs: [need(3, 2)] })
    await judged('daulet', 3, 2, { takenBack: true })
    await judged('daulet', 3, 2, { says: 'not_yet' })
    expect(await code(give(params, 'daulet'))).toBe('badge-missing')
    await judged('daulet', 3, 2)
    // The rule of this framework is the latest.
    await judged('daulet', 3, 1)
    expect(await code(give(params, 'daulet'))).toBe('badge-missing')
    await judged('daulet', 3, 2)
    expect(await code(give(params, 'daulet'))).toBeNull()
  })

  it('is given once, whoever clicks how often', async () => {
    const params = await madeClass()
    const before = (await factsOf('badge.issued')).length
    const given = await Promise.all([give(params, 'aigerim'), give(params, 'aigerim'), give(params, 'aigerim', null, 'botagoz')])
    expect(new Set(given.map(({ id }) => id)).size).toBe(1)
    expect((await factsOf('badge.issued')).length).toBe(before + 1)
  })

  it('is neither proposed to whoever stands for the child nor given by them; a colleague gives it', async () => {
    const params = await madeClass()
    await judged('timur', 2, 2)
    const offered = async (by: PersonName) => (await as(by).ask(badge.propose, { params })).map(({ personId }) => personId)
    expect(await offered('madina')).toContain(world.person('timur').id)
    const [stands] = await as('botagoz').ask(guardian.add, {
      params: { personId: world.person('timur').id },
      body: { id: newId(), guardianId: world.person('madina').id },
    })
    expect(await offered('madina')).not.toContain(world.person('timur').id)
    expect(await offered('botagoz')).toContain(world.person('timur').id)
    expect(await code(give(params, 'timur'))).toBe('own-child')
    expect(await code(give(params, 'timur', null, 'botagoz'))).toBeNull()
    const over = { personId: world.person('timur').id, guardianshipId: stands?.id ?? '' }
    await as('botagoz').ask(guardian.end, { params: over })
    expect(await offered('madina')).toContain(world.person('timur').id)
  })

  it('of a role names the project and not the team', async () => {
    const params = await madeClass({ needs: [], role: said('Конструктор') })
    expect(await code(give(params, 'aigerim'))).toBe('badge-role')
    expect(await code(give(params, 'aigerim', world.of('glider').project))).toBe('badge-role')
    const { id } = await give(params, 'aigerim', world.project)
    const { says } = await as('guest').ask(badge.show, { params: { badgeId: id } })
    expect(says).toMatchObject({ role: 'Конструктор', evidence: [{ title: 'Көпір макеті', url: '' }] })
  })

  it('of a role is given once for each project, and says for which', async () => {
    const params = await madeClass({ needs: [], role: said('Конструктор') })
    const second = await as('madina').ask(project.open, {
      params: { teamId: world.team },
      body: { title: 'Су сорғысы', direction: 'technics', brief: '' },
    })
    const first = await give(params, 'aigerim', world.project)
    const [again, other] = [await give(params, 'aigerim', world.project), await give(params, 'aigerim', second.id)]
    expect(again.id).toBe(first.id)
    expect(other.id).not.toBe(first.id)
    expect((await as('aigerim').ask(badge.mine)).filter(({ classId }) => classId === params.classId).map((one) => one.project)).toEqual(
      expect.arrayContaining(['Көпір макеті', 'Су сорғысы']),
    )
    const candidate = (await as('madina').ask(badge.propose, { params })).find(({ personId }) => personId === world.person('aigerim').id)
    expect(candidate?.projects).toEqual(
      expect.arrayContaining([
        { id: world.project, title: 'Көпір макеті', badgeId: first.id },
        { id: second.id, title: 'Су сорғысы', badgeId: other.id },
      ]),
    )
  })

  it('is given by an open class only, to people of the house', async () => {
    const params = await madeClass({}, false)
    expect(await code(give(params, 'aigerim'))).toBe('badge-class-shut')
    await as('madina').ask(badge.open, { params })
    expect(await code(give(params, 'gulnara'))).toBe('not-found')
    await as('madina').ask(badge.close, { params })
    expect(await code(give(params, 'aigerim'))).toBe('badge-class-shut')
  })

  it('tells the world nothing by which a child is known, and two of one child nothing in common', async () => {
    const [one, two] = [await give(await madeClass(), 'aigerim'), await give(await madeClass(), 'aigerim')]
    const texts = await Promise.all([textOf(one.id), textOf(two.id)])
    const { id, name } = world.person('aigerim')
    for (const text of texts) for (const secret of [id, name, 'Айгерім', world.person('madina').name]) expect(text).not.toContain(secret)
    const subjects = texts.map((text) =>
      JSON.stringify((JSON.parse(text) as { credentialSubject: { id: string; identifier: unknown } }).credentialSubject),
    )
    const idIn = /urn:uuid:[0-9a-f-]{36}|sha256\$\w+/g
    const [first, second] = subjects.map((text) => text.match(idIn)?.slice(0, 2))
    expect(first?.some((name) => second?.includes(name))).toBe(false)
  })
})

describe('whoever learns', () => {
  it('is told what is given out near them, what is confirmed of it and what is missing', async () => {
    const params = await madeClass({ needs: [need(2, 1), need(3, 2)] })
    const mine = async (who: PersonName) => (await as(who).ask(badge.near)).find(({ id }) => id === params.classId)
    await judged('yerlan', 2, 2)
    expect(await mine('yerlan')).toMatchObject({
      held: [],
      asked: [
        { competencyId: uuid(2), frameworkId: uuid(90), done: true },
        { competencyId: uuid(3), shown: null, done: false },
      ],
    })
    await judged('yerlan', 3, 2)
    const { id } = await give(params, 'yerlan')
    expect(await mine('yerlan')).toMatchObject({ held: [id], asked: [{ done: true }, { done: true }] })
    await as('madina').ask(badge.close, { params })
    expect(await mine('yerlan')).toBeUndefined()
    // What another house gives is no concern of theirs.
    expect((await as('gulnara').ask(badge.near)).filter(({ organisation }) => organisation.id === world.organisation('centre'))).toEqual([])
  })

  it('is told where nothing is missing but a role in a project', async () => {
    const params = await madeClass({ needs: [need(2, 2)], role: said('Конструктор') })
    const mine = async (who: PersonName) => (await as(who).ask(badge.near)).find(({ id }) => id === params.classId)
    // Of the house, and in a team of another one alone.
    await judged('timur', 2, 2)
    expect(await mine('timur')).toMatchObject({ projects: [], asked: [{ done: true }] })
    expect(await code(give(params, 'timur', world.project, 'botagoz'))).toBe('badge-role')
    await judged('aigerim', 2, 2)
    const inTeam = (await mine('aigerim'))?.projects ?? []
    expect(inTeam).toContainEqual({ id: world.project, title: expect.any(String), held: false })
    await give(params, 'aigerim', world.project)
    expect((await mine('aigerim'))?.projects.find(({ id }) => id === world.project)?.held).toBe(true)
    // What asks for no role asks for no project.
    const without = await madeClass({ needs: [need(2, 2)] })
    expect((await as('aigerim').ask(badge.near)).find(({ id }) => id === without.classId)?.projects).toEqual([])
  })
})

describe('whoever gives', () => {
  const newest = async () => (await world.services.db.select().from(evidence).orderBy(evidence.createdAt)).at(-1)?.id ?? ''
  const earnedNow = async () => {
    const [id, at] = [await newest(), world.clock.now()]
    return change(world.services, world.person('yerlan').id, async (tx, tell) => {
      const earned = await earnedBy(tx, [id], at)
      for (const one of earned) await tell(badge.earned, one)
      return earned
    })
  }

  it('hears once that somebody has earned a badge, until it is given', async () => {
    const params = await madeClass({ needs: [need(2, 2), need(1, 2)] })
    const about = (all: Awaited<ReturnType<typeof earnedNow>>) => all.filter(({ classId }) => classId === params.classId)
    await judged('daulet', 2, 2)
    expect(about(await earnedNow())).toEqual([])
    await judged('daulet', 1, 2)
    const told = about(await earnedNow())
    expect(told.map(({ personId }) => personId)).toEqual(expect.arrayContaining([world.person('madina').id, world.person('botagoz').id]))
    expect(told.every(({ learnerId }) => learnerId === world.person('daulet').id)).toBe(true)
    const line = async () => (await as('madina').ask(inbox.look)).lines.find(({ href }) => href === `/badge/class/${params.classId}`)
    expect(await line()).toMatchObject({ name: 'badge.earned', about: `Ұшқыш (${world.person('daulet').name})` })
    const ready = async () =>
      (await as('madina').ask(badge.ready, { params: { organisationId: world.organisation('centre') } })).find(
        ({ classId }) => classId === params.classId,
      )?.people
    expect(await ready()).toBe(1)
    // Who was ready already is told of no more.
    await judged('daulet', 1, 2)
    expect(about(await earnedNow())).toEqual([])
    await give(params, 'daulet')
    expect(await line()).toBeUndefined()
    expect(await ready()).toBe(0)
  })
})

describe('the work behind a badge', () => {
  it('is named by its public page, and only while its author shows it to everybody with consent', async () => {
    const { id: portfolioId } = await as('aigerim').ask(portfolio.open, { body: { of: 'person', id: world.person('aigerim').id } })
    const shown = (audience: 'public' | 'team', recordId: string) =>
      world.services.hub.write(portfolioRoom(portfolioId), { person: null, session: null }, 'import', (doc) =>
        addRecord(openPortfolio(doc), { id: recordId, kind: 'made', title: 'Аспалы мост', audience: [audience] }, { by: '', at: 1 }),
      )
    await shown('public', 'bridge')
    await shown('team', 'inside')
    await judged('aigerim', 3, 2, { recordId: 'bridge' })
    await judged('aigerim', 3, 2, { recordId: 'inside' })
    const [personId, from] = [world.person('aigerim').id, world.clock.now().toISOString().slice(0, 10)]
    const agreed = { id: newId(), scope: 'work' as const, guardian: 'Ата', from, until: null }
    await as('botagoz').ask(consent.record, { params: { personId }, body: agreed })
    const fields = { cover: false, names: false, pictures: false, competencies: false, badges: false }
    const { address } = await as('aigerim').ask(publication.publish, {
      params: { portfolioId },
      body: { fields: { ...fields, sections: false, reflection: false, pieces: false } },
    })
    const { id } = await give(await madeClass({ needs: [need(3, 2)] }), 'aigerim')
    const { evidence: told } = JSON.parse(await textOf(id)) as { evidence: { id?: string }[] }
    expect(told.map((one) => one.id)).toEqual([undefined, `${base}/p/${address}#record-bridge`])
    expect((await as('guest').ask(badge.show, { params: { badgeId: id } })).state).toBe('valid')
    expect((await as('guest').send({ method: 'GET', url: `/p/${address}` })).body).toContain('id="record-bridge"')
    await as('botagoz').ask(consent.withdraw, { params: { personId, consentId: agreed.id } })
    const { id: later } = await give(await madeClass({ needs: [need(3, 2)] }), 'aigerim')
    expect(await textOf(later)).not.toContain('/p/')
  })
})

describe('a class', () => {
  it('keeps its words once it was given out, and knows who saved last', async () => {
    const params = await madeClass({}, false)
    const save = (edition: number, more: Partial<ClassDraft>) =>
      as('madina').ask(badge.save, { params, body: { edition, draft: draft(more) } })
    expect((await save(0, { emblem: 'cube' })).edition).toBe(1)
    expect(await code(save(0, { emblem: 'gear' }))).toBe('badge-class-changed')
    expect(await code(save(1, { needs: [need(77, 1)] }))).toBe('badge-class-broken')
    await as('madina').ask(badge.open, { params })
    expect(await code(save(1, {}))).toBe('badge-class-fixed')
  })

  it('that is made twice is there once', async () => {
    const body = { id: randomUUID(), draft: draft() }
    const params = { organisationId: world.organisation('centre') }
    await Promise.all([as('madina').ask(badge.make, { params, body }), as('madina').ask(badge.make, { params, body })])
    expect((await as('madina').ask(badge.list, { params })).filter(({ id }) => id === body.id)).toHaveLength(1)
    // In the school it would be another's.
    expect(await code(as('botagoz').ask(badge.make, { params: { organisationId: world.organisation('school') }, body }))).toBe(
      'badge-class-broken',
    )
  })
})

describe('whoever looks at it', () => {
  it('is told that it holds, and its holder and the staff for whom', async () => {
    const { id } = await give(await madeClass(), 'aigerim')
    const show = (who: PersonName | 'guest') => as(who).ask(badge.show, { params: { badgeId: id } })
    expect(await show('guest')).toMatchObject({ state: 'valid', badgeId: id, holder: null, nearOnly: true, says: { title: 'Ұшқыш' } })
    expect((await show('daulet')).holder).toBeNull()
    expect((await show('aigerim')).holder).toBe(world.person('aigerim').name)
    expect((await show('botagoz')).holder).toBe(world.person('aigerim').name)
    expect(await check(await textOf(id))).toEqual(await show('guest'))
  })

  it('is told of every single letter that was changed', async () => {
    const { id } = await give(
      await madeClass({ needs: [need(2, 2)], role: said('Конструктор'), validMonths: 12 }),
      'aigerim',
      world.project,
    )
    const whole = JSON.parse(await textOf(id)) as Record<string, unknown>
    const places: (string | number)[][] = []
    const walk = (value: unknown, way: (string | number)[]) => {
      if (typeof value === 'object' && value !== null) for (const [key, part] of Object.entries(value)) walk(part, [...way, key])
      else places.push(way)
    }
    walk(whole, [])
    expect(places.length).toBeGreaterThan(40)
    const believed: string[] = []
    for (const way of places) {
      const copy = structuredClone(whole)
      const last = way.at(-1) as string
      const holder = way.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy)
      const before = holder[last]
      // The last letter but one: the very last of some encodings is only half a letter.
      holder[last] = typeof before === 'string' ? `${before.slice(0, -2)}${before.at(-2) === '7' ? '8' : '7'}${before.slice(-1)}` : !before
      const { state } = await check(JSON.stringify(copy))
      if (state !== 'broken') believed.push(`${way.join('.')}: ${state}`)
    }
    // What no longer calls itself a badge is not read as one.
    expect(believed).toEqual(['type.1: unreadable'])
  }, 60_000)

  it('is told when it was taken back and why', async () => {
    const { id } = await give(await madeClass(), 'aigerim')
    const text = await textOf(id)
    const revoke = (why: 'evidence' | 'asked') => as('madina').ask(badge.revoke, { params: { badgeId: id }, body: { why } })
    expect((await revoke('evidence')).revoked?.why).toBe('evidence')
    expect((await revoke('asked')).revoked?.why).toBe('evidence')
    expect(await check(text)).toMatchObject({ state: 'revoked', revoked: { why: 'evidence' } })
    expect((await factsOf('badge.revoked')).length).toBe(1)
    const [line] = (await as('aigerim').ask(inbox.look)).lines
    expect(line).toMatchObject({ name: 'badge.revoked', about: 'Ұшқыш', href: `/badge/${id}`, why: 'evidence' })
    const { body } = await as('guest').send({ method: 'GET', url: `/issuers/${world.organisation('centre')}/revocations` })
    expect(JSON.parse(body)).toEqual({
      id: `${base}/issuers/${world.organisation('centre')}/revocations`,
      issuer: `${base}/issuers/${world.organisation('centre')}`,
      revokedCredential: [{ id: `${base}/api/badge/${id}`, revoked: true, revocationReason: 'evidence' }],
    })
  })

  it('may get it again after it was taken back', async () => {
    const params = await madeClass()
    const first = await give(params, 'aigerim')
    await as('madina').ask(badge.revoke, { params: { badgeId: first.id }, body: { why: 'mistake' } })
    const second = await give(params, 'aigerim')
    expect(second.id).not.toBe(first.id)
    expect((await check(await textOf(first.id))).state).toBe('revoked')
    expect((await check(await textOf(second.id))).state).toBe('valid')
  })

  it('is told that nobody here knows one that our key signed', async () => {
    const { id } = await give(await madeClass(), 'aigerim')
    const text = await textOf(id)
    await world.services.db.delete(badgeTable).where(eq(badgeTable.id, id))
    expect(await check(text)).toMatchObject({ state: 'broken', note: 'unlisted', says: null })
  })

  it('is told whose a foreign one is', async () => {
    const foreign = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'https://badges.example.edu/1',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'https://badges.example.edu/issuers/7', name: 'Example University' },
      credentialSubject: { achievement: { name: 'Welding' } },
      proof: { verificationMethod: 'https://badges.example.edu/issuers/7#key' },
    }
    expect(await check(JSON.stringify(foreign))).toMatchObject({
      state: 'foreign',
      note: 'unchecked',
      says: { title: 'Welding', issuer: { name: 'Example University' } },
    })
  })

  it.each(['', 'x', '[]', '3', '{"type":"Thing"}', `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`])(
    'is told that %.20s is no badge',
    async (text) => {
      expect((await check(text)).state).toBe('unreadable')
    },
  )

  it('finds none under a name that nothing has', async () => {
    expect(await code(as('guest').ask(badge.show, { params: { badgeId: randomUUID() } }))).toBe('not-found')
    for (const url of ['/api/badge/x', `/api/badge/${randomUUID()}/baked.png`, '/issuers/x', `/issuers/${world.organisation('company')}`])
      expect((await as('guest').send({ method: 'GET', url })).statusCode, url).toBe(404)
  })
})

describe('a picture of it', () => {
  it('is a PNG that looks like something and carries the whole badge', async () => {
    const { id } = await give(await madeClass({ title: said('Құрастырушы ұшқыш: өлшеу және есептеу') }), 'aigerim')
    const answer = await as('guest').send({ method: 'GET', url: `/api/badge/${id}/baked.png` })
    expect(answer.headers['content-type']).toBe('image/png')
    const baked = new Uint8Array(answer.rawPayload)
    const text = unbake(baked)
    expect(text).toBe(await textOf(id))
    expect((await check(text ?? '')).state).toBe('valid')
    expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ format: 'png', width: 600, height: 600 })
    expect(answer.rawPayload.length).toBeLessThan(60_000)
    // Letters stand below the emblem: many places there are as dark as ink.
    const { data } = await sharp(answer.rawPayload)
      .removeAlpha()
      .extract({ left: 50, top: 350, width: 500, height: 60 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(data.filter((grey) => grey < 80).length).toBeGreaterThan(1_000)
  })

  it('and the file itself may be fetched by any page', async () => {
    const { id } = await give(await madeClass(), 'aigerim')
    const { headers } = await as('guest').send({ method: 'GET', url: `/api/badge/${id}` })
    expect(headers['content-type']).toBe('application/vc+ld+json')
    expect(headers['access-control-allow-origin']).toBe('*')
  })
})

describe('the key', () => {
  const path = () => join(world.services.config.dataDir, 'badge.secret')

  it('is locked by a file that only its owner reads, and lies open nowhere', async () => {
    await give(await madeClass(), 'aigerim')
    const { mode } = await stat(path())
    expect(mode & 0o777).toBe(0o600)
    const [row] = await world.services.db.select().from(issuerKey)
    expect(Buffer.from(row?.locked ?? []).toString('latin1')).not.toMatch(/z[1-9A-HJ-NP-Za-km-z]{40}/)
  })

  it('is the same in every process and after a restart', async () => {
    const [before] = await world.services.db.select().from(issuerKey)
    await using other = await world.another()
    const params = await madeClass()
    const cookie = world.as('madina').cookie ?? ''
    const answer = await other.app.inject({
      method: 'POST',
      url: `/api/badge/class/${params.classId}/issue`,
      headers: { cookie, host: 'sheber.test', origin: base },
      payload: { personId: world.person('aigerim').id, projectId: null },
    })
    const { id } = answer.json<{ id: string }>()
    expect((await check(await textOf(id))).state).toBe('valid')
    expect(await world.services.db.select().from(issuerKey)).toEqual([before])
  })

  it('is changed when it must be: the new one signs, and what the old one signed is believed, here and elsewhere', async () => {
    const { id: before } = await give(await madeClass(), 'aigerim')
    const organisationId = world.organisation('centre')
    const told = await keyChange(world.services, organisationId)
    const [now] = await world.services.db.select().from(issuerKey)
    const [old] = await world.services.db.select().from(retiredKey)
    expect(told).toContain(`signs with ${now?.publicKey}`)
    expect(told).toContain(`before  ${old?.publicKey}`)
    const { id: after } = await give(await madeClass(), 'aigerim')
    const methodIn = async (id: string) =>
      (JSON.parse(await textOf(id)) as { proof: { verificationMethod: string } }).proof.verificationMethod
    expect([await methodIn(before), await methodIn(after)]).toEqual([
      expect.stringMatching(new RegExp(`#${old?.publicKey}$`)),
      expect.stringMatching(new RegExp(`#${now?.publicKey}$`)),
    ])
    for (const id of [before, after]) expect((await check(await textOf(id))).state).toBe('valid')
    const { pathname } = new URL((await methodIn(before)).split('#')[0] ?? '')
    const issuer = (await as('guest').send({ method: 'GET', url: pathname })).json<{ assertionMethod: string[] }>()
    expect(issuer.assertionMethod).toEqual(expect.arrayContaining([await methodIn(before), await methodIn(after)]))
    // Whoever changes a letter of either is found out.
    expect((await check((await textOf(before)).replace('2', '3'))).state).toBe('broken')
    await expect(keyChange(world.services, 'Nowhere')).rejects.toThrow('There is no organisation')
  })

  it('that cannot be opened signs nothing, and what was signed still holds', async () => {
    const { id } = await give(await madeClass(), 'aigerim')
    const params = await madeClass()
    await rename(path(), `${path()}.kept`)
    expect(await code(give(params, 'aigerim'))).toBe('issuer-key-lost')
    expect((await check(await textOf(id))).state).toBe('valid')
    await rename(`${path()}.kept`, path())
    expect(await code(give(params, 'aigerim'))).toBeNull()
    expect((await readFile(path(), 'utf8')).trim()).toHaveLength(44)
  })
})

// Last: so much later every sign-in is over.
it('is told when its time is over', async () => {
  const { id, until } = await give(await madeClass({ validMonths: 1 }), 'aigerim')
  const text = await textOf(id)
  const hourMs = 3_600_000
  world.clock.advance(new Date(until ?? 0).getTime() - world.clock.now().getTime() - hourMs)
  expect((await check(text)).state).toBe('valid')
  world.clock.advance(hourMs)
  expect(await check(text)).toMatchObject({ state: 'expired', note: null, says: { title: 'Ұшқыш' } })
})
