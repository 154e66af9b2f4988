import { Plan } from './assignment-plan.ts'
import { viewsUsual, type Pair } from './assignment.ts'

export interface Planned {
  readonly stands: readonly { readonly id: string; readonly nominationId: string | null }[]
  /** Judges that count and are still here. */
  readonly judges: readonly string[]
  /** What they have to see or have seen. */
  readonly pairs: readonly Pair[]
  readonly viewsMin?: number
}

export interface PlanLacks {
  /** Stands that too few are to see. */
  readonly stands: readonly { readonly standId: string; readonly views: number; readonly wanted: number }[]
  /** Views that are missing altogether. */
  readonly views: number
  /** Nominations that too few judges lead out of. */
  readonly nominations: readonly { readonly nominationId: string | null; readonly bridges: number; readonly wanted: number }[]
  /** Bridges that are missing altogether. */
  readonly bridges: number
  /** Groups of judges between which nothing can be compared; one is good. */
  readonly parts: number
}

/**
 * One judge who sees two nominations connects them, and then that judge’s mood of the day is all that tells a strong nomination from
 * a mild jury. With two there is somebody to ask.
 */
export const bridgesUsual = 2

/**
 * What a plan wants, whoever made it. By hand one forgets what lots do not: it may hang together by one thread and be called
 * connected.
 */
export const planLacks = ({ stands, judges, pairs, viewsMin = viewsUsual }: Planned): PlanLacks => {
  const nominationOf = new Map(stands.map(({ id, nominationId }) => [id, nominationId]))
  const counting = new Set(judges)
  const seen = pairs.filter(({ judgeId, standId }) => counting.has(judgeId) && nominationOf.has(standId))
  const viewers = Map.groupBy(seen, ({ standId }) => standId)
  const short = stands
    .map(({ id }) => ({ standId: id, views: new Set(viewers.get(id)?.map(({ judgeId }) => judgeId)).size, wanted: viewsMin }))
    .filter(({ views }) => views < viewsMin)

  const nominations = [...new Set(stands.map(({ nominationId }) => nominationId))]
  const ofJudge = Map.groupBy(seen, ({ judgeId }) => judgeId)
  const sees = [...ofJudge.values()].map((own) => new Set(own.map(({ standId }) => nominationOf.get(standId))))
  const unbridged =
    nominations.length < 2
      ? []
      : nominations
          .map((nominationId) => ({
            ...{ nominationId, wanted: bridgesUsual },
            bridges: sees.filter((of) => of.has(nominationId) && of.size > 1).length,
          }))
          .filter(({ bridges, wanted }) => bridges < wanted)

  const plan = new Plan(judges, new Map(), () => true)
  for (const { judgeId, standId } of seen) plan.keep(judgeId, standId)
  const missing = (all: readonly { readonly wanted: number }[], has: (one: number) => number) =>
    all.reduce((sum, { wanted }, at) => sum + wanted - has(at), 0)
  return {
    stands: short,
    views: missing(short, (at) => short[at]?.views ?? 0),
    nominations: unbridged,
    bridges: missing(unbridged, (at) => unbridged[at]?.bridges ?? 0),
    parts: plan.parts(judges).length,
  }
}
