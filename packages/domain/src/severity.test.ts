import { describe, expect, it } from 'vitest'
import { seeded, shuffled } from './random.ts'
import { hallOf, scoresOf } from './severity.fixture.ts'
import { meanCentred, rawMeans, twoWay, type Score } from './severity.ts'

const seeds = Array.from({ length: 20 }, (_, seed) => seed)
const order = (stands: readonly { readonly standId: string; readonly corrected: number }[]) =>
  stands.toSorted((a, b) => b.corrected - a.corrected).map(({ standId }) => standId)
const corrected = (scores: readonly Score[]) => new Map(twoWay(scores).stands.map(({ standId, corrected }) => [standId, corrected]))

describe('the two-way model', () => {
  it('says nothing of nothing', () => {
    expect(twoWay([])).toEqual({ mean: 0, stands: [], judges: [], connected: true, parts: [] })
    expect(meanCentred([])).toEqual([])
    expect(rawMeans([])).toEqual([])
  })

  it('solves its equations, as can be checked by hand', () => {
    // One stand, one judge: nothing differs from the mean.
    expect(twoWay(scoresOf('a 80'))).toEqual({
      mean: 80,
      stands: [{ standId: 's1', raw: 80, corrected: 80, views: 1 }],
      judges: [{ judgeId: 'a', severity: 0, views: 1 }],
      connected: true,
      parts: [['s1']],
    })
    // One judge, two stands, 60 and 80: b = 0 by symmetry, p = ±10/1.3.
    const [low, high] = twoWay(scoresOf('a 60 80')).stands
    expect(low?.corrected).toBeCloseTo(70 - 10 / 1.3, 9)
    expect(high?.corrected).toBeCloseTo(70 + 10 / 1.3, 9)
    // One stand, two judges: p = 0, and a is 10/2 milder, b 10/2 stricter.
    expect(twoWay(scoresOf('a 80, b 60')).judges).toEqual([
      { judgeId: 'a', severity: -5, views: 1 },
      { judgeId: 'b', severity: 5, views: 1 },
    ])
  })

  it('fulfils its equations in a hall of chance', () => {
    const { scores } = hallOf(1)
    const { mean, stands, judges } = twoWay(scores)
    const better = new Map(stands.map(({ standId, corrected }) => [standId, corrected - mean]))
    const milder = new Map(judges.map(({ judgeId, severity }) => [judgeId, -severity]))
    const left = ({ standId, judgeId, score }: Score) => score - mean - (better.get(standId) ?? 0) - (milder.get(judgeId) ?? 0)
    for (const { standId } of stands) {
      const sum = scores.filter((one) => one.standId === standId).reduce((sum, one) => sum + left(one), 0)
      expect(sum).toBeCloseTo(0.3 * (better.get(standId) ?? 0), 6)
    }
    for (const { judgeId } of judges) {
      const sum = scores.filter((one) => one.judgeId === judgeId).reduce((sum, one) => sum + left(one), 0)
      expect(sum).toBeCloseTo(milder.get(judgeId) ?? 0, 6)
    }
  })

  /** As judging.md has it: alternating ridge means, sixty times. */
  const swept = (scores: readonly Score[]) => {
    const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
    const mean = sum(scores.map(({ score }) => score)) / scores.length
    const [milder, better] = [new Map<string, number>(), new Map<string, number>()]
    const [byJudge, byStand] = [Map.groupBy(scores, ({ judgeId }) => judgeId), Map.groupBy(scores, ({ standId }) => standId)]
    for (let sweep = 0; sweep < 60; sweep += 1) {
      for (const [id, of] of byJudge)
        milder.set(id, sum(of.map(({ score, standId }) => score - mean - (better.get(standId) ?? 0))) / (of.length + 1))
      for (const [id, of] of byStand)
        better.set(id, sum(of.map(({ score, judgeId }) => score - mean - (milder.get(judgeId) ?? 0))) / (of.length + 0.3))
    }
    return new Map([...better].map(([id, by]) => [id, mean + by]))
  }

  it.each(seeds)('is what alternating means come to, in halls with more stands or more judges (%i)', (seed) => {
    for (const size of [{}, { stands: 4, judges: 12, views: 5 }]) {
      const { scores } = hallOf(seed, size)
      const means = swept(scores)
      for (const [id, score] of corrected(scores)) expect(Math.abs(score - (means.get(id) ?? 0))).toBeLessThan(0.001)
    }
  })

  it('does not let a stand lose by having met the strict judge', () => {
    // s1 and s2 are equally good; c is 20 stricter than the others, as s3 and s4 show.
    const scores = scoresOf('a 80 - 70 60, b - 80 70 60, c 60 - 50 40, d - 80 70 60')
    const { stands, judges } = twoWay(scores)
    const [s1, s2] = stands
    expect(s1?.raw).toBe(70)
    expect(s2?.raw).toBe(80)
    expect(Math.abs((s1?.corrected ?? 0) - (s2?.corrected ?? 0))).toBeLessThan(3)
    const severity = new Map(judges.map((one) => [one.judgeId, one.severity]))
    expect(severity.get('c')).toBeGreaterThan(8)
    for (const judge of ['a', 'b', 'd']) expect(severity.get(judge)).toBeLessThan(0)
  })

  it('tells who cannot be compared with whom', () => {
    const { connected, parts } = twoWay(scoresOf('a 70 80 - - -, b 60 70 - - -, c - - 70 80 90'))
    expect(connected).toBe(false)
    expect(parts).toEqual([
      ['s3', 's4', 's5'],
      ['s1', 's2'],
    ])
    expect(twoWay(scoresOf('a 70 80 - - -, b 60 70 - - 80, c - - 70 80 90')).connected).toBe(true)
  })

  it('refuses what is no number, by name', () => {
    expect(() => twoWay([{ judgeId: 'madina', standId: 's', score: Number.NaN }])).toThrow('s by madina')
  })

  it.each(seeds)('hangs on no order of scores (%i)', (seed) => {
    const { scores } = hallOf(seed)
    const mixed = shuffled(scores, seeded(seed))
    expect(twoWay(mixed)).toEqual(twoWay(scores))
    expect(meanCentred(mixed)).toEqual(meanCentred(scores))
    expect(rawMeans(mixed)).toEqual(rawMeans(scores))
  })

  it.each(seeds)('is moved little when one judge gives everybody twenty points less (%i)', (seed) => {
    const { scores } = hallOf(seed)
    const shifted = scores.map((one) => (one.judgeId === 'j0' ? { ...one, score: one.score - 20 } : one))
    const [before, after] = [corrected(scores), corrected(shifted)]
    const down = (20 * scores.filter(({ judgeId }) => judgeId === 'j0').length) / scores.length
    const moves = [...before].map(([id, score]) => Math.abs((after.get(id) ?? 0) + down - score))
    expect(Math.max(...moves)).toBeLessThan(2)
    // As given, those whom j0 saw fall behind by a third of it.
    expect(Math.abs((rawMeans(shifted)[0]?.raw ?? 0) - (rawMeans(scores)[0]?.raw ?? 0))).toSatisfy((by: number) => by < 1e-9 || by > 6)
    const places = order(twoWay(scores).stands)
    const moved = order(twoWay(shifted).stands).map((id, at) => Math.abs(at - places.indexOf(id)))
    expect(moved.reduce((sum, by) => sum + by, 0) / moved.length).toBeLessThan(1)
  })

  it.each(seeds)('moves with all scores, and grows with their scale (%i)', (seed) => {
    const { scores } = hallOf(seed)
    const moved = corrected(scores.map((one) => ({ ...one, score: one.score * 2 - 30 })))
    for (const [id, score] of corrected(scores)) expect(moved.get(id)).toBeCloseTo(score * 2 - 30, 6)
  })

  it.each(seeds)('knows numbers only, however thin the hall (%i)', (seed) => {
    for (const [stands, judges, views] of [
      [1, 1, 1],
      [1, 5, 5],
      [5, 1, 1],
      [3, 3, 1],
      [40, 2, 1],
    ] as const) {
      const { scores } = hallOf(seed, { stands, judges, views })
      const found = twoWay(scores)
      const numbers = [found.mean, ...found.stands.flatMap((one) => [one.raw, one.corrected]), ...found.judges.map((one) => one.severity)]
      expect(numbers.every(Number.isFinite)).toBe(true)
      expect(meanCentred(scores).every((one) => Number.isFinite(one.corrected))).toBe(true)
    }
  })
})

describe('as zFairs corrects', () => {
  /** The eight steps of zfairs.com/scoring, one after the other, without the algebra. */
  const published = (scores: readonly Score[]) => {
    const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
    const averages = new Map([...Map.groupBy(scores, (one) => one.judgeId)].map(([id, of]) => [id, mean(of.map(({ score }) => score))]))
    const all = [...averages.values()]
    const deviation = Math.sqrt(all.reduce((sum, one) => sum + (one - mean(all)) ** 2, 0) / (all.length - 1))
    const z = (judgeId: string) => ((averages.get(judgeId) ?? 0) - mean(all)) / deviation
    const adjusted = scores.map((one) => ({ ...one, score: one.score + -1 * (z(one.judgeId) * deviation) }))
    return new Map([...Map.groupBy(adjusted, (one) => one.standId)].map(([id, of]) => [id, mean(of.map(({ score }) => score))]))
  }

  it.each(seeds)('each score loses what its judge is above the others (%i)', (seed) => {
    const { scores } = hallOf(seed)
    const steps = published(scores)
    for (const { standId, corrected } of meanCentred(scores)) expect(corrected).toBeCloseTo(steps.get(standId) ?? 0, 9)
  })

  it('by numbers', () => {
    // Means 80 and 60, of both 70: a loses ten everywhere, b gains ten.
    expect(meanCentred(scoresOf('a 70 90 -, b - 50 70'))).toEqual([
      { standId: 's1', raw: 70, corrected: 60, views: 1 },
      { standId: 's2', raw: 70, corrected: 70, views: 2 },
      { standId: 's3', raw: 70, corrected: 80, views: 1 },
    ])
  })

  it('takes the judge of a strong section for a mild one, where the model does not', () => {
    // a and b judge alike, and both see s3; s1 and s2 are better than s4 and s5 by thirty.
    const scores = scoresOf('a 90 90 75 - -, b - - 75 60 60')
    const gap = (stands: readonly { readonly standId: string; readonly corrected: number }[]) => {
      const by = new Map(stands.map((one) => [one.standId, one.corrected]))
      return (by.get('s1') ?? 0) - (by.get('s4') ?? 0)
    }
    expect(gap(meanCentred(scores))).toBeCloseTo(10, 9)
    expect(gap(twoWay(scores).stands)).toBeGreaterThan(14)
  })
})
