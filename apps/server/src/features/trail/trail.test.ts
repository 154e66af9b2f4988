import { exhibition } from '@sheber/contract/exhibition'
import { stand } from '@sheber/contract/stand'
import { trail } from '@sheber/contract/trail'
import { poolOf } from '@sheber/db/open'
import { deliberation, fact, score, standDecision, trail as trailTable, trailHead } from '@sheber/db/schema'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { seedExhibition, seedJudge, seedScore, seedStand } from '@sheber/dev-env/seed/exhibition'
import { createWorld, type World } from '@sheber/dev-env/world'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { trailCheck, trailErase, trailExport } from '../../tasks/trail.ts'
import { newId } from '../../new-id.ts'
import { checkTrail } from './trail.check.ts'

let world: World
let shows = 0
let params: { exhibitionId: string }
let standId: string
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const db = () => world.services.db
const check = async () => (await checkTrail(db(), params.exhibitionId)).broken
const look = (as: PersonName = 'madina', query: { before?: string } = {}) => world.as(as).ask(trail.look, { params, query })
const note = (reason: string) =>
  db()
    .insert(deliberation)
    .values({ id: newId(), exhibitionId: params.exhibitionId, step: 'held', reason, personId: idOf('madina') })
const guarded = async (asked: PromiseLike<unknown>) => {
  try {
    await asked
    return 'done'
  } catch (why) {
    return String(((why as Error).cause as Error | undefined)?.message ?? (why as Error).message).includes('refused')
      ? 'refused'
      : String(why)
  }
}
/** Somebody who has the database in hand and means it: triggers are asleep for this connection. */
const forge = async (text: string, values: unknown[] = []) => {
  const client = await poolOf(db()).connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    const { rowCount } = await client.query(text, values)
    await client.query('commit')
    expect(rowCount).toBeGreaterThan(0)
  } finally {
    client.release()
  }
}

beforeEach(async () => {
  params = { exhibitionId: await seedExhibition(db(), world.clock.now(), { word: `trail ${++shows}`, state: 'moderation' }) }
  standId = await seedStand(db(), world.clock.now(), { ...params, word: `trailed ${shows}`, state: 'entered' })
})

describe('the trail of an exhibition', () => {
  it('holds what is done by commands, with reasons, and is whole', async () => {
    await world.as('madina').ask(stand.return, { params: { standId }, body: { reason: 'Суреті жоқ' } })
    await world.as('madina').ask(stand.remove, { params: { standId }, body: { reason: 'Басқа байқауда тұр' } })
    await world.as('madina').ask(stand.restore, { params: { standId } })
    await world.as('madina').ask(exhibition.step, { params, body: { state: 'hall' } })
    const { plan, revision } = await world.as('madina').ask(exhibition.look, { params })
    await world.as('madina').ask(exhibition.save, { params, body: { plan: { ...plan, teamMax: 4 }, revision } })
    const told = await look('botagoz')
    expect(told).toMatchObject({ length: 5, broken: null })
    expect(told.lines.map(({ nth, source, step, reason }) => [nth, source, step, reason])).toEqual([
      [5, 'exhibition_decision', 'planned', ''],
      [4, 'exhibition_decision', 'stepped', ''],
      [3, 'stand_decision', 'restored', ''],
      [2, 'stand_decision', 'removed', 'Басқа байқауда тұр'],
      [1, 'stand_decision', 'returned', 'Суреті жоқ'],
    ])
    expect(told.sha256).toBe(told.lines[0]?.sha256)
    expect((await look('madina', { before: '3' })).lines.map(({ nth }) => nth)).toEqual([2, 1])
  })

  it('tells that a judge scored, and nothing of what they gave', async () => {
    const judgeId = await seedJudge(db(), world.clock.now(), { ...params, person: 'sergey' })
    await seedScore(db(), world.clock.now(), { judgeId, standId, total: 61, words: 'Жақсы' })
    const { lines } = await look()
    expect(lines).toMatchObject([{ source: 'score', step: '', reason: '', about: `trailed ${shows}` }])
    expect(Object.keys(lines[0] ?? {}).toSorted()).toEqual(['about', 'at', 'by', 'nth', 'reason', 'released', 'sha256', 'source', 'step'])
    expect(lines[0]?.about).not.toContain('61')
  })

  it('is refused to be changed or deleted, row by row or all at once', async () => {
    await note('a')
    const judgeId = await seedJudge(db(), world.clock.now(), { ...params, person: 'sergey' })
    await seedScore(db(), world.clock.now(), { judgeId, standId, total: 50, words: 'Жақсы' })
    await world.as('madina').ask(stand.return, { params: { standId }, body: { reason: 'b' } })
    const answers = await Promise.all([
      guarded(db().update(deliberation).set({ reason: 'x' })),
      guarded(db().delete(deliberation)),
      guarded(db().update(score).set({ total: 99 })),
      guarded(db().delete(standDecision).where(eq(standDecision.standId, standId))),
      guarded(db().update(fact).set({ name: 'x' })),
      guarded(db().delete(trailTable)),
      guarded(db().update(trailHead).set({ nth: 0 })),
      guarded(db().delete(trailHead)),
      guarded(db().execute(sql`truncate deliberation`)),
    ])
    expect(answers).toEqual(answers.map(() => 'refused'))
    expect(await check()).toBeNull()
  })

  it('shows at which row somebody with the database in hand changed, deleted, moved or slipped in one', async () => {
    for (const word of ['a', 'b', 'c', 'd']) await note(word)
    const all = async (text: string) => {
      await forge(text, [params.exhibitionId])
      return check()
    }
    expect(await all(`update deliberation set reason = 'x' where reason = 'c' and exhibition_id = $1`)).toEqual({ nth: 3, why: 'changed' })
    expect(await all(`delete from deliberation where reason = 'b' and exhibition_id = $1`)).toEqual({ nth: 2, why: 'gone' })
    expect(await all(`update trail set nth = 5 - nth + 100 where nth in (1, 2) and exhibition_id = $1`)).toMatchObject({
      nth: 1,
      why: 'link',
    })
  })

  it('shows links that were taken out, cut off, or never made', async () => {
    for (const word of ['a', 'b', 'c']) await note(word)
    await forge(`insert into deliberation (id, exhibition_id, step, person_id) values ('slipped in', $1, 'let', '${idOf('madina')}')`, [
      params.exhibitionId,
    ])
    expect(await check()).toEqual({ nth: null, why: 'unlinked' })
    await forge(`delete from trail where nth = 3 and exhibition_id = $1`, [params.exhibitionId])
    expect(await check()).toEqual({ nth: 3, why: 'head' })
    await forge(`delete from trail where nth = 1 and exhibition_id = $1`, [params.exhibitionId])
    expect(await check()).toEqual({ nth: 1, why: 'link' })
    expect(await trailCheck(world.services, params.exhibitionId)).toContain('BROKEN at 1: link')
  })

  it('is one chain however many write at once, and a row that is rolled back leaves no hole', async () => {
    const failed = db().transaction(async (tx) => {
      await tx.insert(deliberation).values({ id: newId(), exhibitionId: params.exhibitionId, step: 'let', personId: idOf('madina') })
      throw new Error('back')
    })
    await Promise.all([...Array.from({ length: 40 }, (_, n) => note(`${n}`)), failed.catch(() => {})])
    expect(await checkTrail(db(), params.exhibitionId)).toMatchObject({ length: 40, broken: null })
  })

  it('lets words go that the law asks for, says so, and stays whole', async () => {
    await world.as('botagoz').ask(stand.return, { params: { standId }, body: { reason: 'Айгерим Сериккызы аты жазылмаған' } })
    await note('бөтен')
    const { name } = await world.services.db.query.person
      .findFirst({ where: (of, is) => is.eq(of.id, idOf('botagoz')) })
      .then((one) => one ?? { name: '' })
    expect(name).not.toBe('')
    await expect(trailErase(world.services, idOf('botagoz'))).rejects.toThrow('Say why')
    expect(await trailErase(world.services, idOf('botagoz'), 'asked by the person')).toContain('words of 1 rows')
    const told = await look()
    expect(told).toMatchObject({ length: 3, broken: null })
    expect(told.lines).toMatchObject([
      { source: 'trail_release', step: 'erased', reason: 'asked by the person' },
      { reason: 'бөтен', released: null },
      { source: 'stand_decision', step: 'returned', reason: '', released: 'erased' },
    ])
    // … and nobody may do it by the way.
    expect(await guarded(db().update(standDecision).set({ reason: 'x' }))).toBe('refused')
    const lines = (await trailExport(world.services, params.exhibitionId)).split('\n').map((line) => JSON.parse(line) as { nth: number })
    expect(lines.map(({ nth }) => nth)).toEqual([1, 2, 3])
  })

  it('lets a row go into an archive, its place being kept', async () => {
    const id = newId()
    await db()
      .insert(deliberation)
      .values({ id, exhibitionId: params.exhibitionId, step: 'let', personId: idOf('madina') })
    await db().execute(sql`select trail_free(${newId()}, 'deliberation', ${id}, 'archived', 'copied', now())`)
    expect(await db().select().from(deliberation).where(eq(deliberation.id, id))).toEqual([])
    expect(await checkTrail(db(), params.exhibitionId)).toMatchObject({ length: 2, broken: null })
  })
})
