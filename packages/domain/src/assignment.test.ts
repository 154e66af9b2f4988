import { describe, expect, it } from 'vitest'
import { assign, assignAll, type Asked, type AssignedJudge, type AssignedStand, type Assignment } from './assignment.ts'
import { seeded, shuffled } from './random.ts'

const stand = (id: string, nominationId = 'models', more: Partial<AssignedStand> = {}): AssignedStand => ({
  id,
  nominationId,
  organisationIds: [],
  personIds: [],
  ...more,
})
const judge = (id: string, more: Partial<AssignedJudge> = {}): AssignedJudge => ({
  id,
  organisationIds: [],
  conflicts: [],
  shadow: false,
  ...more,
})
const standsOf = (count: number, nominations: readonly string[]) =>
  Array.from({ length: count }, (_, at) => stand(`s${String(at).padStart(3, '0')}`, nominations[at % nominations.length]))
const judgesOf = (count: number, more: Partial<AssignedJudge> = {}) =>
  Array.from({ length: count }, (_, at) => judge(`j${String(at).padStart(2, '0')}`, more))

const counts = (values: readonly string[]) => new Map([...Map.groupBy(values, (value) => value)].map(([key, { length }]) => [key, length]))
const loadsOf = ({ pairs }: Assignment, judges: readonly AssignedJudge[]) => {
  const loads = counts(pairs.map(({ judgeId }) => judgeId))
  return judges.map(({ id }) => loads.get(id) ?? 0)
}
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
const plan = (asked: Partial<Asked>) => assign({ stands: [], judges: [], already: [], seed: 'lot', ...asked })

describe('a final', () => {
  it('is seen whole by all of the jury, but for conflicts; what lacks is told by the views that were promised', () => {
    const stands = standsOf(3, ['a'])
    const judges = [
      judge('x', { conflicts: ['s000'] }),
      judge('y', { conflicts: ['s000', 's001'] }),
      judge('z'),
      judge('l', { shadow: true }),
    ]
    const { pairs, lacks } = assignAll({ stands, judges, already: [], viewsMin: 2, seed: 'lot' })
    const seen = ['x', 'y', 'z'].map((id) => pairs.filter(({ judgeId }) => judgeId === id).map(({ standId }) => standId))
    expect(seen).toEqual([['s001', 's002'], ['s002'], ['s000', 's001', 's002']])
    expect(lacks.map(({ standId, views, wanted }) => [standId, views, wanted])).toEqual([['s000', 1, 2]])
  })
})

describe('an assignment', () => {
  it('gives every stand its views, everybody as much as the others, two nominations, and hangs together', () => {
    const stands = standsOf(24, ['models', 'robots', 'electronics'])
    const judges = judgesOf(6)
    const found = plan({ stands, judges })
    expect([...counts(found.pairs.map(({ standId }) => standId)).values()]).toEqual(Array.from({ length: 24 }, () => 3))
    expect(loadsOf(found, judges)).toEqual([12, 12, 12, 12, 12, 12])
    expect(found).toMatchObject({ lacks: [], unbridged: [], connected: true })
    expect(found.added).toEqual(found.pairs)
    expect(new Set(found.pairs.map(({ judgeId, standId }) => `${judgeId} ${standId}`)).size).toBe(72)
  })

  it('is the same for the same seed, in whatever order people come, and another for another', () => {
    const [stands, judges] = [standsOf(18, ['a', 'b']), judgesOf(5)]
    const mixed = plan({ stands: shuffled(stands, seeded(1)), judges: shuffled(judges, seeded(2)) })
    expect(mixed).toEqual(plan({ stands, judges }))
    expect(plan({ stands, judges, seed: 'another' })).not.toEqual(mixed)
  })

  it('proposes nobody who declared a conflict, is of the school or the team, is kin, or teaches them', () => {
    const one = stand('s', 'models', { organisationIds: ['school'], personIds: ['aidana'], supervisorIds: ['bolat'] })
    const judges = [
      judge('declared', { conflicts: ['s'] }),
      judge('colleague', { organisationIds: ['school'] }),
      judge('aidana'),
      judge('mother', { wardIds: ['aidana'] }),
      judge('teacher', { learnerIds: ['aidana'] }),
      judge('bolat'),
      judge('elsewhere', { nominationIds: ['robots'] }),
      judge('ill', { away: true }),
      judge('free'),
      judge('any', { nominationIds: [] }),
    ]
    const { pairs, lacks } = plan({ stands: [one], judges })
    expect(pairs).toEqual([
      { judgeId: 'any', standId: 's' },
      { judgeId: 'free', standId: 's' },
    ])
    expect(lacks).toEqual([
      {
        standId: 's',
        views: 2,
        wanted: 3,
        barred: [
          { judgeId: 'aidana', why: 'own-team' },
          { judgeId: 'bolat', why: 'supervised' },
          { judgeId: 'colleague', why: 'own-school' },
          { judgeId: 'declared', why: 'conflict' },
          { judgeId: 'elsewhere', why: 'nomination' },
          { judgeId: 'ill', why: 'away' },
          { judgeId: 'mother', why: 'relative' },
          { judgeId: 'teacher', why: 'supervised' },
        ],
      },
    ])
  })

  it('tells which stands lack views because there are too few judges at all', () => {
    expect(plan({ stands: [stand('s')], judges: judgesOf(2) }).lacks).toEqual([{ standId: 's', views: 2, wanted: 3, barred: [] }])
    expect(plan({ stands: [stand('s')] })).toEqual({
      pairs: [],
      added: [],
      lacks: [{ standId: 's', views: 0, wanted: 3, barred: [] }],
      unbridged: [],
      connected: true,
    })
    expect(plan({})).toEqual({ pairs: [], added: [], lacks: [], unbridged: [], connected: true })
  })

  it('keeps what was given out, counts it, and evens out what it left uneven', () => {
    const [stands, judges] = [standsOf(12, ['a', 'b']), judgesOf(4)]
    const already = stands.slice(0, 8).map(({ id }) => ({ judgeId: 'j00', standId: id }))
    const found = plan({ stands, judges, already })
    expect(found.pairs).toEqual(expect.arrayContaining(already))
    expect(found.pairs).toHaveLength(36)
    expect(found.added).toHaveLength(28)
    expect(loadsOf(found, judges)).toEqual([9, 9, 9, 9])
    expect(plan({ stands, judges, already: found.pairs }).added).toEqual([])
  })

  it('takes back what became a conflict, and finds somebody else', () => {
    const stands = standsOf(6, ['a', 'b'])
    const before = plan({ stands, judges: judgesOf(4) })
    const { judgeId, standId } = before.pairs[0] ?? { judgeId: '', standId: '' }
    const judges = judgesOf(4).map((one) => (one.id === judgeId ? { ...one, conflicts: [standId] } : one))
    const after = plan({ stands, judges, already: before.pairs })
    expect(after.pairs).not.toContainEqual({ judgeId, standId })
    expect(after.added.filter((pair) => pair.standId === standId)).toHaveLength(1)
    expect(after.lacks).toEqual([])
    expect(after.pairs).toHaveLength(18)
  })

  it('leaves with whoever is away what they have, and with nobody a stand that is gone', () => {
    const already = [
      { judgeId: 'ill', standId: 's' },
      { judgeId: 'ill', standId: 'withdrawn' },
      { judgeId: 'unknown', standId: 's' },
    ]
    const judges = [judge('ill', { away: true }), judge('a'), judge('b'), judge('c')]
    const { pairs, added } = plan({ stands: [stand('s')], judges, already })
    expect(pairs).toContainEqual({ judgeId: 'ill', standId: 's' })
    expect(pairs).toHaveLength(3)
    expect(added).toHaveLength(2)
  })

  it('gives shadow judges as much to do, and counts none of it', () => {
    const stands = standsOf(12, ['a', 'b'])
    const judges = [...judgesOf(4), judge('shadow', { shadow: true })]
    const found = plan({ stands, judges })
    expect(loadsOf(found, judges)).toEqual([9, 9, 9, 9, 9])
    const views = counts(found.pairs.filter(({ judgeId }) => judgeId !== 'shadow').map(({ standId }) => standId))
    expect([...views.values()]).toEqual(Array.from({ length: 12 }, () => 3))
    expect(plan({ stands: [stand('s')], judges: judgesOf(3, { shadow: true }) }).lacks).toEqual([
      { standId: 's', views: 0, wanted: 3, barred: [] },
    ])
  })

  it('evens loads over several hands where nobody can help directly', () => {
    // Only b may see what a has, and only c what b has: a stand goes from a to b, another from b to c.
    const stands = [...standsOf(6, ['ab']), ...['t0', 't1', 't2', 't3'].map((id) => stand(id, 'bc'))]
    const judges = [
      judge('a', { nominationIds: ['ab'] }),
      judge('b', { nominationIds: ['ab', 'bc'] }),
      judge('c', { nominationIds: ['bc'] }),
    ]
    const found = plan({ stands, judges, viewsMin: 1 })
    expect(spread(loadsOf(found, judges))).toBeLessThanOrEqual(1)
    expect(found.lacks).toEqual([])
  })

  it('names judges whom nothing bridges, and says that nothing connects the halls', () => {
    const stands = [...standsOf(6, ['a']), ...['t0', 't1', 't2'].map((id) => stand(id, 'b'))]
    const judges = [...judgesOf(3, { nominationIds: ['a'] }), judge('k0', { nominationIds: ['b'] }), judge('k1', { nominationIds: ['b'] })]
    expect(plan({ stands, judges, viewsMin: 2 })).toMatchObject({
      lacks: [],
      unbridged: ['j00', 'j01', 'j02', 'k0', 'k1'],
      connected: false,
    })
  })

  it('lets somebody see one more, where exchanging cannot connect what nobody shares', () => {
    const found = plan({ stands: standsOf(2, ['a', 'b']), judges: judgesOf(2), viewsMin: 1 })
    expect(found.connected).toBe(true)
    expect(found.pairs).toHaveLength(3)
  })

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('holds what it promises in a hall of chance (%i)', (seed) => {
    const random = seeded(seed)
    const below = (n: number) => Math.floor(random() * n)
    const schools = ['101', '102', '103', '104', '105', '106']
    const stands = standsOf(6 + below(60), ['a', 'b', 'c', 'd'].slice(0, 2 + below(3))).map((one) => ({
      ...one,
      organisationIds: [schools[below(6)] ?? ''],
    }))
    const judges = judgesOf(5 + below(8)).map((one) => ({
      ...one,
      organisationIds: random() < 0.5 ? [schools[below(6)] ?? ''] : [],
      conflicts: stands.filter(() => random() < 0.03).map(({ id }) => id),
      shadow: random() < 0.1,
    }))
    const found = plan({ stands, judges, seed })
    const may = (judgeId: string, standId: string) => {
      const [one, other] = [judges.find(({ id }) => id === judgeId), stands.find(({ id }) => id === standId)]
      return !one?.conflicts.includes(standId) && !one?.organisationIds.some((id) => other?.organisationIds.includes(id))
    }
    expect(found.pairs.every(({ judgeId, standId }) => may(judgeId, standId))).toBe(true)
    const counting = judges.filter(({ shadow }) => !shadow)
    for (const { id } of stands) {
      const views = found.pairs.filter(({ judgeId, standId }) => standId === id && counting.some((one) => one.id === judgeId)).length
      const open = counting.filter((one) => may(one.id, id)).length
      expect(views).toBe(Math.min(3, open))
      expect(found.lacks.some(({ standId }) => standId === id)).toBe(open < 3)
    }
    // More even it cannot be: nobody can hand a stand on, over however many others, to one with two fewer.
    const loads = new Map(counting.map(({ id }, at) => [id, loadsOf(found, counting)[at] ?? 0]))
    const has = new Set(found.pairs.map(({ judgeId, standId }) => `${judgeId} ${standId}`))
    const next = (from: string) =>
      counting.filter(({ id }) =>
        found.pairs.some(({ judgeId, standId }) => judgeId === from && !has.has(`${id} ${standId}`) && may(id, standId)),
      )
    for (const { id } of counting) {
      const reached = [id]
      for (const one of reached) for (const other of next(one)) if (!reached.includes(other.id)) reached.push(other.id)
      expect(Math.min(...reached.map((one) => loads.get(one) ?? 0))).toBeGreaterThanOrEqual((loads.get(id) ?? 0) - 1)
    }
    expect(found).toMatchObject({ unbridged: [], connected: true })
  })

  it('plans five hundred stands and sixty judges in no time', () => {
    const [stands, judges] = [standsOf(500, ['a', 'b', 'c', 'd', 'e']), judgesOf(60)]
    const began = performance.now()
    const found = plan({ stands, judges })
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(spread(loadsOf(found, judges))).toBe(0)
    expect(found).toMatchObject({ lacks: [], unbridged: [], connected: true })
  })
})
