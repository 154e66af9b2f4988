import type { FinalPlan } from '@sheber/contract/exhibition'
import { rounds } from '@sheber/contract/judge'
import { describe, expect, it } from 'vitest'
import {
  callFinalist,
  chooseFinalists,
  dropFinalist,
  placedBy,
  roundOf,
  rubricOf,
  stageOf,
  standingOf,
  stepFinal,
  successorsOf,
  suggestFinalists,
  tidings,
  windowOf,
  type Ranged,
  type Stepping,
} from './final.ts'

const final: FinalPlan = { finalists: 2, nominations: [] }
const at = (
  id: string,
  corrected: number | null,
  nominationId: string | null = 'n',
  place = 1,
  best = place,
  worst = place,
  of = 4,
): Ranged => ({
  ...{ id, nominationId, corrected, place: corrected === null ? null : place, best, worst, of },
})
const suggested = (stands: readonly Ranged[], plan = final) =>
  suggestFinalists(stands, plan)
    .map(({ standId, tied }) => `${standId}${tied ? '=' : ''}`)
    .join(' ')

describe('how far it is', () => {
  it.each([
    [undefined, { closed: true, begun: true }, 'first'],
    [final, null, 'first'],
    [final, { closed: false, begun: false }, 'first'],
    [final, { closed: true, begun: false }, 'choosing'],
    [final, { closed: true, begun: true }, 'final'],
  ] as const)('with %o and %o: %s', (plan, held, stage) => {
    expect(stageOf(plan ? { final: plan } : {}, held)).toBe(stage)
  })

  it('scores of the final are stored under three, all others before it under one', () => {
    expect([roundOf('first'), roundOf('choosing'), roundOf('final')]).toEqual([1, 1, 3])
    expect(rounds).toEqual({ calibration: 0, first: 1, comparing: 2, final: 3 })
  })

  it('is scored by its own rubric and in its own window, or else by that of the first', () => {
    const [rubric, own] = [{ criteria: [] }, { criteria: [] }]
    expect(rubricOf({ rubric, final: { ...final, rubric: own } }, 3)).toBe(own)
    expect(rubricOf({ rubric, final }, 3)).toBe(rubric)
    expect(rubricOf({ rubric, final: { ...final, rubric: own } }, 1)).toBe(rubric)
    const windows = {
      judgingFrom: 'a',
      judgingTo: 'b',
      finalFrom: 'c',
      finalTo: 'd',
      entriesFrom: '',
      entriesTo: '',
      hallFrom: '',
      resultsAt: '',
    }
    expect([windowOf({ windows }, 1), windowOf({ windows }, 3)]).toEqual([
      { from: 'a', to: 'b' },
      { from: 'c', to: 'd' },
    ])
  })
})

describe('who is proposed', () => {
  it('are the best of each nomination, never whom nobody has scored or who is of none', () => {
    const stands = [at('a', 90), at('b', 80), at('c', 70), at('d', null), at('e', 50, 'm'), at('f', 99, null)]
    expect(suggested(stands)).toBe('a b e')
  })

  it('all who tie for the last place, as far as anybody sees: to one decimal', () => {
    expect(suggested([at('a', 90), at('b', 80.04), at('c', 80.01), at('d', 79.9)])).toBe('a b= c=')
    expect(suggested([at('a', 90), at('b', 90), at('c', 80)])).toBe('a b')
  })

  it('of those nominations alone that hold one', () => {
    expect(suggested([at('a', 90), at('e', 50, 'm')], { finalists: 2, nominations: ['m'] })).toBe('e')
  })
})

describe('choosing', () => {
  const stands = [at('a', 90), at('b', 80), at('c', 70), at('d', null)]
  const before = { stands, final }

  it('needs no reason for what the order proposes, and one for everything else', () => {
    expect(chooseFinalists(before, ['b', 'a', 'a'])).toEqual([
      { standId: 'b', byHand: false, reason: '' },
      { standId: 'a', byHand: false, reason: '' },
    ])
    expect(() => chooseFinalists(before, ['a', 'c'], ' ')).toThrow('reason-needed')
    expect(chooseFinalists(before, ['c'], ' Қазылар сұрады ')).toEqual([{ standId: 'c', byHand: true, reason: 'Қазылар сұрады' }])
  })

  it('takes nobody unscored, unknown or of a nomination without a final', () => {
    for (const id of ['d', 'x']) expect(() => chooseFinalists(before, [id], 'why')).toThrow('final-unfit')
    expect(() => chooseFinalists({ stands, final: { finalists: 2, nominations: ['m'] } }, ['a'], 'why')).toThrow('final-unfit')
  })

  it('takes out whom the order proposes, or who was told, with a reason alone', () => {
    expect(() => dropFinalist(before, { standId: 'a', told: false })).toThrow('reason-needed')
    expect(() => dropFinalist(before, { standId: 'c', told: true })).toThrow('reason-needed')
    expect(dropFinalist(before, { standId: 'c', told: false })).toBe('')
  })
})

describe('steps', () => {
  const of = (over: Partial<Stepping> = {}): Stepping => ({
    ...{ state: 'judging', stage: 'first', reason: '', lacking: 0, finalists: ['a', 'b'], told: false, scored: false },
    suggested: [
      { standId: 'a', tied: false },
      { standId: 'b', tied: false },
    ],
    ...over,
  })

  it.each([
    ['choosing', {}, true],
    ['first', {}, false],
    ['final', { stage: 'choosing' }, true],
    ['final', { stage: 'choosing', finalists: ['a', 'c'], reason: 'Келмейді' }, true],
    ['first', { stage: 'choosing', reason: 'Қате' }, true],
    ['choosing', { stage: 'final', reason: 'Қате' }, true],
    ['choosing', { stage: 'final', reason: 'Қате', told: true }, true],
  ] as const)('to %s from %o: %s', (asked, over, taken) => {
    expect(stepFinal(asked, of(over))).toBe(taken)
  })

  it.each([
    ['choosing', { state: 'deliberation' }, 'final-shut'],
    ['final', {}, 'final-step'],
    ['choosing', { lacking: 2 }, 'judging-unfinished'],
    ['final', { stage: 'choosing', finalists: ['a'] }, 'final-few'],
    ['final', { stage: 'choosing', finalists: ['a', 'c'] }, 'reason-needed'],
    ['first', { stage: 'choosing' }, 'reason-needed'],
    ['first', { stage: 'choosing', told: true, reason: 'Қате' }, 'final-told'],
    ['choosing', { stage: 'final', scored: true, reason: 'Қате' }, 'final-scored'],
    ['first', { stage: 'final', reason: 'Қате' }, 'final-step'],
  ] as const)('to %s from %o is refused: %s', (asked, over, code) => {
    expect(() => stepFinal(asked, of(over))).toThrow(code)
  })
})

it('tells a team once, and again what is true no more', () => {
  const told = new Map([
    ['a', true],
    ['b', true],
    ['c', false],
  ])
  expect(tidings(['a', 'b', 'c', 'd', 'e'], new Set(['a', 'c', 'd']), told)).toEqual([
    { standId: 'b', news: 'left' },
    { standId: 'c', news: 'reached' },
    { standId: 'd', news: 'reached' },
    { standId: 'e', news: 'named' },
  ])
})

describe('what comes of it', () => {
  const first = [
    at('a', 90, 'n', 1, 1, 2),
    at('b', 80, 'n', 2, 1, 3),
    at('c', 70, 'n', 3, 2, 4),
    at('d', 60, 'n', 4, 3, 4),
    at('e', 50, 'm', 1, 1, 1, 1),
  ]
  const last = [at('a', 40, 'n', 2, 1, 2, 2), at('c', 95, 'n', 1, 1, 2, 2)]

  it('awards go to finalists by the final where there was one, and by the first round elsewhere', () => {
    expect(placedBy(first, last).map(({ id, corrected }) => [id, corrected])).toEqual([
      ['a', 40],
      ['c', 95],
      ['e', 50],
    ])
    expect(placedBy(first)).toEqual(first)
  })

  it('whoever is no finalist stands behind all of them', () => {
    expect(['a', 'b', 'c', 'd', 'e', 'x'].map((id) => standingOf(id, first, last))).toEqual([
      { from: 1, to: 2, of: 4 },
      { from: 3, to: 3, of: 4 },
      { from: 1, to: 2, of: 4 },
      { from: 3, to: 4, of: 4 },
      { from: 1, to: 1, of: 1 },
      null,
    ])
  })
})

describe('whoever is called in the place of a finalist that has left', () => {
  const order = [at('b', 80), at('c', 70), at('d', 70), at('e', 60), at('f', null), at('x', 99, 'other')]
  const held = (standId: string, gone = false, insteadOf: string | null = null) => ({ standId, nominationId: 'n', gone, insteadOf })

  it('is the next of its nomination, or one of those who tie; nobody who was not scored', () => {
    expect(successorsOf(order, [held('a', true), held('b')], 'a')).toEqual(['c', 'd'])
    expect(successorsOf(order, [held('a', true), held('b'), held('c'), held('d', true)], 'a')).toEqual(['e'])
    expect(successorsOf([at('b', 80), at('f', null)], [held('a', true), held('b')], 'a')).toEqual([])
  })

  it('is called once, for a reason, and for nobody who is still there', () => {
    const asked = { insteadOf: 'a', standId: 'c', reason: ' left ' }
    const finalists = [held('a', true), held('b')]
    expect(callFinalist(order, finalists, asked)).toBe('left')
    expect(callFinalist(order, [...finalists, held('c', false, 'a')], asked)).toBe(false)
    const code = (over: object, of = finalists) => {
      try {
        return callFinalist(order, of, { ...asked, ...over })
      } catch (why) {
        return (why as { code: string }).code
      }
    }
    expect(code({ reason: ' ' })).toBe('reason-needed')
    expect(code({ standId: 'e' })).toBe('final-unfit')
    expect(code({ insteadOf: 'b' })).toBe('final-step')
    expect(code({ standId: 'd' }, [...finalists, held('c', false, 'a')])).toBe('final-step')
  })
})
