import { describe, expect, it } from 'vitest'
import { byPlace, intervalsOf } from './interval.ts'
import { seeded, shuffled } from './random.ts'
import { hallOf, scoresOf } from './severity.fixture.ts'
import { twoWay } from './severity.ts'

const rounds = 300

describe('intervals', () => {
  it('are the same for the same scores and seed, in whatever order they come', () => {
    const { scores } = hallOf(1)
    const found = intervalsOf(scores, { seed: 'round 1', rounds })
    expect(intervalsOf(shuffled(scores, seeded(2)), { seed: 'round 1', rounds })).toEqual(found)
    expect(intervalsOf(scores, { seed: 'round 2', rounds })).not.toEqual(found)
    expect(found.map(({ corrected }) => corrected)).toEqual(twoWay(scores).stands.map(({ corrected }) => corrected))
  })

  it('lie around the score, and around the place', () => {
    const found = intervalsOf(hallOf(2).scores, { rounds })
    for (const { corrected, low, high, place, best, worst, of } of found) {
      expect(low).toBeLessThan(corrected)
      expect(high).toBeGreaterThan(corrected)
      expect(best).toBeGreaterThanOrEqual(1)
      expect(best).toBeLessThanOrEqual(place)
      expect(worst).toBeGreaterThanOrEqual(place)
      expect(worst).toBeLessThanOrEqual(of)
      expect(of).toBe(24)
    }
    expect(byPlace(found).map(({ place }) => place)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
  })

  it('hold what is true nine times of ten, as they say', () => {
    let [held, placed, all] = [0, 0, 0]
    for (let seed = 0; seed < 40; seed += 1) {
      const { truth, scores } = hallOf(seed)
      const found = intervalsOf(scores, { seed, rounds })
      const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
      const qualities = [...truth.values()]
      const level = mean(found.map(({ corrected }) => corrected)) - mean(qualities)
      for (const { standId, low, high, best, worst } of found) {
        const quality = truth.get(standId) ?? 0
        const place = 1 + qualities.filter((one) => one > quality).length
        all += 1
        if (low !== null && high !== null && quality + level >= low && quality + level <= high) held += 1
        if (place >= best && place <= worst) placed += 1
      }
    }
    expect(held / all).toBeGreaterThan(0.87)
    expect(held / all).toBeLessThan(0.94)
    expect(placed / all).toBeGreaterThan(0.88)
    expect(placed / all).toBeLessThan(0.97)
  })

  it('are as narrow as judges agree', () => {
    const agreed = intervalsOf(scoresOf('a 90 80 70 60, b 80 70 60 50, c 70 60 50 40'), { rounds })
    for (const { low, high, place, best, worst } of agreed) {
      // Not more than what the model holds to the middle: a tenth of the fifteen points that the best is better.
      expect((high ?? 0) - (low ?? 0)).toBeLessThan(1.5)
      expect([best, worst]).toEqual([place, place])
    }
    const width = (scores: string) => intervalsOf(scoresOf(scores), { rounds }).map(({ low, high }) => (high ?? 0) - (low ?? 0))
    expect(Math.min(...width('a 90 50 70 60, b 50 80 60 80, c 70 60 50 90'))).toBeGreaterThan(10)
  })

  it('give equals one place', () => {
    const found = intervalsOf(scoresOf('a 90 70 70 50, b 80 60 60 40, c 90 70 70 50'), { rounds })
    expect(found.map(({ place, best, worst }) => [place, best, worst])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [2, 2, 2],
      [4, 4, 4],
    ])
  })

  it('claim nothing where too little was seen', () => {
    expect(intervalsOf([])).toEqual([])
    const [only] = intervalsOf(scoresOf('a 80'))
    expect(only).toEqual({ standId: 's1', corrected: 80, low: null, high: null, place: 1, best: 1, worst: 1, of: 1, views: 1 })
    // One judge alone: a list, and nobody to doubt it.
    const alone = intervalsOf(scoresOf('a 80 70 60'))
    expect(alone.map(({ place, low, high, best, worst }) => [place, low, high, best, worst])).toEqual([
      [1, null, null, 1, 3],
      [2, null, null, 1, 3],
      [3, null, null, 1, 3],
    ])
  })

  it('count places in each field, with what all scores tell of the judges', () => {
    const { scores } = hallOf(3)
    const fieldOf = (id: string) => (id < 's012' ? 'models' : 'robots')
    const [all, found] = [intervalsOf(scores, { rounds }), intervalsOf(scores, { rounds, fieldOf })]
    expect(found.map(({ low, high }) => [low, high])).toEqual(all.map(({ low, high }) => [low, high]))
    for (const field of ['models', 'robots']) {
      const of = found.filter(({ standId }) => fieldOf(standId) === field)
      expect(of.map(({ place }) => place).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
      expect(of.every((one) => one.of === 12 && one.worst <= 12)).toBe(true)
    }
  })

  it('leave room for all whom nobody can compare with it', () => {
    const found = intervalsOf(scoresOf('a 90 80 70 60 - - - -, b 85 79 68 61 - - - -, c - - - - 50 40 30 20, d - - - - 49 41 29 22'), {
      rounds,
    })
    // Each is first to fourth among its own, and all of the other four may be better, or none.
    for (const { best, worst, of } of found) {
      expect(best).toBeLessThanOrEqual(4)
      expect(worst).toBeGreaterThanOrEqual(5)
      expect(of).toBe(8)
    }
  })
})
