import { describe, expect, it } from 'vitest'
import {
  giveReview,
  isRepeat,
  mayReview,
  recordsToResubmit,
  recordsToSubmit,
  resubmits,
  reviewStateOf,
  takeReview,
  withdraws,
  type AskedReview,
  type Standing,
} from './review.ts'

const yerlan = { personId: 'yerlan', name: 'Ерлан' }
const standing = (more: Partial<Standing> = {}): Standing => ({ state: 'submitted', versionId: 'v1', reviewer: null, ...more })
const asked = (more: Partial<AskedReview> = {}): AskedReview => ({ versionId: 'v1', outcome: 'accepted', text: '', verdicts: [], ...more })
const claims = [{ id: 'e1', levels: ['low', 'high'] }]
const no = (work: () => unknown): unknown => {
  try {
    work()
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}

describe('asked twice', () => {
  const first = { records: ['a', 'b'], organisationId: 'centre', reviewerId: null, words: 'Дұрыс па?', position: 7 }
  it.each([
    ['the same, in whatever order', { records: ['b', 'a'] }, true],
    ['nothing new is asked', { words: '' }, true],
    ['another question', { words: 'Әдемі ме?' }, false],
    ['the work has gone on', { position: 8 }, false],
    ['other records', { records: ['a'] }, false],
    ['the whole portfolio', { records: [] }, false],
    ['somebody else is asked', { reviewerId: 'yerlan' }, false],
    ['in another house', { organisationId: 'school' }, false],
  ])('%s', (_, more, is) => expect(isRepeat(first, { ...first, ...more })).toBe(is))
})

describe('who may review', () => {
  it.each([
    ['a mentor', 'yerlan', ['aigerim'], [], true],
    ['an author', 'aigerim', ['aigerim'], [], false],
    ['a relative', 'yerlan', ['aigerim'], ['yerlan'], false],
  ] as const)('%s', (_, reviewer, authors, relatives, expected) => expect(mayReview(reviewer, authors, relatives)).toBe(expected))
})

describe('what is handed in', () => {
  it.each([
    [['a', 'b'], [], ['a', 'b']],
    [
      ['a', 'b', 'c'],
      ['c', 'a'],
      ['a', 'c'],
    ],
  ])('of %s by %s is %s', (alive, records, expected) => expect(recordsToSubmit(alive, records)).toEqual(expected))

  it('is nothing unknown, and not nothing', () => {
    expect(no(() => recordsToSubmit(['a'], ['x']))).toBe('record-gone')
    expect(no(() => recordsToSubmit([], []))).toBe('nothing-to-review')
  })

  it('again leaves out what was deleted since', () => {
    expect(recordsToResubmit(['a', 'c'], ['a', 'b'])).toEqual(['a'])
    expect(recordsToResubmit(['a', 'c'], [])).toEqual(['a', 'c'])
    expect(no(() => recordsToResubmit(['c'], ['a']))).toBe('record-gone')
  })
})

describe('taking', () => {
  it('gives it to whoever comes first', () => {
    expect(takeReview(standing(), 'yerlan')).toEqual({ state: 'in_review', reviewerId: 'yerlan' })
    expect(takeReview(standing({ reviewer: yerlan, state: 'resubmitted' }), 'yerlan').state).toBe('in_review')
  })

  it.each([
    ['review-taken', standing({ reviewer: yerlan })],
    ['review-over', standing({ state: 'accepted' })],
    ['review-over', standing({ state: 'withdrawn' })],
    ['review-over', standing({ state: 'returned' })],
  ] as const)('is refused as %s', (code, of) => expect(no(() => takeReview(of, 'madina'))).toBe(code))
})

describe('giving', () => {
  it.each([
    ['accepted', standing(), asked(), { state: 'accepted', reviewerId: 'madina' }],
    ['returned with a word', standing(), asked({ outcome: 'returned', text: 'Неге?' }), { state: 'returned', reviewerId: 'madina' }],
    [
      'an opinion beside whoever has it',
      standing({ reviewer: yerlan, state: 'in_review' }),
      asked({ outcome: 'opinion' }),
      { state: 'in_review', reviewerId: 'yerlan' },
    ],
    [
      'an opinion after all is done',
      standing({ reviewer: yerlan, state: 'accepted' }),
      asked({ outcome: 'opinion' }),
      { state: 'accepted', reviewerId: 'yerlan' },
    ],
    [
      'verdicts',
      standing(),
      asked({ verdicts: [{ evidenceId: 'e1', verdict: 'not_yet', levelId: null, text: '' }] }),
      { state: 'accepted', reviewerId: 'madina' },
    ],
  ] as const)('%s', (_, of, given, expected) => expect(giveReview(of, given, 'madina', claims)).toEqual(expected))

  const verdict = (more: object) => asked({ verdicts: [{ evidenceId: 'e1', verdict: 'confirmed', levelId: 'low', text: '', ...more }] })
  it.each([
    ['review-taken', standing({ reviewer: yerlan }), asked()],
    ['review-over', standing({ state: 'withdrawn' }), asked({ outcome: 'opinion' })],
    ['review-over', standing({ state: 'accepted' }), asked()],
    ['review-renewed', standing({ versionId: 'v2' }), asked()],
    ['review-wordless', standing(), asked({ outcome: 'returned', text: ' \n' })],
    ['verdict-unfit', standing(), verdict({ evidenceId: 'e9' })],
    ['verdict-unfit', standing(), verdict({ levelId: 'of another framework' })],
    ['verdict-unfit', standing(), verdict({ levelId: null })],
    ['verdict-unfit', standing(), asked({ verdicts: [...verdict({}).verdicts, ...verdict({}).verdicts] })],
  ] as const)('is refused as %s', (code, of, given) => expect(no(() => giveReview(of, given, 'madina', claims))).toBe(code))
})

describe('the author', () => {
  it.each([
    ['returned', true],
    ['resubmitted', false],
    ['submitted', 'review-not-returned'],
    ['accepted', 'review-not-returned'],
  ] as const)('hands in again what is %s: %s', (state, expected) => {
    if (typeof expected === 'boolean') expect(resubmits({ state })).toBe(expected)
    else expect(no(() => resubmits({ state }))).toBe(expected)
  })

  it.each([
    ['submitted', true],
    ['in_review', true],
    ['returned', true],
    ['withdrawn', false],
    ['accepted', 'review-over'],
  ] as const)('withdraws what is %s: %s', (state, expected) => {
    if (typeof expected === 'boolean') expect(withdraws({ state })).toBe(expected)
    else expect(no(() => withdraws({ state }))).toBe(expected)
  })
})

describe('a review is', () => {
  const given = { versionId: 'v1', seenAt: null as unknown, answer: null as string | null }
  it.each([
    ['queued', standing(), null, false],
    ['started', standing({ state: 'in_review' }), null, true],
    ['closed', standing({ state: 'withdrawn' }), null, true],
    ['given', standing({ state: 'accepted' }), given, true],
    ['seen_by_author', standing({ state: 'returned' }), { ...given, seenAt: 1 }, true],
    ['answered', standing({ state: 'returned' }), { ...given, seenAt: 1, answer: 'Иә' }, true],
    ['closed', standing({ state: 'accepted' }), { ...given, seenAt: 1, answer: 'Иә' }, true],
    ['closed', standing({ state: 'resubmitted', versionId: 'v2' }), { ...given, seenAt: 1 }, true],
  ] as const)('%s', (expected, of, review, started) => expect(reviewStateOf(of, review, started)).toBe(expected))
})
