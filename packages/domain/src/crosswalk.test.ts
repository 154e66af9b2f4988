import type { ShownEvidence } from '@sheber/contract/evidence'
import type { Crosswalk } from '@sheber/contract/framework'
import { describe, expect, it } from 'vitest'
import { besideOf, goalsOf, nearestFirst, turned } from './crosswalk.ts'
import { competency, draft, level, said, uuid } from './framework.fixture.ts'
import { mapOf } from './map.ts'

const ours = draft({ competencies: [competency(1), competency(2, 1), competency(3, 1), competency(4, 1, { retired: true })] })
const school = draft({ competencies: [competency(11), competency(12, 11), competency(13, 11), competency(14, 11)] })
const link = (here: number, there: number, kind: Crosswalk['links'][number]['kind'] = 'isRelatedTo', fromHere = true) => ({
  ...{ here: uuid(here), there: uuid(there), kind, fromHere },
})
const told = (beside: ReturnType<typeof besideOf>) =>
  beside.areas.flatMap(({ area, rows }) =>
    rows.map((row) => [area?.code, row.competency.code, ...row.counterparts.map((one) => [one.competency.code, one.kind, one.forth])]),
  )

describe('two frameworks side by side', () => {
  const links = [link(2, 12), link(2, 12, 'isRelatedTo', false), link(2, 13, 'isPartOf', false), link(3, 99), link(4, 14)]

  it('name what corresponds, once, and what has nothing', () => {
    const beside = besideOf(ours, school, links)
    expect(told(beside)).toEqual([
      ['C1', 'C2', ['C12', 'isRelatedTo', false], ['C13', 'isPartOf', false]],
      ['C1', 'C3'],
    ])
    expect([beside.gaps, beside.all]).toEqual([1, 2])
  })

  it('are the same from the other side, the other way about', () => {
    const beside = besideOf(school, ours, turned(links))
    expect(told(beside)).toEqual([
      ['C11', 'C12', ['C2', 'isRelatedTo', true]],
      ['C11', 'C13', ['C2', 'isPartOf', true]],
      // What it is linked with is asked for no more.
      ['C11', 'C14'],
    ])
    expect(beside.gaps).toBe(1)
    expect(turned(turned(links))).toEqual(links)
  })
})

it('a goal tells who leads to it, where they stand, and what the school has taken for it and no other', () => {
  const accepted = (goal: number | null) => ({
    ...{ id: `a${goal}`, school: '№5', topic: 'Физика', by: 'Марат', at: '2026-11-03T10:00:00.000Z' },
    goal: goal === null ? null : { id: uuid(goal), code: '', title: said('') },
  })
  const shown = {
    ...{ id: 'e', portfolioId: 'p', recordId: 'r', competencyId: uuid(2), frameworkId: uuid(900), levelId: level(2).id },
    ...{ why: '', state: 'confirmed', supersededAt: null, supersededBy: null, disputes: [], away: [], handed: [] },
    ...{ person: { personId: 'aigerim', name: '' }, by: { personId: 'aigerim', name: '' }, at: '2026-11-01T10:00:00.000Z' },
    accepted: [accepted(12), accepted(13), accepted(null)],
    verdicts: [
      {
        id: 'v',
        reviewer: { personId: 'm', name: '' },
        verdict: 'confirmed',
        levelId: level(2).id,
        text: '',
        at: '2026-11-02T10:00:00.000Z',
      },
    ],
  } as ShownEvidence
  const goals = goalsOf(school, [link(2, 12), link(3, 13)], mapOf(ours, [shown])).flatMap(({ rows }) => rows)
  expect(goals.map((goal) => [goal.competency.code, goal.shown, goal.accepted.map(({ id }) => id)])).toEqual([
    ['C12', true, ['a12']],
    ['C13', false, []],
    ['C14', false, []],
  ])
  expect(goals.map(({ through }) => through.map((row) => [row.competency.code, row.shown?.id ?? null]))).toEqual([
    [['C2', level(2).id]],
    [['C3', null]],
    [],
  ])
})

it('goals are told once each, the nearest first', () => {
  const goals = [
    { id: 'far', kind: 'precedes' },
    { id: 'near', kind: 'isRelatedTo' },
    { id: 'same', kind: 'isRelatedTo' },
    { id: 'same', kind: 'exactMatchOf' },
    { id: 'other', kind: 'isRelatedTo' },
  ] as const
  expect(nearestFirst(goals).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'same exactMatchOf',
    'near isRelatedTo',
    'other isRelatedTo',
    'far precedes',
  ])
})
