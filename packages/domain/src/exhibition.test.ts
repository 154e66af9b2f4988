import { describe, expect, it } from 'vitest'
import { Refusal } from '@sheber/contract/refusal'
import { checkWindows, nextSteps, showsResults, stepExhibition, takesEntry } from './exhibition.ts'

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

describe('the road of an exhibition', () => {
  it.each([
    ['draft', ['call']],
    ['call', ['moderation']],
    ['moderation', ['hall', 'call']],
    ['hall', ['judging', 'archived', 'moderation']],
    ['judging', ['deliberation', 'hall']],
    ['deliberation', ['results', 'judging']],
    ['results', ['archived']],
    ['archived', []],
  ] as const)('from %s leads to %o', (now, next) => {
    expect(nextSteps(now)).toEqual(next)
  })

  it('has no other steps', () => {
    expect(stepExhibition('draft', 'call')).toBe('call')
    expect(codeOf(() => stepExhibition('draft', 'results'))).toBe('exhibition-step')
    expect(codeOf(() => stepExhibition('results', 'deliberation'))).toBe('exhibition-step')
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
