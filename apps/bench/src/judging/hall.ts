import { assign, type Pair } from '@sheber/domain/assignment'
import { seeded, shuffled } from '@sheber/domain/random'
import type { Score } from '@sheber/domain/severity'

/** Points of a hundred: how far stands, judges and single scores lie apart (standard deviations). */
export const spreads = { quality: 7, severity: 6, noise: 4 } as const
/** Three sections, one behind the other by so many points. */
const sectionStep = 4
const sections = 3

/**
 * tied      two judges stay with their section, and each stand gets a third from another one
 * assigned  everybody is sent where `assign` sends them
 */
export const plans = ['tied', 'assigned'] as const
export type PlanName = (typeof plans)[number]

export interface Size {
  readonly stands: number
  readonly judges: number
  readonly views: number
}

/** What nobody knows at a real exhibition, and what is known there. */
export interface Hall {
  readonly truth: ReadonlyMap<string, number>
  readonly scores: readonly Score[]
}

const named = (sign: string, count: number) => Array.from({ length: count }, (_, at) => `${sign}${String(at).padStart(3, '0')}`)

const tied = (standIds: readonly string[], judgeIds: readonly string[], views: number, random: () => number): Pair[] =>
  standIds.flatMap((standId, at) => {
    const home = judgeIds.filter((_, judge) => judge % sections === at % sections)
    const guests = judgeIds.filter((id) => !home.includes(id))
    const judges = [...shuffled(home, random).slice(0, views - 1), ...shuffled(guests, random).slice(0, 1)]
    return judges.map((judgeId) => ({ judgeId, standId }))
  })

const assigned = (standIds: readonly string[], judgeIds: readonly string[], viewsMin: number, seed: string) =>
  assign({
    stands: standIds.map((id, at) => ({ id, nominationId: String(at % sections), organisationIds: [], personIds: [] })),
    judges: judgeIds.map((id) => ({ id, organisationIds: [], conflicts: [], shadow: false })),
    already: [],
    viewsMin,
    seed,
  }).pairs

/** The same seed is the same hall: the same stands and judges under either plan. */
export const hallOf = (seed: string, plan: PlanName, { stands, judges, views }: Size): Hall => {
  const random = seeded(seed)
  // Twelve even numbers less six: normal enough, and the same on every machine.
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6)
  const [standIds, judgeIds] = [named('s', stands), named('j', judges)]
  const strict = new Map(judgeIds.map((id) => [id, spreads.severity * normal()]))
  const truth = new Map(standIds.map((id, at) => [id, 70 + ((at % sections) - 1) * sectionStep + spreads.quality * normal()]))
  const pairs = plan === 'tied' ? tied(standIds, judgeIds, views, random) : assigned(standIds, judgeIds, views, seed)
  const scores = pairs.map(({ judgeId, standId }) => ({
    judgeId,
    standId,
    score: (truth.get(standId) ?? 0) - (strict.get(judgeId) ?? 0) + spreads.noise * normal(),
  }))
  return { truth, scores }
}
