import { describe, expect, it } from 'vitest'
import { comparisonsLeft, nextPair, placesOf, strengthsOf, withoutUndone, type Comparison } from './pairwise.ts'
import { seeded, shuffled } from './random.ts'

/** "ab": a before b. */
const said = (words: string, judgeId = 'judge'): Comparison[] =>
  words
    .split(' ')
    .filter(Boolean)
    .map(([winnerId = '', loserId = ''], at) => ({ id: `${judgeId}${at}`, judgeId, winnerId, loserId }))
const chance = (difference: number) => 1 / (1 + Math.exp(-difference))
const strengths = (ids: string, comparisons: readonly Comparison[]) =>
  new Map(strengthsOf([...ids], comparisons).map((one) => [one.standId, one]))

describe('strengths', () => {
  it('are nothing, and unsure, before anybody has spoken', () => {
    expect(strengthsOf(['b', 'a'], [])).toEqual([
      { standId: 'a', strength: 0, error: 1, views: 0, wins: 0 },
      { standId: 'b', strength: 0, error: 1, views: 0, wins: 0 },
    ])
    expect(strengthsOf([], [])).toEqual([])
  })

  it('solve the equation of one comparison: what is held back is what was not foreseen', () => {
    const found = strengths('ab', said('ab'))
    const [a, b] = [found.get('a')?.strength ?? 0, found.get('b')?.strength ?? 0]
    expect(a).toBeCloseTo(1 - chance(a - b), 9)
    expect(b).toBeCloseTo(-a, 9)
    // By hand: s = 1 − 1/(1 + e^(−2s)) has the root 0.3370.
    expect(a).toBeCloseTo(0.337, 3)
    // The precision matrix is 1 + w, −w; −w, 1 + w with w = p(1 − p); its inverse has (1 + w)/(1 + 2w) in the corner.
    const w = chance(2 * a) * (1 - chance(2 * a))
    expect(found.get('a')?.error).toBeCloseTo(Math.sqrt((1 + w) / (1 + 2 * w)), 9)
    expect(found.get('a')).toMatchObject({ views: 1, wins: 1 })
    expect(found.get('b')).toMatchObject({ views: 1, wins: 0 })
  })

  it('stay numbers where somebody has won everything', () => {
    const found = strengths('abc', said(Array.from({ length: 500 }, () => 'ab ac').join(' ')))
    const a = found.get('a')?.strength ?? 0
    expect(a).toBeGreaterThan(2)
    expect(a).toBeLessThan(8)
    expect(found.get('b')?.strength).toBeCloseTo(found.get('c')?.strength ?? 0, 9)
  })

  it('do not hang on the order of what was said, nor on stands that are gone', () => {
    const all = said('ab bc ca ab cb ad')
    const mixed = shuffled(all, seeded(3))
    expect(strengthsOf(['c', 'b', 'a'], mixed)).toEqual(strengthsOf(['a', 'b', 'c'], all))
    expect(strengthsOf(['a', 'b', 'c'], all)).toEqual(strengthsOf(['a', 'b', 'c'], said('ab bc ca ab cb')))
    expect(strengthsOf(['a', 'a'], said('aa'))).toEqual([{ standId: 'a', strength: 0, error: 1, views: 0, wins: 0 }])
  })

  it('are after an undoing what they were before', () => {
    const all = said('ab bc ac')
    expect(strengthsOf(['a', 'b', 'c'], withoutUndone(all, new Set(['judge2'])))).toEqual(strengthsOf(['a', 'b', 'c'], said('ab bc')))
    expect(withoutUndone(all, new Set())).toEqual(all)
  })

  it('find the true order when enough was said', () => {
    const random = seeded('true order')
    const ids = [...'abcdefgh']
    const truth = ids.map((_, at) => 2 - at * 0.5)
    const comparisons = Array.from({ length: 1_500 }, (_, n): Comparison => {
      const [one = 0, other = 1] = shuffled([0, 1, 2, 3, 4, 5, 6, 7], random)
      const isFirst = random() < chance((truth[one] ?? 0) - (truth[other] ?? 0))
      const [winnerId, loserId] = (isFirst ? [ids[one], ids[other]] : [ids[other], ids[one]]) as [string, string]
      return { id: String(n), judgeId: 'judge', winnerId, loserId }
    })
    const found = strengthsOf(ids, comparisons)
    expect(found.toSorted((a, b) => b.strength - a.strength).map(({ standId }) => standId)).toEqual(ids)
    const middle = truth.reduce((sum, one) => sum + one, 0) / 8
    for (const [at, { strength, error }] of found.entries())
      expect(Math.abs(strength - ((truth[at] ?? 0) - middle))).toBeLessThan(4 * error)
  })
})

describe('the next pair', () => {
  const ask = (ids: string, comparisons: readonly Comparison[], more: Partial<Parameters<typeof nextPair>[0]> = {}) =>
    nextPair({ standIds: [...ids], comparisons, judgeId: 'judge', own: [], seed: 'round', ...more })
  const named = (pair: ReturnType<typeof ask>) => (pair ? [pair.firstId, pair.secondId].toSorted().join('') : null)

  it('is the same for whoever asks again, and another for another judge or round', () => {
    const all = said('ab cd', 'other')
    expect(ask('abcdef', all)).toEqual(ask('fedcba', all.toReversed()))
    const many = Array.from({ length: 20 }, (_, n) => named(ask('abcdefgh', [], { judgeId: `judge ${n}` })))
    expect(new Set(many).size).toBeGreaterThan(8)
  })

  it('is never one of the own team, nor one that was asked before', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      expect(named(ask('abc', [], { own: ['a'], seed }))).toBe('bc')
      expect(named(ask('abc', said('ab ca'), { seed }))).toBe('bc')
    }
    expect(ask('abc', said('ab ca bc'))).toBeNull()
    expect(ask('ab', [], { own: ['a'] })).toBeNull()
    expect(ask('', [])).toBeNull()
    // What another judge was asked may be asked again.
    expect(named(ask('ab', said('ab', 'other')))).toBe('ab')
  })

  it('prefers whom few have seen, but for a quarter of the time', () => {
    const all = said('ab ac bc ab ac bc ad bd cd', 'other')
    const isOfE = Array.from({ length: 1_000 }, (_, seed) => named(ask('abcde', all, { seed }))?.includes('e') === true)
    // Four of the ten pairs have an e, so a pair of chance has one in 40 % of the cases: 0.75 + 0.25 · 0.4.
    expect(isOfE.filter(Boolean).length / 1_000).toBeCloseTo(0.85, 1)
  })

  it('asks of equals before it asks what is clear', () => {
    const all = said(Array.from({ length: 6 }, () => 'ac ad bc bd').join(' '), 'other')
    const count = Array.from({ length: 1_000 }, (_, seed) => named(ask('abcd', all, { seed }))).filter(
      (pair) => pair === 'ab' || pair === 'cd',
    )
    expect(count.length / 1_000).toBeCloseTo(0.75 + 0.25 / 3, 1)
  })

  it('shows first now one and now the other', () => {
    const first = Array.from({ length: 1_000 }, (_, seed) => ask('ab', [], { seed })?.firstId).filter((id) => id === 'a')
    expect(first.length / 1_000).toBeCloseTo(0.5, 1)
  })
})

describe('how many comparisons are left', () => {
  it('is none where there is nothing to compare', () => {
    expect(comparisonsLeft([], [])).toBe(0)
    expect(comparisonsLeft(['a'], [])).toBe(0)
  })

  it('asks for every stand to be seen, however sure one is', () => {
    expect(comparisonsLeft(['a', 'b', 'c', 'd'], [], { errorMax: 2, viewsMin: 3 })).toBe(6)
    expect(comparisonsLeft(['a', 'b', 'c', 'd'], said('ab cd'), { errorMax: 2, viewsMin: 3 })).toBe(4)
  })

  it('is about as many as it takes', () => {
    const random = seeded('left')
    const standIds = Array.from({ length: 10 }, (_, at) => `s${at}`)
    const truth = new Map(standIds.map((id, at) => [id, (at - 4.5) * 0.45]))
    const comparisons: Comparison[] = []
    const foreseen: number[] = []
    for (let left = comparisonsLeft(standIds, comparisons); left > 0; left = comparisonsLeft(standIds, comparisons)) {
      foreseen.push(left + comparisons.length)
      const judgeId = `judge ${comparisons.length % 6}`
      const pair = nextPair({ standIds, comparisons, judgeId, own: [], seed: 'left' })
      if (!pair) throw new Error('Nothing left to ask')
      const { firstId, secondId } = pair
      const isFirst = random() < chance((truth.get(firstId) ?? 0) - (truth.get(secondId) ?? 0))
      comparisons.push({
        id: String(comparisons.length),
        judgeId,
        winnerId: isFirst ? firstId : secondId,
        loserId: isFirst ? secondId : firstId,
      })
    }
    for (const sum of foreseen) expect(Math.abs(sum - comparisons.length) / comparisons.length).toBeLessThan(0.3)
  })
})

describe('places', () => {
  it('may be any before anybody has spoken', () => {
    expect(placesOf(['b', 'a', 'c'], []).map(({ standId, from, to }) => `${standId}${from}-${to}`)).toEqual(['a1-3', 'b1-3', 'c1-3'])
    expect(placesOf([], [])).toEqual([])
  })

  it('are not told apart by one word, and are by many', () => {
    expect(placesOf(['a', 'b'], said('ba')).map(({ standId, from, to }) => `${standId}${from}-${to}`)).toEqual(['b1-2', 'a1-2'])
    const sure = said(Array.from({ length: 40 }, () => 'ba ac bc').join(' '))
    expect(placesOf(['a', 'b', 'c'], sure)).toMatchObject([
      { standId: 'b', from: 1, to: 1, views: 80, wins: 80 },
      { standId: 'a', from: 2, to: 2 },
      { standId: 'c', from: 3, to: 3, wins: 0 },
    ])
  })

  it('put the strongest first, within a range that holds it', () => {
    const random = seeded(7)
    for (let round = 0; round < 20; round += 1) {
      const words = Array.from({ length: 30 }, () => shuffled(['a', 'b', 'c', 'd', 'e'], random).slice(0, 2).join('')).join(' ')
      const places = placesOf([...'abcde'], said(words))
      const strength = strengths('abcde', said(words))
      const inOrder = places.map(({ standId }) => strength.get(standId)?.strength ?? 0)
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a))
      for (const [at, { from, to }] of places.entries()) expect([from <= at + 1, at + 1 <= to]).toEqual([true, true])
    }
  })
})
