import { cholesky, solvedBy } from './cholesky.ts'
import { byId } from './random.ts'

/** One judge's score of one stand, 0…100. Whoever does not count (shadow judges, calibration, what was skipped) is left out before. */
export interface Score {
  readonly judgeId: string
  readonly standId: string
  readonly score: number
}

export interface StandFigure {
  readonly standId: string
  /** Mean of what it was given. */
  readonly raw: number
  /** What it would have been given, as far as can be told, by all judges alike; in points of the scores. May leave 0…100 by a little. */
  readonly corrected: number
  /** How many scores it has. */
  readonly views: number
}

export interface JudgeFigure {
  readonly judgeId: string
  /** Points by which this judge stays below the others for the same work: above 0 is stricter, below 0 milder. */
  readonly severity: number
  readonly views: number
}

export interface TwoWay {
  /** Of all scores; 0 where there are none. */
  readonly mean: number
  /** In the order of their ids, as the judges. */
  readonly stands: readonly StandFigure[]
  readonly judges: readonly JudgeFigure[]
  /**
   * Can every stand be compared with every other by a chain of judges? If not, a mild judge and a strong section look alike; and they
   * nearly do while a single view connects two sections: then means as given are the better guess (6 of 78 views were enough).
   */
  readonly connected: boolean
  /** Ids of stands that are comparable with each other; the largest part first. */
  readonly parts: readonly (readonly string[])[]
}

/** How strongly what was seen seldom is held to the middle: as if it had so many more scores that say "as the others". */
export interface Held {
  readonly judge: number
  readonly stand: number
}
/** By judging.md, where they were tried. */
export const heldUsual: Held = { judge: 1, stand: 0.3 }
/** Nothing is held; but of stands and judges that are only all together higher or lower, one answer is as good as another. */
export const heldNot: Held = { judge: 1e-7, stand: 1e-7 }

/** Which stands and judges there are, and who saw what, by number. */
export interface Design {
  readonly standIds: readonly string[]
  readonly judgeIds: readonly string[]
  readonly standAt: Int32Array
  readonly judgeAt: Int32Array
  readonly standViews: Float64Array
  readonly judgeViews: Float64Array
  readonly values: Float64Array
}

/** Always in the same order, so that not even the last bit of a result hangs on the order in which scores came. */
export const designOf = (scores: readonly Score[]): Design => {
  const wrong = scores.find(({ score }) => !Number.isFinite(score))
  if (wrong) throw new RangeError(`No number: score of ${wrong.standId} by ${wrong.judgeId}`)
  const sorted = scores.toSorted((a, b) => byId(a.standId, b.standId) || byId(a.judgeId, b.judgeId) || a.score - b.score)
  const standIds = [...new Set(sorted.map(({ standId }) => standId))]
  const judgeIds = [...new Set(sorted.map(({ judgeId }) => judgeId))].toSorted(byId)
  const standNo = new Map(standIds.map((id, at) => [id, at]))
  const judgeNo = new Map(judgeIds.map((id, at) => [id, at]))
  const standAt = Int32Array.from(sorted, ({ standId }) => standNo.get(standId) ?? 0)
  const judgeAt = Int32Array.from(sorted, ({ judgeId }) => judgeNo.get(judgeId) ?? 0)
  const count = (length: number, at: Int32Array) => {
    const views = new Float64Array(length)
    for (const one of at) views[one]! += 1
    return views
  }
  return {
    standIds,
    judgeIds,
    standAt,
    judgeAt,
    standViews: count(standIds.length, standAt),
    judgeViews: count(judgeIds.length, judgeAt),
    values: Float64Array.from(sorted, ({ score }) => score),
  }
}

export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += values[at]!
  return values.length > 0 ? sum / values.length : 0
}

export interface Solution {
  readonly mean: number
  /** By how many points each stand is better than the mean, and each judge milder. */
  readonly stands: Float64Array
  readonly judges: Float64Array
}

/**
 * x = mean + stand + judge + chance, with the least squares of chance, and of stands and judges as far as they are held. Prepared once
 * for whatever values the same people give the same stands: judges are what stands leave of the scores, so that stands can be
 * struck from the equations and few are left, or the other way round where stands are fewer.
 *
 *   judge · (views + held) + Σ stands seen = Σ (x − mean)
 *   stand · (views + held) + Σ judges seen = Σ (x − mean)
 *
 * Alternating means, judges from stands and stands from judges, come to the same; sixty of them to some 0.001 points.
 */
export const solverOf = (design: Design, held: Held = heldUsual): ((values: Float64Array) => Solution) => {
  const { standIds, judgeIds, standAt, judgeAt, standViews, judgeViews } = design
  const isByJudges = judgeIds.length <= standIds.length
  const [size, fewAt, manyAt] = isByJudges ? [judgeIds.length, judgeAt, standAt] : [standIds.length, standAt, judgeAt]
  const few = (isByJudges ? judgeViews : standViews).map((views) => views + (isByJudges ? held.judge : held.stand))
  const many = (isByJudges ? standViews : judgeViews).map((views) => views + (isByJudges ? held.stand : held.judge))
  const seenBy = Array.from(many, (): number[] => [])
  for (let at = 0; at < fewAt.length; at += 1) seenBy[manyAt[at]!]!.push(fewAt[at]!)
  const matrix = new Float64Array(size * size)
  for (let no = 0; no < size; no += 1) matrix[no * size + no] = few[no]!
  for (const [no, seen] of seenBy.entries()) for (const a of seen) for (const b of seen) matrix[a * size + b]! -= 1 / many[no]!
  const lower = cholesky(matrix, size)
  return (values) => {
    const mean = meanOf(values)
    const [fewSums, manySums] = [new Float64Array(few.length), new Float64Array(many.length)]
    for (let at = 0; at < values.length; at += 1) {
      fewSums[fewAt[at]!]! += values[at]! - mean
      manySums[manyAt[at]!]! += values[at]! - mean
    }
    for (let at = 0; at < values.length; at += 1) fewSums[fewAt[at]!]! -= manySums[manyAt[at]!]! / many[manyAt[at]!]!
    const found = solvedBy(lower, size, fewSums)
    for (let at = 0; at < values.length; at += 1) manySums[manyAt[at]!]! -= found[fewAt[at]!]!
    const others = manySums.map((sum, no) => sum / many[no]!)
    return isByJudges ? { mean, stands: others, judges: found } : { mean, stands: found, judges: others }
  }
}

/** To which part each stand belongs, by number from 0: two stands are of one part if a chain of judges leads from one to the other. */
export const partsOf = ({ standIds, judgeIds, standAt, judgeAt }: Design): Int32Array => {
  const above = Int32Array.from({ length: standIds.length + judgeIds.length }, (_, no) => no)
  const top = (no: number): number => {
    let at = no
    while (above[at] !== at) at = above[at] = above[above[at]!]!
    return at
  }
  for (let at = 0; at < standAt.length; at += 1) above[top(standAt[at]!)] = top(standIds.length + judgeAt[at]!)
  const numbers = new Map<number, number>()
  return Int32Array.from(standIds, (_, no) => {
    const root = top(no)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}

const rawOf = ({ standIds, standAt, standViews, values }: Design): Float64Array => {
  const sums = new Float64Array(standIds.length)
  for (let at = 0; at < values.length; at += 1) sums[standAt[at]!]! += values[at]!
  return sums.map((sum, no) => sum / standViews[no]!)
}

/**
 * The additive two-way model with ridges: how good each stand is and how strict each judge, so that whoever met the strict ones
 * loses nothing by it. Who saw few is moved less. Linacre and others call its relatives many-facet models; ours is the plain one.
 * Any number of scores will do, down to none; a pair of judge and stand is expected once.
 */
export const twoWay = (scores: readonly Score[], held: Held = heldUsual): TwoWay => {
  const design = designOf(scores)
  const { mean, stands, judges } = solverOf(design, held)(design.values)
  const raw = rawOf(design)
  const part = partsOf(design)
  const parts = [...Map.groupBy(design.standIds, (_, no) => part[no]!).values()].toSorted((a, b) => b.length - a.length)
  return {
    mean,
    stands: design.standIds.map((standId, no) => ({
      standId,
      raw: raw[no]!,
      corrected: mean + stands[no]!,
      views: design.standViews[no]!,
    })),
    // 0 - x, for -0 is no number to show anybody.
    judges: design.judgeIds.map((judgeId, no) => ({ judgeId, severity: 0 - judges[no]!, views: design.judgeViews[no]! })),
    connected: parts.length <= 1,
    parts,
  }
}

/** Each stand's mean, as given. */
export const rawMeans = (scores: readonly Score[]): readonly Omit<StandFigure, 'corrected'>[] => {
  const design = designOf(scores)
  const raw = rawOf(design)
  return design.standIds.map((standId, no) => ({ standId, raw: raw[no]!, views: design.standViews[no]! }))
}

/**
 * As zFairs publishes it (zfairs.com/scoring, "Normalization"): each score less z·s, where z is how many standard deviations s the
 * judge's mean lies above the mean of the judges' means. z·s is that distance itself, so it is `x − (mean of judge − mean)`. It takes
 * a judge of a strong section for a mild one: for comparison only.
 */
export const meanCentred = (scores: readonly Score[]): readonly StandFigure[] => {
  const design = designOf(scores)
  const { judgeIds, judgeAt, judgeViews, values } = design
  const sums = new Float64Array(judgeIds.length)
  for (let at = 0; at < values.length; at += 1) sums[judgeAt[at]!]! += values[at]!
  const means = sums.map((sum, no) => sum / judgeViews[no]!)
  const mean = meanOf(means)
  const corrected = rawOf({ ...design, values: values.map((value, at) => value - (means[judgeAt[at]!]! - mean)) })
  const raw = rawOf(design)
  return design.standIds.map((standId, no) => ({ standId, raw: raw[no]!, corrected: corrected[no]!, views: design.standViews[no]! }))
}
