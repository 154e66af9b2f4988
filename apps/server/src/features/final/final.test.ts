import { exhibition } from '@sheber/contract/exhibition'
import { final } from '@sheber/contract/final'
import { inbox } from '@sheber/contract/inbox'
import { judge, type Round } from '@sheber/contract/judge'
import { result } from '@sheber/contract/result'
import { trail } from '@sheber/contract/trail'
import { exhibition as exhibitionTable, judge as judgeTable, judgeStand, score, stand as standTable } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { aPlan, nominations, seedExhibition, seedJudge, seedScore, seedStand } from '@sheber/dev-env/seed/exhibition'
import { createWorld } from '@sheber/dev-env/world'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())
const { db } = world.services
const hourMs = 3_600_000

const said = (text: string) => ({ kk: text, ru: text, en: text })
/** One criterion of five levels: nothing of the first round's. */
const talk = {
  criteria: [
    { id: 'talk', title: said('Сөз'), weight: 1, levels: [0, 1, 2, 3, 4].map((points) => ({ points, text: said(`Сөз ${points}`) })) },
  ],
}

let n = 0
let params: { exhibitionId: string }
let stands: Record<'bridge' | 'robot' | 'glider' | 'kite', string>
let judges: Record<'sergey' | 'gulnara', string>
const hour = (hours: number) => new Date(world.clock.now().getTime() + hours * hourMs).toISOString()
const windows = () => ({
  ...aPlan(world.clock.now()).windows,
  ...{
    entriesFrom: hour(-9),
    entriesTo: hour(-8),
    hallFrom: hour(-7),
    judgingFrom: hour(-1),
    judgingTo: hour(1),
    finalFrom: hour(2),
    finalTo: hour(4),
    resultsAt: hour(6),
  },
})

/** Its hours move, and not the clock: sign-ins would be over. */
const moveTo = async (hours: Partial<Record<keyof ReturnType<typeof windows>, number>>) => {
  const [row] = await db.select().from(exhibitionTable).where(eq(exhibitionTable.id, params.exhibitionId))
  const plan = row?.plan ?? expect.unreachable()
  const moved = Object.fromEntries(Object.entries(hours).map(([name, at]) => [name, hour(at)]))
  const next = { ...plan, windows: { ...plan.windows, ...moved } }
  await db.update(exhibitionTable).set({ plan: next }).where(eq(exhibitionTable.id, params.exhibitionId))
}
const toFinal = () => moveTo({ judgingFrom: -3, judgingTo: -1, finalFrom: -0.5, finalTo: 1, resultsAt: 2 })

/** Four stands of one nomination, seen by two judges: bridge, robot, glider, kite, in this order. */
beforeEach(async () => {
  n += 1
  const now = world.clock.now()
  const plan = { viewsMin: 2, windows: windows(), final: { finalists: 2, nominations: [], rubric: talk } }
  const exhibitionId = await seedExhibition(db, now, { word: `final ${n}`, state: 'judging', plan })
  params = { exhibitionId }
  const of = (title: string, team: 'bridge' | 'glider', number: number) =>
    seedStand(db, now, { exhibitionId, word: `${title} ${n}`, team, number, entry: { title, nominationId: nominations[0]?.id ?? null } })
  stands = {
    bridge: await of('bridge', 'bridge', 1),
    robot: await of('robot', 'glider', 2),
    glider: await of('glider', 'glider', 3),
    kite: await of('kite', 'glider', 4),
  }
  const judged = (person: PersonName) => seedJudge(db, now, { exhibitionId, person })
  judges = { sergey: await judged('sergey'), gulnara: await judged('gulnara') }
  for (const judgeId of Object.values(judges))
    for (const [place, standId] of Object.values(stands).entries())
      await seedScore(db, now, { judgeId, standId, total: 90 - 10 * place, words: 'Идеясы жақсы' })
})

const botagoz = () => world.as('botagoz')
const look = () => botagoz().ask(final.look, { params })
const step = (stage: 'first' | 'choosing' | 'final', reason = '') => botagoz().ask(final.step, { params, body: { stage, reason } })
const choose = (standIds: string[], reason = '') => botagoz().ask(final.choose, { params, body: { standIds, reason } })
const begun = async () => {
  await step('choosing')
  await choose([stands.bridge, stands.robot])
  return step('final')
}
const mine = (who: PersonName) => world.as(who).ask(judge.look, { params })
const points = (standId: string, given: number, round: Round = 3, over: object = {}) => ({
  ...{ id: newId(), standId, round, marks: [{ criterionId: 'talk', points: given }], words: 'Сөзі анық', overId: null },
  madeAt: world.clock.now().toISOString(),
  ...over,
})
const scores = (who: PersonName, body: ReturnType<typeof points>) => world.as(who).ask(judge.score, { params, body })
/** Both judges prefer the robot. */
const judged = async () => {
  await begun()
  await toFinal()
  for (const who of ['sergey', 'gulnara'] as const) {
    await scores(who, points(stands.bridge, 1))
    await scores(who, points(stands.robot, 4))
  }
}
const news = async (who: PersonName) => {
  const { lines } = await world.as(who).ask(inbox.look)
  return lines.filter(({ name }) => name.startsWith('final.'))
}

describe('the first round', () => {
  it('closes as judging does, and then its order is seen with a proposal', async () => {
    expect(await look()).toMatchObject({ stage: 'first', stands: [], suggested: [], may: { close: true, choose: false } })
    const after = await step('choosing')
    expect(after.stage).toBe('choosing')
    expect(after.stands.map(({ title, raw, place }) => [title, raw, place])).toEqual([
      ['bridge', 90, 1],
      ['robot', 80, 2],
      ['glider', 70, 3],
      ['kite', 60, 4],
    ])
    expect(after.suggested).toEqual([
      { standId: stands.bridge, tied: false },
      { standId: stands.robot, tied: false },
    ])
    // Twice it is done once.
    await step('choosing')
    const { lines } = await botagoz().ask(trail.look, { params, query: {} })
    expect(lines.filter((one) => one.step === 'ended')).toHaveLength(1)
  })

  it('does not close while a stand has too few views or nobody’s words', async () => {
    const now = world.clock.now()
    await seedStand(db, now, { ...params, word: `late ${n}`, team: 'glider', number: 5, entry: { title: 'late' } })
    await expect(step('choosing')).rejects.toMatchObject({ code: 'judging-unfinished' })
    expect((await look()).lacking).toBe(1)
  })

  it('takes no score any more once it is closed, and keeps those it has', async () => {
    await step('choosing')
    const late = points(stands.kite, 0, 1, { marks: [{ criterionId: 'idea', points: 2 }, { criterionId: 'making', points: 2 }] }) // prettier-ignore
    await expect(scores('sergey', late)).rejects.toMatchObject({ code: 'round-closed' })
    const skip = { params, body: { standId: stands.kite, reason: 'x' } }
    await expect(world.as('sergey').ask(judge.skip, skip)).rejects.toMatchObject({ code: 'round-closed' })
    expect((await mine('sergey')).open).toBe(false)
    await step('first', 'Бір баға жетпейді')
    expect((await mine('sergey')).open).toBe(true)
    await scores('sergey', late)
  })

  it('is not the end: judging cannot be closed without the final, nor the final be left out once it is on', async () => {
    const on = { params, body: { state: 'deliberation' as const } }
    await expect(botagoz().ask(exhibition.step, on)).rejects.toMatchObject({ code: 'final-unheld' })
    await step('choosing')
    await expect(botagoz().ask(exhibition.step, on)).rejects.toMatchObject({ code: 'final-unheld' })
    await choose([stands.bridge, stands.robot])
    await step('final')
    await expect(botagoz().ask(exhibition.step, on)).rejects.toMatchObject({ code: 'judging-unfinished' })
  })

  it('hides its order from an organiser who judges too', async () => {
    await seedJudge(db, world.clock.now(), { ...params, person: 'madina' })
    await step('choosing')
    await expect(world.as('madina').ask(final.look, { params })).rejects.toMatchObject({ code: 'result-judging' })
    const body = { standIds: [stands.bridge] }
    await expect(world.as('madina').ask(final.choose, { params, body })).rejects.toMatchObject({ code: 'result-judging' })
  })
})

describe('finalists', () => {
  it('are chosen by the order, or by hand with a reason, and each stands in the trail', async () => {
    await step('choosing')
    await expect(choose([stands.glider])).rejects.toMatchObject({ code: 'reason-needed' })
    await choose([stands.bridge])
    await Promise.all([choose([stands.bridge, stands.robot]), choose([stands.bridge, stands.robot])])
    const after = await choose([stands.glider], 'Қазылар сұрады')
    expect(after.finalists.map(({ standId, byHand, reason, by }) => [standId, byHand, reason, by])).toEqual(
      expect.arrayContaining([
        [stands.bridge, false, '', world.person('botagoz').name],
        [stands.robot, false, '', world.person('botagoz').name],
        [stands.glider, true, 'Қазылар сұрады', world.person('botagoz').name],
      ]),
    )
    expect(after.finalists).toHaveLength(3)
    const drop = (standId: string, reason?: string) =>
      botagoz().ask(final.drop, { params: { ...params, standId }, body: reason === undefined ? {} : { reason } })
    await expect(drop(stands.bridge)).rejects.toMatchObject({ code: 'reason-needed' })
    await drop(stands.bridge, 'Келе алмайды')
    await drop(stands.bridge, 'Келе алмайды')
    const { lines } = await botagoz().ask(trail.look, { params, query: {} })
    const told = lines.filter((one) => one.step === 'chosen' || one.step === 'unchosen').map((one) => [one.step, one.about, one.reason])
    expect(told).toEqual([
      ['unchosen', 'bridge', 'Келе алмайды'],
      ['chosen', 'glider', 'Қазылар сұрады'],
      ['chosen', 'robot', ''],
      ['chosen', 'bridge', ''],
    ])
    // Somebody whom the order puts in is left out.
    await expect(step('final')).rejects.toMatchObject({ code: 'reason-needed' })
    await step('final', 'Көпір келе алмайды')
    await expect(choose([stands.bridge])).rejects.toMatchObject({ code: 'final-shut' })
  })

  it('are nobody’s to know before their teams are told, and each team is told once', async () => {
    await step('choosing')
    await expect(botagoz().ask(final.tell, { params })).rejects.toMatchObject({ code: 'final-few' })
    await choose([stands.bridge, stands.robot])
    expect((await mine('sergey')).seats.every(({ round }) => round !== 3)).toBe(true)
    expect(await news('aigerim')).toEqual([])
    for (const who of ['aigerim', 'timur', 'sergey', 'yerlan', 'guest'] as const)
      expect((await world.as(who).send({ method: 'GET', url: `/api/exhibition/${params.exhibitionId}/final` })).statusCode).toBeGreaterThan(
        400,
      )
    expect(await botagoz().ask(final.tell, { params })).toMatchObject({ told: true, may: { tell: false, reopen: false } })
    await botagoz().ask(final.tell, { params })
    expect((await news('aigerim')).map(({ name }) => name)).toEqual(['final.reached'])
    await expect(step('first', 'Қате')).rejects.toMatchObject({ code: 'final-told' })
    // Who was told and is in it no more is told that too.
    await botagoz().ask(final.drop, { params: { ...params, standId: stands.bridge }, body: { reason: 'Келе алмайды' } })
    expect(await look()).toMatchObject({ told: false })
    await choose([stands.glider], 'Орнына')
    await botagoz().ask(final.tell, { params })
    expect((await news('aigerim')).map(({ name }) => name)).toEqual(['final.left', 'final.reached'])
  })
})

describe('the final', () => {
  it('is given to all of the jury without a conflict, who are told and score it by its rubric', async () => {
    await db.insert(judgeStand).values({ judgeId: judges.gulnara, standId: stands.kite, round: 0, place: 0 })
    await world
      .as('gulnara')
      .ask(judge.declare, { params, body: { conflicts: [{ standId: stands.robot, reason: 'Балам осы командада' }] } })
    await step('choosing').catch(() => undefined)
    await db.update(exhibitionTable).set({ plan: { ...aPlan(world.clock.now()), windows: windows(), viewsMin: 1, final: { finalists: 2, nominations: [], rubric: talk } } }).where(eq(exhibitionTable.id, params.exhibitionId)) // prettier-ignore
    await step('choosing')
    await choose([stands.bridge, stands.robot])
    await db.update(judgeTable).set({ link: `hash ${n}`, linkUntil: new Date(hour(25)) }).where(eq(judgeTable.id, judges.sergey)) // prettier-ignore
    await step('final')
    const seats = async (id: string) =>
      (await db.select().from(judgeStand).where(and(eq(judgeStand.judgeId, id), eq(judgeStand.round, 3)))).map((one) => one.standId).toSorted() // prettier-ignore
    expect(await seats(judges.sergey)).toEqual([stands.bridge, stands.robot].toSorted())
    expect(await seats(judges.gulnara)).toEqual([stands.bridge])
    // A card that was printed for the first round opens until the final is over.
    const [row] = await db.select().from(judgeTable).where(eq(judgeTable.id, judges.sergey))
    expect(row?.linkUntil?.toISOString()).toBe(hour(28))
    const told = (await news('sergey')).filter(({ href }) => href === `/jury/${params.exhibitionId}`)
    expect(told.map(({ name }) => name)).toEqual(['final.opened'])

    const before = await mine('sergey')
    expect(before).toMatchObject({ round: 3, open: false, finalRubric: talk })
    expect(before.seats.map(({ stand, round, state }) => [stand.title, round, state]).slice(0, 3)).toEqual([
      ['bridge', 3, 'offered'],
      ['robot', 3, 'offered'],
      ['bridge', 1, 'done'],
    ])
    await expect(scores('sergey', points(stands.bridge, 1))).rejects.toMatchObject({ code: 'judging-closed' })
    await toFinal()
    await expect(scores('sergey', points(stands.bridge, 1, 3, { marks: [{ criterionId: 'idea', points: 1 }] }))).rejects.toMatchObject({ code: 'score-marks' }) // prettier-ignore
    const body = points(stands.bridge, 3)
    await Promise.all([scores('sergey', body), scores('sergey', body)])
    expect(await scores('sergey', body)).toMatchObject({ round: 3, state: 'done', score: { total: 75 } })
    // Not theirs, and what is closed stays closed.
    await expect(scores('sergey', points(stands.kite, 3))).rejects.toMatchObject({ code: 'stand-unassigned' })
    await expect(scores('sergey', points(stands.bridge, 1, 1))).rejects.toMatchObject({ code: 'round-closed' })
    expect((await db.select().from(score).where(and(eq(score.judgeId, judges.sergey), eq(score.standId, stands.bridge)))).map(({ round }) => round).toSorted()).toEqual([1, 3]) // prettier-ignore
    await expect(step('choosing', 'Қате')).rejects.toMatchObject({ code: 'final-scored' })
  })

  it('may be taken back while nobody has scored it', async () => {
    await begun()
    await expect(step('choosing')).rejects.toMatchObject({ code: 'reason-needed' })
    expect((await step('choosing', 'Ерте басталды')).finalists).toHaveLength(2)
    expect(await db.select().from(judgeStand).where(and(eq(judgeStand.judgeId, judges.sergey), eq(judgeStand.round, 3)))).toEqual([]) // prettier-ignore
    await step('final')
    expect((await mine('sergey')).seats.filter(({ round }) => round === 3)).toHaveLength(2)
  })

  it('keeps its rubric and its nominations once it is on; its window may be made longer', async () => {
    await judged()
    const { plan, revision } = await botagoz().ask(exhibition.look, { params })
    const save = (over: object) => botagoz().ask(exhibition.save, { params, body: { plan: { ...plan, ...over }, revision } })
    const other = {
      criteria: [{ ...talk.criteria[0]!, levels: talk.criteria[0]!.levels.map((one) => ({ ...one, points: one.points * 2 })) }],
    }
    await expect(save({ final: { ...plan.final, rubric: other } })).rejects.toMatchObject({ code: 'rubric-used' })
    const { final: _, ...without } = plan
    const { finalFrom: __, finalTo: ___, ...bare } = plan.windows
    await expect(botagoz().ask(exhibition.save, { params, body: { plan: { ...without, windows: bare }, revision } })).rejects.toMatchObject({ code: 'rubric-used' }) // prettier-ignore
    await expect(save({ final: { ...plan.final, nominations: [nominations[1]?.id] } })).rejects.toMatchObject({ code: 'final-frozen' })
    await expect(save({ windows: { ...plan.windows, finalFrom: plan.windows.judgingFrom } })).rejects.toMatchObject({ code: 'exhibition-windows' }) // prettier-ignore
    await save({ windows: { ...plan.windows, finalTo: plan.windows.resultsAt } })
  })

  it('goes on without a finalist that was withdrawn, whose scores stay', async () => {
    await judged()
    await db.update(standTable).set({ state: 'withdrawn' }).where(eq(standTable.id, stands.robot))
    expect((await mine('sergey')).seats.find(({ stand, round }) => stand.id === stands.robot && round === 3)?.stand.gone).toBe(true)
    expect((await look()).finalists.find(({ standId }) => standId === stands.robot)?.gone).toBe(true)
    await botagoz().ask(exhibition.step, { params, body: { state: 'deliberation' } })
    const { final: held } = await botagoz().ask(result.look, { params })
    expect(held?.stands.map(({ title, raw }) => [title, raw])).toEqual([['bridge', 25]])
    expect(
      await db
        .select()
        .from(score)
        .where(and(eq(score.standId, stands.robot), eq(score.round, 3))),
    ).toHaveLength(2)
  })

  it('calls the next of the order in the place of a finalist that has left, with a reason, to jury and team', async () => {
    await judged()
    const call = (standId: string, reason: string, insteadOf = stands.robot) =>
      botagoz().ask(final.call, { params: { ...params, standId: insteadOf }, body: { standId, reason } })
    await expect(call(stands.glider, 'Орнына')).rejects.toMatchObject({ code: 'final-step' })
    await db.update(standTable).set({ state: 'withdrawn' }).where(eq(standTable.id, stands.robot))
    const gone = (await look()).finalists.find(({ standId }) => standId === stands.robot)
    expect(gone).toMatchObject({ title: 'robot', number: 2, gone: true, next: [stands.glider] })
    await expect(call(stands.glider, ' ')).rejects.toMatchObject({ code: 'reason-needed' })
    await expect(call(stands.kite, 'Ұнайды')).rejects.toMatchObject({ code: 'final-unfit' })
    await expect(call(stands.glider, 'Орнына', stands.bridge)).rejects.toMatchObject({ code: 'final-step' })
    const before = (await news('timur')).length

    // Of two organisers at once one calls it, and the other sees that it is done.
    await Promise.all([call(stands.glider, 'Робот кетті'), call(stands.glider, 'Робот кетті')])
    const after = await look()
    expect(after.finalists.find(({ standId }) => standId === stands.glider)).toMatchObject({ insteadOf: stands.robot, byHand: false, reason: 'Робот кетті', told: true }) // prettier-ignore
    expect(after.finalists.find(({ standId }) => standId === stands.robot)?.next).toEqual([])
    const { lines } = await botagoz().ask(trail.look, { params, query: {} })
    expect(lines.filter((one) => one.step === 'called').map((one) => [one.about, one.reason])).toEqual([['glider', 'Робот кетті']])
    expect((await news('timur')).slice(before).map(({ name }) => name)).toEqual(['final.reached'])
    expect((await news('gulnara')).map(({ name }) => name)).toContain('final.joined')
    for (const who of ['sergey', 'gulnara'] as const) {
      const seat = (await mine(who)).seats.find(({ stand, round }) => stand.id === stands.glider && round === 3)
      expect(seat?.state).toBe('offered')
      await scores(who, points(stands.glider, 3))
    }
    // Who was called and leaves too is followed by the next, and after the last nobody is left.
    await db.update(standTable).set({ state: 'withdrawn' }).where(eq(standTable.id, stands.glider))
    await call(stands.kite, 'Планёр де кетті', stands.glider)
    await db.update(standTable).set({ state: 'withdrawn' }).where(eq(standTable.id, stands.kite))
    expect((await look()).finalists.map(({ next }) => next)).toEqual([[], [], [], []])
    await botagoz().ask(exhibition.step, { params, body: { state: 'deliberation' } })
    expect((await botagoz().ask(result.look, { params })).final?.stands.map(({ title }) => title)).toEqual(['bridge'])
  })

  it('decides among finalists; the others come after them by the first round, and every team reads both', async () => {
    await judged()
    await botagoz().ask(exhibition.step, { params, body: { state: 'deliberation' } })
    const before = await botagoz().ask(result.look, { params })
    expect(before.stands.map(({ title, raw }) => [title, raw])).toEqual([
      ['bridge', 90],
      ['robot', 80],
      ['glider', 70],
      ['kite', 60],
    ])
    expect(before.final?.stands.map(({ title, raw, place, of }) => [title, raw, place, of])).toEqual([
      ['bridge', 25, 2, 2],
      ['robot', 100, 1, 2],
    ])
    const { sha256, awards } = await botagoz().ask(result.apply, { params })
    expect(Object.fromEntries(awards.map(({ standId, degree }) => [standId, degree]))).toEqual({ [stands.robot]: 1, [stands.bridge]: 2 })
    await botagoz().ask(result.propose, { params, body: { sha256 } })
    await world.as('madina').ask(result.approve, { params, body: { sha256 } })
    await botagoz().ask(result.release, { params })
    await moveTo({ finalTo: -0.2, resultsAt: -0.1 })
    const report = await world.as('aigerim').ask(result.ofStand, { params: { standId: stands.bridge } })
    expect(report).toMatchObject({ finalHeld: true, words: ['Идеясы жақсы', 'Идеясы жақсы'], range: { to: 2, of: 4 } })
    expect(report.criteria.map(({ id }) => id)).toEqual(['idea', 'making'])
    expect(report.final).toMatchObject({ views: 2, words: ['Сөзі анық', 'Сөзі анық'], criteria: [{ id: 'talk', points: 1, most: 4 }] })
    const kite = await botagoz().ask(result.ofStand, { params: { standId: stands.kite } })
    expect(kite).toMatchObject({ finalHeld: true, final: null })
    expect(kite.range?.from).toBeGreaterThanOrEqual(3)
    for (const name of ['report.pdf', 'diploma.pdf'])
      expect((await world.as('aigerim').send({ method: 'GET', url: `/files/stand/${stands.bridge}/${name}` })).statusCode).toBe(200)
  })
})

it('there is none where the plan has none', async () => {
  const { plan, revision } = await botagoz().ask(exhibition.look, { params })
  const { final: _, ...without } = plan
  const { finalFrom: __, finalTo: ___, ...bare } = plan.windows
  await botagoz().ask(exhibition.save, { params, body: { plan: { ...without, windows: bare }, revision } })
  await expect(look()).rejects.toMatchObject({ code: 'final-none' })
  await botagoz().ask(exhibition.step, { params, body: { state: 'deliberation' } })
  expect((await botagoz().ask(result.look, { params })).final).toBeNull()
})
