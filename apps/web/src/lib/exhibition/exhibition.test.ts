import type { Plan } from '@sheber/contract/exhibition'
import { misplaced } from '@sheber/domain/exhibition'
import { describe, expect, it } from 'vitest'
import { mergePlan } from './merge.ts'
import { copiedPlan, freshPlan, movedOn } from './plan.ts'
import { earlyFor, inOrder, opensTooLate, passed, shelfOf } from './shelf.ts'
import { dayOf, daysUntil, fromWall, hourOf, planned, toWall } from './wall.ts'

const now = '2026-11-27T08:00:00.000Z'
const said = (ru: string) => ({ kk: '', ru, en: '' })

describe('the clock on the wall', () => {
  it('is five hours ahead, there and back', () => {
    expect([toWall('2026-12-24T13:00:00.000Z'), fromWall('2026-12-24T18:00')]).toEqual(['2026-12-24T18:00', '2026-12-24T13:00:00.000Z'])
  })
  it('tells an hour of a plan alike on every device', () =>
    expect(planned('2027-05-27T13:00:00.000Z', 'kk')).toBe('2027 ж. 27 мамыр, 18:00'))
  it('shows nothing where nothing was chosen', () => expect([toWall(''), fromWall('')]).toEqual(['', '']))
  it('writes a day as each language does', () => {
    const late = '2026-12-31T19:30:00.000Z'
    expect([dayOf(late, 'kk'), dayOf(late, 'ru'), dayOf(late, 'en'), hourOf(late)]).toEqual([
      ...['2027 ж. 1 қаңтар', '1 января 2027', '1 January 2027', '00:30'],
    ])
  })
  it.each([
    ['2026-11-27T18:59:00.000Z', 0],
    ['2026-11-27T19:00:00.000Z', 1],
    ['2026-12-07T08:00:00.000Z', 10],
    ['2026-11-26T08:00:00.000Z', -1],
  ])('counts nights until %s: %i', (moment, days) => expect(daysUntil(moment, now)).toBe(days))
})

describe('shelves', () => {
  it.each([
    ['takes', { state: 'call', takes: true }, now],
    ['runs', { state: 'call', takes: false }, '2026-01-01T00:00:00.000Z'],
    ['planned', { state: 'call', takes: false }, '2027-01-01T00:00:00.000Z'],
    ['planned', { state: 'draft', takes: false }, now],
    ['runs', { state: 'judging', takes: false }, now],
    ['runs', { state: 'results', takes: false }, now],
    ['archive', { state: 'archived', takes: false }, now],
  ] as const)('%s: %o', (shelf, of, entriesFrom) => expect(shelfOf({ ...of, windows: { entriesFrom } }, now)).toBe(shelf))
})

describe('days', () => {
  const { windows } = freshPlan(now)
  it('come in order, by the clock', () => {
    const early = { ...windows, hallFrom: windows.resultsAt }
    expect(inOrder(early).map(({ name }) => name)).toEqual([
      ...['entriesFrom', 'moderationFrom', 'entriesTo', 'moderationTo', 'judgingFrom', 'judgingTo', 'hallFrom', 'resultsAt'],
    ])
    const { moderationFrom: _, moderationTo: __, ...bare } = windows
    expect(inOrder(bare).map(({ name }) => name)).toEqual(['entriesFrom', 'entriesTo', 'hallFrom', 'judgingFrom', 'judgingTo', 'resultsAt'])
    expect([...passed(windows, windows.hallFrom)]).toEqual(['entriesFrom', 'entriesTo', 'moderationFrom', 'moderationTo', 'hallFrom'])
  })
  it('of a fresh plan are in order', () => expect(misplaced(windows)).toEqual([]))
  it.each([
    ['last year', '2025-11-20T13:00:00.000Z', '2027-11-18T13:00:00.000Z'],
    ['three years ago', '2024-01-10T13:00:00.000Z', '2027-01-06T13:00:00.000Z'],
    ['still to come', '2026-12-01T13:00:00.000Z', '2027-11-30T13:00:00.000Z'],
  ])('of %s move on to the same weekday', (_, entriesTo, expected) => {
    const moved = movedOn({ ...windows, entriesTo }, now)
    expect(moved.entriesTo).toBe(expected)
    expect(new Date(moved.entriesTo).getUTCDay()).toBe(new Date(entriesTo).getUTCDay())
    const gap = Date.parse(windows.resultsAt) - Date.parse(windows.hallFrom)
    expect(Date.parse(moved.resultsAt) - Date.parse(moved.hallFrom)).toBe(gap)
  })
})

describe('a copy', () => {
  it('keeps words and criteria, and has nominations of its own', () => {
    const plan: Plan = { ...freshPlan(now), title: said('Выставка') }
    const copy = copiedPlan(plan, now)
    expect(copy).toMatchObject({ title: plan.title, rubric: plan.rubric, nominations: plan.nominations.map(({ title }) => ({ title })) })
    expect(copy.nominations[0]?.id).not.toBe(plan.nominations[0]?.id)
    expect(Date.parse(copy.windows.entriesTo)).toBeGreaterThan(Date.parse(now))
  })
})

describe('a final', () => {
  const { windows, ...rest } = freshPlan(now)
  const [from, to] = ['2027-01-03T10:00:00.000Z', '2027-01-03T12:00:00.000Z']
  it('is copied with its days and its nominations', () => {
    const old = { ...windows, finalFrom: from, finalTo: to }
    const plan: Plan = { ...rest, windows: old, final: { finalists: 4, nominations: rest.nominations.map(({ id }) => id) } }
    const copy = copiedPlan(plan, now)
    expect(copy.final).toEqual({ finalists: 4, nominations: copy.nominations.map(({ id }) => id) })
    expect(Date.parse(copy.windows.finalFrom ?? '') - Date.parse(from)).toBe(52 * 7 * 86_400_000)
  })
  it('makes the end of judging its own', () =>
    expect([earlyFor('deliberation', windows, now), earlyFor('deliberation', { ...windows, finalTo: to }, now)]).toEqual([
      windows.judgingTo,
      to,
    ]))
})

describe('days of a call that lie behind', () => {
  const over = { ...freshPlan(now), windows: { ...freshPlan(now).windows, entriesTo: now } }
  it('are told before it is announced', () =>
    expect([opensTooLate('draft', over, now), opensTooLate('draft', freshPlan(now), now)]).toEqual([true, false]))
  it('are no fault where late entries are taken, nor once it is announced', () =>
    expect([opensTooLate('draft', { ...over, late: true }, now), opensTooLate('call', over, now)]).toEqual([false, false]))
})

describe('two who wrote at one time', () => {
  const base: Plan = { ...freshPlan(now), title: said('Выставка'), nominations: ['a', 'b', 'c'].map((id) => ({ id, title: said(id) })) }
  const of = (over: Partial<Plan>): Plan => ({ ...structuredClone(base), ...over })

  it('keep what either changed', () => {
    const mine = of({ title: { ...said('Выставка'), kk: 'Көрме' } })
    const theirs = of({ title: { ...said('Выставка'), en: 'Show' }, teamMax: 3 })
    expect(mergePlan(base, mine, theirs)).toEqual({
      plan: { ...base, title: { kk: 'Көрме', ru: 'Выставка', en: 'Show' }, teamMax: 3 },
      both: [],
    })
  })

  it('are told what both changed, and the one who saves later keeps theirs', () => {
    const { plan, both } = mergePlan(base, of({ title: said('Показ'), teamMax: 2 }), of({ title: said('Смотр'), teamMax: 2 }))
    expect([plan.title.ru, plan.teamMax, both]).toEqual(['Показ', 2, ['title.ru']])
  })

  it('bring lists together thing by thing', () => {
    const [a, b, c] = base.nominations as [Plan['nominations'][number], Plan['nominations'][number], Plan['nominations'][number]]
    const mine = of({ nominations: [c, { ...a, title: said('А') }, { id: 'mine', title: said('м') }] })
    const theirs = of({ nominations: [a, { ...b, title: said('Б') }, { id: 'theirs', title: said('т') }] })
    const { plan, both } = mergePlan(base, mine, theirs)
    // c: removed by them, untouched by me; b: removed by me, changed by them.
    expect(plan.nominations.map(({ id, title }) => `${id} ${title.ru}`)).toEqual(['a А', 'mine м', 'b Б', 'theirs т'])
    expect(both).toEqual([])
  })
})

describe('a step before its day', () => {
  const { windows } = freshPlan(now)
  const after = new Date(Date.parse(windows.entriesTo) + 1).toISOString()
  it('is early until that day has come', () => {
    expect([earlyFor('moderation', windows, now), earlyFor('moderation', windows, after)]).toEqual([windows.entriesTo, null])
  })
  it('is never early where the plan has no day for it', () => expect(earlyFor('archived', windows, now)).toBeNull())
})
