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
  /** Can every stand be compared with every other by a chain of judges? If not, a mild judge and a strong section look alike. */
  readonly connected: boolean
  /** Ids of stands that are comparable with each other; the largest part first. */
  readonly parts: readonly (readonly string[])[]
}

/** How strongly what was seen seldom is held to the middle: as if it had so many more scores that say "as the others". */
export const heldJudge = 1
export const heldStand = 0.3

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

export interface Sweeps {
  readonly heldJudge: number
  readonly heldStand: number
  /** At least so many, and then until nothing moves by more than `still` points, at most `sweepsMax`. */
  readonly sweepsMin: number
  readonly sweepsMax: number
  readonly still: number
}

/**
 * Sixty sweeps are enough for a hall of a few dozen (to 0.00002 points, where it was tried); where few judges hold two large
 * sections together it takes more of them, and what is left of the way would be a gift to one of the sections.
 */
const sweepsUsual: Sweeps = { heldJudge, heldStand, sweepsMin: 60, sweepsMax: 5_000, still: 1e-9 }

/**
 * x = mean + stand + judge + chance, by turns: judges from what stands leave of the scores, stands from what judges leave.
 * `values` may be others than the design's, of the same people at the same stands; `from` is where to begin.
 */
export const solve = (
  { standIds, judgeIds, standAt, judgeAt, standViews, judgeViews, values: own }: Design,
  { heldJudge, heldStand, sweepsMin, sweepsMax, still }: Sweeps = sweepsUsual,
  values: Float64Array = own,
  from?: Solution,
): Solution => {
  const mean = meanOf(values)
  const stands = from ? Float64Array.from(from.stands) : new Float64Array(standIds.length)
  const judges = new Float64Array(judgeIds.length)
  const sums = new Float64Array(standIds.length)
  for (let sweep = 0; sweep < sweepsMax; sweep += 1) {
    judges.fill(0)
    for (let at = 0; at < values.length; at += 1) judges[judgeAt[at]!]! += values[at]! - mean - stands[standAt[at]!]!
    for (let no = 0; no < judges.length; no += 1) judges[no]! /= judgeViews[no]! + heldJudge
    sums.fill(0)
    for (let at = 0; at < values.length; at += 1) sums[standAt[at]!]! += values[at]! - mean - judges[judgeAt[at]!]!
    let moved = 0
    for (let no = 0; no < stands.length; no += 1) {
      const next = sums[no]! / (standViews[no]! + heldStand)
      moved = Math.max(moved, Math.abs(next - stands[no]!))
      stands[no] = next
    }
    if (sweep + 1 >= sweepsMin && moved < still) break
  }
  return { mean, stands, judges }
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
export const twoWay = (scores: readonly Score[], options: Partial<Sweeps> = {}): TwoWay => {
  const design = designOf(scores)
  const { mean, stands, judges } = solve(design, { ...sweepsUsual, ...options })
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
