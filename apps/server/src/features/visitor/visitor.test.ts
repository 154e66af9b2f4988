import { inbox, type InboxName } from '@sheber/contract/inbox'
import { consent } from '@sheber/contract/consent'
import { result } from '@sheber/contract/result'
import { exhibition as exhibitionPromise, type Switches } from '@sheber/contract/exhibition'
import { stand as standPromise } from '@sheber/contract/stand'
import { visitor } from '@sheber/contract/visitor'
import {
  award,
  exhibition,
  fact,
  teamMember,
  visitorAnswer,
  visitorDecision,
  visitorLook,
  visitorQuestion,
  visitorReaction,
  visitorVote,
} from '@sheber/db/schema'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { aPlan, seedExhibition, seedJudge, seedScore, seedStand } from '@sheber/dev-env/seed/exhibition'
import { seedConsent, seedShown } from '@sheber/dev-env/seed/hall'
import { createWorld, type World } from '@sheber/dev-env/world'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLimits } from './visitor.limit.ts'
import { openLooks } from './visitor.looks.ts'

const hourMs = 3_600_000

let world: World
let exhibitionId: string
let standId: string
let other: string
/** Until the results; children are signed out an hour later. */
const toResultsMs = 600_000

beforeEach(async () => {
  world = await createWorld()
  const { db } = world.services
  const now = world.clock.now()
  const hours = (n: number) => new Date(now.getTime() + n * hourMs).toISOString()
  const windows = {
    ...{ entriesFrom: hours(-9), entriesTo: hours(-8), hallFrom: hours(-7), judgingFrom: hours(-1), judgingTo: hours(0) },
    resultsAt: new Date(now.getTime() + toResultsMs).toISOString(),
  }
  exhibitionId = await seedExhibition(db, now, { state: 'hall', plan: { windows, viewsMin: 1 } })
  standId = await seedStand(db, now, { exhibitionId, number: 1 })
  other = await seedStand(db, now, { exhibitionId, word: 'lamp', number: 2 })
  for (const id of [standId, other]) await seedShown(db, now, { standId: id })
  await seedConsent(db, now, 'aigerim', 'work')
  await seedConsent(db, now, 'daulet', 'work')
})
afterEach(() => world[Symbol.asyncDispose]())

const pathOf = (id = standId) => `/e/${exhibitionId}/${id}`
const cookies = (n: number) => `visitor=${`device${n}`.padEnd(24, '-')}`
interface Sent {
  readonly to?: string
  readonly cookie?: string | null
  readonly script?: boolean
  readonly headers?: Record<string, string>
  readonly address?: string
}
/** A form that a browser sends. */
const post = (
  deed: string,
  fields: Record<string, string>,
  { to = standId, cookie = cookies(1), script = false, headers = {}, address = '10.0.0.1' }: Sent = {},
) =>
  world.as('guest').send({
    ...{ method: 'POST', url: `${pathOf(to)}/visitor/${deed}`, payload: new URLSearchParams(fields).toString(), remoteAddress: address },
    headers: {
      ...{ 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'ru' },
      ...(script && { accept: 'application/json' }),
      ...(cookie !== null && { cookie }),
      ...headers,
    },
  })
const ask = (words: string, sent?: Sent) => post('ask', { words }, sent)
const vote = (to = standId, n = 1, sent: Sent = {}) => post('vote', {}, { to, cookie: cookies(n), ...sent })
const page = async (id = standId) => {
  // What is shown of visitors is held for three seconds.
  world.clock.advance(3_000)
  return world.as('guest').send({ method: 'GET', url: pathOf(id), headers: { 'accept-language': 'ru' } })
}
const body = async (id = standId) => (await page(id)).body
const be = async (state: 'hall' | 'judging' | 'deliberation' | 'results' | 'moderation') => {
  await world.services.db.update(exhibition).set({ state }).where(eq(exhibition.id, exhibitionId))
  world.clock.advance(10_000)
}
const code = async (asked: Promise<unknown>) => {
  try {
    await asked
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}
const asking = async (words = 'Неше килограмм көтереді?', sent?: Sent) => {
  expect((await ask(words, sent)).statusCode).toBe(303)
  const [row] = await world.services.db.select().from(visitorQuestion).where(eq(visitorQuestion.words, words))
  return { params: { standId, questionId: row?.id ?? expect.unreachable() } }
}
const look = (as: PersonName) => world.as(as).ask(visitor.ofStand, { params: { standId } })

describe('a device', () => {
  it('is known by a random cookie that it is given when it does something, and by nothing of it is written down', async () => {
    expect((await page()).headers['set-cookie']).toBeUndefined()
    const first = await post('react', { kind: 'like' }, { cookie: null })
    expect([first.statusCode, first.headers['location']]).toEqual([307, `${pathOf()}/visitor/react?again=1`])
    const given = String(first.headers['set-cookie'])
    expect(given).toMatch(/^visitor=[\w-]{24}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    const [cookie = ''] = given.split(';')
    expect((await post('react', { kind: 'like' }, { cookie })).headers['location']).toBe(`${pathOf()}?done=reacted#visitors`)
    const [row] = await world.services.db.select().from(visitorReaction)
    expect(row?.device).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(cookie.slice('visitor='.length))
  })

  it('that keeps no cookie is told so, and leaves nothing', async () => {
    const again = await world.as('guest').send({
      ...{ method: 'POST', url: `${pathOf()}/visitor/vote?again=1`, payload: '' },
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'ru' },
    })
    expect([again.statusCode, again.body.includes('нужен cookie')]).toEqual([409, true])
    expect(await world.services.db.$count(visitorVote)).toBe(0)
  })

  it('is another one in another exhibition', async () => {
    const { db } = world.services
    await vote()
    const now = world.clock.now()
    const plan = { windows: { ...aPlan(now).windows, hallFrom: now.toISOString() } }
    const second = await seedExhibition(db, now, { word: 'second', state: 'hall', plan })
    const there = await seedStand(db, now, { exhibitionId: second, word: 'there' })
    await seedShown(db, now, { standId: there })
    const sent = await world.as('guest').send({
      ...{ method: 'POST', url: `/e/${second}/${there}/visitor/vote`, payload: '' },
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookies(1) },
    })
    expect(sent.statusCode).toBe(303)
    const rows = await db.select({ device: visitorVote.device }).from(visitorVote)
    expect(new Set(rows.map((one) => one.device)).size).toBe(2)
  })
})

describe('reactions', () => {
  it('are one of each kind from each device, and the world sees how many', async () => {
    for (const kind of ['like', 'like', 'wow']) await post('react', { kind })
    await post('react', { kind: 'like' }, { cookie: cookies(2) })
    expect((await post('react', { kind: 'money' }, { script: true })).statusCode).toBe(400)
    expect(await body()).toContain('Нравится: 2')
    // What a device has just done is said to it, and on nobody else's page.
    const done = await world.as('guest').send({ method: 'GET', url: `${pathOf()}?done=voted`, headers: { 'accept-language': 'ru' } })
    expect(done.body).toContain('Ваш голос теперь у этого стенда.')
    expect(await body()).not.toContain('Ваш голос теперь')
    expect((await look('aigerim')).reactions).toEqual({ like: 2, wow: 1, idea: 0 })
  })
})

describe('questions', () => {
  it('are shown to nobody but moderators before they are approved, and never as anything but text', async () => {
    const words = '<script>alert(1)</script> https://evil.kz Сен ақымақсың'
    const { params } = await asking(words)
    expect(await body()).not.toContain('ақымақ')
    expect((await look('aigerim')).questions).toEqual([])
    expect(await look('aigerim')).toMatchObject({ waiting: 1, may: { moderate: false, answer: true } })
    expect((await look('yerlan')).questions).toEqual([])
    expect((await look('madina')).questions).toMatchObject([{ words, state: 'waiting' }])
    await world.as('madina').ask(visitor.approve, { params })
    const shown = await body()
    expect(shown).toContain('&#60;script&#62;alert(1)&#60;/script&#62;')
    expect(shown).not.toMatch(/<script>|href="https:\/\/evil/)
    expect((await look('aigerim')).questions).toHaveLength(1)
    // No fact holds a word of it.
    expect(JSON.stringify(await world.services.db.select().from(fact))).not.toMatch(/ақымақ|evil/)
  })

  it('are answered by a child in the name of the team, and the page shows it at once', async () => {
    const { params } = await asking()
    const answer = (words: string, as: PersonName = 'aigerim') => world.as(as).ask(visitor.answer, { params, body: { words } })
    expect(await code(answer('15 кг'))).toBe('question-waiting')
    await world.as('botagoz').ask(visitor.approve, { params })
    await answer('Он екі')
    world.clock.advance(1)
    await answer('15 кг, өзіміз өлшедік', 'daulet')
    const shown = await body()
    expect(shown).toContain('15 кг, өзіміз өлшедік')
    expect(shown).not.toMatch(/Он екі|Айгерім|Дәулет/)
    const { questions } = await look('madina')
    expect(questions[0]?.answer).toMatchObject({ by: 'Дәулет К.', hidden: false })
    expect(await world.services.db.$count(visitorAnswer)).toBe(2)
  })

  it('are hidden with a reason that is kept, and come back', async () => {
    const { params } = await asking()
    const hide = (reason: string) => world.as('madina').ask(visitor.hide, { params, body: { reason } })
    expect(await code(hide(' '))).toBe('reason-needed')
    await world.as('madina').ask(visitor.approve, { params })
    await world.as('aigerim').ask(visitor.answer, { params, body: { words: '15 кг' } })
    expect((await hide('Дөрекі')).reason).toBe('Дөрекі')
    expect(await body()).not.toMatch(/килограмм|15 кг/)
    expect((await look('aigerim')).questions).toEqual([])
    await world.as('botagoz').ask(visitor.approve, { params })
    // Twice by one hand: done once.
    await world.as('botagoz').ask(visitor.approve, { params })
    expect(await body()).toContain('15 кг')
    const log = await world.services.db.select().from(visitorDecision)
    expect(log.map(({ step, reason }) => [step, reason])).toEqual([
      ['approve', ''],
      ['hide', 'Дөрекі'],
      ['approve', ''],
    ])
  })

  it('keep an answer off the page that a teacher has hidden, and whatever is written instead, until they have read it', async () => {
    const { params } = await asking()
    await world.as('madina').ask(visitor.approve, { params })
    const answer = (words: string) => world.as('aigerim').ask(visitor.answer, { params, body: { words } })
    await answer('Өзің көтер')
    await world.as('madina').ask(visitor.hold, { params, body: { reason: 'Сыпайы жаз' } })
    expect(await body()).not.toContain('Өзің көтер')
    expect((await look('aigerim')).questions[0]?.answer).toMatchObject({ hidden: true, reason: 'Сыпайы жаз' })
    await answer('15 кг')
    expect(await body()).not.toContain('15 кг')
    await world.as('madina').ask(visitor.free, { params })
    expect(await body()).toContain('15 кг')
  })

  it('name no child who may not be named, whoever wrote it', async () => {
    const { params } = await asking('Айгерім өзі жасады ма?')
    expect((await world.as('madina').ask(visitor.approve, { params })).waits).toBe(true)
    expect(await body()).not.toContain('Айгерім')
    const answer = { params, body: { words: 'Иә, Айгерімнің өзі' } }
    expect(await code(world.as('daulet').ask(visitor.answer, answer))).toBe('visitor-names')
    await seedConsent(world.services.db, world.clock.now(), 'aigerim', 'name')
    await world.as('daulet').ask(visitor.answer, answer)
    expect(await body()).toContain('Айгерімнің өзі')
    const taken = { params: { personId: world.person('aigerim').id, consentId: idOf('consent aigerim name') } }
    await world.as('botagoz').ask(consent.withdraw, taken)
    expect(await body()).not.toContain('Айгерім')
  })

  it('are of some length, once each, and so many wait', async () => {
    expect((await ask(' ')).statusCode).toBe(400)
    expect((await ask('а'.repeat(501))).statusCode).toBe(400)
    await asking('Неге?')
    expect((await ask('Неге?')).statusCode).toBe(303)
    const { db } = world.services
    expect(await db.$count(visitorQuestion)).toBe(1)
    const device = 'many'
    const at = world.clock.now()
    await db
      .insert(visitorQuestion)
      .values(Array.from({ length: 99 }, (_, n) => ({ id: idOf(`q ${n}`), standId, device, words: `${n}`, at })))
    expect((await ask('Тағы?', { cookie: cookies(2) })).statusCode).toBe(409)
  })

  it('of another stand are not this one’s', async () => {
    const { params } = await asking()
    expect(await code(world.as('madina').ask(visitor.approve, { params: { ...params, standId: other } }))).toBe('not-found')
  })
})

describe('the inbox', () => {
  const linesOf = async (as: PersonName, name: InboxName) => (await world.as(as).ask(inbox.look)).lines.filter((one) => one.name === name)
  const page = `/project/${idOf('bridge project')}/stand`
  const seen = async (as: PersonName) => {
    const { lines } = await world.as(as).ask(inbox.look)
    await world.as(as).ask(inbox.see, { body: { position: lines[0]?.position ?? 0 } })
  }

  it('tells the team’s teacher once of a stand where questions wait, until they have looked', async () => {
    for (const [n, words] of ['Неге?', 'Қалай?', 'Қашан?'].entries()) await asking(words, { cookie: cookies(n) })
    expect(await linesOf('madina', 'visitor.queued')).toMatchObject([{ about: 'Көпір макеті', href: page, by: '' }])
    for (const as of ['aigerim', 'yerlan', 'botagoz', 'marat'] as const) expect(await linesOf(as, 'visitor.queued')).toEqual([])
    await seen('madina')
    expect((await world.as('madina').ask(inbox.count)).unseen).toBe(0)
    await asking('Тағы?')
    expect((await world.as('madina').ask(inbox.count)).unseen).toBe(1)
    expect(await linesOf('madina', 'visitor.queued')).toHaveLength(2)
    // Another stand of the same team is another line.
    await ask('Бұл ше?', { to: other })
    expect(await linesOf('madina', 'visitor.queued')).toHaveLength(3)
  })

  it('is one line where many ask at one moment', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => ask(`Сұрақ ${n}`, { cookie: cookies(n) })))
    expect(await linesOf('madina', 'visitor.queued')).toHaveLength(1)
  })

  it('tells the team what was let through, but for whose hand it was, and nothing twice', async () => {
    const first = await asking('Неге?')
    const second = await asking('Қалай?')
    await world.as('botagoz').ask(visitor.approve, { params: first.params })
    for (const as of ['aigerim', 'daulet', 'yerlan', 'madina'] as const)
      expect(await linesOf(as, 'visitor.passed')).toMatchObject([{ href: page, about: 'Көпір макеті' }])
    await world.as('madina').ask(visitor.approve, { params: second.params })
    expect(await linesOf('aigerim', 'visitor.passed')).toHaveLength(1)
    await seen('aigerim')
    // Answered already: what is hidden and comes back is no news.
    await world.as('aigerim').ask(visitor.answer, { params: first.params, body: { words: '15 кг' } })
    await world.as('madina').ask(visitor.hide, { params: first.params, body: { reason: 'Қараймын' } })
    await world.as('madina').ask(visitor.approve, { params: first.params })
    expect((await world.as('aigerim').ask(inbox.count)).unseen).toBe(0)
  })

  it('tells whoever runs the exhibition where a team has no teacher', async () => {
    const { db } = world.services
    await db.delete(teamMember).where(eq(teamMember.personId, world.person('madina').id))
    await asking()
    expect(await linesOf('botagoz', 'visitor.queued')).toMatchObject([{ href: `/exhibition/${exhibitionId}/visitor` }])
  })
})

describe('what the organisers turned off', () => {
  const turn = async (over: Partial<Switches>) => {
    const { db } = world.services
    const [row] = await db.select().from(exhibition).where(eq(exhibition.id, exhibitionId))
    const plan = row?.plan ?? expect.unreachable()
    await world.as('botagoz').ask(exhibitionPromise.save, {
      ...{ params: { exhibitionId }, body: { plan: { ...plan, visitors: { ...plan.visitors, ...over } }, revision: row?.revision ?? 0 } },
    })
  }

  it('is not on the page and is refused in words, and what was given before is kept', async () => {
    const { params } = await asking()
    await world.as('madina').ask(visitor.approve, { params })
    await post('react', { kind: 'like' })
    await vote()
    const all = [/class="react"/, /visitor\/vote/, /visitor\/ask/, /Нравится: 1/, /килограмм/, /случайный номер/]
    const found = async () => {
      const shown = await body()
      return all.map((one) => one.test(shown))
    }
    expect(await found()).toEqual([true, true, true, true, true, true])
    await turn({ react: false })
    expect(await found()).toEqual([false, true, true, false, true, true])
    await turn({ react: true, ask: false })
    expect(await found()).toEqual([true, true, false, true, false, true])
    await turn({ ask: true, vote: false })
    expect(await found()).toEqual([true, false, true, true, true, true])
    const no = await vote(standId, 2, { script: true })
    expect([no.statusCode, no.json<{ code: string }>().code]).toEqual([409, 'visitor-off'])
    await turn({ react: false, ask: false })
    expect(await body()).not.toContain('id="visitors"')
    for (const deed of ['react', 'ask'] as const) expect((await post(deed, { kind: 'like', words: 'Неге?' })).statusCode).toBe(409)
    expect(await look('madina')).toMatchObject({ open: false, on: { react: false, ask: false, vote: false } })
    expect(await world.services.db.$count(visitorVote)).toBe(1)
    await turn({ react: true, ask: true, vote: true })
    expect(await found()).toEqual([true, true, true, true, true, true])
  })
})

describe('the limits', () => {
  const crowds = async () => (await world.as('botagoz').ask(visitor.ofExhibition, { params: { exhibitionId } })).crowds

  it('hold a device in its minute, with an answer that says what to do', async () => {
    const codes = []
    for (let n = 0; n < 32; n++) codes.push((await vote()).statusCode)
    expect([codes.filter((one) => one === 303).length, codes.slice(30)]).toEqual([30, [429, 429]])
    const told = await vote()
    expect([told.headers['retry-after'], told.headers['content-type']]).toEqual(['60', 'text/html; charset=utf-8'])
    expect((await vote(standId, 1, { script: true })).json()).toMatchObject({ code: 'too-often' })
    expect((await vote(standId, 2)).statusCode).toBe(303)
    world.clock.advance(60_000)
    expect((await vote()).statusCode).toBe(303)
  })

  it('hold a device that asks and asks', async () => {
    const codes = []
    for (let n = 0; n < 6; n++) codes.push((await ask(`Сұрақ ${n}`)).statusCode)
    expect(codes).toEqual([303, 303, 303, 303, 303, 429])
  })

  it('let a whole hall vote behind one address, each with the cookie that it is given', async () => {
    const first = (n: number) =>
      world.as('guest').send({
        ...{ method: 'POST', url: `${pathOf(n % 2 ? standId : other)}/visitor/vote`, payload: '', remoteAddress: '10.9.9.9' },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    const codes = new Map<number, number>()
    for (let minute = 0; minute < 5; minute++) {
      // As they come after the voice from the stage: most of them at once.
      for (let n = minute === 0 ? 0 : 300 + 50 * (minute - 1); n < 300 + 50 * minute; n++) {
        const cookie = String((await first(n)).headers['set-cookie']).split(';')[0] ?? null
        const { statusCode } = await vote(n % 2 ? standId : other, n, { address: '10.9.9.9', headers: { cookie: cookie ?? '' } })
        codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1)
      }
      world.clock.advance(59_000)
    }
    expect([...codes]).toEqual([[303, 500]])
    expect(await world.services.db.$count(visitorVote)).toBe(500)
    expect(await crowds()).toEqual([])
  }, 60_000)

  it('leave of ten thousand made-up devices what a full hall has, and whoever runs it is told', async () => {
    const codes = new Map<number, number>()
    for (let n = 0; n < 10_000; n++) {
      const { statusCode } = await vote(standId, n, { address: `2001:db8:0:1::${(n % 9_000).toString(16)}` })
      codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1)
    }
    expect(Object.fromEntries(codes)).toEqual({ 303: 600, 429: 9_400 })
    expect(await world.services.db.$count(visitorVote)).toBe(600)
    await expect.poll(crowds).toEqual([world.clock.now().toISOString()])
    const lines = async (as: PersonName) => (await world.as(as).ask(inbox.look)).lines.filter(({ name }) => name === 'visitor.warned')
    expect(await lines('botagoz')).toMatchObject([
      { href: `/exhibition/${exhibitionId}/visitor`, about: 'Выставка технического творчества' },
    ])
    expect(await lines('aigerim')).toEqual([])
    // Whoever is there already goes on, and so does everybody else in the world.
    world.clock.advance(60_000)
    const known = await vote(other, 1, { address: '10.5.5.5' })
    const others = await vote(other, 20_000, { address: '10.5.5.5' })
    expect([known.statusCode, others.statusCode]).toEqual([303, 303])
    const no = await vote(other, 30_000, { address: '2001:db8:0:1::1', script: true })
    expect([no.statusCode, no.json<{ code: string }>().code]).toEqual([429, 'too-often'])
  }, 120_000)

  it('are of an address for a day too, however slowly it makes devices up', () => {
    let [told, counted] = [0, 0]
    const limits = openLimits(world.clock, () => (told += 1))
    for (let n = 0; n < 10_000; n++) {
      world.clock.advance(1_000)
      try {
        limits.deed({ exhibitionId, address: '10.9.9.9', device: `${n}`, asks: false })
        counted += 1
      } catch (why) {
        expect(why).toMatchObject({ code: 'visitor-crowd' })
      }
    }
    expect([counted, told]).toEqual([3_000, Math.ceil(7_000 / 300)])
  })

  it('hold whoever keeps no cookie by their address, and one device by its one row', async () => {
    const bare = await Promise.all(Array.from({ length: 3_100 }, () => vote(standId, 1, { cookie: null, address: '10.8.8.8' })))
    expect(bare.filter(({ statusCode }) => statusCode === 429).length).toBe(100)
    const same = await Promise.all(Array.from({ length: 20 }, (_, n) => vote(n % 2 ? standId : other, 777, { address: '10.7.7.7' })))
    expect(same.every(({ statusCode }) => statusCode === 303)).toBe(true)
    expect(await world.services.db.$count(visitorVote)).toBe(1)
  }, 60_000)
})

describe('the audience’s prize', () => {
  const judged = async () => {
    const { db } = world.services
    const judgeId = await seedJudge(db, world.clock.now(), { exhibitionId, person: 'sergey' })
    for (const id of [standId, other]) await seedScore(db, world.clock.now(), { judgeId, standId: id, total: 60, words: 'Жақсы' })
  }
  const release = async () => {
    await be('deliberation')
    const params = { exhibitionId }
    const { sha256 } = await world.as('botagoz').ask(result.look, { params })
    await world.as('botagoz').ask(result.propose, { params, body: { sha256 } })
    await world.as('madina').ask(result.approve, { params, body: { sha256 } })
    return world.as('botagoz').ask(result.release, { params })
  }
  const seen = (as: PersonName) => world.as(as).ask(visitor.ofExhibition, { params: { exhibitionId } })

  it('takes one vote of a device, which it may move; nobody sees how they stand', async () => {
    await vote(standId, 1)
    await vote(other, 1)
    await vote(other, 2)
    const rows = await world.services.db.select({ standId: visitorVote.standId }).from(visitorVote)
    expect(rows).toEqual([{ standId: other }, { standId: other }])
    const { votes, stands } = await seen('botagoz')
    expect([votes, stands.map((one) => one.votes)]).toEqual([2, [null, null]])
    expect(JSON.stringify(await look('aigerim'))).not.toMatch(/votes/)
    // The page is the same, whoever is ahead.
    const before = (await page(other)).body
    await vote(other, 3)
    expect((await page(other)).body).toBe(before)
  })

  it('is given with the results, closes with them, and is seen from their hour on', async () => {
    await judged()
    for (const n of [1, 2, 3]) await vote(other, n)
    await vote(standId, 4)
    await release()
    expect((await vote(standId, 5)).statusCode).toBe(409)
    expect(await body(other)).not.toContain('Приз зрительских симпатий')
    const [given] = await world.services.db.select().from(award)
    expect(given).toMatchObject({ standId: other, state: 'issued', degree: null, tied: false })
    expect((await seen('botagoz')).stands.map((one) => one.votes)).toEqual([null, null])
    world.clock.advance(toResultsMs)
    expect(await body(other)).toContain('Приз зрительских симпатий')
    expect(await body(standId)).not.toContain('Приз зрительских симпатий')
    expect((await seen('botagoz')).stands.map((one) => one.votes)).toEqual([1, 3])
    const check = await world.as('guest').send({ method: 'GET', url: `/d/${given?.number}?lang=kk` })
    expect([check.statusCode, check.body.includes('Көрермен көзайымы')]).toEqual([200, true])
  })

  it('is shared by those who tie; nobody has it where nobody voted, and a stand that was taken down wins nothing', async () => {
    await judged()
    await vote(standId, 1)
    await vote(other, 2)
    await release()
    const rows = await world.services.db.select().from(award)
    expect(rows.map((one) => [one.standId, one.tied]).sort()).toEqual(
      [
        [standId, true],
        [other, true],
      ].sort(),
    )
  })

  it('goes to the archive with an exhibition that has no jury', async () => {
    await vote(standId, 1)
    await vote(other, 2)
    await vote(other, 3)
    await world.as('botagoz').ask(standPromise.remove, { params: { standId: other }, body: { reason: 'Қайталанған' } })
    await world.as('botagoz').ask(exhibitionPromise.step, { params: { exhibitionId }, body: { state: 'archived' } })
    expect((await world.services.db.select().from(award)).map((one) => one.standId)).toEqual([standId])
  })

  it('ends at the hour of the results though nobody has released them', async () => {
    world.clock.advance(toResultsMs - 1)
    expect((await vote()).statusCode).toBe(303)
    world.clock.advance(1)
    expect((await vote()).statusCode).toBe(409)
    expect(await body()).not.toContain('<form')
  })
})

describe('a closed door', () => {
  it('is a stand that was taken down, one without consent, and an hall that is not open', async () => {
    const all = async () => (await Promise.all([ask('Неге?'), vote(), post('react', { kind: 'wow' })])).map(({ statusCode }) => statusCode)
    const { params } = await asking('Ең биік пе?')
    await world.as('madina').ask(visitor.approve, { params })
    await world.as('botagoz').ask(standPromise.remove, { params: { standId }, body: { reason: 'Қайталанған' } })
    world.clock.advance(10_000)
    expect(await all()).toEqual([410, 410, 410])
    await world.as('botagoz').ask(standPromise.restore, { params: { standId } })
    const taken = { params: { personId: world.person('daulet').id, consentId: idOf('consent daulet work') } }
    world.clock.advance(10_000)
    expect(await body()).toContain('Ең биік пе?')
    await world.as('botagoz').ask(consent.withdraw, taken)
    world.clock.advance(10_000)
    expect(await all()).toEqual([403, 403, 403])
    expect(await body()).not.toContain('Ең биік пе?')
    await be('moderation')
    expect(await all()).toEqual([403, 403, 403])
    expect(await world.services.db.$count(visitorVote)).toBe(0)
  })

  it('is asked again where the hall that is held knows nothing of it yet', async () => {
    await page()
    const { db } = world.services
    await db.update(exhibition).set({ state: 'results' }).where(eq(exhibition.id, exhibitionId))
    expect((await vote(standId, 1, { script: true })).json()).toMatchObject({ code: 'visitor-closed' })
  })

  it('is a page of somebody else: no form from there is taken, nor anything that is no form', async () => {
    expect((await vote(standId, 1, { headers: { origin: 'https://evil.kz' } })).statusCode).toBe(403)
    expect((await vote(standId, 1, { headers: { origin: 'null' } })).statusCode).toBe(403)
    expect((await vote(standId, 1, { headers: { 'content-type': 'application/json' } })).statusCode).toBe(415)
    expect((await ask('а'.repeat(9_000))).statusCode).toBe(413)
    expect((await post('steal', {})).statusCode).toBe(404)
    expect((await page()).headers['referrer-policy']).toBe('same-origin')
  })
})

describe('looks', () => {
  it('are counted by stand and day, of nobody, and told to the team and the organisers alone', async () => {
    const { db, log } = world.services
    const before = (await body()).length
    expect(before).toBeGreaterThan(0)
    const hooks: (() => Promise<void>)[] = []
    const looks = openLooks(
      { addHook: ((_: string, hook: () => Promise<void>) => hooks.push(hook)) as never },
      { db, log, clock: world.clock },
    )
    for (let n = 0; n < 5; n++) looks.add(standId)
    await looks.flush()
    looks.add(standId)
    await hooks[0]?.()
    const rows = await db.select().from(visitorLook).where(eq(visitorLook.standId, standId))
    expect(rows).toMatchObject([{ looks: 6 }])
    expect(Object.keys(rows[0] ?? {})).toEqual(['standId', 'day', 'looks'])
    expect((await look('aigerim')).looks).toEqual({ today: 6, all: 6 })
    expect(await body()).not.toMatch(/открыва|>6</)
  })

  it('are asked of nothing but pages that somebody opens, and are written when the process ends', async () => {
    const send = (method: 'GET' | 'HEAD', url: string, headers: Record<string, string> = {}) =>
      world.as('guest').send({ method, url, headers })
    await send('GET', pathOf())
    await send('GET', pathOf(), { 'sec-purpose': 'prefetch' })
    await send('HEAD', pathOf())
    await send('GET', `${pathOf()}?done=voted`)
    await send('GET', pathOf(), { 'x-mark': 'anew' })
    await send('GET', `${pathOf()}/visitor`)
    await world.app.close()
    expect(await world.services.db.select().from(visitorLook)).toMatchObject([{ standId, looks: 1 }])
  })
})

describe('the live part', () => {
  it('is the same bytes until something is new, and then new', async () => {
    const get = (headers: Record<string, string> = {}) =>
      world.as('guest').send({ method: 'GET', url: `${pathOf()}/visitor`, headers: { 'accept-language': 'ru', ...headers } })
    const first = await get()
    const etag = String(first.headers['etag'])
    expect((await get({ 'if-none-match': etag })).statusCode).toBe(304)
    const { params } = await asking()
    expect((await get({ 'if-none-match': etag })).statusCode).toBe(304)
    await world.as('madina').ask(visitor.approve, { params })
    // Told by the log, not by the clock, which stands still.
    await expect.poll(async () => (await get({ 'if-none-match': etag })).body, { timeout: 5_000 }).toContain('килограмм')
  })
})
