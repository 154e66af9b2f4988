import { byId, drawn, seeded, type Seed } from './random.ts'
import { designOf, heldJudge, heldStand, meanOf, partsOf, solve, type Design, type Score, type Solution } from './severity.ts'

/** How sure a result is: the score may as well lie anywhere from `low` to `high`, and the place from `best` to `worst`. */
export interface Interval {
  readonly standId: string
  /** As `twoWay` has it. */
  readonly corrected: number
  /** In points, beside the other stands of the same scores; null: too few views to tell. */
  readonly low: number | null
  readonly high: number | null
  /** By `corrected`; equals share one, and the next after two firsts is third. */
  readonly place: number
  /** "Places 2–5 of 18": from `best` to `worst`. Too few views to tell: 1 to `of`. */
  readonly best: number
  readonly worst: number
  /** How many stands it is compared with, itself among them. */
  readonly of: number
  readonly views: number
}

export interface Intervals {
  readonly seed?: Seed
  /** How often the judging is played again. */
  readonly rounds?: number
  /** Of a stand: its nomination, say. Places are counted among stands of one field; scores are corrected with all. */
  readonly fieldOf?: (standId: string) => string
}

/** Nine out of ten. */
const covered = 0.9
const normalQuantile = 1.6449
/** With fewer scores to spare than this, the judges' disagreement cannot be told from the stands' differences. */
const spareMin = 3
/** Points: what is nearer than that is equal. */
const equal = 1e-6

/** By how much wider than the normal distribution Student's is at 5 % and 95 % (Cornish–Fisher; to 2 % from three spare scores up). */
const studentWider = (spare: number): number => {
  const z = normalQuantile
  return 1 + (z ** 2 + 1) / (4 * spare) + (5 * z ** 4 + 16 * z ** 2 + 3) / (96 * spare ** 2)
}

/** The value that `part` of all do not exceed. */
const quantile = (sorted: Float64Array | Int32Array, part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))]!

/** 1 for the best of `members`; equals share a place. Writes into `places` by number of stand. */
const rank = (members: readonly number[], values: Float64Array, places: Int32Array) => {
  const order = [...members].sort((a, b) => values[b]! - values[a]!)
  let place = 1
  for (const [at, no] of order.entries()) {
    if (at > 0 && values[order[at - 1]!]! - values[no]! > equal) place = at + 1
    places[no] = place
  }
}

/** What judges' scores leave unexplained, by judge, as large as it is before it is explained away. */
const leftovers = (design: Design, plain: Solution, spare: number): readonly (readonly number[])[] => {
  const { judgeIds, standAt, judgeAt, values } = design
  const wider = Math.sqrt(values.length / spare)
  const byJudge = judgeIds.map((): number[] => [])
  for (const [at, value] of values.entries())
    byJudge[judgeAt[at]!]!.push((value - plain.mean - plain.stands[standAt[at]!]! - plain.judges[judgeAt[at]!]!) * wider)
  // From one or two scores nobody's unsteadiness can be seen: all of it is explained away.
  const enough = byJudge.filter((left) => left.length >= 3)
  return enough.length > 0 ? enough : [byJudge.flat()]
}

/**
 * The 90 % interval of each stand, and the range of places, by a bootstrap over judges: the same stands are judged again and again by
 * the same plan, each judge being as unsteady this time as one who is drawn from all judges, and all is corrected as `twoWay` does.
 *
 * Judges with all their scores cannot be drawn instead: three views make a stand's spread look smaller than it is, and such an
 * interval called 90 % held the truth in 72 of 100 cases (`npm run bench:judging` prints both). For the same reason leftovers
 * are widened by √(scores ÷ spare scores), the interval by Student's factor and by what `twoWay` holds back.
 *
 * Scores are of these judges: how strict they are all together nobody can know, so intervals are for comparing stands with each other.
 * Between parts that no judge connects nothing is known: a range of places leaves room for all of the other parts.
 */
export const intervalsOf = (scores: readonly Score[], { seed = 0, rounds = 1_000, fieldOf = () => '' }: Intervals = {}): Interval[] => {
  const design = designOf(scores)
  const { standIds, judgeIds, standAt, judgeAt, standViews, values } = design
  const part = partsOf(design)
  const partsCount = new Set(part).size
  const fit = solve(design)
  const fields = Map.groupBy(standIds.keys(), (no) => fieldOf(standIds[no]!))
  const cells = [...fields.values()].flatMap((members) => [...Map.groupBy(members, (no) => part[no]!).values()])
  const place = new Int32Array(standIds.length)
  for (const members of fields.values()) rank(members, fit.stands, place)
  const sizeOf = new Map([...fields].map(([field, { length }]) => [field, length]))
  const cellSize = new Int32Array(standIds.length)
  for (const members of cells) for (const no of members) cellSize[no] = members.length

  const spare = values.length - (standIds.length + judgeIds.length - partsCount)
  const isKnown = spare >= spareMin
  const errors = standIds.map(() => new Float64Array(isKnown ? rounds : 0))
  const places = standIds.map(() => new Int32Array(isKnown ? rounds : 0))
  if (isKnown) {
    const random = seeded(seed)
    // What is played again is what was found, with nothing held back.
    const plain = solve(design, { heldJudge: 0, heldStand: 0, sweepsMin: 60, sweepsMax: 2_000, still: 1e-7 })
    const pools = leftovers(design, plain, spare)
    const replayed = new Float64Array(values.length)
    const rankOf = new Int32Array(standIds.length)
    const middle = partMeans(part, partsCount, plain.stands)
    for (let round = 0; round < rounds; round += 1) {
      const pool = judgeIds.map(() => drawn(pools, random) ?? [])
      for (let at = 0; at < replayed.length; at += 1) {
        const [stand, judge] = [standAt[at]!, judgeAt[at]!]
        replayed[at] = plain.mean + plain.stands[stand]! + plain.judges[judge]! + (drawn(pool[judge]!, random) ?? 0)
      }
      const again = solve(design, { heldJudge, heldStand, sweepsMin: 5, sweepsMax: 500, still: 1e-3 }, replayed, fit)
      const moved = partMeans(part, partsCount, again.stands)
      for (const members of cells) rank(members, again.stands, rankOf)
      for (let no = 0; no < standIds.length; no += 1) {
        const at = part[no]!
        errors[no]![round] = again.stands[no]! - moved[at]! - (plain.stands[no]! - middle[at]!)
        places[no]![round] = rankOf[no]!
      }
    }
  }
  const [from, to] = [(1 - covered) / 2, (1 + covered) / 2]
  return standIds.map((standId, no) => {
    const of = sizeOf.get(fieldOf(standId)) ?? 0
    const views = standViews[no]!
    const corrected = fit.mean + fit.stands[no]!
    if (!isKnown) return { standId, corrected, low: null, high: null, place: place[no]!, best: 1, worst: of, of, views }
    const error = errors[no]!.sort()
    const seen = places[no]!.sort()
    const half = ((quantile(error, to) - quantile(error, from)) / 2) * studentWider(spare) * (1 + heldStand / views)
    const elsewhere = of - cellSize[no]!
    return {
      standId,
      corrected,
      low: corrected - half,
      high: corrected + half,
      place: place[no]!,
      best: Math.min(quantile(seen, from), place[no]!),
      worst: Math.max(quantile(seen, to) + elsewhere, place[no]!),
      of,
      views,
    }
  })
}

const partMeans = (part: Int32Array, partsCount: number, stands: Float64Array): number[] =>
  Array.from({ length: partsCount }, (_, no) => meanOf(stands.filter((_, stand) => part[stand] === no)))

/** From the best to the worst, as a list of results has them: by place, equals by id. */
export const byPlace = (intervals: readonly Interval[]): Interval[] =>
  intervals.toSorted((a, b) => a.place - b.place || byId(a.standId, b.standId))
