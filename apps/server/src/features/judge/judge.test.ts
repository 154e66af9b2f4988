import { exhibition } from '@sheber/contract/exhibition'
import { inbox } from '@sheber/contract/inbox'
import { judge, rounds, type Round } from '@sheber/contract/judge'
import { session } from '@sheber/contract/session'
import { trail } from '@sheber/contract/trail'
import { exhibition as exhibitionTable, judge as judgeTable, judgeStand, membership, score as scoreTable } from '@sheber/db/schema'
import { caller, type Caller } from '@sheber/dev-env/caller'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { aPlan, nominations, seedExhibition, seedJudge, seedStand } from '@sheber/dev-env/seed/exhibition'
import { seedShown } from '@sheber/dev-env/seed/hall'
import { createWorld } from '@sheber/dev-env/world'
import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { countedViews, judgingLacks } from './judge.lacks.ts'
import { juryComparisons } from './judge.voice.ts'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())
const { db } = world.services
const as = (name: PersonName | 'guest') => world.as(name)

const hourMs = 3_600_000
let exhibitions = 0

/** Judged since an hour, for two hours more; the glider, and as many other stands as are asked for. */
const judged = async ({ words = [] as string[], state = 'judging' as const, plan = {} } = {}) => {
  const word = `jury ${++exhibitions}`
  const now = world.clock.now()
  const at = (hours: number) => new Date(now.getTime() + hours * hourMs).toISOString()
  const { windows } = aPlan(now)
  const exhibitionId = await seedExhibition(db, now, {
    word,
    state,
    plan: { viewsMin: 1, windows: { ...windows, hallFrom: at(-2), judgingFrom: at(-1), judgingTo: at(2), resultsAt: at(5) }, ...plan },
  })
  const glider = await seedStand(db, now, { exhibitionId, team: 'glider', number: 7, entry: { title: 'Планёр' } })
  const others: string[] = []
  for (const [place, title] of words.entries())
    others.push(
      await seedStand(db, now, {
        exhibitionId,
        team: 'glider',
        word: `${word} ${title}`,
        number: place + 1,
        entry: { title, nominationId: nominations[place % 2]?.id ?? null },
      }),
    )
  return { exhibitionId, params: { exhibitionId }, glider, others, stands: [glider, ...others] }
}
type Judged = Awaited<ReturnType<typeof judged>>

const judges = async ({ exhibitionId }: Judged, person: PersonName, seats: readonly string[], shadow = false) => {
  const judgeId = await seedJudge(db, world.clock.now(), { exhibitionId, person, shadow })
  for (const [place, standId] of seats.entries()) await db.insert(judgeStand).values({ judgeId, standId, place })
  return judgeId
}

const marks = (idea: number, making?: number) => [
  { criterionId: 'idea', points: idea },
  ...(making === undefined ? [] : [{ criterionId: 'making', points: making }]),
]
const scored = (standId: string, over: object = {}) => ({
  id: newId(),
  standId,
  round: rounds.first as Round,
  marks: marks(1, 2),
  words: 'Қанаты берік.',
  madeAt: world.clock.now().toISOString(),
  overId: null as string | null,
  ...over,
})
const rowsOf = (judgeId: string, standId: string) =>
  db
    .select()
    .from(scoreTable)
    .where(and(eq(scoreTable.judgeId, judgeId), eq(scoreTable.standId, standId)))
    .orderBy(scoreTable.createdAt)

const invitesByLink = async ({ params }: Judged, name = 'Асқар Т.', by: PersonName = 'madina') => {
  const body = { id: newId(), who: { name, language: 'kk' as const }, shadow: false, nominations: [] }
  const { judgeId, secret, until } = await as(by).ask(judge.invite, { params, body })
  return { judgeId, secret: secret ?? expect.unreachable('no link'), until, body }
}

/** Somebody with a link and nothing else, in front of the door. */
const opens = async (secret: string, device = newId()): Promise<Caller> => {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/jury/open',
    headers: { host: 'sheber.test', origin: 'http://sheber.test', cookie: `device=${device}` },
    payload: { secret },
  })
  if (answer.statusCode !== 200) throw Object.assign(new Error(answer.body), { code: answer.json().code })
  const cookie = answer.cookies.find(({ name }) => name === 'sheber')
  return caller(world.app, `sheber=${cookie?.value}`)
}

describe('a link', () => {
  it('lets somebody in who is new, for this exhibition and nothing else', async () => {
    const of = await judged()
    const { judgeId, secret, until } = await invitesByLink(of)
    expect(secret).toMatch(/^[\w-]{22}$/)
    expect(until).toBe(new Date(world.clock.now().getTime() + 26 * hourMs).toISOString())
    const juror = await opens(secret)
    const me = await juror.ask(session.me)
    expect(me.person).toMatchObject({ name: 'Асқар Т.', login: null, memberships: [{ role: 'judge' }] })
    expect(await juror.ask(judge.mine)).toMatchObject([{ exhibitionId: of.exhibitionId, declared: false, done: 0, all: 0 }])
    const [row] = await db.select().from(judgeTable).where(eq(judgeTable.id, judgeId))
    expect(JSON.stringify(row)).not.toContain(secret)
    // Another device, and again.
    await opens(secret)
  })

  it('is put on paper by whoever runs the exhibition and has just made it, and by nobody else', async () => {
    const of = await judged()
    const { judgeId, secret } = await invitesByLink(of)
    const print = (name: PersonName | 'guest', cards: object) =>
      as(name).send({ method: 'POST', url: `/files/exhibition/${of.exhibitionId}/cards.pdf`, payload: { cards } })
    const pdf = await print('madina', [{ judgeId, secret }])
    expect([pdf.statusCode, pdf.headers['cache-control'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'no-store', '%PDF-'])
    for (const cards of [[{ judgeId, secret: 'A'.repeat(22) }], [{ judgeId: newId(), secret }]])
      expect((await print('madina', cards)).json()).toMatchObject({ code: 'link-over' })
    for (const bad of [[], [{ judgeId, secret, name: 'x' }], [{ judgeId }]]) expect((await print('madina', bad)).statusCode).toBe(400)
    expect((await print('aigerim', [{ judgeId, secret }])).statusCode).toBe(403)
    expect((await print('guest', [{ judgeId, secret }])).statusCode).toBe(401)
    const { secret: fresh } = await as('madina').ask(judge.renew, { params: { judgeId } })
    expect((await print('madina', [{ judgeId, secret }])).statusCode).not.toBe(200)
    expect((await print('madina', [{ judgeId, secret: fresh }])).statusCode).toBe(200)
  })

  it.each(['unknown', 'over', 'taken back', 'renewed', 'of whoever was taken off', 'of whoever teaches by now'] as const)(
    'that is %s says no more than that it does not open',
    async (what) => {
      const of = await judged()
      const { judgeId, secret } = await invitesByLink(of)
      const params = { judgeId }
      if (what === 'taken back') await as('madina').ask(judge.revoke, { params })
      if (what === 'renewed') await as('madina').ask(judge.renew, { params })
      if (what === 'of whoever was taken off') await as('madina').ask(judge.end, { params, body: { ended: true } })
      if (what === 'over') await db.update(judgeTable).set({ linkUntil: world.clock.now() }).where(eq(judgeTable.id, judgeId))
      if (what === 'of whoever teaches by now') {
        const [row] = await db.select().from(judgeTable).where(eq(judgeTable.id, judgeId))
        await db
          .update(membership)
          .set({ role: 'teacher' })
          .where(eq(membership.personId, row?.personId ?? ''))
      }
      await expect(opens(what === 'unknown' ? 'A'.repeat(22) : secret)).rejects.toMatchObject({ code: 'link-over' })
    },
  )

  it('that is guessed from one device is answered ever more slowly, and the right one then too', async () => {
    const { secret } = await invitesByLink(await judged())
    const device = newId()
    for (let n = 0; n < 5; n += 1) await expect(opens(`guess${n}`, device)).rejects.toMatchObject({ code: 'link-over' })
    await expect(opens(secret, device)).rejects.toMatchObject({ code: 'locked-out' })
    await opens(secret)
  })

  it('that is taken back signs out whoever came by it', async () => {
    const { judgeId, secret } = await invitesByLink(await judged())
    const juror = await opens(secret)
    await as('madina').ask(judge.revoke, { params: { judgeId } })
    expect((await juror.ask(session.me)).person).toBeNull()
  })

  it('is not made for whoever has a sign-in', async () => {
    const of = await judged()
    const asked = { id: newId(), who: { personId: world.person('sergey').id }, shadow: false, nominations: [] }
    expect(await as('botagoz').ask(judge.invite, { params: of.params, body: asked })).toMatchObject({ secret: null })
    await expect(as('botagoz').ask(judge.renew, { params: { judgeId: asked.id } })).rejects.toMatchObject({ code: 'judge-has-sign-in' })
  })

  it('is made anew where the answer to the invitation was lost; nobody is there twice', async () => {
    const of = await judged()
    const { body, secret } = await invitesByLink(of)
    const again = await as('madina').ask(judge.invite, { params: of.params, body })
    expect(again.secret).not.toBe(secret)
    await expect(opens(secret)).rejects.toMatchObject({ code: 'link-over' })
    expect((await as('madina').ask(judge.list, { params: of.params })).judges).toHaveLength(1)
  })
})

describe('who is asked', () => {
  it('is an adult, and once', async () => {
    const { params } = await judged()
    const body = (name: PersonName) => ({ id: newId(), who: { personId: world.person(name).id }, shadow: false, nominations: [] })
    await as('botagoz').ask(judge.invite, { params, body: body('gulnara') })
    await expect(as('botagoz').ask(judge.invite, { params, body: body('gulnara') })).rejects.toMatchObject({ code: 'judge-already' })
    await expect(as('botagoz').ask(judge.invite, { params, body: body('aigerim') })).rejects.toMatchObject({ code: 'judge-unfit' })
  })
})

describe('conflicts', () => {
  it('are known of one’s own school, team and child, and cannot be assigned', async () => {
    const of = await judged()
    const bridge = await seedStand(db, world.clock.now(), { exhibitionId: of.exhibitionId, team: 'bridge', number: 2 })
    const [marat, sergey] = [await judges(of, 'marat', []), await judges(of, 'sergey', [])]
    const jury = await as('madina').ask(judge.list, { params: of.params })
    const tiesOf = (id: string) => jury.judges.find((one) => one.id === id)?.ties
    // Daulet of the bridge learns at marat's school; the glider is marat's own team.
    expect(tiesOf(marat)).toEqual([
      { standId: bridge, reasons: ['own-school'] },
      { standId: of.glider, reasons: ['own-school', 'own-team', 'supervised'] },
    ])
    expect(tiesOf(sergey)).toEqual([])
    const seat = { params: { judgeId: marat }, body: { standId: bridge } }
    await expect(as('madina').ask(judge.seat, seat)).rejects.toMatchObject({ code: 'judge-conflict' })
  })

  it('that a judge declares take a stand away for good', async () => {
    const of = await judged({ words: ['Робот'] })
    const [robot = ''] = of.others
    const judgeId = await judges(of, 'sergey', of.stands)
    await db.update(judgeTable).set({ declaredAt: null }).where(eq(judgeTable.id, judgeId))
    const sergey = as('sergey')
    expect((await sergey.ask(judge.look, { params: of.params })).seats).toEqual([])
    await expect(sergey.ask(judge.score, { params: of.params, body: scored(robot) })).rejects.toMatchObject({ code: 'judge-undeclared' })
    const declare = (reason: string) => sergey.ask(judge.declare, { params: of.params, body: { conflicts: [{ standId: robot, reason }] } })
    await expect(declare(' ')).rejects.toMatchObject({ code: 'reason-needed' })
    const mine = await declare('Балам осы командада')
    expect(mine.seats.map(({ stand, state }) => [stand.id, state])).toEqual([
      [robot, 'conflict'],
      [of.glider, 'offered'],
    ])
    await expect(sergey.ask(judge.score, { params: of.params, body: scored(robot) })).rejects.toMatchObject({ code: 'judge-conflict' })
    const { pairs, lacks } = await as('madina').ask(judge.propose, { params: of.params, query: { seed: 'a' } })
    expect(pairs).toEqual([{ judgeId, standId: of.glider }])
    expect(lacks).toEqual([{ standId: robot, views: 0, wanted: 1, barred: [{ judgeId, why: 'conflict' }] }])
    const seat = { params: { judgeId }, body: { standId: robot } }
    await expect(as('madina').ask(judge.seat, seat)).rejects.toMatchObject({ code: 'judge-conflict' })
  })
})

describe('assignment', () => {
  it('is proposed, applied as it was seen, and keeps what is done when a judge falls out', async () => {
    const of = await judged({ words: ['Робот', 'Қайық', 'Ракета'], plan: { viewsMin: 2 } })
    const three = [await judges(of, 'sergey', []), await judges(of, 'gulnara', []), await judges(of, 'yerlan', [])]
    const ask = (seed: string) => as('madina').ask(judge.propose, { params: of.params, query: { seed } })
    const proposal = await ask('a')
    expect(await ask('a')).toEqual(proposal)
    expect(proposal).toMatchObject({ lacks: [], connected: true })
    expect(proposal.pairs).toHaveLength(8)
    const load = three.map((id) => proposal.pairs.filter(({ judgeId }) => judgeId === id).length).sort()
    expect(load).toEqual([2, 3, 3])
    await as('madina').ask(judge.assign, { params: of.params, body: { pairs: proposal.pairs } })

    const mine = (await as('sergey').ask(judge.look, { params: of.params })).seats
    expect(mine.map(({ stand }) => stand.number)).toEqual(mine.map(({ stand }) => stand.number).toSorted((a, b) => (a ?? 0) - (b ?? 0)))
    const first = mine[0]?.stand.id ?? ''
    await as('sergey').ask(judge.score, { params: of.params, body: scored(first) })

    await as('madina').ask(judge.end, { params: { judgeId: three[2] ?? '' }, body: { ended: true } })
    const anew = await ask('b')
    expect(anew.pairs).toHaveLength(8)
    const kept = proposal.pairs.filter(({ judgeId }) => judgeId !== three[2])
    expect(anew.pairs).toEqual(expect.arrayContaining(kept))
    await as('madina').ask(judge.assign, { params: of.params, body: { pairs: anew.pairs } })
    const [seat] = await db
      .select()
      .from(judgeStand)
      .where(and(eq(judgeStand.standId, first), eq(judgeStand.state, 'done')))
    expect(seat?.judgeId).toBe(three[0])
  })

  it('leads judges across nominations, and says who sees one alone where they were asked for that', async () => {
    const of = await judged({ words: ['Робот', 'Қайық', 'Ракета', 'Кеме'], plan: { viewsMin: 2 } })
    const asked = await Promise.all((['sergey', 'gulnara', 'yerlan'] as const).map((name) => judges(of, name, [])))
    const propose = () => as('madina').ask(judge.propose, { params: of.params, query: { seed: 'b' } })
    const nominationOf = new Map(
      (await as('madina').ask(judge.list, { params: of.params })).stands.map((one) => [one.id, one.nominationId]),
    )
    const seenBy = (pairs: readonly { judgeId: string; standId: string }[], judgeId: string) =>
      new Set(pairs.filter((one) => one.judgeId === judgeId).map(({ standId }) => nominationOf.get(standId))).size
    const open = await propose()
    expect([open.connected, open.unbridged, open.lacks]).toEqual([true, [], []])
    expect(asked.map((id) => seenBy(open.pairs, id))).toEqual([2, 2, 2])

    const [models = '', robots = ''] = nominations.map(({ id }) => id)
    for (const [at, judgeId] of asked.entries())
      await db
        .update(judgeTable)
        .set({ nominations: [at < 2 ? models : robots] })
        .where(eq(judgeTable.id, judgeId))
    const apart = await propose()
    expect(apart.connected).toBe(false)
    expect(apart.unbridged.toSorted()).toEqual(asked.toSorted())
  })

  it('by hand is taken back only while nothing was said', async () => {
    const of = await judged()
    const judgeId = await judges(of, 'sergey', [])
    const params = { judgeId, standId: of.glider }
    await as('madina').ask(judge.seat, { params: { judgeId }, body: { standId: of.glider } })
    await as('madina').ask(judge.unseat, { params })
    expect((await as('sergey').ask(judge.look, { params: of.params })).seats).toEqual([])
    await as('madina').ask(judge.seat, { params: { judgeId }, body: { standId: of.glider } })
    await as('sergey').ask(judge.score, { params: of.params, body: scored(of.glider) })
    await expect(as('madina').ask(judge.unseat, { params })).rejects.toMatchObject({ code: 'seat-used' })
  })
})

describe('a score', () => {
  it('sent twenty times at one moment, and once more much later, is one row', async () => {
    const of = await judged()
    const judgeId = await judges(of, 'sergey', [of.glider])
    const body = scored(of.glider)
    const answers = await Promise.all(Array.from({ length: 20 }, () => as('sergey').ask(judge.score, { params: of.params, body })))
    expect(new Set(answers.map(({ score }) => score?.id))).toEqual(new Set([body.id]))
    expect(answers[0]).toMatchObject({ state: 'done', score: { total: 80 }, rival: null })
    expect(await rowsOf(judgeId, of.glider)).toHaveLength(1)
    await db.update(exhibitionTable).set({ state: 'deliberation' }).where(eq(exhibitionTable.id, of.exhibitionId))
    expect((await as('sergey').ask(judge.score, { params: of.params, body })).score?.id).toBe(body.id)
    await expect(as('sergey').ask(judge.score, { params: of.params, body: scored(of.glider) })).rejects.toMatchObject({
      code: 'judging-closed',
    })
  })

  it('pressed twice, with an id of its own each time, is one row too', async () => {
    const of = await judged()
    const judgeId = await judges(of, 'sergey', [of.glider])
    await Promise.all(Array.from({ length: 20 }, () => as('sergey').ask(judge.score, { params: of.params, body: scored(of.glider) })))
    expect(await rowsOf(judgeId, of.glider)).toHaveLength(1)
  })

  it('of two devices that were offline is kept twice; the judge is told, and chooses', async () => {
    const of = await judged()
    const judgeId = await judges(of, 'sergey', [of.glider])
    const ask = (body: ReturnType<typeof scored>) => as('sergey').ask(judge.score, { params: of.params, body })
    const phone = scored(of.glider, { marks: marks(2, 2), madeAt: new Date(world.clock.now().getTime() - 9_000).toISOString() })
    const tablet = scored(of.glider, { marks: marks(0, 1), madeAt: new Date(world.clock.now().getTime() - 10_000).toISOString() })
    await ask(phone)
    // Made earlier and come later: the server's order counts, and nothing is lost.
    expect(await ask(tablet)).toMatchObject({ score: { id: tablet.id, total: 30 }, rival: { id: phone.id, total: 100 } })
    const chosen = { ...phone, id: newId(), overId: tablet.id }
    expect(await ask(chosen)).toMatchObject({ score: { id: chosen.id, total: 100 }, rival: null })
    const rows = await rowsOf(judgeId, of.glider)
    expect(rows.map(({ id }) => id)).toEqual([phone.id, tablet.id, chosen.id])
    expect(rows[0]?.madeAt.toISOString()).toBe(phone.madeAt)
  })

  it('made in time on a phone without a network is taken until the round is closed', async () => {
    const of = await judged({ plan: { windows: { ...aPlan(world.clock.now()).windows, judgingFrom: at(-3), judgingTo: at(-1) } } })
    const judgeId = await judges(of, 'sergey', [of.glider])
    const ask = (madeAt: string) => as('sergey').ask(judge.score, { params: of.params, body: scored(of.glider, { madeAt }) })
    await expect(ask(at(-0.5))).rejects.toMatchObject({ code: 'judging-closed' })
    await ask(at(-1.5))
    expect(await rowsOf(judgeId, of.glider)).toHaveLength(1)
  })

  it('brought while the exhibition is called off is said to wait, and is taken once it goes on', async () => {
    const of = await judged()
    const judgeId = await judges(of, 'sergey', [of.glider])
    const body = scored(of.glider)
    const ask = () => as('sergey').ask(judge.score, { params: of.params, body })
    const skip = () => as('sergey').ask(judge.skip, { params: of.params, body: { standId: of.glider, reason: 'Шәкіртім' } })
    const be = (state: 'cancelled' | 'judging') => db.update(exhibitionTable).set({ state }).where(eq(exhibitionTable.id, of.exhibitionId))
    await be('cancelled')
    for (const deed of [ask, skip]) await expect(deed()).rejects.toMatchObject({ code: 'exhibition-cancelled' })
    expect(await rowsOf(judgeId, of.glider)).toEqual([])
    await be('judging')
    expect((await ask()).score?.id).toBe(body.id)
  })
  const at = (hours: number) => new Date(world.clock.now().getTime() + hours * hourMs).toISOString()

  it('of a stand that is not theirs, and with marks of no rubric, is refused', async () => {
    const of = await judged({ words: ['Робот'] })
    await judges(of, 'sergey', [of.glider])
    const ask = (body: ReturnType<typeof scored>) => as('sergey').ask(judge.score, { params: of.params, body })
    await expect(ask(scored(of.others[0] ?? ''))).rejects.toMatchObject({ code: 'stand-unassigned' })
    await expect(ask(scored(of.glider, { marks: marks(99, 1) }))).rejects.toMatchObject({ code: 'score-marks' })
    await expect(ask(scored(of.glider, { words: '' }))).rejects.toMatchObject({ code: 'score-words' })
    // Half of it is kept without words.
    expect(await ask(scored(of.glider, { marks: marks(1), words: '' }))).toMatchObject({ state: 'offered', score: { total: null } })
  })

  it('with somebody else’s id tells nothing of it', async () => {
    const of = await judged()
    await judges(of, 'sergey', [of.glider])
    await judges(of, 'gulnara', [of.glider])
    const body = scored(of.glider)
    await as('sergey').ask(judge.score, { params: of.params, body })
    await expect(as('gulnara').ask(judge.score, { params: of.params, body })).rejects.toMatchObject({ code: 'input' })
  })

  it('is kept where its stand was taken out of the hall meanwhile', async () => {
    const of = await judged()
    const judgeId = await judges(of, 'sergey', [of.glider])
    await db.execute(`update stand set state = 'removed' where id = '${of.glider}'`)
    expect(await as('sergey').ask(judge.score, { params: of.params, body: scored(of.glider) })).toMatchObject({ stand: { gone: true } })
    expect(await rowsOf(judgeId, of.glider)).toHaveLength(1)
  })
})

it('no judge, and no organiser either, is told another’s marks by any answer of ours', async () => {
  const of = await judged({ words: ['Робот'] })
  await judges(of, 'sergey', of.stands)
  await judges(of, 'gulnara', of.stands)
  const secret = 'Тек өзіме: тым қатты бағалаған сияқтымын'
  await as('sergey').ask(judge.score, { params: of.params, body: scored(of.glider, { words: secret }) })
  for (const name of ['gulnara', 'madina'] as const)
    for (const route of [judge.look, judge.list, judge.pair, judge.mine] as const) {
      const path = route.path.replace(':exhibitionId', of.exhibitionId)
      const { body } = await as(name).send({ method: 'GET', url: path })
      expect(body, `${name} ${route.name}`).not.toContain(secret)
      expect(body, `${name} ${route.name}`).not.toContain('"total":80')
    }
  await expect(as('madina').ask(judge.look, { params: of.params })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as('gulnara').ask(judge.list, { params: of.params })).rejects.toMatchObject({ code: 'forbidden' })
})

it('a judge who was taken off is let in no more, and their scores count no more, and again when they are back', async () => {
  const of = await judged()
  const judgeId = await judges(of, 'sergey', [of.glider])
  await as('sergey').ask(judge.score, { params: of.params, body: scored(of.glider) })
  expect(await judgingLacks(db, of.exhibitionId)).toEqual([])
  const end = (ended: boolean) => as('madina').ask(judge.end, { params: { judgeId }, body: { ended } })
  await end(true)
  await expect(as('sergey').ask(judge.look, { params: of.params })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await judgingLacks(db, of.exhibitionId)).toEqual([{ standId: of.glider, views: 0, comments: 0 }])
  expect(await rowsOf(judgeId, of.glider)).toHaveLength(1)
  await end(false)
  expect(await judgingLacks(db, of.exhibitionId)).toEqual([])
})

describe('a round cannot close', () => {
  it('while a stand lacks views, and shadow judges are none', async () => {
    const of = await judged({ plan: { viewsMin: 2 } })
    await judges(of, 'sergey', [of.glider])
    await judges(of, 'gulnara', [of.glider], true)
    for (const name of ['sergey', 'gulnara'] as const) await as(name).ask(judge.score, { params: of.params, body: scored(of.glider) })
    expect(await judgingLacks(db, of.exhibitionId)).toEqual([{ standId: of.glider, views: 1, comments: 1 }])
    expect(await countedViews(db, of.exhibitionId)).toHaveLength(1)
    // Each of the jury reads how far all of it is, by what counts: two views of each of its stands.
    for (const name of ['sergey', 'gulnara'] as const) {
      const { jury, stands } = await as(name).ask(judge.look, { params: of.params })
      expect([jury, stands.length]).toEqual([{ given: 1, needed: 2 * stands.length }, stands.length])
    }
  })

  it('while nobody has said a word about a stand, also where teams read none', async () => {
    const of = await judged({ plan: { viewsMin: 1, release: 'none' } })
    await judges(of, 'sergey', [of.glider])
    const say = (words: string) => as('sergey').ask(judge.score, { params: of.params, body: scored(of.glider, { words }) })
    await say('')
    expect(await judgingLacks(db, of.exhibitionId)).toEqual([{ standId: of.glider, views: 1, comments: 0 }])
    world.clock.advance(1_000)
    await say('Қанаты жеңіл')
    expect(await judgingLacks(db, of.exhibitionId)).toEqual([])
  })
})

it('what was skipped is remembered with its reason and not proposed again', async () => {
  const of = await judged()
  const judgeId = await judges(of, 'sergey', [of.glider])
  const skip = (reason: string) => as('sergey').ask(judge.skip, { params: of.params, body: { standId: of.glider, reason } })
  await expect(skip('')).rejects.toMatchObject({ code: 'reason-needed' })
  expect(await skip('Команда орнында жоқ')).toMatchObject({ state: 'skipped', reason: 'Команда орнында жоқ' })
  const { pairs, lacks } = await as('madina').ask(judge.propose, { params: of.params, query: { seed: '' } })
  expect(pairs).toEqual([])
  expect(lacks).toMatchObject([{ standId: of.glider, barred: [{ judgeId, why: 'conflict' }] }])
})

it('one stand is scored by all to calibrate, counts nothing, and shows how marks are spread to who has given theirs', async () => {
  const of = await judged()
  const names = ['sergey', 'gulnara', 'yerlan'] as const
  for (const name of names) await judges(of, name, [])
  await as('madina').ask(judge.calibrate, { params: of.params, body: { standId: of.glider } })
  const give = (name: PersonName, idea: number) =>
    as(name).ask(judge.score, { params: of.params, body: scored(of.glider, { round: 0, marks: marks(idea, 1) }) })
  await give('sergey', 0)
  await give('gulnara', 1)
  const spread = async (name: PersonName) => (await as(name).ask(judge.look, { params: of.params })).spread
  expect([await spread('sergey'), await spread('yerlan')]).toEqual([null, null])
  await give('yerlan', 1)
  expect((await spread('sergey'))?.[0]).toEqual({
    criterionId: 'idea',
    marks: [
      { points: 0, count: 1 },
      { points: 1, count: 2 },
      { points: 2, count: 0 },
    ],
  })
  const jury = await as('madina').ask(judge.list, { params: of.params })
  expect(jury.calibration).toMatchObject({ standId: of.glider, spread: [{ criterionId: 'idea' }, { criterionId: 'making' }] })
  expect(jury.stands[0]).toMatchObject({ views: 0, lacks: true })
  // A judge who comes later calibrates too.
  const { secret } = await invitesByLink(of)
  const late = await (await opens(secret)).ask(judge.declare, { params: of.params, body: { conflicts: [] } })
  expect(late.seats).toMatchObject([{ round: 0, stand: { id: of.glider }, state: 'offered' }])
})

describe('two and two', () => {
  it('are chosen by judges, and by children where it is theirs, never among their own', async () => {
    const of = await judged({ words: ['Робот', 'Қайық'] })
    const bridge = await seedStand(db, world.clock.now(), { exhibitionId: of.exhibitionId, team: 'bridge', number: 9 })
    await judges(of, 'sergey', [])
    for (const standId of [...of.stands, bridge]) await seedShown(db, world.clock.now(), { standId, authors: ['madina'] })
    const round = (peers: boolean, open = true) =>
      as('madina').ask(judge.round, { params: of.params, body: { standIds: [...of.stands, bridge], peers, open } })
    await round(false)
    await expect(as('timur').ask(judge.pair, { params: of.params })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await as('timur').ask(judge.chooses)).toEqual([])
    await round(true)
    await round(true)
    // Found by the child: a line in the inbox, once however often it is opened, and a door while it is open.
    const told = async () => (await as('aigerim').ask(inbox.look)).lines.filter(({ name }) => name === 'judge.asked')
    expect(await told()).toMatchObject([{ href: `/jury/${of.exhibitionId}/compare` }])
    expect(await as('aigerim').ask(judge.chooses)).toMatchObject([{ exhibitionId: of.exhibitionId }])
    expect(await as('marat').ask(judge.chooses)).toEqual([])
    expect((await as('madina').ask(judge.list, { params: of.params })).comparing?.orders).toBeNull()
    // All three others are of timur's own team, which leaves one stand and no pair.
    expect(await as('timur').ask(judge.pair, { params: of.params })).toMatchObject({ pair: null, made: 0 })
    await expect(as('marat').ask(judge.pair, { params: of.params })).rejects.toMatchObject({ code: 'forbidden' })

    const aigerim = as('aigerim')
    const seen = new Set<string>()
    for (let made = 0; made < 3; made += 1) {
      const { pair } = await aigerim.ask(judge.pair, { params: of.params })
      const [betterId = '', worseId = ''] = (pair ?? []).map(({ id }) => id)
      expect([betterId, worseId]).not.toContain(bridge)
      seen.add([betterId, worseId].sort().join(' '))
      const body = { id: newId(), betterId, worseId }
      world.clock.advance(1_000)
      await Promise.all(Array.from({ length: 5 }, () => aigerim.ask(judge.compare, { params: of.params, body })))
      expect((await aigerim.ask(judge.pair, { params: of.params })).made).toBe(made + 1)
    }
    expect(seen.size).toBe(3)
    const after = await aigerim.ask(judge.pair, { params: of.params })
    expect(after).toMatchObject({ pair: null, made: 3 })
    expect(after.left).toBeGreaterThan(0)
    const back = await aigerim.ask(judge.uncompare, { params: of.params, body: { id: after.lastId ?? '' } })
    expect(back).toMatchObject({ made: 2, pair: [{}, {}] })
    const own = { id: newId(), betterId: bridge, worseId: of.glider }
    await expect(aigerim.ask(judge.compare, { params: of.params, body: own })).rejects.toMatchObject({ code: 'judge-conflict' })

    await round(true, false)
    const late = { id: newId(), betterId: of.glider, worseId: of.others[0] ?? '' }
    // A child who has it open is told that it is over, and not that they have no right.
    for (const name of ['sergey', 'aigerim'] as const)
      await expect(as(name).ask(judge.compare, { params: of.params, body: late })).rejects.toMatchObject({ code: 'compare-closed' })
    expect(await as('aigerim').ask(judge.pair, { params: of.params })).toMatchObject({ pair: null })
    const over = (await as('madina').ask(judge.list, { params: of.params })).comparing
    expect(over).toMatchObject({ open: false, made: 2, orders: { jury: [] } })
    expect(over?.orders?.peers.map(({ views }) => views).toSorted()).toEqual([0, 1, 1, 2])
    // Two words tell nobody apart.
    for (const { from, to } of over?.orders?.peers ?? []) expect([from, to]).toEqual([1, 4])
    expect(await told()).toEqual([])
    expect(await as('aigerim').ask(judge.chooses)).toEqual([])
  })

  it('wait while the exhibition is called off: whoever chooses is told so, what was chosen stays, and it goes on', async () => {
    const of = await judged({ words: ['Робот', 'Қайық'] })
    await judges(of, 'sergey', [])
    // She shows something too, so the choice is hers.
    await seedStand(db, world.clock.now(), { exhibitionId: of.exhibitionId, team: 'bridge', number: 9 })
    for (const standId of of.stands) await seedShown(db, world.clock.now(), { standId, authors: ['madina'] })
    await as('madina').ask(judge.round, { params: of.params, body: { standIds: of.stands, peers: true, open: true } })
    const look = (name: PersonName) => as(name).ask(judge.pair, { params: of.params })
    const [robot = '', boat = ''] = of.others
    const says = (name: PersonName, betterId: string, worseId: string) =>
      as(name).ask(judge.compare, { params: of.params, body: { id: newId(), betterId, worseId } })
    const chosen = ['sergey', 'aigerim'] as const
    for (const name of chosen) expect(await says(name, robot, of.glider)).toMatchObject({ made: 1, off: null })
    const lastOf = new Map(await Promise.all(chosen.map(async (name) => [name, (await look(name)).lastId ?? ''] as const)))

    const step = (body: { state: 'cancelled' | 'judging'; reason?: string }) =>
      as('madina').ask(exhibition.step, { params: of.params, body })
    await step({ state: 'cancelled', reason: 'Құбыр жарылды' })
    for (const name of chosen) {
      const refused = { code: 'exhibition-cancelled' }
      await expect(says(name, boat, of.glider)).rejects.toMatchObject(refused)
      const undo = as(name).ask(judge.uncompare, { params: of.params, body: { id: lastOf.get(name) ?? '' } })
      await expect(undo).rejects.toMatchObject(refused)
      expect(await look(name)).toMatchObject({ pair: null, off: 'Құбыр жарылды' })
    }
    await step({ state: 'judging' })
    for (const name of chosen) {
      expect(await look(name)).toMatchObject({ made: 1, lastId: lastOf.get(name), off: null })
      expect(await says(name, boat, of.glider)).toMatchObject({ made: 2 })
    }
    await as('madina').ask(judge.round, { params: of.params, body: { standIds: of.stands, peers: true, open: false } })
    await step({ state: 'cancelled', reason: 'Тағы' })
    // It was over before: nobody waits for it.
    await expect(says('sergey', boat, robot)).rejects.toMatchObject({ code: 'compare-closed' })
    expect(await look('sergey')).toMatchObject({ off: null })
  })

  it('closes at its hour, and is opened again only for a reason that stays in the trail', async () => {
    const of = await judged({ words: ['Робот', 'Қайық'] })
    await judges(of, 'sergey', [])
    const until = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString()
    const round = (over: { until?: string; reason?: string } = {}) =>
      as('madina').ask(judge.round, { params: of.params, body: { standIds: of.stands, peers: false, open: true, ...over } })
    const pair = async () => (await as('sergey').ask(judge.pair, { params: of.params })).pair
    await expect(round({ until: until(-1) })).rejects.toMatchObject({ code: 'compare-until' })
    await round({ until: until(60_000) })
    expect(await pair()).not.toBeNull()
    world.clock.advance(60_000)
    expect(await pair()).toBeNull()
    expect((await as('madina').ask(judge.list, { params: of.params })).comparing).toMatchObject({ open: false })
    const [betterId = '', worseId = ''] = of.stands
    const late = { id: newId(), betterId, worseId }
    await expect(as('sergey').ask(judge.compare, { params: of.params, body: late })).rejects.toMatchObject({ code: 'compare-closed' })
    await expect(round()).rejects.toMatchObject({ code: 'reason-needed' })
    await round({ reason: 'Бір қазы кешікті' })
    expect(await pair()).not.toBeNull()
    expect((await as('madina').ask(trail.look, { params: of.params, query: {} })).lines).toMatchObject([
      { step: 'reopened', reason: 'Бір қазы кешікті' },
      { step: 'opened', reason: '' },
    ])
  })

  it('children choose among what the world may see; of the jury only those who count break ties', async () => {
    const of = await judged({ words: ['Робот', 'Қайық'] })
    const bridge = await seedStand(db, world.clock.now(), { exhibitionId: of.exhibitionId, team: 'bridge', number: 9 })
    await seedShown(db, world.clock.now(), { standId: of.glider, authors: ['madina'] })
    await seedShown(db, world.clock.now(), { standId: of.others[0] ?? '', authors: ['madina'] })
    // Its guardian has not agreed.
    await seedShown(db, world.clock.now(), { standId: of.others[1] ?? '', authors: ['timur'] })
    const [robot = '', boat = ''] = of.others
    await judges(of, 'sergey', [])
    await judges(of, 'gulnara', [], true)
    const round = (open: boolean) =>
      as('madina').ask(judge.round, { params: of.params, body: { standIds: [...of.stands, bridge], peers: true, open } })
    await round(true)
    const says = (who: PersonName, betterId: string, worseId: string) =>
      as(who).ask(judge.compare, { params: of.params, body: { id: newId(), betterId, worseId } })
    expect((await as('aigerim').ask(judge.pair, { params: of.params })).pair).toMatchObject([{ whole: false, parts: [] }, {}])
    expect((await as('aigerim').ask(judge.pair, { params: of.params })).pair?.map(({ id }) => id).toSorted()).toEqual(
      [of.glider, robot].toSorted(),
    )
    await expect(says('aigerim', boat, of.glider)).rejects.toMatchObject({ code: 'compare-closed' })
    const shown = await says('aigerim', robot, of.glider)
    expect(shown).toMatchObject({ judges: false, made: 1, pair: null })
    // A child is told no more of a stand than the world.
    expect((await as('sergey').ask(judge.pair, { params: of.params })).pair).toMatchObject([{ whole: true }, { whole: true }])
    expect(await says('gulnara', robot, of.glider)).toMatchObject({ judges: true, made: 1 })
    await says('sergey', of.glider, robot)
    expect(await juryComparisons(db, of.exhibitionId)).toMatchObject([{ winnerId: of.glider, loserId: robot }])

    await round(false)
    const ordersFor = async () => (await as('madina').ask(judge.list, { params: of.params })).comparing?.orders
    const orders = await ordersFor()
    expect(orders?.jury.filter(({ views }) => views > 0)).toMatchObject([
      { standId: of.glider, wins: 1 },
      { standId: robot, wins: 0 },
    ])
    expect(orders?.peers).toMatchObject([
      { standId: robot, wins: 1 },
      { standId: of.glider, wins: 0 },
    ])
    // A conflict that is told afterwards takes the choice back with it; whoever judges and runs it waits until nobody judges.
    await as('sergey').ask(judge.declare, { params: of.params, body: { conflicts: [{ standId: robot, reason: 'туыс' }] } })
    expect(await juryComparisons(db, of.exhibitionId)).toEqual([])
    await judges(of, 'madina', [])
    expect(await ordersFor()).toBeNull()
  })

  it('need two', async () => {
    const of = await judged()
    const body = { standIds: [of.glider, idOf('nowhere')], peers: false, open: true }
    await expect(as('madina').ask(judge.round, { params: of.params, body })).rejects.toMatchObject({ code: 'compare-few' })
  })
})
