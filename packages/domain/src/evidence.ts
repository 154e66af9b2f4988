import type { Claim, Dispute, EvidenceState, GivenVerdict } from '@sheber/contract/evidence'
import type { FrameworkState, Rollup } from '@sheber/contract/framework'
import { refuse } from '@sheber/contract/refusal'

/** What one looks at to say where a person stands in one competency. */
export type Judged = Pick<GivenVerdict, 'verdict' | 'levelId' | 'at'>

/**
 * Of all verdicts on one competency of one person, over all its evidence, the level that is shown; null: none yet. `levels`
 * are the framework's, from the lowest up. Only what was confirmed counts, and of it what
 * the framework's rule says, which is named on screen: the latest, the highest, or the median of the last three (of two, the lower).
 */
export const levelShown = (verdicts: readonly Judged[], levels: readonly string[], rollup: Rollup): string | null => {
  const heights = verdicts
    .filter(({ verdict, levelId }) => verdict === 'confirmed' && levelId !== null && levels.includes(levelId))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ levelId }) => levels.indexOf(levelId as string))
  if (heights.length === 0) return null
  const recent = heights.slice(-3).toSorted((a, b) => a - b)
  const height = {
    latest: heights.at(-1),
    highest: Math.max(...heights),
    median: recent[Math.floor((recent.length - 1) / 2)],
  }[rollup]
  return levels[height as number] ?? null
}

/** One claim as it was made, and what became of it. */
export interface Claimed extends Claim {
  readonly id: string
  readonly recordId: string
  readonly personId: string
  readonly why: string
  readonly supersededAt: string | null
  readonly supersededBy: string | null
  readonly verdicts: readonly Judged[]
  readonly disputes: readonly Pick<Dispute, 'text' | 'at'>[]
}

/** What may be claimed, of all that was asked for. */
export interface Claimable {
  /** Alive, and known to whoever links. */
  readonly records: readonly string[]
  /** Of whose competency the portfolio tells. */
  readonly people: readonly string[]
  readonly competencies: readonly {
    readonly id: string
    readonly frameworkId: string
    readonly state: FrameworkState
    readonly retired: boolean
    /** Only holds others. */
    readonly area: boolean
  }[]
  readonly levels: readonly { readonly id: string; readonly frameworkId: string }[]
}

export interface AskedLink {
  readonly recordId: string
  readonly people: readonly string[]
  readonly claims: readonly Claim[]
  readonly why: string
}

export type NewClaim = Pick<Claimed, 'recordId' | 'personId' | 'competencyId' | 'levelId' | 'why'>

export interface Linked {
  readonly fresh: readonly NewClaim[]
  /** Taken back before, and linked again as they were. */
  readonly back: readonly { readonly id: string; readonly state: EvidenceState }[]
}

export const cleanWhy = (why: string): string => why.replace(/\r\n?/g, '\n').normalize('NFC').trim()

/** What the last word about it makes of a claim: a verdict, or what was said against one; where nobody spoke, it is only claimed. */
export const stateOf = ({ verdicts, disputes }: Pick<Claimed, 'verdicts' | 'disputes'>): EvidenceState => {
  const last = verdicts.reduce<Judged | null>((newest, one) => (newest && newest.at > one.at ? newest : one), null)
  if (!last) return 'claimed'
  return disputes.some(({ at }) => at > last.at) ? 'disputed' : last.verdict
}

/**
 * The state as it follows from all that happened to a claim: what its row says is this, kept for whoever asks often. `handedAt`
 * is when a submission that was not withdrawn last took its record along; null: none did.
 */
export const stateFrom = (
  claim: Pick<Claimed, 'supersededAt' | 'verdicts' | 'disputes'> & { readonly at: string; readonly handedAt: string | null },
): EvidenceState => {
  if (claim.supersededAt !== null) return 'superseded'
  const { at, handedAt } = claim
  const told = stateOf(claim)
  // What was confirmed stays so, and what is disputed stays so until somebody speaks.
  if (handedAt === null || at > handedAt || told === 'confirmed' || told === 'disputed') return told
  return claim.verdicts.some((one) => one.at >= handedAt) ? told : 'ready'
}

/** Only what a published framework asks for, on one of its own levels. */
export const admitClaim = (
  { competencies, levels }: Pick<Claimable, 'competencies' | 'levels'>,
  { competencyId, levelId }: Claim,
): void => {
  const competency = competencies.find(({ id }) => id === competencyId)
  if (!competency || competency.state !== 'published' || competency.retired || competency.area) return refuse('competency-unknown')
  if (levels.find(({ id }) => id === levelId)?.frameworkId !== competency.frameworkId) return refuse('level-unknown')
}

/** Each claim for each person. What is claimed already, on whichever level, stays as it is: it is changed, not linked twice. */
export const linkEvidence = (known: Claimable, asked: AskedLink, already: readonly Claimed[]): Linked => {
  if (!known.records.includes(asked.recordId)) return refuse('record-unknown')
  if (asked.people.length === 0 || asked.people.some((id) => !known.people.includes(id))) return refuse('person-outside')
  for (const claim of asked.claims) admitClaim(known, claim)
  const why = cleanWhy(asked.why)
  // Of two levels of one competency the last was meant.
  const claims = [...new Map(asked.claims.map((claim) => [claim.competencyId, claim])).values()]
  const fresh: NewClaim[] = []
  const back: { id: string; state: EvidenceState }[] = []
  for (const personId of asked.people)
    for (const { competencyId, levelId } of claims) {
      const same = already.filter(
        (one) => one.recordId === asked.recordId && one.personId === personId && one.competencyId === competencyId,
      )
      if (same.some(({ supersededAt }) => supersededAt === null)) continue
      const dropped = same.findLast((one) => one.supersededBy === null && one.levelId === levelId)
      if (dropped) back.push({ id: dropped.id, state: stateOf(dropped) })
      else fresh.push({ recordId: asked.recordId, personId, competencyId, levelId, why })
    }
  return { fresh, back }
}

/** What each of several people claims of one lesson: the common level, and where somebody stands on another one, theirs. */
export const claimsFor = (
  personId: string,
  claims: readonly Claim[],
  own: readonly (Claim & { readonly personId: string })[] = [],
): readonly Claim[] =>
  claims.map(({ competencyId, levelId }) => ({
    competencyId,
    levelId: own.findLast((one) => one.personId === personId && one.competencyId === competencyId)?.levelId ?? levelId,
  }))

/** Which claims whoever made them may take back as a mistake: nobody has handed them in, judged them or put another in their place. */
export const undoable = <
  C extends Pick<Claimed, 'supersededAt' | 'verdicts'> & { readonly state: EvidenceState; readonly by: { readonly personId: string } },
>(
  claims: readonly C[],
  by: string,
): readonly C[] =>
  claims.filter((one) => one.by.personId === by && one.state === 'claimed' && one.supersededAt === null && one.verdicts.length === 0)

/** Null: that is what is claimed already. `standing` is what stands in its place, where something does. */
export const changeEvidence = (
  row: Claimed,
  standing: Claimed | null,
  asked: { readonly levelId: string; readonly why: string },
  levels: readonly string[],
): NewClaim | null => {
  if (!levels.includes(asked.levelId)) return refuse('level-unknown')
  const why = cleanWhy(asked.why)
  const now = row.supersededAt === null ? row : standing
  if (now && now.levelId === asked.levelId && now.why === why) return null
  if (row.supersededAt !== null) return refuse('evidence-superseded')
  return { recordId: row.recordId, personId: row.personId, competencyId: row.competencyId, levelId: asked.levelId, why }
}

/** False: it was taken back before. */
export const dropEvidence = ({ supersededAt, supersededBy }: Claimed): boolean => {
  if (supersededBy !== null) return refuse('evidence-superseded')
  return supersededAt === null
}

/** Null: the same was said before. */
export const disputeEvidence = ({ supersededAt, verdicts, disputes }: Claimed, asked: string): string | null => {
  if (supersededAt !== null) return refuse('evidence-superseded')
  if (verdicts.length === 0) return refuse('nothing-to-dispute')
  const text = cleanWhy(asked)
  const last = verdicts
    .map(({ at }) => at)
    .toSorted()
    .at(-1) as string
  return disputes.some((one) => one.text === text && one.at > last) ? null : text
}
