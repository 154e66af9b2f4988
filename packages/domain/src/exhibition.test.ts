import { describe, expect, it } from 'vitest'
import { Refusal } from '@sheber/contract/refusal'
import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import {
  checkPlan,
  checkWindows,
  clashes,
  isDrafted,
  isReady,
  misplaced,
  nextSteps,
  changedParts,
  savePlan,
  showsResults,
  stageOf,
  stepExhibition,
  stoodAt,
  takesEntry,
  takesModeration,
  unsaidOfPlan,
  yearOf,
} from './exhibition.ts'

const windows = {
  entriesFrom: '2026-03-01T00:00:00.000Z',
  entriesTo: '2026-03-20T18:00:00.000Z',
  hallFrom: '2026-03-25T00:00:00.000Z',
  judgingFrom: '2026-03-25T09:00:00.000Z',
  judgingTo: '2026-03-26T18:00:00.000Z',
  resultsAt: '2026-03-27T12:00:00.000Z',
}
const day = (moment: string) => new Date(moment)
const codeOf = (work: () => unknown) => {
  try {
    work()
    return 'ok'
  } catch (why) {
    return why instanceof Refusal ? why.code : expect.unreachable(String(why))
  }
}

const step = (state: ExhibitionState, asked: ExhibitionState, reason?: string) =>
  stepExhibition({ state, was: null, plan: { windows } }, asked, {
    now: day('2026-01-01T00:00:00Z'),
    ...(reason !== undefined && { reason }),
  })

describe('the road of an exhibition', () => {
  it.each([
    ['draft', ['call', 'removed']],
    ['call', ['moderation', 'cancelled']],
    ['moderation', ['hall', 'call', 'cancelled']],
    ['hall', ['judging', 'archived', 'moderation', 'cancelled']],
    ['judging', ['deliberation', 'hall', 'cancelled']],
    ['deliberation', ['results', 'judging', 'cancelled']],
    ['results', ['archived']],
    ['archived', []],
  ] as const)('from %s leads to %o', (state, next) => {
    expect(nextSteps({ state, was: null })).toEqual(next)
  })

  it('has no other steps', () => {
    expect(step('draft', 'call')).toEqual({ state: 'call', was: null, reason: '' })
    expect(codeOf(() => step('draft', 'results'))).toBe('exhibition-step')
    expect(codeOf(() => step('results', 'deliberation'))).toBe('exhibition-step')
    expect([codeOf(() => step('results', 'cancelled', 'Жел')), codeOf(() => step('draft', 'cancelled', 'Жел'))]).toEqual([
      'exhibition-step',
      'exhibition-step',
    ])
  })

  it('is left with a reason, and taken up where it was left, while its results lie ahead', () => {
    expect([codeOf(() => step('hall', 'cancelled')), codeOf(() => step('hall', 'cancelled', '  '))]).toEqual([
      'reason-needed',
      'reason-needed',
    ])
    expect(step('hall', 'cancelled', ' Зал жабық ')).toEqual({ state: 'cancelled', was: 'hall', reason: 'Зал жабық' })
    const off = { state: 'cancelled', was: 'hall', plan: { windows } } as const
    const justBefore = new Date(Date.parse(windows.resultsAt) - 1)
    expect(nextSteps(off)).toEqual(['hall'])
    expect(stepExhibition(off, 'hall', { now: justBefore })).toEqual({ state: 'hall', was: null, reason: '' })
    expect(codeOf(() => stepExhibition(off, 'hall', { now: day(windows.resultsAt) }))).toBe('exhibition-over')
    expect(codeOf(() => stepExhibition(off, 'judging', { now: justBefore }))).toBe('exhibition-step')
    expect([stoodAt(off), stoodAt({ state: 'hall', was: null })]).toEqual(['hall', 'hall'])
  })

  it('loses a draft that was removed, and has it back as a draft alone', () => {
    expect(step('draft', 'removed')).toEqual({ state: 'removed', was: 'draft', reason: '' })
    const gone = { state: 'removed', was: 'draft', plan: { windows } } as const
    // Its days may be over by then: they are its organisers' to move.
    expect(stepExhibition(gone, 'draft', { now: day('2099-01-01T00:00:00Z') })).toEqual({ state: 'draft', was: null, reason: '' })
    expect(codeOf(() => stepExhibition(gone, 'call', { now: day('2026-01-01T00:00:00Z') }))).toBe('exhibition-step')
    expect((['draft', 'removed', 'call', 'cancelled'] as const).map(isDrafted)).toEqual([true, true, false, false])
  })
})

describe('windows', () => {
  it('are in order', () => {
    expect(codeOf(() => checkWindows({ windows }))).toBe('ok')
  })

  it.each([
    ['entriesTo', '2026-02-01T00:00:00.000Z'],
    ['hallFrom', '2026-03-10T00:00:00.000Z'],
    ['judgingFrom', '2026-03-10T00:00:00.000Z'],
    ['judgingTo', '2026-03-25T09:00:00.000Z'],
    ['resultsAt', '2026-03-26T00:00:00.000Z'],
  ] as const)('are not, with %s on %s', (name, moment) => {
    expect(codeOf(() => checkWindows({ windows: { ...windows, [name]: moment } }))).toBe('exhibition-windows')
  })
})

describe('an entry', () => {
  it.each([
    ['before the first day', '2026-02-28T23:59:59.999Z', true, null],
    ['on the first moment', '2026-03-01T00:00:00.000Z', false, { late: false }],
    ['on the last moment', '2026-03-20T18:00:00.000Z', false, { late: false }],
    ['a moment later', '2026-03-20T18:00:00.001Z', false, null],
    ['a moment later, where late ones are taken', '2026-03-20T18:00:00.001Z', true, { late: true }],
  ] as const)('%s', (_, moment, late, taken) => {
    expect(takesEntry({ windows, late }, 'call', day(moment))).toEqual(taken)
  })

  it.each(['draft', 'moderation', 'hall', 'results', 'archived'] as const)('is not taken in %s', (state) => {
    expect(takesEntry({ windows, late: true }, state, day('2026-03-10T00:00:00.000Z'))).toBeNull()
  })
})

describe('results', () => {
  it.each([
    ['deliberation', '2026-03-28T00:00:00.000Z', false],
    ['results', '2026-03-27T11:59:59.999Z', false],
    ['results', '2026-03-27T12:00:00.000Z', true],
    ['archived', '2026-03-28T00:00:00.000Z', true],
  ] as const)('in %s on %s: %s', (state, moment, shown) => {
    expect(showsResults({ windows }, state, day(moment))).toBe(shown)
  })
})

const said = (text: string) => ({ kk: text, ru: text, en: text })
const nothing = said('')
const levels = [0, 2].map((points) => ({ points, text: said('Көрінеді') }))
const plan = (over: Partial<Plan> = {}): Plan => ({
  kind: 'exhibition',
  title: said('Көрме'),
  about: said('Ереже'),
  place: said('Зал'),
  directions: [],
  nominations: [
    { id: 'n1', title: said('Модельдер') },
    { id: 'n2', title: said('Роботтар') },
  ],
  ages: { from: 7, to: 18 },
  teamMax: 5,
  rubric: {
    criteria: [
      { id: 'idea', title: said('Идея'), weight: 40, levels },
      { id: 'making', title: said('Жасалуы'), weight: 60, levels },
    ],
  },
  windows,
  late: false,
  awards: 'places',
  ties: 'share',
  release: 'all',
  viewsMin: 3,
  listed: false,
  visitors: { react: true, ask: true, vote: true },
  hall: { width: 20, height: 12 },
  ...over,
})

describe('the year of an exhibition', () => {
  it.each([
    ['2026-12-31T18:59:59.000Z', 2026],
    ['2026-12-31T19:00:00.000Z', 2027],
  ])('whose hall opens at %s is %i, by the clock on its wall', (hallFrom, year) => {
    expect(yearOf({ windows: { ...windows, hallFrom } })).toBe(year)
  })
})

describe('days out of order', () => {
  it.each<[string, Partial<typeof windows>, string[]]>([
    ['none', {}, []],
    ['a hall before entries end', { hallFrom: '2026-03-19T00:00:00.000Z' }, ['hallFrom']],
    ['an end that is its beginning', { judgingTo: windows.judgingFrom }, ['judgingTo']],
    ['entries until after everything', { entriesTo: '2026-04-01T00:00:00.000Z' }, ['hallFrom', 'judgingFrom']],
    ['one that nobody has chosen', { resultsAt: '' }, ['resultsAt']],
  ])('%s', (_, over, wrong) => expect(misplaced({ ...windows, ...over })).toEqual(wrong))

  it('are told with what they have to follow', () =>
    expect([...clashes({ ...windows, entriesTo: '2026-02-01T00:00:00.000Z', resultsAt: '2026-02-02T00:00:00.000Z' })]).toEqual([
      ['entriesTo', 'entriesFrom'],
      ['resultsAt', 'judgingTo'],
    ]))
})

describe('a plan', () => {
  it('says what is unwritten, language by language', () => {
    const half = plan({ about: { ...said('Ереже'), en: ' ' }, nominations: [{ id: 'n1', title: { ...nothing, kk: 'Модельдер' } }] })
    const nomination = { what: 'nomination', id: 'n1', level: null }
    expect(unsaidOfPlan(half)).toEqual({ kk: [], ru: [nomination], en: [{ what: 'about', id: null, level: null }, nomination] })
  })

  it.each<[string, boolean, Partial<Plan>]>([
    ['whole', true, {}],
    ['without rules and place', true, { about: nothing, place: nothing }],
    ['with a nomination in one language', true, { nominations: [{ id: 'n1', title: { ...nothing, kk: 'Модельдер' } }] }],
    ['whose title is in two languages', false, { title: { ...said('Көрме'), en: '' } }],
    ['without criteria, for there may be no jury', true, { rubric: { criteria: [] } }],
    ['without nominations', false, { nominations: [] }],
    ['with a nomination that has no name', false, { nominations: [{ id: 'n1', title: nothing }] }],
    [
      'with a level that says nothing',
      false,
      { rubric: { criteria: [{ id: 'a', title: said('А'), weight: 1, levels: [...levels, { points: 3, text: nothing }] }] } },
    ],
  ])('%s: ready to be called? %s', (_, ready, over) => {
    expect(isReady(plan(over))).toBe(ready)
  })

  it.each<[string, string, Partial<Plan>]>([
    ['whole', 'ok', {}],
    ['ages the wrong way round', 'plan-broken', { ages: { from: 12, to: 11 } }],
    [
      'two nominations of one id',
      'plan-broken',
      {
        nominations: [
          { id: 'n1', title: said('А') },
          { id: 'n1', title: said('Б') },
        ],
      },
    ],
    [
      'points that do not rise',
      'plan-broken',
      { rubric: { criteria: [{ id: 'a', title: said('А'), weight: 1, levels: levels.toReversed() }] } },
    ],
    ['days out of order', 'exhibition-windows', { windows: { ...windows, hallFrom: windows.entriesFrom } }],
  ])('%s: %s', (_, code, over) => {
    expect(codeOf(() => checkPlan(plan(over)))).toBe(code)
  })
})

it.each<[ExhibitionState, string, string]>([
  ['draft', windows.entriesFrom, 'draft'],
  ['call', '2026-02-28T23:59:59.000Z', 'announced'],
  ['call', windows.entriesFrom, 'call'],
  ['call', windows.entriesTo, 'call'],
  ['call', '2026-03-20T18:00:01.000Z', 'collected'],
  ['hall', windows.hallFrom, 'hall'],
  ['results', '2026-03-27T11:59:59.999Z', 'deliberation'],
  ['results', windows.resultsAt, 'results'],
  ['archived', windows.resultsAt, 'archived'],
])('in the step %s, at %s, the world is told %s', (state, now, stage) => {
  expect(stageOf({ plan: plan(), state }, day(now))).toBe(stage)
  if (stage === 'collected') expect(stageOf({ plan: plan({ late: true }), state }, day(now))).toBe('call')
})

describe('saving a plan', () => {
  const free = { scored: false, nominations: new Set<string>() }
  const scored = { scored: true, nominations: new Set(['n1']) }
  const before = { plan: plan(), state: 'call' as const, revision: 3 }
  const [idea, making] = plan().rubric.criteria as [Plan['rubric']['criteria'][number], Plan['rubric']['criteria'][number]]
  const criteria = (...all: Plan['rubric']['criteria']) => plan({ rubric: { criteria: all } })
  const save = (asked: Plan, leant: typeof free = free, revision = 3, state: ExhibitionState = 'call') =>
    codeOf(() => savePlan({ ...before, state }, { plan: asked, revision }, leant))

  it('takes what the organiser says', () => expect(save(criteria(idea))).toBe('ok'))
  it('of what has changed meanwhile is refused', () => expect(save(plan(), free, 2)).toBe('exhibition-changed'))
  it('may leave a draft half written, and a call not', () => {
    expect(save(plan({ title: nothing }), free, 3, 'draft')).toBe('ok')
    expect(save(plan({ title: nothing }))).toBe('exhibition-unready')
  })

  it('needs criteria as long as a jury judges by them', () => {
    const asked = (state: ExhibitionState) => save(plan({ rubric: { criteria: [] } }), free, 3, state)
    expect(['hall', 'judging', 'deliberation', 'results', 'archived'].map((state) => asked(state as ExhibitionState))).toEqual([
      'ok',
      'rubric-none',
      'rubric-none',
      'rubric-none',
      'rubric-frozen',
    ])
  })

  it.each([
    ['texts', 'ok', criteria({ ...idea, title: said('Ой'), levels: levels.map((one) => ({ ...one, text: said('Анық') })) }, making)],
    ['the order on the page', 'ok', criteria(making, idea)],
    ['a weight', 'rubric-used', criteria({ ...idea, weight: 41 }, making)],
    ['points', 'rubric-used', criteria({ ...idea, levels: levels.map((one) => ({ ...one, points: one.points + 1 })) }, making)],
    ['a criterion less', 'rubric-used', criteria(idea)],
    ['a criterion more', 'rubric-used', criteria(idea, making, { ...idea, id: 'new' })],
  ])('once there are scores: %s: %s', (_, code, asked) => expect(save(asked, scored)).toBe(code))

  it('keeps the rules from the beginning of judging, and the words of criteria from the release', () => {
    const at = (state: ExhibitionState, over: Partial<Plan>, leant: typeof free = free) =>
      codeOf(() => savePlan({ ...before, state }, { plan: plan(over), revision: 3 }, leant))
    const changes: Partial<Plan>[] = [{ awards: 'hand' }, { ties: 'head-to-head' }, { release: 'none' }, { viewsMin: 9 }]
    for (const over of changes) {
      expect(at('hall', over)).toBe('ok')
      // Taken back by a step once somebody has scored, it is no freer.
      expect(at('hall', over, scored)).toBe('rules-frozen')
      for (const state of ['judging', 'deliberation', 'results', 'archived'] as const) expect(at(state, over)).toBe('rules-frozen')
    }
    // A promise of fewer views is another matter: see below.
    const mended = { rubric: { criteria: [{ ...idea, title: said('Ой') }, making] } }
    expect(at('deliberation', mended, scored)).toBe('ok')
    expect(at('results', mended, scored)).toBe('rubric-frozen')
    expect(at('archived', {}, scored)).toBe('ok')
  })

  it('keeps what papers say from the release: the title, and nominations that stands are in', () => {
    const at = (state: ExhibitionState, over: Partial<Plan>) =>
      codeOf(() => savePlan({ ...before, state }, { plan: plan(over), revision: 3 }, scored))
    const first = plan().nominations.map((one) => (one.id === 'n1' ? { ...one, title: said('Басқа') } : one))
    for (const over of [{ title: said('Басқа') }, { nominations: first }]) {
      for (const state of ['hall', 'judging', 'deliberation'] as const) expect([state, at(state, over)]).toEqual([state, 'ok'])
      for (const state of ['results', 'archived'] as const) expect([state, at(state, over)]).toEqual([state, 'papers-given'])
    }
    expect(at('results', { nominations: [...plan().nominations, { id: 'new', title: said('Жаңа') }] })).toBe('ok')
    expect(at('results', { about: said('Басқа'), place: said('Басқа') })).toBe('ok')
    // What was never written in a language is on no paper in it.
    const half = {
      ...before,
      state: 'results' as const,
      plan: plan({ nominations: [{ id: 'n1', title: { ...said('Роботтар'), en: '' } }] }),
    }
    const save = (en: string, ru = 'Роботтар') =>
      codeOf(() => savePlan(half, { plan: plan({ nominations: [{ id: 'n1', title: { kk: 'Роботтар', ru, en } }] }), revision: 3 }, scored))
    expect([save('Robots'), save('Robots', 'Роботы')]).toEqual(['ok', 'papers-given'])
  })

  it('lets fewer judges see each stand while they judge, for a reason that is kept, and never one alone', () => {
    const four = { ...before, plan: plan({ viewsMin: 4 }) }
    const at = (state: ExhibitionState, viewsMin: number, reason?: string) =>
      savePlan({ ...four, state }, { plan: plan({ viewsMin }), revision: 3, ...(reason !== undefined && { reason }) }, scored)
    expect(at('judging', 2, ' Екі қазы ауырып қалды ')).toMatchObject({ step: 'lowered', reason: 'Екі қазы ауырып қалды' })
    expect(at('judging', 4)).toMatchObject({ step: 'planned', reason: '' })
    expect(codeOf(() => at('judging', 3))).toBe('reason-needed')
    expect(codeOf(() => at('judging', 3, '  '))).toBe('reason-needed')
    expect(codeOf(() => at('judging', 1, 'ауру'))).toBe('views-few')
    expect(codeOf(() => at('judging', 5, 'көбірек'))).toBe('rules-frozen')
    for (const state of ['hall', 'deliberation', 'results', 'archived'] as const)
      expect(codeOf(() => at(state, 3, 'ауру'))).toBe('rules-frozen')
  })

  it('tells which parts were changed, whatever order keys are kept in', () => {
    const { kk, ru, en } = plan().title
    expect(changedParts(plan(), plan({ title: { en, ru, kk } }))).toEqual([])
    expect(changedParts(plan(), plan({ awards: 'hand', viewsMin: 9 }))).toEqual(['awards', 'viewsMin'])
  })

  it('keeps a nomination that has stands, and lets go of one that has none', () => {
    const only = (id: string) => plan({ nominations: plan().nominations.filter((one) => one.id === id) })
    expect([save(only('n2'), scored), save(only('n1'), scored)]).toEqual(['nomination-used', 'ok'])
  })
})

describe('a final', () => {
  const when = { ...windows, finalFrom: '2026-03-26T19:00:00.000Z', finalTo: '2026-03-27T10:00:00.000Z' }
  const final = { finalists: 3, nominations: [] as string[] }
  const held = (over: Partial<Plan> = {}) => plan({ windows: when, final, ...over })

  it.each<[string, object, string[]]>([
    ['in its place', {}, []],
    ['into the first round', { finalFrom: windows.judgingFrom }, ['finalFrom']],
    ['that ends before it begins', { finalTo: when.finalFrom }, ['finalTo']],
    ['past the results', { finalTo: '2026-03-27T13:00:00.000Z' }, ['resultsAt']],
  ])('%s', (_, more, wrong) => expect(misplaced({ ...when, ...more })).toEqual(wrong))

  it.each<[string, string, Plan]>([
    ['with its window', 'ok', held()],
    ['without one', 'plan-broken', plan({ final })],
    ['a window without a final', 'plan-broken', plan({ windows: when })],
    ['of a nomination that there is not', 'plan-broken', held({ final: { ...final, nominations: ['x'] } })],
    ['of one that there is', 'ok', held({ final: { ...final, nominations: ['n1'] } })],
  ])('%s: %s', (_, code, asked) => expect(codeOf(() => checkPlan(asked))).toBe(code))

  it('is added while they judge, and stays as it is once it has begun or nobody judges any more', () => {
    const save = (state: ExhibitionState, before: Plan, asked: Plan, leant: object = {}) =>
      codeOf(() =>
        savePlan({ plan: before, state, revision: 1 }, { plan: asked, revision: 1 }, { scored: true, nominations: new Set(), ...leant }),
      )
    expect(save('judging', plan(), held())).toBe('ok')
    expect(save('judging', held(), plan())).toBe('ok')
    expect(save('deliberation', plan(), held())).toBe('final-frozen')
    const begun = { finalBegun: true }
    expect(save('judging', held(), plan(), begun)).toBe('final-frozen')
    expect(save('judging', held(), held({ final: { ...final, nominations: ['n1'] } }), begun)).toBe('final-frozen')
    expect(save('judging', held(), held({ windows: { ...when, finalTo: windows.resultsAt } }), begun)).toBe('ok')
  })

  it('keeps what its scores are counted by, and mends words until teams read them', () => {
    const [idea, making] = plan().rubric.criteria as [Plan['rubric']['criteria'][number], Plan['rubric']['criteria'][number]]
    const own = (weight: number, title = idea.title) =>
      held({ final: { ...final, rubric: { criteria: [{ ...idea, weight, title }, making] } } })
    const save = (state: ExhibitionState, asked: Plan, finalScored: boolean) =>
      codeOf(() =>
        savePlan(
          { plan: own(40), state, revision: 1 },
          { plan: asked, revision: 1 },
          { scored: true, nominations: new Set(), finalScored, finalBegun: finalScored },
        ),
      )
    expect(save('judging', own(41), false)).toBe('ok')
    expect(save('judging', own(41), true)).toBe('rubric-used')
    expect(save('judging', own(40, said('Ой')), true)).toBe('ok')
    expect(save('results', own(40, said('Ой')), true)).toBe('rubric-frozen')
  })
})

describe('checking of entries', () => {
  const when = { ...windows, moderationFrom: '2026-03-05T00:00:00.000Z', moderationTo: '2026-03-12T00:00:00.000Z' }
  it.each([
    ['2026-03-04T23:59:59.999Z', false],
    ['2026-03-05T00:00:00.000Z', true],
    ['2026-03-12T00:00:00.000Z', true],
    ['2026-03-12T00:00:00.001Z', false],
  ])('at %s: %s, by the clock alone', (now, takes) => {
    expect(takesModeration(when, new Date(now))).toBe(takes)
  })
  it('has no hours of its own where nobody has named any', () => {
    expect(takesModeration(windows, new Date('2036-01-01T00:00:00.000Z'))).toBe(true)
    expect(misplaced(windows)).toEqual([])
  })
  it.each<[string, object, string[]]>([
    ['before entries', { moderationFrom: '2020-01-01T00:00:00.000Z' }, ['moderationFrom']],
    ['that ends before it begins', { moderationFrom: windows.judgingFrom, moderationTo: windows.judgingFrom }, ['moderationTo']],
    ['over when entries close', { moderationTo: windows.entriesTo }, ['moderationTo']],
    ['into judging', { moderationTo: windows.judgingTo }, ['judgingFrom']],
  ])('%s is out of place', (_, more, wrong) => {
    expect(misplaced({ ...windows, ...more })).toEqual(wrong)
  })
})
