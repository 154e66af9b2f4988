import type { TieRule } from '@sheber/contract/exhibition'
import { byId } from './random.ts'

/** A stand in its nomination, with what it came to: corrected, raw or a strength, as the organisers decided. */
export interface Placed {
  readonly standId: string
  readonly nominationId: string
  /** Null: was not judged, and is awarded nothing by a rule. */
  readonly score: number | null
}

export const awardPresets = ['places', 'republic'] as const
export type AwardPreset = (typeof awardPresets)[number]

export interface Beaten {
  readonly winnerId: string
  readonly loserId: string
}

export interface AwardTerms {
  /**
   * share         equals share an award; nothing is decided by the last bit of a number
   * head-to-head  equals are parted by comparisons between them: whoever stands above has beaten each of those below, more often than
   *               not; where that parts nobody (nobody compared them, or they go round in a ring), they share
   */
  readonly tie: TieRule
  /** Needed to part equals head to head. */
  readonly comparisons?: readonly Beaten[]
  /** Scores that look alike with so many decimals are equal: as everybody sees them. */
  readonly decimals?: number
  /** Of `republic`: whether shares are taken of each nomination (as its rules say) or of all together. */
  readonly of?: 'nomination' | 'all'
}

export interface Awarded {
  readonly standId: string
  /** A place in its nomination, or a diploma of a degree. */
  readonly award: 'place' | 'diploma'
  readonly degree: 1 | 2 | 3
  readonly nominationId: string
  /** Shares its rank with another. */
  readonly tied: boolean
}

type Beats = (one: string, other: string) => boolean

const beatsBy = (comparisons: readonly Beaten[]): Beats => {
  const wins = new Map<string, Map<string, number>>()
  for (const { winnerId, loserId } of comparisons) {
    const of = wins.get(winnerId) ?? new Map<string, number>()
    wins.set(winnerId, of.set(loserId, (of.get(loserId) ?? 0) + 1))
  }
  const won = (one: string, over: string) => wins.get(one)?.get(over) ?? 0
  return (one, other) => won(one, other) > won(other, one)
}

/**
 * Equals, parted as far as they can be: the fewest that have beaten everybody else, then the fewest of the rest, and so on (a Smith
 * set). Whoever has won most often is always among the first.
 */
const parted = (equals: readonly string[], beats: Beats): string[][] => {
  const groups: string[][] = []
  let rest = [...equals]
  while (rest.length > 0) {
    const wins = (one: string) => rest.filter((other) => beats(one, other)).length
    const most = Math.max(...rest.map(wins))
    const first = rest.filter((one) => wins(one) === most).slice(0, 1)
    // The list grows while it is walked.
    for (const one of first) first.push(...rest.filter((other) => !first.includes(other) && !beats(one, other)))
    groups.push(first.toSorted(byId))
    rest = rest.filter((one) => !first.includes(one))
  }
  return groups
}

/** From the best to the last: whoever shares a rank is in one list. */
export const ranksOf = (placed: readonly Placed[], { tie, comparisons = [], decimals = 1 }: AwardTerms): string[][] => {
  const shown = (score: number) => Math.round(score * 10 ** decimals)
  const scored = placed.flatMap(({ standId, score }) =>
    score !== null && Number.isFinite(score) ? [{ standId, shown: shown(score) }] : [],
  )
  const equals = [...Map.groupBy(scored, (one) => one.shown)]
    .toSorted(([a], [b]) => b - a)
    .map(([, of]) => of.map(({ standId }) => standId))
  const beats = beatsBy(comparisons)
  return equals.flatMap((group) => (tie === 'share' ? [group.toSorted(byId)] : parted(group, beats)))
}

/** Each rank with the number that are better, and one: after two firsts comes a third. */
const numbered = (ranks: readonly string[][]) => {
  let better = 0
  return ranks.map((standIds) => {
    const place = better + 1
    better += standIds.length
    return { place, standIds }
  })
}

/** First, second and third places of each nomination. Two firsts, and nobody is second. */
const places = (placed: readonly Placed[], rule: AwardTerms): Awarded[] =>
  [...Map.groupBy(placed, ({ nominationId }) => nominationId)].flatMap(([nominationId, of]) =>
    numbered(ranksOf(of, rule)).flatMap(({ place, standIds }) =>
      place === 1 || place === 2 || place === 3
        ? standIds.map((standId) => ({ standId, award: 'place' as const, degree: place, nominationId, tied: standIds.length > 1 }))
        : [],
    ),
  )

/**
 * How many diplomas of the first, second and third degree there are for so many finalists: 45 % win, to the nearest whole number and
 * half upwards; of the winners 20 %, 30 % and 50 %, whole numbers first, what is left by the largest remainder, and by the higher degree
 * where remainders are equal. (The rule names percentages and does not say how they are rounded.)
 */
export const diplomasFor = (finalists: number): readonly [first: number, second: number, third: number] => {
  const winners = Math.floor((45 * finalists + 50) / 100)
  // In tenths of a diploma, so that no fraction is lost.
  const tenths = [2 * winners, 3 * winners, 5 * winners]
  const whole = tenths.map((of) => Math.floor(of / 10))
  const left = winners - whole.reduce((sum, of) => sum + of, 0)
  const next = [0, 1, 2].toSorted((a, b) => ((tenths[b] ?? 0) % 10) - ((tenths[a] ?? 0) % 10) || a - b).slice(0, left)
  const [first = 0, second = 0, third = 0] = whole.map((of, degree) => of + (next.includes(degree) ? 1 : 0))
  return [first, second, third]
}

/**
 * The rule of Kazakhstan's republican competitions of school science projects (rules 22–23, as published at emirsaba.org): winners are
 * 45 % of the finalists in each section, diplomas of the third degree go to 50 % of the winners, of the second to 30 %, of the first to
 * 20 %; whoever has as many points as the last to get one gets it too, and there is one more.
 */
const republic = (placed: readonly Placed[], rule: AwardTerms): Awarded[] => {
  const nominationOf = new Map(placed.map(({ standId, nominationId }) => [standId, nominationId]))
  const fields = rule.of === 'all' ? [placed] : [...Map.groupBy(placed, ({ nominationId }) => nominationId).values()]
  return fields.flatMap((field) => {
    const [first, second, third] = diplomasFor(field.length)
    return numbered(ranksOf(field, rule)).flatMap(({ place, standIds }): Awarded[] => {
      const degree = place <= first ? 1 : place <= first + second ? 2 : place <= first + second + third ? 3 : null
      if (degree === null) return []
      const tied = standIds.length > 1
      return standIds.map((standId) => ({ standId, award: 'diploma', degree, nominationId: nominationOf.get(standId) ?? '', tied }))
    })
  })
}

/** What a rule proposes; people approve it, and give by hand what no rule foresees. Nominations in their order, the best first. */
export const awardsBy = (preset: AwardPreset, placed: readonly Placed[], rule: AwardTerms): Awarded[] =>
  preset === 'places' ? places(placed, rule) : republic(placed, rule)
