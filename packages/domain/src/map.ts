import type { Counts, CrowdCell, EvidenceState, ShownEvidence } from '@sheber/contract/evidence'
import type { Competency, Draft, Level } from '@sheber/contract/framework'
import { levelShown, stateOf } from './evidence.ts'

/** What a map is drawn from: all claims there ever were. */
export type OnMap = Pick<
  ShownEvidence,
  'portfolioId' | 'recordId' | 'competencyId' | 'levelId' | 'state' | 'at' | 'verdicts' | 'disputes' | 'supersededAt'
> &
  Partial<Pick<ShownEvidence, 'accepted'>> & { readonly person: { readonly personId: string } }

export type MapDraft = Pick<Draft, 'levels' | 'competencies' | 'rollup'>

/** Where a person stands in one competency. */
export interface MapRow<E extends OnMap = OnMap> {
  readonly competency: Competency
  /** Confirmed, by the framework's rule; null: none yet. */
  readonly shown: Level | null
  /** The highest that is claimed and stands. */
  readonly claimed: Level | null
  readonly counts: Counts
  /** What stands, with the state of that day; the newest first. */
  readonly evidence: readonly E[]
  /** What would be next; null: there is nothing above. */
  readonly next: Level | null
}

export interface MapArea<E extends OnMap = OnMap> {
  /** Null: competencies that stand in none. */
  readonly area: Competency | null
  readonly rows: readonly MapRow<E>[]
}

const none: Counts = { claimed: 0, ready: 0, confirmed: 0, partly: 0, not_yet: 0, disputed: 0 }

export const countStates = (states: readonly EvidenceState[]): Counts => {
  const counts = { ...none }
  for (const state of states) if (state !== 'superseded') counts[state] += 1
  return counts
}

/** One record that shows one competency of one person, however often it was claimed anew. */
const linkOf = ({ portfolioId, recordId, person, competencyId }: OnMap) => [portfolioId, recordId, person.personId, competencyId].join(' ')

const until = <T extends { readonly at: string }>(all: readonly T[], day: string): T[] => all.filter(({ at }) => at <= day)

/** As it was at a moment: later words are unsaid, and what was superseded later stands. */
const asOf = <E extends OnMap>(all: readonly E[], day: string): E[] =>
  until(all, day).map((one) => {
    const then = {
      ...one,
      verdicts: until(one.verdicts, day),
      disputes: until(one.disputes, day),
      accepted: until(one.accepted ?? [], day),
    }
    const stands = one.supersededAt === null || one.supersededAt > day
    return { ...then, supersededAt: stands ? null : one.supersededAt, state: stands ? stateOf(then) : 'superseded' }
  })

/**
 * What stands, and all verdicts that count. A claim that was made anew keeps what was confirmed of the former one: the record
 * is the same. One that was taken back, with all before it, counts no more.
 */
const weigh = <E extends OnMap>(all: readonly E[]) => {
  const standing = all.filter(({ supersededAt }) => supersededAt === null).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const alive = new Set(standing.map(linkOf))
  return { standing, verdicts: all.filter((one) => alive.has(linkOf(one))).flatMap(({ verdicts }) => verdicts) }
}

const highest = (levels: readonly string[], of: readonly OnMap[]): string | null =>
  levels[Math.max(-1, ...of.map(({ levelId }) => levels.indexOf(levelId)))] ?? null

/** Areas in the framework's order. A retired competency is shown for what was claimed of it. `day`: as of then; absent: today. */
export const mapOf = <E extends OnMap>(draft: MapDraft, evidence: readonly E[], day?: string): MapArea<E>[] => {
  const now = day === undefined ? evidence : asOf(evidence, day)
  const of = Map.groupBy(now, ({ competencyId }) => competencyId)
  const levels = draft.levels.map(({ id }) => id)
  const levelOf = (id: string | null) => draft.levels.find((level) => level.id === id) ?? null
  const areas = new Set(draft.competencies.map(({ parentId }) => parentId))
  const byId = new Map(draft.competencies.map((one) => [one.id, one]))
  const rows = draft.competencies.flatMap((competency): MapRow<E>[] => {
    const { standing, verdicts } = weigh(of.get(competency.id) ?? [])
    if (areas.has(competency.id) || (competency.retired && standing.length === 0)) return []
    const shown = levelOf(levelShown(verdicts, levels, draft.rollup))
    const height = shown ? levels.indexOf(shown.id) : -1
    return [
      {
        competency,
        shown,
        claimed: levelOf(highest(levels, standing)),
        counts: countStates(standing.map(({ state }) => state)),
        evidence: standing,
        next: draft.levels[height + 1] ?? null,
      },
    ]
  })
  const grouped = Map.groupBy(rows, ({ competency }) => competency.parentId)
  return [...grouped].map(([parentId, inside]) => ({ area: (parentId !== null && byId.get(parentId)) || null, rows: inside }))
}

/** Of one person's map: how much is confirmed, under way, and not begun. */
export const sumOf = (areas: readonly MapArea[]) => {
  const rows = areas.flatMap((one) => one.rows)
  const confirmed = rows.filter(({ shown }) => shown !== null).length
  const empty = rows.filter(({ shown, evidence }) => shown === null && evidence.length === 0).length
  return { all: rows.length, confirmed, begun: rows.length - confirmed - empty, empty }
}

/** The moments at which a map may be looked at: the last change of each day, oldest first, without today's standing. */
export const daysOf = (evidence: readonly OnMap[]): string[] => {
  const moments = evidence.flatMap(({ at, supersededAt, verdicts, disputes }) => [
    at,
    ...(supersededAt === null ? [] : [supersededAt]),
    ...verdicts.map((one) => one.at),
    ...disputes.map((one) => one.at),
  ])
  const lastOf = new Map<string, string>()
  for (const moment of moments.toSorted()) lastOf.set(moment.slice(0, 10), moment)
  return [...lastOf.values()]
}

/** Many people's maps of one framework: cells of whom something is known. */
export const crowdOf = (
  { levels, rollup }: Pick<Draft, 'rollup'> & { readonly levels: readonly string[] },
  evidence: readonly OnMap[],
): CrowdCell[] =>
  [...Map.groupBy(evidence, ({ person, competencyId }) => `${person.personId} ${competencyId}`).values()].flatMap((of): CrowdCell[] => {
    const { standing, verdicts } = weigh(of)
    const [first] = standing
    if (!first) return []
    return [
      {
        personId: first.person.personId,
        competencyId: first.competencyId,
        levelId: levelShown(verdicts, levels, rollup),
        claimedId: highest(levels, standing),
        counts: countStates(standing.map(({ state }) => state)),
      },
    ]
  })
