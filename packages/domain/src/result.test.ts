import type { Rubric } from '@sheber/contract/rubric'
import { describe, expect, it } from 'vitest'
import {
  awardsByRule,
  computeResult,
  countedScores,
  criteriaRead,
  giveAward,
  giveByHand,
  levelOf,
  strictness,
  type ComputedStand,
  type SentScore,
} from './result.ts'

const said = (text: string) => ({ kk: text, ru: text, en: text })
const rubric: Rubric = {
  criteria: [
    { id: 'idea', title: said('Идея'), weight: 40, levels: [0, 1, 2].map((points) => ({ points, text: said(`Идея ${points}`) })) },
    { id: 'making', title: said('Исполнение'), weight: 60, levels: [0, 1, 2].map((points) => ({ points, text: said(`Дело ${points}`) })) },
  ],
}
let made = 0
const sent = (judgeId: string, standId: string, total: number | null, more: Partial<SentScore> = {}): SentScore => {
  made += 1
  const id = `score ${made}`
  const marks = [
    { criterionId: 'idea', points: 1 },
    { criterionId: 'making', points: 2 },
  ]
  return { id, judgeId, standId, round: 1, total, marks, words: 'Жақсы', at: new Date(made), overId: null, counts: true, ...more }
}
const judges = ['a', 'b', 'c'].map((id) => ({ id, shadow: false, ended: false }))
const stands = ['s', 't', 'u'].map((id) => ({ id, nominationId: 'n' }))
const judged = (scores: SentScore[], more: Partial<Parameters<typeof computeResult>[0]> = {}) =>
  computeResult({ rubric, viewsMin: 2, stands, judges, sent: scores, seed: 'x', ...more })

describe('scores that count', () => {
  it('are the newest whole one of each judge at each stand', () => {
    const all = [sent('a', 's', 40), sent('a', 's', 60), sent('a', 's', null), sent('b', 's', 50)]
    expect(countedScores(all, judges).map(({ total }) => total)).toEqual([60, 50])
  })

  it('are of one round, and never of another', () => {
    const all = [sent('a', 's', 40), sent('a', 's', 90, { round: 3 }), sent('a', 's', 10, { round: 0 })]
    expect([countedScores(all, judges), countedScores(all, judges, 3)].map((of) => of.map(({ total }) => total))).toEqual([[40], [90]])
    const final = computeResult({ rubric, viewsMin: 1, stands: stands.slice(0, 1), judges, sent: all, seed: 'x', round: 3 })
    expect(final.stands.map(({ id, raw, of }) => [id, raw, of])).toEqual([['s', 90, 1]])
  })

  it('are neither those of shadows, of who was taken off, nor of calibration and conflict', () => {
    const some = [
      { id: 'a', shadow: true, ended: false },
      { id: 'b', shadow: false, ended: true },
      { id: 'c', shadow: false, ended: false },
    ]
    const all = [sent('a', 's', 40), sent('b', 's', 60), sent('c', 's', 50, { counts: false }), sent('c', 't', 70)]
    expect(countedScores(all, some).map(({ total }) => total)).toEqual([70])
  })
})

describe('a result', () => {
  // a is stricter than b and c by 10, and only s and t met a.
  const fair = () => [
    sent('a', 's', 60),
    sent('b', 's', 70),
    sent('a', 't', 50),
    sent('c', 't', 60),
    sent('b', 'u', 65),
    sent('c', 'u', 65),
  ]

  it('puts right how strict judges are', () => {
    const { stands: by, judges: who, warnings } = judged(fair())
    expect(by.map(({ raw }) => raw)).toEqual([65, 55, 65])
    // As given s and u are equal; s met the strict one.
    expect(by.map(({ place }) => place)).toEqual([1, 3, 2])
    expect(who.map(({ severity }) => Math.sign(severity))).toEqual([1, -1, -1])
    expect(by[0]?.severity).toBeGreaterThan(0)
    expect(warnings).toEqual([])
  })

  it('is the same to the last bit, in whatever order scores come', () => {
    const scores = fair()
    expect(judged(scores.toReversed(), { stands: stands.toReversed(), judges: judges.toReversed() })).toEqual(judged(scores))
  })

  it('warns of what cannot be compared, of few views, of no words, of two devices and of shadows', () => {
    const scores = [
      sent('a', 's', 60),
      sent('a', 's', 61),
      sent('b', 't', 50, { words: ' ' }),
      sent('b', 'u', 50, { overId: 'x' }),
      sent('c', 'u', 40),
    ]
    const { warnings } = judged(scores, { judges: [...judges.slice(0, 2), { id: 'c', shadow: true, ended: false }] })
    expect(warnings).toEqual([
      { code: 'unconnected', standIds: ['s'], judgeIds: [] },
      { code: 'views', standIds: ['s', 't', 'u'], judgeIds: [] },
      { code: 'words', standIds: ['t'], judgeIds: [] },
      { code: 'devices', standIds: ['s'], judgeIds: ['a'] },
      { code: 'shadow', standIds: [], judgeIds: ['c'] },
    ])
  })

  it('is empty where nobody has scored, and no number is missing', () => {
    const { stands: by, mean } = judged([])
    expect(mean).toBe(0)
    expect(by[0]).toMatchObject({ raw: null, corrected: null, low: null, place: null, views: 0, severity: 0 })
    expect(JSON.stringify(judged([sent('a', 's', 50)]))).not.toMatch(/NaN/)
  })
})

const at = (id: string, corrected: number | null, nominationId: string | null = 'n'): ComputedStand => ({
  ...{ id, nominationId, corrected, place: 1, views: 3, raw: corrected, low: 0, high: 2, best: 1, worst: 3, of: 3, severity: 0 },
  criteria: [],
  scores: [],
})
const degrees = (all: ReturnType<typeof awardsByRule>) =>
  all.map(({ standId, degree, tied }) => `${standId}${degree}${tied ? '=' : ''}`).join(' ')
const places = { awards: 'places', ties: 'share' } as const

describe('awards by the rule', () => {
  it('go to three places of each nomination, and to nobody unscored or without a nomination', () => {
    const all = [at('a', 90), at('b', 80), at('c', 70), at('d', 60), at('e', null), at('f', 50, 'm'), at('g', 99, null)]
    expect(degrees(awardsByRule(all, places))).toBe('a1 b2 c3 f1')
  })

  it('are shared by equals, or told apart by what was said side by side', () => {
    const all = [at('a', 90), at('b', 90), at('c', 70), at('d', 60)]
    expect(degrees(awardsByRule(all, places))).toBe('a1= b1= c3')
    const rule = { awards: 'places', ties: 'head-to-head' } as const
    expect(degrees(awardsByRule(all, rule, [{ winnerId: 'b', loserId: 'a' }]))).toBe('b1 a2 c3')
  })

  it('go to 45 of 100 by the rule of the republic', () => {
    const twenty = Array.from({ length: 20 }, (_, n) => at(String.fromCharCode(97 + n), 90 - n))
    expect(degrees(awardsByRule(twenty, { awards: 'republic', ties: 'share' }))).toBe('a1 b1 c2 d2 e2 f3 g3 h3 i3')
  })

  it('are none where people give them', () => {
    expect(() => awardsByRule([at('a', 1)], { awards: 'hand', ties: 'share' })).toThrow('award-rule')
  })
})

describe('an award by hand', () => {
  const stand = { id: 's', nominationId: 'n' }
  it('needs a reason, and a name in three languages or a degree of the nomination', () => {
    expect(() => giveByHand({ degree: 1, title: null, reason: ' ' }, stand, [])).toThrow('reason-needed')
    expect(() => giveByHand({ degree: null, title: { kk: 'а', ru: '', en: 'a' }, reason: 'x' }, stand, [])).toThrow('award-title')
    expect(() => giveByHand({ degree: 1, title: null, reason: 'x' }, { id: 's', nominationId: null }, [])).toThrow('award-nomination')
    expect(() => giveByHand({ degree: 2, title: null, reason: 'x' }, stand, [{ standId: 's', degree: 1 }])).toThrow('award-twice')
    expect(giveByHand({ degree: 2, title: null, reason: ' Үздік ' }, stand, [{ standId: 's', degree: null }])).toEqual({
      ...{ nominationId: 'n', degree: 2, title: said(''), reason: 'Үздік' },
    })
    expect(giveByHand({ degree: null, title: said('Көрермен жүлдесі'), reason: 'x' }, stand, [])).toMatchObject({ nominationId: null })
  })
})

describe('an award put where the rule puts it', () => {
  const stand = { id: 's', nominationId: 'n' }
  const rule = [{ standId: 's', nominationId: 'n', degree: 2, tied: true }] as const
  const by = (degree: 1 | 2 | null, reason = '') => ({ degree, title: degree === null ? said('Үздік') : null, reason })

  it('is the rule’s again, and needs no reason', () => {
    expect(giveAward(by(2, 'қайтардым'), stand, [], rule)).toEqual({
      ...{ nominationId: 'n', degree: 2, title: said(''), reason: '', byHand: false, tied: true },
    })
    expect(giveAward(by(2), stand, [], rule).byHand).toBe(false)
  })

  it('anywhere else is by hand, with its reason', () => {
    expect(() => giveAward(by(1), stand, [], rule)).toThrow('reason-needed')
    expect(giveAward(by(1, 'x'), stand, [], rule)).toMatchObject({ degree: 1, reason: 'x', byHand: true, tied: false })
    expect(giveAward(by(2, 'x'), { id: 't', nominationId: 'n' }, [], rule).byHand).toBe(true)
    expect(giveAward(by(2, 'x'), { id: 's', nominationId: 'other' }, [], rule).byHand).toBe(true)
    expect(giveAward(by(null, 'x'), stand, [], rule).byHand).toBe(true)
    expect(giveAward(by(2, 'x'), stand, [], []).byHand).toBe(true)
  })

  it('is one of a stand all the same', () => {
    expect(() => giveAward(by(2), stand, [{ standId: 's', degree: 1 }], rule)).toThrow('award-twice')
  })
})

describe('what a team reads', () => {
  it.each([
    [[1, 2, 2], 2],
    [[0, 0, 2, 2], 0],
    [[0, 1, 2], 1],
    [[], null],
  ])('of %j the level is %j', (marks, level) => expect(levelOf(marks)).toBe(level))

  it('is the text of the level, and the range', () => {
    const criteria = [
      { criterionId: 'idea', marks: [1, 1, 2] },
      { criterionId: 'making', marks: [] },
    ]
    expect(criteriaRead(rubric, { criteria })).toEqual([
      { id: 'idea', title: said('Идея'), weight: 40, points: 1, level: said('Идея 1'), from: 1, to: 2, most: 2 },
    ])
  })

  it('says strict or mild from half a point on', () => {
    expect([0.6, 0.4, -0.4, -0.5].map(strictness)).toEqual(['stricter', 'even', 'even', 'milder'])
  })
})
