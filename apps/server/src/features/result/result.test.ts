import { badge } from '@sheber/contract/badge'
import { inbox } from '@sheber/contract/inbox'
import { exhibition as exhibitionPromise } from '@sheber/contract/exhibition'
import { result } from '@sheber/contract/result'
import { portfolio } from '@sheber/contract/portfolio'
import { stand } from '@sheber/contract/stand'
import { award, consent, exhibition, fact, paper, person, score, stand as standTable } from '@sheber/db/schema'
import { nominations, seedExhibition, seedJudge, seedStand } from '@sheber/dev-env/seed/exhibition'
import { seedConsent, seedShown } from '@sheber/dev-env/seed/hall'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { openPortfolio, readOneRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { inLanguage } from '@sheber/domain/framework'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { giveDueBadges } from './result.badges.ts'
import { releaseResults } from './result.release.ts'
import { resultLacks } from './result.ready.ts'
import { tellDue } from './result.sweep.ts'
import { awardsShown } from './result.shown.ts'
import { titleOf } from './result.words.ts'
import { exhibitionPrinted, standsPrinted } from '../print/print.gather.ts'
import { papersOf } from '../print/print.papers.ts'
import { newId } from '../../new-id.ts'
import { erasePapers } from './result.paper.ts'
import { change } from '../../facts/tell.ts'

const dayMs = 86_400_000
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/**
 * Three stands of one nomination, three judges of whom sergey is stricter by twenty, and one who learns it.
 *
 *            bridge  glider  robot
 *   sergey       60      40
 *   yerlan       80             70
 *   gulnara              60     70
 */
let n = 0
let id: string
let stands: { bridge: string; glider: string; robot: string }
let judges: { sergey: string; yerlan: string; gulnara: string; marat: string }
let params: { exhibitionId: string }
let minutes = 0

const scoreId = (judge: string, stand: string) => idOf(`score ${judge} ${stand} ${n}`)
const scored = async (
  judgeId: string,
  standId: string,
  total: number | null,
  words = 'Идеясы жақсы, бірақ тұрақсыз',
  over: Partial<typeof score.$inferInsert> = {},
) => {
  minutes += 1
  const at = new Date(world.clock.now().getTime() + minutes * 1_000)
  const marks = [
    { criterionId: 'idea', points: total === null || total < 65 ? 1 : 2 },
    { criterionId: 'making', points: 1 },
  ]
  const row = { id: scoreId(judgeId, standId), judgeId, standId, marks, total, words, madeAt: at, createdAt: at, ...over }
  await world.services.db.insert(score).values(row)
  return row.id
}

const begun = async (state: 'judging' | 'deliberation' = 'deliberation', plan: object = {}) => {
  n += 1
  const { db } = world.services
  const now = world.clock.now()
  id = await seedExhibition(db, now, { word: `exhibition ${n}`, state, plan })
  params = { exhibitionId: id }
  const of = (word: string, team: 'bridge' | 'glider', number: number) =>
    seedStand(db, now, { exhibitionId: id, word: `${word} ${n}`, team, number, entry: { title: word } })
  stands = { bridge: await of('bridge', 'bridge', 1), glider: await of('glider', 'glider', 2), robot: await of('robot', 'glider', 3) }
  const judge = (person: PersonName, shadow = false) => seedJudge(db, now, { exhibitionId: id, person, shadow })
  judges = {
    sergey: await judge('sergey'),
    yerlan: await judge('yerlan'),
    gulnara: await judge('gulnara'),
    marat: await judge('marat', true),
  }
  await scored(judges.sergey, stands.bridge, 60, 'Көпір мықты')
  await scored(judges.sergey, stands.glider, 40)
  await scored(judges.yerlan, stands.bridge, 80, 'Сызбасы анық')
  await scored(judges.yerlan, stands.robot, 70)
  await scored(judges.gulnara, stands.glider, 60)
  await scored(judges.gulnara, stands.robot, 70)
  await scored(judges.marat, stands.robot, 100)
}
beforeEach(() => begun())

const botagoz = () => world.as('botagoz')
const madina = () => world.as('madina')
const look = () => botagoz().ask(result.look, { params })
const approved = async () => {
  await botagoz().ask(result.apply, { params })
  const { sha256 } = await botagoz().ask(result.look, { params })
  await botagoz().ask(result.propose, { params, body: { sha256 } })
  await madina().ask(result.approve, { params, body: { sha256 } })
}
const released = async () => {
  await approved()
  return botagoz().ask(result.release, { params })
}
const toTheHour = (ms = 0) => {
  return world.services.db
    .update(exhibition)
    .set({
      plan: sql`jsonb_set(${exhibition.plan}, '{windows,resultsAt}', to_jsonb(${new Date(world.clock.now().getTime() - ms).toISOString()}::text))`,
    })
    .where(eq(exhibition.id, id))
}
const factsOf = async () =>
  (await world.services.db.select({ name: fact.name, body: fact.body }).from(fact)).filter(
    ({ name, body }) => name.startsWith('result.') && body['exhibitionId'] === id,
  )

describe('what organisers see', () => {
  it('puts right how strict judges are, beside the raw means, and says who counts for nothing', async () => {
    const { stands: lines, judges: who, warnings, mean } = await look()
    const by = new Map(lines.map((one) => [one.id, one]))
    expect(lines.map(({ title, raw, views }) => [title, raw, views])).toEqual([
      ['bridge', 70, 2],
      ['glider', 50, 2],
      ['robot', 70, 2],
    ])
    expect(mean).toBe(63.333333)
    // As given bridge and robot are equal; bridge met the strict one.
    expect(by.get(stands.bridge)?.place).toBe(1)
    expect(by.get(stands.robot)?.place).toBe(2)
    expect(by.get(stands.bridge)?.corrected).toBeGreaterThan(by.get(stands.robot)?.corrected ?? 0)
    expect(who.find(({ id: judge }) => judge === judges.sergey)?.severity).toBeGreaterThan(5)
    expect(who.find(({ id: judge }) => judge === judges.marat)).toMatchObject({ shadow: true, severity: null, views: 0 })
    expect(warnings).toEqual([
      { code: 'views', standIds: Object.values(stands).toSorted(), judgeIds: [] },
      { code: 'shadow', standIds: [], judgeIds: [judges.marat] },
    ])
  })

  it('is the same twice, to the last bit', async () => {
    const [one, two] = [await look(), await look()]
    expect(two.sha256).toBe(one.sha256)
    expect(two.stands).toEqual(one.stands)
  })

  it('takes the newest score and keeps the older ones', async () => {
    await scored(judges.sergey, stands.bridge, 62, 'Тағы қарадым', { id: idOf(`again ${n}`) })
    const { stands: lines, warnings } = await look()
    expect(lines[0]?.raw).toBe(71)
    expect(warnings.find(({ code }) => code === 'devices')).toEqual({
      code: 'devices',
      standIds: [stands.bridge],
      judgeIds: [judges.sergey],
    })
  })

  it('is nothing before judging, and closed to whoever judges here until it is over', async () => {
    await begun('judging')
    await seedJudge(world.services.db, world.clock.now(), { exhibitionId: id, person: 'madina' })
    expect((await look()).stands).toHaveLength(3)
    await expect(madina().ask(result.look, { params })).rejects.toMatchObject({ code: 'result-judging' })
    const early = { exhibitionId: await seedExhibition(world.services.db, world.clock.now(), { word: `early ${n}`, state: 'hall' }) }
    await expect(botagoz().ask(result.look, { params: early })).rejects.toMatchObject({ code: 'results-early' })
  })
})

describe('awards', () => {
  const degrees = (of: { awards: { standId: string; degree: number | null }[] }) =>
    Object.fromEntries(of.awards.map(({ standId, degree }) => [standId, degree]))

  it('are proposed by the rule, and again without doubling', async () => {
    expect(degrees(await botagoz().ask(result.apply, { params }))).toEqual({ [stands.bridge]: 1, [stands.robot]: 2, [stands.glider]: 3 })
    const before = (await look()).awards.map((one) => one.id)
    expect((await botagoz().ask(result.apply, { params })).awards.map((one) => one.id)).toEqual(before)
  })

  it('are given, moved and removed by hand with a reason; all of it stays in the log', async () => {
    const title = { kk: 'Көрермен жүлдесі', ru: 'Приз зрителей', en: "Visitors' prize" }
    const given = { id: idOf(`hand ${n}`), standId: stands.robot, degree: null, title, reason: 'Келушілер таңдады' }
    await botagoz().ask(result.give, { params, body: given })
    await botagoz().ask(result.give, { params, body: given })
    const one = { ...params, awardId: given.id }
    const { id: _, ...moved } = { ...given, standId: stands.glider, reason: 'Дауыстар қайта саналды' }
    await madina().ask(result.move, { params: one, body: moved })
    await expect(madina().ask(result.remove, { params: one, body: { reason: ' ' } })).rejects.toMatchObject({ code: 'reason-needed' })
    const { log, awards } = await madina().ask(result.remove, { params: one, body: { reason: 'Дауыс жиналмады' } })
    expect(awards).toEqual([])
    expect(log.map(({ step, about, title: said, reason, by }) => [step, about, said?.kk, reason, by])).toEqual([
      ['removed', 'glider', title.kk, 'Дауыс жиналмады', world.person('madina').name],
      ['moved', 'glider', title.kk, 'Дауыстар қайта саналды', world.person('madina').name],
      ['given', 'robot', title.kk, 'Келушілер таңдады', world.person('botagoz').name],
    ])
  })

  it('by hand are left alone by the rule', async () => {
    const body = { id: idOf(`hand ${n}`), standId: stands.glider, degree: 1, title: null, reason: 'Қазылардың шешімі' }
    await botagoz().ask(result.give, { params, body })
    expect(degrees(await botagoz().ask(result.apply, { params }))).toEqual({ [stands.glider]: 1, [stands.bridge]: 1, [stands.robot]: 2 })
  })
})

describe('the road to the release', () => {
  it('needs a second person', async () => {
    const { sha256 } = await botagoz().ask(result.apply, { params })
    await botagoz().ask(result.propose, { params, body: { sha256 } })
    await expect(botagoz().ask(result.approve, { params, body: { sha256 } })).rejects.toMatchObject({ code: 'same-person' })
    await expect(botagoz().ask(result.release, { params })).rejects.toMatchObject({ code: 'result-unapproved' })
    expect(await resultLacks(world.services.db, id)).toBe('result-unapproved')
    const after = await madina().ask(result.approve, { params, body: { sha256 } })
    expect(after.approved?.name).toBe(world.person('madina').name)
    expect(after.awards.map(({ state }) => state)).toEqual(['approved', 'approved', 'approved'])
    expect(await resultLacks(world.services.db, id)).toBeNull()
  })

  it('begins anew after a change of awards', async () => {
    await approved()
    const body = { id: idOf(`hand ${n}`), standId: stands.robot, degree: null, title: { kk: 'а', ru: 'б', en: 'c' }, reason: 'x' }
    const after = await botagoz().ask(result.give, { params, body })
    expect([after.proposed, after.approved]).toEqual([null, null])
    expect(new Set(after.awards.map(({ state }) => state))).toEqual(new Set(['proposed']))
    expect(after.log.map(({ step }) => step).slice(0, 2)).toEqual(['dropped', 'given'])
    await expect(botagoz().ask(result.release, { params })).rejects.toMatchObject({ code: 'result-unapproved' })
  })

  it('begins anew after another score', async () => {
    await approved()
    await scored(judges.sergey, stands.glider, 90, 'Жаңа', { id: idOf(`again ${n}`) })
    expect(await look()).toMatchObject({ stale: true, approved: null, may: { propose: true, release: false } })
    expect(await resultLacks(world.services.db, id)).toBe('result-changed')
    await expect(botagoz().ask(result.release, { params })).rejects.toMatchObject({ code: 'result-changed' })
  })

  it('takes what somebody has seen, and no other', async () => {
    const { sha256 } = await look()
    await botagoz().ask(result.apply, { params })
    await expect(botagoz().ask(result.propose, { params, body: { sha256 } })).rejects.toMatchObject({ code: 'result-changed' })
  })

  it('waits for a word about each stand', async () => {
    // Scores are written once: a newer one without a word is what counts.
    const given = await world.services.db.select().from(score).where(eq(score.standId, stands.robot))
    minutes += 1
    const later = new Date(world.clock.now().getTime() + minutes * 1_000)
    await world.services.db
      .insert(score)
      .values(given.map((one) => ({ ...one, id: `again${one.id}`.slice(0, 20), words: '', overId: one.id, createdAt: later })))
    const { sha256 } = await look()
    await expect(botagoz().ask(result.propose, { params, body: { sha256 } })).rejects.toMatchObject({ code: 'result-words' })
  })

  it('bears two who approve at once: one name stands under it', async () => {
    const { sha256 } = await botagoz().ask(result.apply, { params })
    await madina().ask(result.propose, { params, body: { sha256 } })
    const asked = { params, body: { sha256 } }
    const both = await Promise.all([botagoz().ask(result.approve, asked), botagoz().ask(result.approve, asked)])
    expect(new Set(both.map(({ approved: one }) => one?.at)).size).toBe(1)
    expect((await look()).log.filter(({ step }) => step === 'approved')).toHaveLength(1)
  })

  it('gives numbers to diplomas, fixes what was approved and takes no change more', async () => {
    const after = await released()
    expect(after).toMatchObject({ state: 'results', shown: false, may: { change: false, release: false } })
    for (const { state, number } of after.awards) {
      expect(state).toBe('issued')
      expect(number).toMatch(/^\d{4}-[2-9A-HJ-NP-Z]{8}$/)
    }
    await scored(judges.sergey, stands.glider, 100, 'Кеш', { id: idOf(`again ${n}`) })
    expect((await look()).stands.map(({ raw }) => raw)).toEqual([70, 50, 70])
    await expect(botagoz().ask(result.apply, { params })).rejects.toMatchObject({ code: 'result-shut' })
    // Whoever takes the exhibition on by another road does not release it twice.
    await change(world.services, idOf('botagoz'), (tx) =>
      releaseResults(tx, world.services, { exhibitionId: id, year: 2026, by: idOf('botagoz'), address: '' }),
    )
    expect((await look()).log.filter(({ step }) => step === 'released')).toHaveLength(1)
  })
})

describe('before the hour', () => {
  it('nothing is seen by a team, a judge, another teacher or a guest, one millisecond before; all of it at the hour', async () => {
    await released()
    const numbers = (await look()).awards.map(({ number }) => number ?? '')
    await toTheHour(-1)
    for (const who of ['aigerim', 'daulet', 'timur', 'yerlan', 'sergey', 'marat', 'saule', 'madina', 'guest'] as const) {
      const report = await world.as(who).send({ method: 'GET', url: `/api/stand/${stands.bridge}/result` })
      expect(report.statusCode, who).toBeGreaterThan(400)
      expect(report.body, who).not.toContain('Көпір мықты')
      for (const number of numbers) expect((await world.as(who).send({ method: 'GET', url: `/d/${number}` })).statusCode, who).toBe(404)
    }
    await expect(world.as('aigerim').ask(result.ofStand, { params: { standId: stands.bridge } })).rejects.toMatchObject({
      code: 'results-not-yet',
    })
    await expect(world.as('aigerim').ask(result.take, { params: { standId: stands.bridge } })).rejects.toMatchObject({
      code: 'results-not-yet',
    })
    await tellDue(world.services)
    expect((await factsOf()).map(({ name }) => name)).not.toContain('result.reported')
    expect(await awardsShown(world.services.db, id, world.clock.now())).toEqual([])

    world.clock.advance(1)
    expect((await world.as('aigerim').ask(result.ofStand, { params: { standId: stands.bridge } })).awards).toHaveLength(1)
    expect(await awardsShown(world.services.db, id, world.clock.now())).toHaveLength(3)
    expect((await world.as('guest').send({ method: 'GET', url: `/d/${numbers[0]}` })).statusCode).toBe(200)
  })

  it('no address of the API says a word of it to anybody who is no organiser', async () => {
    await released()
    await toTheHour(-1)
    const numbers = (await look()).awards.map(({ number }) => number ?? '')
    const { rows } = await world.database.pool.query<{ id: string }>('select id from award where exhibition_id = $1', [id])
    const secrets = [...numbers, ...rows.map((one) => one.id), 'Көпір мықты', 'Сызбасы анық']
    const filled = (path: string) =>
      path
        .replace(':exhibitionId', id)
        .replace(':standId', stands.bridge)
        .replace(':teamId', world.team)
        .replace(':projectId', world.project)
        .replace(':boardId', world.board)
        .replace(':organisationId', world.organisation('centre'))
        .replace(':personId', world.person('aigerim').id)
        .replace(/:\w+/g, stands.bridge)
    const { routes } = await import('@sheber/contract/routes')
    const paths = routes.filter(({ method }) => method === 'GET').map(({ path }) => filled(path))
    for (const who of ['aigerim', 'timur', 'sergey', 'yerlan', 'marat', 'saule', 'zhanna', 'guest'] as const)
      for (const url of [...paths, '/e', `/e/${id}`, `/e/${id}/${stands.bridge}`]) {
        const { body } = await world.as(who).send({ method: 'GET', url })
        for (const secret of secrets) expect(body.includes(secret), `${who} ${url}`).toBe(false)
      }
  })
})

describe('at the hour', () => {
  it('each of a team is told once, by whichever process comes first, also when it was down at that hour', async () => {
    await released()
    await toTheHour(3 * dayMs)
    await using other = await world.another()
    await Promise.all([tellDue(world.services), tellDue(other.services), tellDue(world.services)])
    await tellDue(other.services)
    const told = (await factsOf())
      .filter(({ name }) => name === 'result.reported')
      .map(({ body }) => `${body['standId']} ${body['personId']}`)
    // Four of the bridge's team, and two of the glider's at each of two stands.
    expect(told).toHaveLength(8)
    expect(new Set(told).size).toBe(8)
    const { lines } = await world.as('aigerim').ask(inbox.look)
    // A badge may have come with the award already.
    expect(lines.find(({ name, about }) => name === 'result.reported' && about === 'bridge')).toMatchObject({
      href: `/stand/${stands.bridge}/report`,
      by: '',
    })
  })
})

describe('an award as a badge', () => {
  const badgesOf = (who: PersonName) => world.as(who).ask(badge.mine)
  const awardOf = async (standId: string) => (await look()).awards.filter((one) => one.standId === standId)[0]
  /** Of the exhibition at hand: other tests have given some too. */
  const fresh = async (who: PersonName) => {
    const { rows } = await world.database.pool.query<{ id: string }>(
      `select b.id from badge b join badge_class c on c.id = b.class_id join award a on a.id = c.award_id
       where a.exhibition_id = $1 and b.person_id = $2`,
      [id, world.person(who).id],
    )
    return (await badgesOf(who)).filter((one) => rows.some((row) => row.id === one.id))
  }

  it('is nobody’s before the hour, and then everybody’s of the team, once, whichever process comes', async () => {
    await released()
    await toTheHour(-60_000)
    await giveDueBadges(world.services)
    expect(await fresh('aigerim')).toEqual([])
    await toTheHour()
    await using other = await world.another()
    await Promise.all([giveDueBadges(world.services), giveDueBadges(other.services)])
    await giveDueBadges(world.services)
    const first = await awardOf(stands.bridge)
    for (const who of ['aigerim', 'daulet'] as const) {
      const [one, ...more] = await fresh(who)
      expect(more, who).toEqual([])
      expect(one?.title.ru, who).toMatch(/^Диплом I степени · /)
      expect(one?.emblem, who).toBe('medal')
    }
    const { rows } = await world.database.pool.query<{ members: number; badges: number }>(
      `select jsonb_array_length(s.members) as members, (select count(*)::int from badge b join badge_class c on c.id = b.class_id where c.award_id = a.id) as badges
       from award a join stand s on s.id = a.stand_id where a.exhibition_id = $1`,
      [id],
    )
    expect(rows).toHaveLength(3)
    for (const row of rows) expect(row.badges).toBe(row.members)
    expect(first?.number).toBeTruthy()
  })

  it('is signed by the organiser, names the diploma and no child, and is checked by anybody', async () => {
    await released()
    await toTheHour()
    await giveDueBadges(world.services)
    const [one] = await fresh('aigerim')
    const text = (await world.as('guest').send({ method: 'GET', url: `/api/badge/${one?.id}` })).body
    const credential = JSON.parse(text) as { credentialSubject: { achievement: { achievementType: string } }; evidence: { id: string }[] }
    expect(credential.credentialSubject.achievement.achievementType).toBe('Award')
    const number = (await awardOf(stands.bridge))?.number
    expect(credential.evidence.map((each) => each.id)).toEqual([`http://sheber.test/d/${number}`])
    for (const name of ['aigerim', 'daulet', 'timur'] as const) expect(text).not.toContain(world.person(name).name)
    expect((await world.as('guest').ask(badge.check, { body: { text } })).state).toBe('valid')
    const letter = text.replace('"Award"', '"Aword"')
    expect((await world.as('guest').ask(badge.check, { body: { text: letter } })).state).toBe('broken')
  })

  it('holds no more once the award is revoked, and its holders are told', async () => {
    await released()
    await toTheHour()
    await giveDueBadges(world.services)
    const awardId = (await awardOf(stands.bridge))?.id ?? ''
    await botagoz().ask(result.revoke, { params: { ...params, awardId }, body: { reason: 'Жұмыс көшірілген' } })
    const [one] = await fresh('aigerim')
    expect(one?.revoked).toMatchObject({ why: 'evidence' })
    expect(await world.as('guest').ask(badge.show, { params: { badgeId: one?.id ?? '' } })).toMatchObject({ state: 'revoked' })
    const { lines } = await world.as('aigerim').ask(inbox.look)
    expect(lines.some(({ name, href }) => name === 'badge.revoked' && href === `/badge/${one?.id}`)).toBe(true)
    await giveDueBadges(world.services)
    expect(await fresh('aigerim')).toHaveLength(1)
  })

  it('is given to nobody where the award was revoked before the hour', async () => {
    await released()
    const awardId = (await awardOf(stands.bridge))?.id ?? ''
    await botagoz().ask(result.revoke, { params: { ...params, awardId }, body: { reason: 'Жұмыс көшірілген' } })
    await toTheHour()
    await giveDueBadges(world.services)
    expect(await fresh('aigerim')).toEqual([])
  })

  it('is listed for its organisation apart, and neither given nor opened by hand', async () => {
    await released()
    await toTheHour()
    await giveDueBadges(world.services)
    const [one] = await fresh('aigerim')
    const list = await botagoz().ask(badge.list, { params: { organisationId: world.organisation('centre') } })
    const found = list.find(({ id: classId }) => classId === one?.classId)
    expect(found).toMatchObject({ awarded: true, state: 'closed', issued: 4 })
    const classParams = { classId: one?.classId ?? '' }
    await expect(botagoz().ask(badge.open, { params: classParams })).rejects.toMatchObject({ code: 'badge-class-broken' })
    await expect(
      botagoz().ask(badge.issue, { params: classParams, body: { personId: world.person('zhanna').id, projectId: null } }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/badge-class-shut|not-found/) })
  })
})

describe('the report of a team', () => {
  const standId = () => stands.bridge
  const report = (who: PersonName = 'aigerim', language = 'ru') =>
    world
      .as(who)
      .send({ method: 'GET', url: `/api/stand/${standId()}/result`, headers: { cookie: `${world.as(who).cookie}; language=${language}` } })
      .then((reply) => reply.json() as Awaited<ReturnType<typeof ask>>)
  const ask = () => world.as('aigerim').ask(result.ofStand, { params: { standId: standId() } })
  const out = async (plan: object = {}) => {
    await begun('deliberation', plan)
    await released()
    await toTheHour()
  }

  it('tells levels, words, a range of places and how strict the judges were; no judge is named', async () => {
    await out()
    const read = await ask()
    expect(read.criteria.map(({ id: criterion, points, level, from, to, most }) => [criterion, points, level.ru, from, to, most])).toEqual([
      ['idea', 1, 'Деңгей 1', 1, 2, 2],
      ['making', 1, 'Деңгей 1', 1, 1, 2],
    ])
    expect(read.words).toEqual(['Көпір мықты', 'Сызбасы анық'])
    expect(read.range).toMatchObject({ of: 3 })
    expect(read.nomination).toEqual(nominations[0]?.title)
    const words = JSON.stringify(read)
    for (const judge of ['sergey', 'gulnara'] as const) expect(words).not.toContain(world.person(judge).name)
    for (const judge of Object.values(judges)) expect(words).not.toContain(judge)
    expect((await report('aigerim', 'ru')).sentence).toMatch(/^Члены жюри, которые видели ваш стенд, судили/)
    expect((await report('aigerim', 'kk')).sentence).toMatch(/^Стендіңізді көрген қазылар/)
  })

  it('shows moderated words that were let through, and holds back what was held', async () => {
    await out({ release: 'moderated' })
    expect((await ask()).words).toEqual([])
    const through = (scoreOf: string, yes: boolean) =>
      botagoz().ask(result.let, { params: { ...params, scoreId: scoreOf }, body: { through: yes } })
    await through(scoreId(judges.yerlan, stands.bridge), true)
    expect((await ask()).words).toEqual(['Сызбасы анық'])
    await through(scoreId(judges.yerlan, stands.bridge), false)
    expect((await ask()).words).toEqual([])
    await out({ release: 'none' })
    expect((await ask()).words).toEqual([])
  })

  it('is taken into a portfolio once, as a record that was presented', async () => {
    await out()
    const taken = await world.as('aigerim').ask(result.take, { params: { standId: standId() } })
    expect(await world.as('aigerim').ask(result.take, { params: { standId: standId() } })).toEqual(taken)
    const record = await world.services.hub.read(portfolioRoom(taken.portfolioId), (doc) =>
      readOneRecord(openPortfolio(doc), taken.recordId),
    )
    expect(record).toMatchObject({ kind: 'presented', audience: [], deleted: null })
    expect(record?.title).toMatch(/^bridge · /)
    expect(JSON.stringify(record?.body)).toContain(`/stand/${stands.bridge}/report`)
    expect((await ask()).taken).toEqual(taken)
    expect((await ask()).takenByTeam).toBeNull()
  })

  it('is taken into the team’s portfolio too, once for all of it, with what it was awarded', async () => {
    await out()
    const params = { standId: standId() }
    const taken = await world.as('aigerim').ask(result.takeForTeam, { params })
    expect(await world.as('daulet').ask(result.takeForTeam, { params })).toEqual(taken)
    expect((await world.as('daulet').ask(result.ofStand, { params })).takenByTeam).toEqual(taken)
    expect((await world.as('aigerim').ask(portfolio.look, { params: { portfolioId: taken.portfolioId } })).owner).toMatchObject({
      kind: 'team',
    })
    const record = await world.services.hub.read(portfolioRoom(taken.portfolioId), (doc) =>
      readOneRecord(openPortfolio(doc), taken.recordId),
    )
    expect(record).toMatchObject({ kind: 'presented', audience: ['team'], deleted: null })
    const { awards, exhibition: title } = await ask()
    const words = JSON.stringify(record?.body)
    expect(awards.filter(({ state }) => state === 'issued').length).toBeGreaterThan(0)
    for (const one of awards) if (one.state === 'issued') expect(words).toContain(titleOf(one, 'ru'))
    expect(words).toContain(inLanguage(title, 'ru'))
    // Whoever is not of the team has nothing to take.
    await expect(world.as('timur').ask(result.takeForTeam, { params })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('what is printed', () => {
  const fetched = async (who: PersonName | 'guest', url: string) => {
    const { statusCode, rawPayload } = await world.as(who).send({ method: 'GET', url })
    return rawPayload.subarray(0, 5).toString() === '%PDF-' ? 'pdf' : statusCode
  }

  it('is for organisers: posters, signs, the hall and a route', async () => {
    for (const file of ['posters.pdf', 'posters.pdf?format=A3&lang=kk', 'signs.pdf', 'hall.pdf', `route/${judges.sergey}.pdf`]) {
      const url = `/files/exhibition/${id}/${file}`
      expect(await fetched('botagoz', url), file).toBe('pdf')
      expect(await fetched('aigerim', url), file).toBe(403)
      expect(await fetched('guest', url), file).toBe(401)
    }
    expect(await fetched('botagoz', `/files/exhibition/${id}/route/${idOf('nobody')}.pdf`)).toBe(404)
  })

  it('a report and a diploma are for the team from the hour on, and for organisers as soon as they are released', async () => {
    const urls = ['report.pdf', 'diploma.pdf', `diploma.pdf?person=${idOf('aigerim')}`, 'diploma.pdf?person=all&lang=kk'].map(
      (file) => `/files/stand/${stands.bridge}/${file}`,
    )
    for (const url of urls) expect(await fetched('botagoz', url)).toBe(409)
    await released()
    await toTheHour(-1)
    for (const url of urls) {
      expect(await fetched('botagoz', url)).toBe('pdf')
      for (const who of ['aigerim', 'madina'] as const) expect(await fetched(who, url)).toBe(409)
      for (const who of ['timur', 'sergey', 'zhanna'] as const) expect(await fetched(who, url)).toBe(403)
    }
    world.clock.advance(1)
    for (const url of urls) expect(await fetched('aigerim', url)).toBe('pdf')
    expect(await fetched('aigerim', `/files/stand/${stands.bridge}/diploma.pdf?person=${idOf('timur')}`)).toBe(404)
  })

  it('a judge carries their own way through the hall, and nobody else’s', async () => {
    const of = (judge: string) => `/files/exhibition/${id}/route/${judge}.pdf`
    expect(await fetched('sergey', of(judges.sergey))).toBe('pdf')
    expect(await fetched('sergey', of(judges.yerlan))).toBe(403)
    expect(await fetched('sergey', of(idOf('nobody')))).toBe(403)
  })

  it('whoever took part has a certificate, and the grown-ups beside them thanks, with an award or without', async () => {
    await released()
    await toTheHour(-1)
    const of = (file: string) => `/files/stand/${stands.bridge}/${file}`
    const files = ['certificate.pdf', 'certificate.pdf?person=all', `certificate.pdf?person=${idOf('aigerim')}`, 'thanks.pdf'].map(of)
    for (const url of files) expect([await fetched('botagoz', url), await fetched('aigerim', url)], url).toEqual(['pdf', 409])
    world.clock.advance(1)
    for (const url of files) {
      expect([await fetched('aigerim', url), await fetched('zhanna', url)], url).toEqual(['pdf', 403])
    }
    // A grown-up is thanked, and has taken part in nothing.
    expect(await fetched('aigerim', of(`certificate.pdf?person=${idOf('madina')}`))).toBe(404)
    expect(await fetched('aigerim', of(`thanks.pdf?person=${idOf('aigerim')}`))).toBe(404)
  })

  it('a team of grown-ups is its own authors: a certificate for each, on the poster too, and thanks to nobody', async () => {
    const { db } = world.services
    const members = (['madina', 'yerlan'] as const).map((name) => ({ id: idOf(name), adult: true }))
    await db.update(standTable).set({ members }).where(eq(standTable.id, stands.bridge))
    await released()
    await toTheHour()
    const now = world.clock.now()
    const [of, all] = await Promise.all([exhibitionPrinted(db, id), standsPrinted(db, id, now)])
    const bridge = all.filter((one) => one.id === stands.bridge)
    const names = (['madina', 'yerlan'] as const).map((name) => world.person(name).name)
    expect(bridge.flatMap((one) => one.names).toSorted()).toEqual(names.toSorted())
    const asked = { of, stands: bridge, person: 'all', base: 'http://sheber.test', languages: ['kk'] as const, now, newId }
    const certificates = await papersOf(db, { ...asked, kind: 'certificate' })
    expect(certificates.map(({ person, supervisors }) => [person, supervisors])).toEqual(names.map((name) => [name, []]))
    expect(await papersOf(db, { ...asked, kind: 'thanks' })).toEqual([])
  })

  it('whoever runs it has all of a kind in one file, but of a team of their own not before the hour', async () => {
    const files = ['diploma.pdf', 'diploma.pdf?person=all', 'certificate.pdf', 'thanks.pdf', 'reports.pdf']
    const url = (file: string) => `/files/exhibition/${id}/${file}`
    for (const file of files) expect([await fetched('botagoz', url(file)), await fetched('aigerim', url(file))], file).toEqual([409, 403])
    await released()
    await toTheHour(-1)
    for (const file of files) expect([await fetched('botagoz', url(file)), await fetched('guest', url(file))], file).toEqual(['pdf', 401])
    const pages = async (who: PersonName) => {
      const { rawPayload } = await world.as(who).send({ method: 'GET', url: url('certificate.pdf') })
      return rawPayload.toString('latin1').match(/\/Type \/Page\b/g)?.length
    }
    expect([await pages('botagoz'), await pages('madina')]).toEqual([3, 2])
    world.clock.advance(1)
    expect(await pages('madina')).toBe(3)
  })

  it('a second print says what the first said: what was admitted, whatever became of the entry', async () => {
    const { db } = world.services
    const now = world.clock.now()
    await seedShown(db, now, { standId: stands.bridge, shown: { title: 'Көпір, как допущен', about: 'О допущенном' } })
    const printed = async () => (await standsPrinted(db, id, now)).find((one) => one.id === stands.bridge)
    await released()
    await toTheHour()
    const first = await printed()
    expect(first).toMatchObject({ title: 'Көпір, как допущен', about: 'О допущенном' })
    const [row] = await db.select({ entry: standTable.entry }).from(standTable).where(eq(standTable.id, stands.bridge))
    if (!row) throw new Error('the stand is gone')
    await db
      .update(standTable)
      .set({ entry: { ...row.entry, title: 'Another title', about: 'Another text' } })
      .where(eq(standTable.id, stands.bridge))
    expect(await printed()).toEqual(first)
    const report = await world.as('aigerim').ask(result.ofStand, { params: { standId: stands.bridge } })
    expect(report.title).toBe('Көпір, как допущен')
  })

  it('a poster names only whom the world may know, and no school where a child is unnamed', async () => {
    const { db } = world.services
    const now = world.clock.now()
    const poster = async () => (await standsPrinted(db, id, now)).find((one) => one.id === stands.bridge)
    expect(await poster()).toMatchObject({ names: [], organisations: [] })
    await seedConsent(db, now, 'aigerim', 'work', 'name', 'school')
    expect(await poster()).toMatchObject({ names: [world.person('aigerim').name], organisations: [] })
    await seedConsent(db, now, 'daulet', 'work', 'name', 'school')
    const both = await poster()
    expect(both?.names.toSorted()).toEqual([world.person('aigerim').name, world.person('daulet').name].toSorted())
    expect(both?.organisations).toHaveLength(1)
  })
})

describe('an exhibition without a jury', () => {
  const ended = async () => {
    const now = world.clock.now()
    n += 1
    id = await seedExhibition(world.services.db, now, { word: `unjudged ${n}`, state: 'hall', plan: { rubric: { criteria: [] } } })
    params = { exhibitionId: id }
    const standId = await seedStand(world.services.db, now, { exhibitionId: id, word: `shown ${n}`, number: 1 })
    await botagoz().ask(exhibitionPromise.step, { params, body: { state: 'archived' } })
    return { standId, ask: () => world.as('aigerim').ask(result.ofStand, { params: { standId } }) }
  }

  it('ends for its teams at the hour of the plan: told once, a report without points, a record and a certificate', async () => {
    const { standId, ask } = await ended()
    const stands = () => world.as('aigerim').ask(stand.look, { params: { standId } })
    await expect(ask()).rejects.toMatchObject({ code: 'results-not-yet' })
    expect((await stands()).result).toBeNull()
    await tellDue(world.services)
    expect(await factsOf()).toEqual([])

    await toTheHour()
    await Promise.all([tellDue(world.services), tellDue(world.services)])
    await tellDue(world.services)
    const { name: reported } = result.reported
    const told = (await factsOf()).filter(({ name }) => name === reported)
    expect(told.map(({ body }) => body['personId'])).toContain(idOf('aigerim'))
    expect(new Set(told.map(({ body }) => body['personId'])).size).toBe(told.length)
    const line = (await world.as('aigerim').ask(inbox.look)).lines.find(({ href }) => href === `/stand/${standId}/report`)
    expect(line).toMatchObject({ name: reported, about: `shown ${n}` })

    expect(await ask()).toMatchObject({ judged: false, criteria: [], words: [], range: null, take: true, taken: null })
    expect((await stands()).result).toEqual({ awards: [] })
    const taken = await world.as('aigerim').ask(result.take, { params: { standId } })
    expect((await ask()).taken).toEqual(taken)
    const paper = await world.as('aigerim').send({ method: 'GET', url: `/files/stand/${standId}/certificate.pdf` })
    expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await look()).warnings).toEqual([])
  })

  it('tells nothing that is a month old', async () => {
    const { standId } = await ended()
    const then = new Date(world.clock.now().getTime() - 31 * dayMs)
    await world.services.db.update(exhibition).set({ changedAt: then }).where(eq(exhibition.id, id))
    await toTheHour(31 * dayMs)
    await tellDue(world.services)
    expect((await factsOf()).filter(({ body }) => body['standId'] === standId)).toEqual([])
  })
})

describe('what is given on paper', () => {
  const papersNow = () => world.services.db.select().from(paper).where(eq(paper.exhibitionId, id)).orderBy(asc(paper.nth))
  const fetchedPdf = (who: 'aigerim' | 'botagoz', url: string) => world.as(who).send({ method: 'GET', url })

  it('has numbers without a gap, the same whenever it is printed again, and none is given twice', { timeout: 60_000 }, async () => {
    await released()
    await toTheHour()
    const first = await papersNow()
    expect(first.map(({ nth, kind }) => [nth, kind])).toEqual(first.map((_, n) => [n + 1, 'diploma']))
    expect(first.map(({ code }) => code).toSorted()).toEqual((await look()).awards.map(({ number }) => number ?? '').toSorted())
    // Many hands at one moment: each paper once, and nobody's number left out.
    const urls = ['certificate.pdf?person=all', 'diploma.pdf?person=all', 'thanks.pdf', 'certificate.pdf']
    const all = urls.flatMap((url) => [`/files/stand/${stands.bridge}/${url}`, `/files/exhibition/${id}/${url}`])
    const printed = await Promise.all(all.map((url) => fetchedPdf('botagoz', url)))
    expect(printed.map(({ statusCode }) => statusCode)).toEqual(all.map(() => 200))
    const then = await papersNow()
    expect(then.length).toBeGreaterThan(first.length + 4)
    expect(then.map(({ nth }) => nth)).toEqual(then.map((_, n) => n + 1))
    expect(then.slice(0, first.length)).toEqual(first)
    for (const url of all) await fetchedPdf('botagoz', url)
    expect(await papersNow()).toEqual(then)
  })

  it('keeps its number when the award is taken back, and the next one has the next', async () => {
    await released()
    await toTheHour()
    const before = await papersNow()
    const gone = (await look()).awards.find(({ standId }) => standId === stands.bridge)
    const asked = { params: { ...params, awardId: gone?.id ?? '' }, body: { reason: 'Ереже бұзылды' } }
    await botagoz().ask(result.revoke, asked)
    await fetchedPdf('aigerim', `/files/stand/${stands.bridge}/certificate.pdf`)
    const after = await papersNow()
    expect(after.map(({ nth, code }) => [nth, code])).toEqual([
      ...before.map(({ nth, code }) => [nth, code]),
      [before.length + 1, after.at(-1)?.code],
    ])
    expect(after.filter(({ revokedAt }) => revokedAt !== null).map(({ awardId }) => awardId)).toEqual([gone?.id])
    await expect(world.services.db.delete(paper).where(eq(paper.id, after[0]?.id ?? ''))).rejects.toThrow()
    await expect(world.services.db.update(paper).set({ nth: 99 })).rejects.toThrow()
  })

  it('says for good what it said when it was given, and the world reads of it what is agreed to today', async () => {
    const { db } = world.services
    await db.delete(consent)
    for (const who of ['aigerim', 'daulet'] as const) await seedConsent(db, world.clock.now(), who, 'work', 'name', 'school')
    await released()
    await toTheHour()
    const given = (await papersNow()).find(({ standId }) => standId === stands.bridge)
    const page = async () => (await world.as('guest').send({ method: 'GET', url: `/d/${given?.code}?lang=ru` })).body
    const printed = async (who?: string) => {
      const [of, all] = [await exhibitionPrinted(db, id), await standsPrinted(db, id, world.clock.now())]
      const about = { base: 'https://sheber.example.kz', languages: ['kk', 'ru'] as const, now: world.clock.now(), newId }
      return papersOf(db, { kind: 'diploma', of, stands: all.filter((one) => one.id === stands.bridge), person: who, ...about })
    }
    const [before, said] = [await printed(), await page()]
    expect(before[0]?.team).toContain(world.person('aigerim').name)
    expect(before[0]?.school).not.toBe('')
    expect(said).toContain(before[0]?.school)
    // Whose diploma it is, are the pupils; their adults stand beside them.
    const lineOf = (label: string) => new RegExp(`<dt>${label}</dt><dd>([^<]*)`).exec(said)?.[1] ?? ''
    const [{ name: madina }, { name: daulet }] = [world.person('madina'), world.person('daulet')]
    expect([madina, daulet].map((one) => [lineOf('Кому').includes(one), lineOf('Руководители').includes(one)])).toEqual([
      [false, true],
      [true, false],
    ])

    // Whatever anything is called since.
    const [then] = await db.select().from(exhibition).where(eq(exhibition.id, id))
    if (!then) return expect.unreachable()
    const other = { kk: 'Басқа', ru: 'Другая', en: 'Another' }
    const plan = { ...then.plan, title: other, signers: [], nominations: then.plan.nominations.map((one) => ({ ...one, title: other })) }
    await db.update(exhibition).set({ plan }).where(eq(exhibition.id, id))
    await db.update(award).set({ title: other }).where(eq(award.exhibitionId, id))
    const { name } = world.person('aigerim')
    await db
      .update(person)
      .set({ name: 'Басқа Есім' })
      .where(eq(person.id, idOf('aigerim')))
    try {
      expect(await printed()).toEqual(before)
      expect(await page()).toBe(said)
      // One's own, printed first today, says what the team's said.
      const [own] = await printed(idOf('aigerim'))
      expect(own).toMatchObject({ person: name, award: before[0]?.award, exhibition: before[0]?.exhibition, team: before[0]?.team })
      // Taken back, the name is gone with the next look, and the school with it; the paper in the child's hands stays as it was.
      await db
        .update(consent)
        .set({ withdrawnAt: world.clock.now() })
        .where(eq(consent.personId, idOf('aigerim')))
      expect(await page()).not.toContain(name)
      expect(await page()).not.toContain(before[0]?.school)
      expect(await page()).toContain(world.person('daulet').name)
      expect(await printed()).toEqual(before)
      // Nothing but the law blots out a name.
      await expect(
        db
          .update(paper)
          .set({ said: null })
          .where(eq(paper.id, given?.id ?? '')),
      ).rejects.toThrow()
      const naming = (await db.select().from(paper)).filter(({ said: of }) =>
        [...(of?.team ?? []), ...(of?.adults ?? [])].some((one) => one.name === name),
      )
      expect(await db.transaction((tx) => erasePapers(tx, idOf('aigerim')))).toBe(naming.length)
      expect((await printed())[0]?.team).toEqual(before[0]?.team.filter((one) => one !== name))
      // What was given before it was written down says what things are called today.
      const bare = { id: newId(), code: `${given?.year}-QLDPAPER`.replace('L', 'R'), exhibitionId: id, year: given?.year ?? 0, nth: 900 }
      await db.insert(paper).values({ ...bare, kind: 'certificate', standId: stands.bridge })
      const old = (await world.as('guest').send({ method: 'GET', url: `/d/${bare.code}?lang=ru` })).body
      expect(['Другая', 'Басқа Есім', world.person('daulet').name].map((words) => old.includes(words))).toEqual([true, false, true])
    } finally {
      await db
        .update(person)
        .set({ name })
        .where(eq(person.id, idOf('aigerim')))
      await db.delete(consent)
    }
  })

  it('is checked by its code: the number that it has, whose it is as consent allows, and no more once its stand is out', async () => {
    await released()
    await toTheHour()
    await fetchedPdf('aigerim', `/files/stand/${stands.bridge}/certificate.pdf?person=${idOf('aigerim')}`)
    const own = (await papersNow()).at(-1)
    const page = () => world.as('guest').send({ method: 'GET', url: `/d/${own?.code.toLowerCase()}?lang=ru` })
    // Whatever others of these tests have agreed to.
    await world.services.db.delete(consent)
    const bare = (await page()).body
    for (const words of [`${own?.nth}/${own?.year}`, own?.code ?? '-', 'Сертификат участника']) expect(bare).toContain(words)
    expect(bare).not.toContain(world.person('aigerim').name)
    // A paper says what was admitted, and an award the nomination it was given in: whatever becomes of the entry.
    const [award] = (await papersNow()).filter(({ kind, standId }) => kind === 'diploma' && standId === stands.bridge)
    const pages = async () =>
      Promise.all(
        [award?.code, own?.code].map(async (code) => (await world.as('guest').send({ method: 'GET', url: `/d/${code}?lang=ru` })).body),
      )
    const said = await pages()
    expect(said.map((words) => words.includes('Модели'))).toEqual([true, true])
    const { db } = world.services
    const [row] = await db.select({ entry: standTable.entry }).from(standTable).where(eq(standTable.id, stands.bridge))
    if (!row) return expect.unreachable()
    await seedShown(db, world.clock.now(), { standId: stands.bridge, shown: { title: row.entry.title } })
    const entry = { ...row.entry, title: 'Another title', nominationId: nominations[1]?.id ?? null }
    await db.update(standTable).set({ entry }).where(eq(standTable.id, stands.bridge))
    expect(await pages()).toEqual(said)
    await seedConsent(world.services.db, world.clock.now(), 'aigerim', 'work', 'name')
    expect((await page()).body).toContain(world.person('aigerim').name)
    expect((await page()).body).not.toContain(world.person('daulet').name)
    await world.services.db.update(standTable).set({ state: 'removed' }).where(eq(standTable.id, stands.bridge))
    expect((await page()).statusCode).toBe(410)
    expect((await world.as('guest').send({ method: 'GET', url: `/d/2026-23456789` })).statusCode).toBe(404)
  })
})

describe('figures of a school', () => {
  it('tell how many of its children took part and what they were given, by name as consent allows, and nothing before the hour', async () => {
    await world.services.db.delete(consent)
    await released()
    const of = { params: { organisationId: idOf('school') } }
    const mine = async () => (await world.as('saule').ask(result.ofOrganisation, of)).exhibitions.find((one) => one.id === id)
    await toTheHour(-1)
    expect((await mine())?.stands.map(({ number, awards, children }) => [number, awards, children])).toEqual([
      [1, [], { count: null, names: [] }],
    ])
    world.clock.advance(1)
    await seedConsent(world.services.db, world.clock.now(), 'daulet', 'name')
    const shown = await mine()
    // Aigerim is the centre's child, and stands in no figure of the school.
    expect(shown?.children).toEqual({ count: 1, names: [world.person('daulet').name] })
    expect(shown?.stands).toMatchObject([{ id: stands.bridge, awards: [{ degree: 1 }] }])
    await expect(world.as('marat').ask(result.ofOrganisation, of)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a revoked award', () => {
  it('stays with its team, and vanishes for the world', async () => {
    await released()
    await toTheHour()
    const first = (await look()).awards.find(({ standId }) => standId === stands.bridge)
    const one = { ...params, awardId: first?.id ?? '' }
    await expect(botagoz().ask(result.revoke, { params: one, body: { reason: '' } })).rejects.toMatchObject({ code: 'reason-needed' })
    await botagoz().ask(result.revoke, { params: one, body: { reason: 'Ереже бұзылды' } })
    const { awards } = await world.as('aigerim').ask(result.ofStand, { params: { standId: stands.bridge } })
    expect(awards).toMatchObject([{ state: 'revoked', revoked: { reason: 'Ереже бұзылды' } }])
    expect((await awardsShown(world.services.db, id, world.clock.now())).map(({ standId }) => standId)).not.toContain(stands.bridge)
    const page = await world.as('guest').send({ method: 'GET', url: `/d/${first?.number}?lang=ru` })
    expect(page.statusCode).toBe(410)
    expect(page.body).not.toContain('Ереже бұзылды')
    expect(page.body).not.toContain('bridge')
    expect(
      (await world.services.db.select().from(award).where(eq(award.exhibitionId, id))).filter(({ state }) => state === 'issued'),
    ).toHaveLength(2)
  })
})
