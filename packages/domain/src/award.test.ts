import { describe, expect, it } from 'vitest'
import { awardsBy, diplomasFor, ranksOf, type AwardTerms, type Placed } from './award.ts'

const placed = (scores: Readonly<Record<string, number | null>>, nominationId = 'models'): Placed[] =>
  Object.entries(scores).map(([standId, score]) => ({ standId, nominationId, score }))
const share: AwardTerms = { tie: 'share' }
const degrees = (preset: 'places' | 'republic', all: readonly Placed[], rule: AwardTerms = share) =>
  Object.fromEntries(awardsBy(preset, all, rule).map(({ standId, degree, tied }) => [standId, tied ? `${degree} shared` : degree]))
const beat = (...pairs: string[]) => pairs.map(([winnerId = '', loserId = '']) => ({ winnerId, loserId }))

describe('ranks', () => {
  it('go by the score as it is shown', () => {
    expect(ranksOf(placed({ a: 70.04, b: 80, c: 70.01, d: 69.94, e: null, f: Number.NaN }), share)).toEqual([['b'], ['a', 'c'], ['d']])
    expect(ranksOf(placed({ a: 70.04, b: 70.01 }), { tie: 'share', decimals: 2 })).toEqual([['a'], ['b']])
    expect(ranksOf([], share)).toEqual([])
  })

  it('do not hang on the order of the list', () => {
    const all = placed({ a: 1, b: 2, c: 2, d: 3, e: 2 })
    const rule: AwardTerms = { tie: 'head-to-head', comparisons: beat('bc', 'be') }
    expect(ranksOf(all.toReversed(), rule)).toEqual(ranksOf(all, rule))
    expect(ranksOf(all, rule)).toEqual([['d'], ['b'], ['c', 'e'], ['a']])
  })

  it('part equals only by whom they have beaten themselves', () => {
    const equals = placed({ a: 5, b: 5, c: 5 })
    const by = (...pairs: string[]) => ranksOf(equals, { tie: 'head-to-head', comparisons: beat(...pairs) })
    expect(by()).toEqual([['a', 'b', 'c']])
    expect(by('ca', 'cb', 'ba')).toEqual([['c'], ['b'], ['a']])
    // Two of three beat the last, and each other as often as not.
    expect(by('ac', 'bc', 'ab', 'ba')).toEqual([['a', 'b'], ['c']])
    // Nobody compared b with c, so c is not put above b for having been compared less.
    expect(by('ab')).toEqual([['a', 'b', 'c']])
    expect(by('ab', 'ac')).toEqual([['a'], ['b', 'c']])
    // Paper, scissors, stone.
    expect(by('ab', 'bc', 'ca')).toEqual([['a', 'b', 'c']])
    // By the majority.
    expect(by('ab', 'ab', 'ba', 'bc', 'ac')).toEqual([['a'], ['b'], ['c']])
  })

  it('leave those apart who are not equal, whoever has beaten whom', () => {
    expect(ranksOf(placed({ a: 6, b: 5 }), { tie: 'head-to-head', comparisons: beat('ba', 'ba') })).toEqual([['a'], ['b']])
  })
})

describe('places by nomination', () => {
  it('are three in each', () => {
    const all = [...placed({ a: 90, b: 80, c: 70, d: 60 }), ...placed({ e: 50, f: 55, g: null }, 'robots')]
    expect(awardsBy('places', all, share)).toEqual([
      { standId: 'a', award: 'place', degree: 1, nominationId: 'models', tied: false },
      { standId: 'b', award: 'place', degree: 2, nominationId: 'models', tied: false },
      { standId: 'c', award: 'place', degree: 3, nominationId: 'models', tied: false },
      { standId: 'f', award: 'place', degree: 1, nominationId: 'robots', tied: false },
      { standId: 'e', award: 'place', degree: 2, nominationId: 'robots', tied: false },
    ])
  })

  it('are shared by equals, and the next is as many places further', () => {
    expect(degrees('places', placed({ a: 90, b: 90, c: 70, d: 60 }))).toEqual({ a: '1 shared', b: '1 shared', c: 3 })
    expect(degrees('places', placed({ a: 90, b: 80, c: 80, d: 60 }))).toEqual({ a: 1, b: '2 shared', c: '2 shared' })
    expect(degrees('places', placed({ a: 90, b: 80, c: 70, d: 70, e: 70 }))).toEqual({
      a: 1,
      b: 2,
      c: '3 shared',
      d: '3 shared',
      e: '3 shared',
    })
    expect(degrees('places', placed({ a: 9, b: 9, c: 9, d: 8 }))).toEqual({ a: '1 shared', b: '1 shared', c: '1 shared' })
  })

  it('are decided head to head where that was agreed', () => {
    const all = placed({ a: 90, b: 90, c: 70 })
    expect(degrees('places', all, { tie: 'head-to-head', comparisons: beat('ba') })).toEqual({ b: 1, a: 2, c: 3 })
    expect(degrees('places', all, { tie: 'head-to-head', comparisons: [] })).toEqual({ a: '1 shared', b: '1 shared', c: 3 })
  })
})

describe('diplomas of the republic', () => {
  it('are 45 % of the finalists, as 20 to 30 to 50', () => {
    const found = Array.from({ length: 24 }, (_, finalists) => diplomasFor(finalists).join(' '))
    expect(found).toEqual([
      ...['0 0 0', '0 0 0', '0 0 1', '0 0 1', '0 1 1', '0 1 1', '1 1 1', '1 1 1', '1 1 2', '1 1 2', '1 2 2', '1 2 2'],
      ...['1 2 2', '1 2 3', '1 2 3', '1 2 4', '1 2 4', '2 2 4', '2 2 4', '2 3 4', '2 3 4', '2 3 4', '2 3 5', '2 3 5'],
    ])
    expect(diplomasFor(100)).toEqual([9, 14, 22])
    expect(diplomasFor(200)).toEqual([18, 27, 45])
    for (let finalists = 0; finalists <= 1_000; finalists += 1)
      expect(diplomasFor(finalists).reduce((sum, of) => sum + of, 0)).toBe(Math.floor(finalists * 0.45 + 0.5))
  })

  const twenty = (change: Readonly<Record<string, number>> = {}) =>
    placed({ ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`s${String(at).padStart(2, '0')}`, 99 - at])), ...change })

  it('go down the list', () => {
    expect(degrees('republic', twenty())).toEqual({ s00: 1, s01: 1, s02: 2, s03: 2, s04: 2, s05: 3, s06: 3, s07: 3, s08: 3 })
  })

  it('become more by a tie at the edge of a degree, and of the winners', () => {
    expect(degrees('republic', twenty({ s09: 91, s10: 91 }))).toEqual({
      ...{ s00: 1, s01: 1, s02: 2, s03: 2, s04: 2, s05: 3, s06: 3, s07: 3 },
      ...{ s08: '3 shared', s09: '3 shared', s10: '3 shared' },
    })
    expect(degrees('republic', twenty({ s02: 98 }))).toMatchObject({ s00: 1, s01: '1 shared', s02: '1 shared', s03: 2, s04: 2, s05: 3 })
  })

  it('are counted in each nomination, or in all together', () => {
    const all = [...placed({ a: 90, b: 80, c: 70 }), ...placed({ d: 60, e: 50, f: 40 }, 'robots')]
    expect(degrees('republic', all)).toEqual({ a: 3, d: 3 })
    expect(degrees('republic', all, { tie: 'share', of: 'all' })).toEqual({ a: 1, b: 2, c: 3 })
    expect(awardsBy('republic', all, share)[1]).toEqual({ standId: 'd', award: 'diploma', degree: 3, nominationId: 'robots', tied: false })
  })

  it('go to nobody who was not judged', () => {
    expect(awardsBy('republic', placed({ a: null, b: null, c: null, d: 10 }), share)).toHaveLength(1)
    expect(awardsBy('republic', [], share)).toEqual([])
  })
})
