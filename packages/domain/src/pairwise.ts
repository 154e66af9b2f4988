import { cholesky, solvedBy } from './cholesky.ts'
import { byId, drawn, seeded, type Seed } from './random.ts'

/** One judge's word on two stands: which of them is better. */
export interface Comparison {
  readonly id: string
  readonly judgeId: string
  readonly winnerId: string
  readonly loserId: string
}

export interface Strength {
  readonly standId: string
  /** In logits, 0 for the middle: who is 1 stronger is chosen 73 times of a hundred. */
  readonly strength: number
  /** Standard error, in logits; 1 while nothing is known. */
  readonly error: number
  /** How often it was compared. */
  readonly views: number
  readonly wins: number
}

/** Before anybody has compared it, a stand is as strong as any: normal, mean 0, variance 1, as in Gavel (`crowd_bt.py`). */
const priorPrecision = 1
/** Of what is proposed: a pair of chance, so that nobody is judged by a guess that confirms itself. As in Gavel (`EPSILON`). */
const chancePart = 0.25
/** Until each stand was compared so often, those with the fewest go first. */
const viewsUsual = 3
/** A strength is known well enough with such an error: then who is 1.5 stronger is it with 95 % certainty. */
const errorUsual = 0.6

const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length

const chance = (difference: number) => 1 / (1 + Math.exp(-difference))

interface Posterior {
  readonly standIds: readonly string[]
  readonly strengths: Float64Array
  /** Covariances, row by row. */
  readonly covariance: Float64Array
  readonly views: Float64Array
  readonly wins: Float64Array
}

/** How often each has beaten each. What names a stand that is not asked for, or the same one twice, is passed over. */
const duels = (standIds: readonly string[], comparisons: readonly Comparison[]) => {
  const size = standIds.length
  const numbers = new Map(standIds.map((id, no) => [id, no]))
  const won = new Float64Array(size * size)
  for (const { winnerId, loserId } of comparisons) {
    const [winner, loser] = [numbers.get(winnerId), numbers.get(loserId)]
    if (winner !== undefined && loser !== undefined && winner !== loser) won[winner * size + loser]! += 1
  }
  return won
}

/** The strengths that make what was said most likely, held by the prior, by Newton's method; and how sure they are. */
const posterior = (asked: readonly string[], comparisons: readonly Comparison[]): Posterior => {
  const standIds = [...new Set(asked)].toSorted(byId)
  const size = standIds.length
  const won = duels(standIds, comparisons)
  const strengths = new Float64Array(size)
  const [views, wins] = [new Float64Array(size), new Float64Array(size)]
  const pairs: { readonly a: number; readonly b: number; readonly aWon: number; readonly all: number }[] = []
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < a; b += 1) {
      const [aWon, bWon] = [won[a * size + b]!, won[b * size + a]!]
      if (aWon + bWon > 0) pairs.push({ a, b, aWon, all: aWon + bWon })
      views[a]! += aWon + bWon
      views[b]! += aWon + bWon
      wins[a]! += aWon
      wins[b]! += bWon
    }
  const slope = (at: Float64Array) => {
    const found = at.map((strength) => -priorPrecision * strength)
    for (const { a, b, aWon, all } of pairs) {
      const left = aWon - all * chance(at[a]! - at[b]!)
      found[a]! += left
      found[b]! -= left
    }
    return found
  }
  const bend = (at: Float64Array) => {
    const found = new Float64Array(size * size)
    for (let no = 0; no < size; no += 1) found[no * size + no] = priorPrecision
    for (const { a, b, all } of pairs) {
      const p = chance(at[a]! - at[b]!)
      const weight = all * p * (1 - p)
      found[a * size + a]! += weight
      found[b * size + b]! += weight
      found[a * size + b]! -= weight
      found[b * size + a]! -= weight
    }
    return cholesky(found, size)
  }
  const steepest = (of: Float64Array) => of.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  for (let round = 0; round < 100; round += 1) {
    const before = slope(strengths)
    if (steepest(before) < 1e-10) break
    const step = solvedBy(bend(strengths), size, before)
    // A whole step may leap over the top where somebody has won everything: half of it, and half again, will not.
    let part = 1
    while (part > 1e-3 && steepest(slope(strengths.map((strength, no) => strength + part * step[no]!))) > steepest(before)) part /= 2
    for (let no = 0; no < size; no += 1) strengths[no]! += part * step[no]!
  }
  const lower = bend(strengths)
  const covariance = new Float64Array(size * size)
  const unit = new Float64Array(size)
  for (let no = 0; no < size; no += 1) {
    unit.fill(0)
    unit[no] = 1
    covariance.set(solvedBy(lower, size, unit), no * size)
  }
  return { standIds, strengths, covariance, views, wins }
}

/**
 * Bradley and Terry's model: a stand is chosen before another with the odds of their strengths. In the order of ids; what was never
 * compared has strength 0 and error 1. Undoing a comparison is counting without it: no state is kept anywhere. Time grows with the cube
 * of the stands: for finalists and halls of a hundred, not for five hundred.
 */
export const strengthsOf = (standIds: readonly string[], comparisons: readonly Comparison[]): Strength[] => {
  const found = posterior(standIds, comparisons)
  const size = found.standIds.length
  return found.standIds.map((standId, no) => ({
    standId,
    strength: found.strengths[no]!,
    error: Math.sqrt(found.covariance[no * size + no]!),
    views: found.views[no]!,
    wins: found.wins[no]!,
  }))
}

/** A stand in the order that comparisons make, with the places that it may hold. */
export interface Ranked extends Pick<Strength, 'standId' | 'views' | 'wins'> {
  /** From 1: so many are stronger with 95 % certainty … */
  readonly from: number
  /** … and so many weaker. Where nothing is known, it may be anywhere. */
  readonly to: number
}

/** Two-sided, of a normal. */
const certain = 1.96

/** The strongest first. A place alone would say more than is known: whom nobody can tell apart share their range. */
export const placesOf = (standIds: readonly string[], comparisons: readonly Comparison[]): Ranked[] => {
  const { standIds: ids, strengths, covariance, views, wins } = posterior(standIds, comparisons)
  const size = ids.length
  const numbers = ids.map((_, no) => no)
  const isSurely = (a: number, b: number) => {
    const variance = covariance[a * size + a]! + covariance[b * size + b]! - 2 * covariance[a * size + b]!
    return strengths[a]! - strengths[b]! > certain * Math.sqrt(variance)
  }
  return numbers
    .toSorted((a, b) => strengths[b]! - strengths[a]! || byId(ids[a]!, ids[b]!))
    .map((no) => ({
      standId: ids[no]!,
      views: views[no]!,
      wins: wins[no]!,
      from: 1 + numbers.filter((other) => isSurely(other, no)).length,
      to: size - numbers.filter((other) => isSurely(no, other)).length,
    }))
}

/** What still counts after these were taken back: what was said stays on record, beside its undoing. */
export const withoutUndone = (comparisons: readonly Comparison[], undone: ReadonlySet<string>): Comparison[] =>
  comparisons.filter(({ id }) => !undone.has(id))

export interface AskedPair {
  readonly standIds: readonly string[]
  /** All that count, of all judges. */
  readonly comparisons: readonly Comparison[]
  readonly judgeId: string
  /** Stands of the judge's own team, or with another conflict. */
  readonly own: readonly string[]
  readonly viewsMin?: number
  /** Of the round. */
  readonly seed: Seed
}

export interface NextPair {
  readonly firstId: string
  readonly secondId: string
}

/**
 * Which two a judge should compare next: mostly the pair whose answer is expected to tell most (½·ln(1 + p·(1 − p)·variance of
 * the difference), in nats), with stands that few have seen before others, and a pair of chance every fourth time. Never the same
 * pair twice. It hangs on what is known, not on the moment: asked again, the answer is the same. Null: there is nothing left.
 */
export const nextPair = ({ standIds, comparisons, judgeId, own, viewsMin = viewsUsual, seed }: AskedPair): NextPair | null => {
  const found = posterior(standIds, comparisons)
  const size = found.standIds.length
  const mine = comparisons.filter((one) => one.judgeId === judgeId)
  const done = new Set(mine.flatMap(({ winnerId, loserId }) => [`${winnerId} ${loserId}`, `${loserId} ${winnerId}`]))
  const random = seeded(`${seed} ${judgeId} ${mine.length}`)
  const left: { readonly a: number; readonly b: number; readonly views: number }[] = []
  const open = found.standIds.flatMap((id, no) => (own.includes(id) ? [] : [no]))
  for (const a of open)
    for (const b of open)
      if (b < a && !done.has(`${found.standIds[a]} ${found.standIds[b]}`))
        left.push({ a, b, views: Math.min(found.views[a]!, found.views[b]!) })
  const told = ({ a, b }: { readonly a: number; readonly b: number }) => {
    const p = chance(found.strengths[a]! - found.strengths[b]!)
    const variance = found.covariance[a * size + a]! + found.covariance[b * size + b]! - 2 * found.covariance[a * size + b]!
    return 0.5 * Math.log1p(p * (1 - p) * variance)
  }
  const best = () => {
    const fewest = left.reduce((least, { views }) => Math.min(least, views), Infinity)
    const preferred = fewest < viewsMin ? left.filter(({ views }) => views === fewest) : left
    const worth = preferred.map(told)
    const most = worth.reduce((most, one) => Math.max(most, one), 0)
    return drawn(
      preferred.filter((_, at) => worth[at]! > most - 1e-9),
      random,
    )
  }
  const pair = random() < chancePart ? drawn(left, random) : best()
  if (!pair) return null
  // Who is shown first wins a little more often: let the lot decide.
  const [first, second] = random() < 0.5 ? [pair.a, pair.b] : [pair.b, pair.a]
  return { firstId: found.standIds[first] ?? '', secondId: found.standIds[second] ?? '' }
}

/**
 * About how many more comparisons are needed until strengths have an error of `errorMax` (root of the mean square over all) and each
 * stand was seen `viewsMin` times: what is lacking of precision, by what a comparison of neighbours (three of four) or of any two (the
 * fourth) brings both of them. An estimate, for "some 20 more"; 0: enough.
 */
export const comparisonsLeft = (
  standIds: readonly string[],
  comparisons: readonly Comparison[],
  { errorMax = errorUsual, viewsMin = viewsUsual }: { readonly errorMax?: number; readonly viewsMin?: number } = {},
): number => {
  const strengths = strengthsOf(standIds, comparisons).toSorted((a, b) => b.strength - a.strength)
  if (strengths.length < 2) return 0
  const unseen = strengths.reduce((sum, { views }) => sum + Math.max(0, viewsMin - views), 0)
  const square = mean(strengths.map(({ error }) => error ** 2))
  if (square <= errorMax ** 2) return Math.ceil(unseen / 2)
  // p·(1 − p), less of it the less is known of the difference: it may be larger than it looks.
  const tells = (a: Strength, b: Strength) => {
    const p = chance(a.strength - b.strength)
    return (p * (1 - p)) / Math.sqrt(1 + 0.37 * (a.error ** 2 + b.error ** 2))
  }
  const near = strengths.slice(1).map((one, at) => tells(one, strengths[at] ?? one))
  const any = strengths.flatMap((one, at) => strengths.slice(0, at).map((other) => tells(one, other)))
  const weight = (1 - chancePart) * mean(near) + chancePart * mean(any)
  // The other's strength is not known either, and takes its part of what is told.
  const told = weight / (1 + weight * square)
  const lacking = (strengths.length * (1 / errorMax ** 2 - 1 / square)) / told
  return Math.ceil(Math.max(unseen, lacking) / 2)
}
