import { describe, expect, it } from 'vitest'
import { competency, level, uuid } from './framework.fixture.ts'
import { crowdOf, daysOf, mapOf, sumOf, type OnMap } from './map.ts'

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
    expect(sumOf(mapOf(draft, found))).toEqual({ all: 2, confirmed: 1, begun: 0, empty: 1 })
    expect(sumOf(mapOf(draft, [claim(3, 1, 1)]))).toEqual({ all: 2, confirmed: 0, begun: 1, empty: 1 })
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
})

it('of many people has a cell for each of whom something stands', () => {
  const of = (personId: string) => ({ person: { personId } })
  const cells = crowdOf({ levels: levels.map(({ id }) => id), rollup: 'highest' }, [
    claim(2, 2, 1, { state: 'confirmed', verdicts: [verdict(2, 2), verdict(3, 1)] }),
    claim(2, 1, 1, { ...of('daulet') }),
    claim(3, 1, 1, { ...of('daulet'), state: 'superseded', supersededAt: day(2) }),
  ])
  expect(cells.map(({ personId, competencyId, levelId, claimedId }) => [personId, competencyId, levelId, claimedId])).toEqual([
    ['aigerim', uuid(2), levelId(2), levelId(2)],
    ['daulet', uuid(2), null, levelId(1)],
  ])
})
