import type { Counts, CrowdCell, EvidenceState, ShownEvidence } from '@sheber/contract/evidence'
import type { Competency, Draft, Former, Level } from '@sheber/contract/framework'
import { levelShown, stateFrom } from './evidence.ts'
import { heirsIn, predecessorsOf, type Predecessor } from './former.ts'

/** What a map is drawn from: all claims there ever were. */
export type OnMap = Pick<
  ShownEvidence,
  'portfolioId' | 'recordId' | 'competencyId' | 'levelId' | 'state' | 'at' | 'verdicts' | 'disputes' | 'supersededAt'
> &
  Partial<Pick<ShownEvidence, 'accepted' | 'away' | 'handed'>> & { readonly person: { readonly personId: string } }

export type MapDraft = Pick<Draft, 'levels' | 'competencies' | 'rollup'>

/** Where a person stood in a competency that another took the place of. It is shown beside its successor, and not counted there. */
export interface Earlier<E extends OnMap = OnMap> extends Predecessor {
  /** Confirmed, by the rule of its own framework; null: none was. */
  readonly shown: Level | null
  /** Of its own framework, counted from one; 0: nothing was confirmed. */
  readonly height: number
  readonly evidence: readonly E[]
}

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
  /** In former versions, the nearest first: those in which something stands. */
  readonly earlier: readonly Earlier<E>[]
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

/** When its record was last handed in, of what was known at a moment and not withdrawn by then. */
const handedBy = ({ handed = [] }: OnMap, day: string): string | null =>
  until(handed, day)
    .filter((one) => one.until === null || one.until > day)
    .map(({ at }) => at)
    .toSorted()
    .at(-1) ?? null

/** As it was at a moment: later words are unsaid, and what was superseded later stands. */
const asOf = <E extends OnMap>(all: readonly E[], day: string): E[] =>
  until(all, day).map((one) => {
    const then = {
      ...one,
      verdicts: until(one.verdicts, day),
      disputes: until(one.disputes, day),
      accepted: until(one.accepted ?? [], day),
    }
    const away = (one.away ?? []).find(({ from, to }) => from <= day && day < to)
    const gone = away?.from ?? (one.supersededAt !== null && one.supersededAt <= day ? one.supersededAt : null)
    return { ...then, supersededAt: gone, state: stateFrom({ ...then, supersededAt: gone, handedAt: handedBy(one, day) }) }
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

const earlierOf = <E extends OnMap>({ former, competency }: Predecessor, of: readonly E[]): Earlier<E>[] => {
  const { standing, verdicts } = weigh(of)
  if (standing.length === 0) return []
  const levels = former.levels.map(({ id }) => id)
  const height = levels.indexOf(levelShown(verdicts, levels, former.rollup) ?? '') + 1
  return [{ former, competency, height, shown: former.levels[height - 1] ?? null, evidence: standing }]
}

/**
 * Areas in the framework's order. A retired competency is shown for what was claimed of it. `day`: as of then; absent: today.
 * `formers`: whose competencies its own took the place of; what `evidence` holds of those stands in `earlier`.
 */
export const mapOf = <E extends OnMap>(
  draft: MapDraft,
  evidence: readonly E[],
  day?: string,
  formers: readonly Former[] = [],
): MapArea<E>[] => {
  const now = day === undefined ? evidence : asOf(evidence, day)
  const of = Map.groupBy(now, ({ competencyId }) => competencyId)
  const levels = draft.levels.map(({ id }) => id)
  const levelOf = (id: string | null) => draft.levels.find((level) => level.id === id) ?? null
  const areas = new Set(draft.competencies.map(({ parentId }) => parentId))
  const byId = new Map(draft.competencies.map((one) => [one.id, one]))
  const before = predecessorsOf(formers)
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
        earlier: before(competency.id).flatMap((one) => earlierOf(one, of.get(one.competency.id) ?? [])),
      },
    ]
  })
  const grouped = Map.groupBy(rows, ({ competency }) => competency.parentId)
  return [...grouped].map(([parentId, inside]) => ({ area: (parentId !== null && byId.get(parentId)) || null, rows: inside }))
}

/** The nearest former version in which something was confirmed. */
export const confirmedBefore = <E extends OnMap>({ earlier }: Pick<MapRow<E>, 'earlier'>): Earlier<E> | null =>
  earlier.find(({ shown }) => shown !== null) ?? null

/** Of one person's map: how much is confirmed, under way, and not begun; and how much of the rest a former version had confirmed. */
export const sumOf = (areas: readonly MapArea[]) => {
  const rows = areas.flatMap((one) => one.rows)
  const confirmed = rows.filter(({ shown }) => shown !== null).length
  const empty = rows.filter(({ shown, evidence }) => shown === null && evidence.length === 0).length
  const before = rows.filter((row) => row.shown === null && confirmedBefore(row) !== null).length
  return { all: rows.length, confirmed, begun: rows.length - confirmed - empty, empty, before }
}

/** The moments at which a map may be looked at: the last change of each day, oldest first, without today's standing. */
export const daysOf = (evidence: readonly OnMap[]): string[] => {
  const moments = evidence.flatMap(({ at, supersededAt, verdicts, disputes, away = [], handed = [] }) => [
    at,
    ...(supersededAt === null ? [] : [supersededAt]),
    ...away.flatMap(({ from, to }) => [from, to]),
    ...handed.flatMap((one) => (one.until === null ? [one.at] : [one.at, one.until])),
    ...verdicts.map((one) => one.at),
    ...disputes.map((one) => one.at),
  ])
  const lastOf = new Map<string, string>()
  for (const moment of moments.toSorted()) lastOf.set(moment.slice(0, 10), moment)
  return [...lastOf.values()]
}

/** What a table of many people is counted by: the levels from the lowest up, and what its competencies took the place of. */
export interface Ladder extends Pick<Draft, 'rollup'> {
  readonly id: string
  readonly levels: readonly string[]
  readonly formers: readonly Former[]
}

/** Many people's maps of one framework: cells of whom something is known. `day`: as of then; absent: today. */
export const crowdOf = ({ id, levels, rollup, formers }: Ladder, evidence: readonly OnMap[], day?: string): CrowdCell[] => {
  const now = day === undefined ? evidence : asOf(evidence, day)
  const elsewhere = new Set(formers.filter((one) => one.id !== id).flatMap(({ competencies }) => competencies.map((one) => one.id)))
  const before = predecessorsOf(formers)
  const heirs = heirsIn(id, formers)
  return [...Map.groupBy(now, ({ person }) => person.personId)].flatMap(([personId, theirs]) => {
    const of = Map.groupBy(theirs, ({ competencyId }) => competencyId)
    const own = [...of.keys()].filter((competencyId) => !elsewhere.has(competencyId))
    return [...new Set([...own, ...heirs])].flatMap((competencyId): CrowdCell[] => {
      const { standing, verdicts } = weigh(of.get(competencyId) ?? [])
      const earlier = confirmedBefore({
        earlier: before(competencyId).flatMap((one) => earlierOf(one, of.get(one.competency.id) ?? [])),
      })
      if (standing.length === 0 && !earlier) return []
      return [
        {
          personId,
          competencyId,
          levelId: levelShown(verdicts, levels, rollup),
          claimedId: highest(levels, standing),
          counts: countStates(standing.map(({ state }) => state)),
          earlier: earlier && { version: earlier.former.version, level: earlier.height },
        },
      ]
    })
  })
}
