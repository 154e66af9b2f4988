import { Refusal } from '@sheber/contract/refusal'
import { describe, expect, it } from 'vitest'
import {
  answerQuestion,
  approveQuestion,
  audienceChoice,
  cleanQuestion,
  countOne,
  freeAnswer,
  hideQuestion,
  holdAnswer,
  networkOf,
  visitorDoes,
  visitorsDo,
  visitorsMay,
} from './visitor.ts'

const codeOf = (work: () => unknown) => {
  try {
    work()
    return 'ok'
  } catch (why) {
    return why instanceof Refusal ? why.code : expect.unreachable(String(why))
  }
}

const windows = {
  entriesFrom: '2026-03-01T00:00:00.000Z',
  entriesTo: '2026-03-20T18:00:00.000Z',
  hallFrom: '2026-03-25T00:00:00.000Z',
  judgingFrom: '2026-03-25T09:00:00.000Z',
  judgingTo: '2026-03-26T18:00:00.000Z',
  resultsAt: '2026-03-27T12:00:00.000Z',
}

describe('visitors', () => {
  it.each([
    ['hall', '2026-03-24T23:59:59.999Z', false],
    ['hall', '2026-03-25T00:00:00.000Z', true],
    ['judging', '2026-03-26T10:00:00.000Z', true],
    ['deliberation', '2026-03-27T11:59:59.999Z', true],
    ['deliberation', '2026-03-27T12:00:00.000Z', false],
    // Released early: what was given is not changed by a vote that comes after it.
    ['results', '2026-03-26T10:00:00.000Z', false],
    ['archived', '2026-03-26T10:00:00.000Z', false],
    ['moderation', '2026-03-26T10:00:00.000Z', false],
  ] as const)('in %s at %s: %s', (state, now, may) => {
    expect(visitorsMay({ windows }, state, new Date(now))).toBe(may)
  })
})

describe('counting', () => {
  const limit = { max: 2, ms: 1_000 }

  it('lets so many through in a time and then says how long to wait', () => {
    const one = countOne(undefined, 5_000, limit)
    const two = countOne(one.counted, 5_400, limit)
    const three = countOne(two.counted, 5_900, limit)
    expect([one.waitMs, two.waitMs, three]).toEqual([null, null, { counted: { since: 5_000, n: 2 }, waitMs: 100 }])
    expect(countOne(three.counted, 6_000, limit)).toEqual({ counted: { since: 6_000, n: 1 }, waitMs: null })
  })

  it('is not held for ever by a clock that was set back', () => {
    expect(countOne({ since: 9_000, n: 2 }, 1_000, limit).waitMs).toBe(null)
  })
})

it.each([
  ['10.0.0.7', '10.0.0.7'],
  ['::ffff:10.0.0.7', '10.0.0.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is of the network %s', (address, network) => expect(networkOf(address)).toBe(network))

describe('a question', () => {
  it('is plain text of some length, with nothing unseen in it', () => {
    expect(cleanQuestion('  Қалай?\r\n<b>Как</b>\u202e  ')).toBe('Қалай?\n<b>Как</b>')
    expect(codeOf(() => cleanQuestion(' \u200b '))).toBe('visitor-words')
    expect(cleanQuestion('а'.repeat(500))).toHaveLength(500)
    expect(codeOf(() => cleanQuestion('а'.repeat(501)))).toBe('visitor-words')
  })

  it('is approved, hidden with a reason, and comes back', () => {
    expect(approveQuestion({ state: 'waiting' })).toEqual({ state: 'approved', reason: '' })
    expect(approveQuestion({ state: 'approved' })).toBe(null)
    expect(approveQuestion({ state: 'hidden' })).toEqual({ state: 'approved', reason: '' })
    expect(hideQuestion({ state: 'approved' }, ' Дөрекі ')).toEqual({ state: 'hidden', reason: 'Дөрекі' })
    expect(codeOf(() => hideQuestion({ state: 'waiting' }, ' '))).toBe('reason-needed')
  })

  it('is answered once it was approved', () => {
    expect(answerQuestion({ state: 'approved' }, ' 12 кг\u202e ')).toBe('12 кг')
    expect(codeOf(() => answerQuestion({ state: 'waiting' }, 'Иә'))).toBe('question-waiting')
    expect(codeOf(() => answerQuestion({ state: 'hidden' }, 'Иә'))).toBe('question-waiting')
    expect(codeOf(() => answerQuestion({ state: 'approved' }, ' '))).toBe('input')
  })

  it('has an answer that is held with a reason and freed', () => {
    expect(holdAnswer(' Дөрекі ')).toEqual({ answerHidden: true, answerReason: 'Дөрекі' })
    expect(codeOf(() => holdAnswer(''))).toBe('reason-needed')
    expect(freeAnswer({ answerHidden: true })).toEqual({ answerHidden: false, answerReason: '' })
    expect(freeAnswer({ answerHidden: false })).toBe(null)
  })
})

describe("the audience's choice", () => {
  it('is whoever has the most votes, and all of them where they tie', () => {
    expect(audienceChoice(new Map([['a', 2], ['b', 5], ['c', 0]]))).toEqual({ standIds: ['b'], tied: false }) // prettier-ignore
    expect(audienceChoice(new Map([['c', 3], ['a', 3], ['b', 1]]))).toEqual({ standIds: ['a', 'c'], tied: true }) // prettier-ignore
    expect(audienceChoice(new Map([['a', 0]]))).toEqual({ standIds: [], tied: false })
    expect(audienceChoice(new Map())).toEqual({ standIds: [], tied: false })
  })
})

describe('what was turned off for an exhibition', () => {
  const plan = { windows, visitors: { react: true, ask: false, vote: true } }
  const [open, shut] = [new Date('2026-03-25T10:00:00.000Z'), new Date('2026-03-24T10:00:00.000Z')]

  it('is off at every hour, and the rest as the hall is', () => {
    expect(visitorsDo(plan, 'hall', open)).toEqual({ react: true, ask: false, vote: true })
    expect(visitorsDo(plan, 'hall', shut)).toEqual({ react: false, ask: false, vote: false })
  })

  it('is refused as off in an open hall, and as closed before a closed one', () => {
    expect(codeOf(() => visitorDoes('react', plan, 'hall', open))).toBe('ok')
    expect(codeOf(() => visitorDoes('ask', plan, 'hall', open))).toBe('visitor-off')
    expect(codeOf(() => visitorDoes('ask', plan, 'hall', shut))).toBe('visitor-closed')
  })
})
