import type { Former } from '@sheber/contract/framework'
import { describe, expect, it } from 'vitest'
import { competency, level, said, uuid } from './framework.fixture.ts'
import { countStates, crowdOf, daysOf, mapOf, sumOf, type OnMap } from './map.ts'

const levels = [1, 2, 3].map((n) => level(n))
const draft = {
  rollup: 'latest' as const,
  levels,
  competencies: [competency(1), competency(2, 1), competency(3, 1), competency(4), competency(5, 4, { retired: true })],
}
const levelId = (n: number) => levels[n - 1]?.id ?? ''
const day = (n: number) => `2026-11-0${n}T10:00:00.000Z`
const verdict = (n: number, of: number | null, said: 'confirmed' | 'partly' | 'not_yet' = 'confirmed') => ({
  id: `v${n}`,
  reviewer: { personId: 'madina', name: 'Мадина' },
  verdict: said,
  levelId: of === null ? null : levelId(of),
  text: '',
  at: day(n),
})
const claim = (of: number, on: number, at: number, more: Partial<OnMap> = {}): OnMap => ({
  portfolioId: 'p',
  recordId: 'r1',
  person: { personId: 'aigerim' },
  competencyId: uuid(of),
  levelId: levelId(on),
  state: 'claimed',
  at: day(at),
  verdicts: [],
  disputes: [],
  supersededAt: null,
  ...more,
})
const rowsOf = (evidence: OnMap[], until?: string) =>
  mapOf(draft, evidence, until).flatMap(({ rows }) =>
    rows.map((row) => ({
      code: row.competency.code,
      shown: row.shown?.id ?? null,
      claimed: row.claimed?.id ?? null,
      next: row.next?.id ?? null,
      states: row.evidence.map(({ state }) => state),
    })),
  )
const empty = { shown: null, claimed: null, next: levelId(1), states: [] }

describe('a map', () => {
  it('has a row for each competency that is asked for, in its area', () => {
    expect(mapOf(draft, []).map(({ area, rows }) => [area?.code, rows.map((row) => row.competency.code)])).toEqual([['C1', ['C2', 'C3']]])
    expect(rowsOf([])).toEqual([
      { code: 'C2', ...empty },
      { code: 'C3', ...empty },
    ])
  })

  it('tells what is confirmed, what is claimed above it, and what would be next', () => {
    const found = [claim(2, 2, 1, { state: 'confirmed', verdicts: [verdict(2, 1)] }), claim(2, 3, 3, { recordId: 'r2', state: 'ready' })]
    expect(rowsOf(found)[0]).toEqual({
      code: 'C2',
      shown: levelId(1),
      claimed: levelId(3),
      next: levelId(2),
      states: ['ready', 'confirmed'],
    })
    expect(mapOf(draft, found)[0]?.rows[0]?.counts).toEqual({ claimed: 0, ready: 1, confirmed: 1, partly: 0, not_yet: 0, disputed: 0 })
    expect(sumOf(mapOf(draft, found))).toEqual({ all: 2, confirmed: 1, begun: 0, empty: 1, before: 0 })
    expect(sumOf(mapOf(draft, [claim(3, 1, 1)]))).toEqual({ all: 2, confirmed: 0, begun: 1, empty: 1, before: 0 })
  })

  it('has nothing above the top', () => {
    expect(rowsOf([claim(2, 3, 1, { state: 'confirmed', verdicts: [verdict(2, 3)] })])[0]?.next).toBeNull()
  })

  it('keeps what was confirmed of a claim that was made anew, and not of one that was taken back', () => {
    const former = claim(2, 1, 1, { state: 'superseded', verdicts: [verdict(2, 1)], supersededAt: day(3) })
    expect(rowsOf([former, claim(2, 2, 3)])[0]).toMatchObject({ shown: levelId(1), states: ['claimed'] })
    expect(rowsOf([former])[0]).toEqual({ code: 'C2', ...empty })
    expect(rowsOf([former, claim(2, 2, 3, { state: 'superseded', supersededAt: day(4) })])[0]).toEqual({ code: 'C2', ...empty })
  })

  it('shows a retired competency for what was claimed of it', () => {
    expect(rowsOf([claim(5, 1, 1)]).map(({ code }) => code)).toEqual(['C2', 'C3', 'C5'])
  })

  it('is shown as of any day, with the states of then', () => {
    const found = [
      claim(2, 1, 1, { state: 'superseded', verdicts: [verdict(2, null, 'not_yet')], supersededAt: day(4) }),
      claim(2, 2, 4, {
        state: 'disputed',
        verdicts: [verdict(5, 2), verdict(7, 1, 'partly')],
        disputes: [{ by: { personId: 'aigerim', name: '' }, text: '', at: day(8) }],
      }),
    ]
    const at = (n: number) => {
      const [row] = rowsOf(found, day(n))
      return [row?.shown, row?.claimed, ...(row?.states ?? [])]
    }
    expect(at(1)).toEqual([null, levelId(1), 'claimed'])
    expect(at(2)).toEqual([null, levelId(1), 'not_yet'])
    expect(at(4)).toEqual([null, levelId(2), 'claimed'])
    expect(at(5)).toEqual([levelId(2), levelId(2), 'confirmed'])
    expect(at(7)).toEqual([levelId(2), levelId(2), 'partly'])
    expect(at(8)).toEqual([levelId(2), levelId(2), 'disputed'])
    expect(rowsOf(found, '2026-10-31T00:00:00.000Z')[0]).toEqual({ code: 'C2', ...empty })
    expect(daysOf(found)).toEqual([1, 2, 4, 5, 7, 8].map(day))
    expect(daysOf([])).toEqual([])
  })

  it('says of an earlier day that it waited for whoever was asked, until they spoke or it was taken out of the queue', () => {
    const found = [claim(2, 1, 1, { state: 'confirmed', verdicts: [verdict(4, 1)], handed: [{ at: day(2), until: null }] })]
    const stateAt = (of: OnMap[], n: number) => rowsOf(of, day(n))[0]?.states
    expect([1, 2, 3, 4].map((n) => stateAt(found, n)?.[0])).toEqual(['claimed', 'ready', 'ready', 'confirmed'])
    const withdrawn = [claim(2, 1, 1, { handed: [{ at: day(2), until: day(4) }] })]
    expect([1, 2, 3, 4].map((n) => stateAt(withdrawn, n)?.[0])).toEqual(['claimed', 'ready', 'ready', 'claimed'])
    expect(daysOf(withdrawn)).toEqual([1, 2, 4].map(day))
  })

  it('is without a claim for the days on which it was taken back, though it stands today', () => {
    const found = [claim(2, 1, 1, { away: [{ from: day(3), to: day(5) }] })]
    expect([1, 2, 3, 4, 5].map((n) => rowsOf(found, day(n))[0]?.states)).toEqual([['claimed'], ['claimed'], [], [], ['claimed']])
    expect(rowsOf(found)[0]?.states).toEqual(['claimed'])
    expect(daysOf(found)).toEqual([1, 3, 5].map(day))
  })
})

describe('a new version', () => {
  /** One competency each, on the levels of the fixture; the last is of the draft itself. */
  const former = (n: number, version: string, replacedBy: number, more: Partial<Former> = {}): Former => ({
    id: uuid(900 + n),
    title: said('Making'),
    version,
    rollup: 'latest',
    levels,
    competencies: [{ id: uuid(n), code: `C${n}`, title: said(`competency ${n}`), replacedBy: uuid(replacedBy) }],
    ...more,
  })
  const confirmed = (of: number, on: number, at: number) => claim(of, on, at, { state: 'confirmed', verdicts: [verdict(at + 1, on)] })
  const earlierIn = (evidence: OnMap[], formers: Former[], until?: string) => {
    const [row] = mapOf(draft, evidence, until, formers).flatMap(({ rows }) => rows)
    return { shown: row?.shown ?? null, earlier: row?.earlier.map((one) => [one.former.version, one.height, one.evidence.length]) }
  }

  it('shows what was confirmed in the former ones, the nearest first, and counts nothing of it', () => {
    const formers = [former(10, '1.0', 11), former(11, '2.0', 2)]
    const found = [confirmed(10, 2, 1), claim(11, 1, 3)]
    expect(earlierIn(found, formers)).toEqual({
      shown: null,
      earlier: [
        ['2.0', 0, 1],
        ['1.0', 2, 1],
      ],
    })
    expect(sumOf(mapOf(draft, found, undefined, formers))).toEqual({ all: 2, confirmed: 0, begun: 0, empty: 2, before: 1 })
    expect(earlierIn(found, formers, day(1)).earlier).toEqual([['1.0', 0, 1]])
    // Confirmed anew, it is the new version's own.
    const anew = mapOf(draft, [...found, confirmed(2, 1, 5)], undefined, formers)
    expect(sumOf(anew)).toMatchObject({ confirmed: 1, before: 0 })
  })

  it('says which level it was in its own version, whatever levels there are now', () => {
    const ladder = [...levels, level(4)]
    const found = [{ ...claim(10, 1, 1), levelId: level(4).id, verdicts: [{ ...verdict(2, null), levelId: level(4).id }] }]
    expect(earlierIn(found, [former(10, '1.0', 2, { levels: ladder })]).earlier).toEqual([['1.0', 4, 1]])
    // Its level is in no table any more: what was said of it is still there to be read.
    expect(earlierIn(found, [former(10, '1.0', 2)]).earlier).toEqual([['1.0', 0, 1]])
  })

  it('of many people has a cell for whoever was confirmed before, and none for what the former version asked', () => {
    const ladder = { id: uuid(900), levels: levels.map(({ id }) => id), rollup: 'latest' as const, formers: [former(10, '1.0', 2)] }
    const found = [confirmed(10, 2, 1), { ...claim(10, 3, 1), person: { personId: 'daulet' } }]
    expect(crowdOf(ladder, found)).toEqual([
      {
        personId: 'aigerim',
        competencyId: uuid(2),
        levelId: null,
        claimedId: null,
        counts: countStates([]),
        earlier: { version: '1.0', level: 2 },
      },
    ])
    expect(crowdOf(ladder, found, day(1))).toEqual([])
  })
})

it('of many people has a cell for each of whom something stands', () => {
  const of = (personId: string) => ({ person: { personId } })
  const cells = crowdOf({ id: uuid(900), levels: levels.map(({ id }) => id), rollup: 'highest', formers: [] }, [
    claim(2, 2, 1, { state: 'confirmed', verdicts: [verdict(2, 2), verdict(3, 1)] }),
    claim(2, 1, 1, { ...of('daulet') }),
    claim(3, 1, 1, { ...of('daulet'), state: 'superseded', supersededAt: day(2) }),
  ])
  expect(cells.map(({ personId, competencyId, levelId, claimedId }) => [personId, competencyId, levelId, claimedId])).toEqual([
    ['aigerim', uuid(2), levelId(2), levelId(2)],
    ['daulet', uuid(2), null, levelId(1)],
  ])
})
