import type { ExhibitionState } from '@sheber/contract/exhibition'
import { rounds } from '@sheber/contract/judge'
import { describe, expect, it } from 'vitest'
import {
  comesByLink,
  judgeInvitee,
  lacksOf,
  linkUntilOf,
  newestOf,
  sameMarks,
  scoreStand,
  spreadOf,
  takesScore,
  viewsOf,
  type Scoring,
} from './judge.ts'

const said = (text: string) => ({ kk: text, ru: text, en: text })
const levels = [0, 1, 2].map((points) => ({ points, text: said(`${points}`) }))
const rubric = {
  criteria: [
    { id: 'idea', title: said('Идея'), weight: 40, levels },
    { id: 'making', title: said('Жасалуы'), weight: 60, levels },
  ],
}
const windows = {
  entriesFrom: '2026-01-01T00:00:00Z',
  entriesTo: '2026-02-01T00:00:00Z',
  hallFrom: '2026-03-01T08:00:00Z',
  judgingFrom: '2026-03-01T09:00:00Z',
  judgingTo: '2026-03-01T12:00:00Z',
  resultsAt: '2026-03-01T15:00:00Z',
}
const at = (time: string) => new Date(`2026-03-01T${time}:00Z`)
const mark = (criterionId: string, points: number) => ({ criterionId, points })
const whole = [mark('idea', 1), mark('making', 2)]

const scoring = (over: Partial<Scoring> = {}): Scoring => ({
  plan: { windows, rubric, release: 'all' },
  state: 'judging',
  declared: true,
  round: rounds.first,
  stage: 'first',
  seat: 'offered',
  tied: false,
  marks: whole,
  words: 'Қанаты берік.',
  madeAt: at('10:00'),
  now: at('10:01'),
  ...over,
})

describe('who judges', () => {
  it.each([
    [['teacher'], true],
    [['mentor', 'guardian'], true],
    [['judge'], true],
    [['learner'], false],
    [['learner', 'mentor'], false],
    [[], false],
  ] as const)('%s may be asked: %s', (roles, fit) => {
    const asked = () => judgeInvitee({ memberships: roles.map((role) => ({ role })) })
    if (fit) expect(asked).not.toThrow()
    else expect(asked).toThrow('judge-unfit')
  })

  it.each([
    [['judge'], false, true],
    [['judge', 'judge'], false, true],
    [['judge'], true, false],
    [['judge', 'teacher'], false, false],
    [['teacher'], false, false],
    [[], false, false],
  ] as const)('%s, with a sign-in of their own: %s, comes by a link: %s', (roles, hasSignIn, by) => {
    expect(comesByLink({ memberships: roles.map((role) => ({ role })) }, hasSignIn)).toBe(by)
  })

  it('keeps a link a day longer than judging', () => {
    expect(linkUntilOf(windows)).toEqual(new Date('2026-03-02T12:00:00Z'))
  })
})

describe('when scores are taken', () => {
  it.each([
    ['judging', '08:59', '08:59', false],
    ['judging', '09:00', '09:00', true],
    ['judging', '12:00', '12:00', true],
    ['judging', '12:01', '12:01', false],
    // Made in time on a phone that was offline.
    ['judging', '11:59', '14:00', true],
    // A clock that is ahead does no harm inside the window.
    ['judging', '13:30', '11:00', true],
    ['deliberation', '11:59', '12:10', false],
    ['hall', '10:00', '10:00', false],
  ] as const)('in %s, made at %s, come at %s: %s', (state, madeAt, now, taken) => {
    expect(takesScore({ windows }, state satisfies ExhibitionState, { round: 1, stage: 'first', madeAt: at(madeAt), now: at(now) })).toBe(
      taken,
    )
  })
})

describe('a final', () => {
  const final = { ...windows, judgingTo: '2026-03-01T10:00:00Z', finalFrom: '2026-03-01T11:00:00Z', finalTo: '2026-03-01T12:00:00Z' }
  it.each([
    [1, 'first', '09:30', true],
    [0, 'first', '09:30', true],
    [1, 'choosing', '09:30', false],
    [1, 'final', '11:30', false],
    [3, 'first', '11:30', false],
    [3, 'choosing', '11:30', false],
    [3, 'final', '10:59', false],
    [3, 'final', '11:30', true],
    [3, 'final', '12:01', false],
  ] as const)('a score of round %i, while it is %s, at %s: %s', (round, stage, now, taken) => {
    expect(takesScore({ windows: final }, 'judging', { round, stage, madeAt: at(now), now: at(now) })).toBe(taken)
  })

  it('says which round is closed, and scores by its own rubric', () => {
    const talk = { criteria: [{ id: 'talk', title: said('Сөз'), weight: 1, levels: [0, 4].map((points) => ({ points, text: said('') })) }] }
    const plan = { windows: final, rubric, release: 'all' as const, final: { finalists: 2, nominations: [], rubric: talk } }
    const held = (over: Partial<Scoring>) => scoring({ plan, stage: 'final', round: 3, marks: [mark('talk', 4)], madeAt: at('11:30'), now: at('11:30'), ...over }) // prettier-ignore
    expect(scoreStand(held({}))).toEqual({ total: 100 })
    expect(() => scoreStand(held({ marks: whole }))).toThrow('score-marks')
    expect(() => scoreStand(held({ round: 1, marks: whole }))).toThrow('round-closed')
    expect(() => scoreStand(held({ stage: 'choosing' }))).toThrow('judging-closed')
  })

  it('keeps a link a day longer than it lasts', () => {
    expect(linkUntilOf(final)).toEqual(new Date('2026-03-02T12:00:00Z'))
  })
})

describe('a score', () => {
  it('is weighted, of 100', () => {
    expect(scoreStand(scoring())).toEqual({ total: 80 })
  })

  it('is no figure before every criterion has its mark, and needs no words yet', () => {
    expect(scoreStand(scoring({ marks: [mark('idea', 1)], words: '' }))).toEqual({ total: null })
  })

  it('needs no words where nobody will read them', () => {
    expect(scoreStand(scoring({ words: '', plan: { windows, rubric, release: 'none' } }))).toEqual({ total: 80 })
    expect(scoreStand(scoring({ words: '', round: rounds.calibration }))).toEqual({ total: 80 })
  })

  it('may be given to a stand that was skipped', () => {
    expect(scoreStand(scoring({ seat: 'skipped' }))).toEqual({ total: 80 })
  })

  it.each([
    ['judging-closed', { state: 'deliberation' }],
    ['exhibition-cancelled', { state: 'cancelled' }],
    ['exhibition-cancelled', { state: 'cancelled', now: at('12:30'), madeAt: at('11:30') }],
    ['judge-undeclared', { declared: false }],
    ['judge-conflict', { seat: 'conflict' }],
    ['judge-conflict', { tied: true }],
    ['stand-unassigned', { seat: null }],
    ['score-words', { words: ' \n' }],
    ['score-marks', { marks: [mark('idea', 3)] }],
    ['score-marks', { marks: [mark('beauty', 1)] }],
    ['score-marks', { marks: [mark('idea', 1), mark('idea', 2)] }],
  ] as const)('is refused as %s', (code, over) => {
    expect(() => scoreStand(scoring(over as Partial<Scoring>))).toThrow(code)
  })
})

describe('two devices', () => {
  const made = (id: string, overId: string | null) => ({ id, overId })
  it('that knew of each other leave the newest', () => {
    expect(newestOf([])).toEqual({ score: null, rival: null })
    expect(newestOf([made('a', null)])).toEqual({ score: made('a', null), rival: null })
    expect(newestOf([made('a', null), made('b', 'a')])).toEqual({ score: made('b', 'a'), rival: null })
  })
  it('that did not leave both, until one is chosen', () => {
    const two = [made('a', null), made('b', null)]
    expect(newestOf(two)).toEqual({ score: made('b', null), rival: made('a', null) })
    expect(newestOf([...two, made('c', 'b')])).toEqual({ score: made('c', 'b'), rival: null })
  })
})

it('shows how marks are spread once three have given them', () => {
  expect(spreadOf(rubric, [whole, whole])).toEqual([])
  expect(spreadOf(rubric, [whole, whole, [mark('idea', 0), mark('making', 2)]])).toEqual([
    {
      criterionId: 'idea',
      marks: [
        { points: 0, count: 1 },
        { points: 1, count: 2 },
        { points: 2, count: 0 },
      ],
    },
    {
      criterionId: 'making',
      marks: [
        { points: 0, count: 0 },
        { points: 1, count: 0 },
        { points: 2, count: 3 },
      ],
    },
  ])
})

describe('what is lacking before a round closes', () => {
  const all = viewsOf(
    ['seen', 'few', 'mute', 'none'],
    [
      { standId: 'seen', words: 'Жақсы' },
      { standId: 'seen', words: '' },
      { standId: 'few', words: 'Жақсы' },
      { standId: 'mute', words: '' },
      { standId: 'mute', words: ' ' },
    ],
  )
  it('counts views and words', () => {
    expect(all).toEqual([
      { standId: 'seen', views: 2, comments: 1 },
      { standId: 'few', views: 1, comments: 1 },
      { standId: 'mute', views: 2, comments: 0 },
      { standId: 'none', views: 0, comments: 0 },
    ])
  })
  it('asks for a word about each, whoever reads it', () => {
    expect(lacksOf(all, { viewsMin: 2 }).map(({ standId }) => standId)).toEqual(['few', 'mute', 'none'])
  })
})

it('knows the same marks in another order', () => {
  expect(sameMarks(whole, whole.toReversed())).toBe(true)
  expect(sameMarks(whole, [mark('idea', 1)])).toBe(false)
  expect(sameMarks(whole, [mark('idea', 2), mark('making', 2)])).toBe(false)
})
