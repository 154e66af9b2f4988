import { refuse } from '@sheber/contract/refusal'
import type { Outcome, ReviewState, SubmissionState, Verdict } from '@sheber/contract/review'

/** Nobody judges what they wrote themselves, nor the work of their own child. */
export const mayReview = (reviewerId: string, authors: readonly string[], relatives: readonly string[] = []): boolean =>
  !authors.includes(reviewerId) && !relatives.includes(reviewerId)

/** Somebody waits for a word. */
export const openStates: readonly SubmissionState[] = ['submitted', 'in_review', 'resubmitted']
const isOpen = (state: SubmissionState) => openStates.includes(state)

/** The records that are handed in, by the portfolio as it stands; none: all of it. */
export const recordsToSubmit = (alive: readonly string[], asked: readonly string[]): readonly string[] => {
  if (alive.length === 0) return refuse('nothing-to-review')
  if (asked.some((id) => !alive.includes(id))) return refuse('record-gone')
  return asked.length === 0 ? alive : alive.filter((id) => asked.includes(id))
}

/** Handed in again: what was deleted since is left out, unless nothing would be left. */
export const recordsToResubmit = (alive: readonly string[], before: readonly string[]): readonly string[] => {
  if (before.length === 0) return recordsToSubmit(alive, [])
  const left = before.filter((id) => alive.includes(id))
  return left.length > 0 ? left : refuse('record-gone')
}

/** Somebody's asking, as far as another may be the same. */
export interface Asking {
  /** None: the whole portfolio. */
  readonly records: readonly string[]
  readonly organisationId: string
  readonly reviewerId: string | null
  readonly words: string
  /** Of the portfolio's log, up to which it was handed in. */
  readonly position: number
}

/** The same work for the same eyes, from a second device or a second author at the same moment: one of them is enough. Other words are another question. */
export const isRepeat = (waiting: Asking, asked: Asking): boolean =>
  waiting.organisationId === asked.organisationId &&
  waiting.reviewerId === asked.reviewerId &&
  waiting.position === asked.position &&
  (asked.words === '' || asked.words === waiting.words) &&
  waiting.records.toSorted().join() === asked.records.toSorted().join()

export interface Standing {
  readonly state: SubmissionState
  readonly versionId: string
  readonly reviewer: { readonly personId: string; readonly name: string } | null
}

/** Who has it from now on, and in what state it is. */
export const takeReview = (
  { state, reviewer }: Standing,
  personId: string,
): { readonly state: SubmissionState; readonly reviewerId: string } => {
  if (!isOpen(state)) return refuse('review-over')
  if (reviewer && reviewer.personId !== personId) return refuse('review-taken', { name: reviewer.name })
  return { state: 'in_review', reviewerId: personId }
}

export interface Claim {
  readonly id: string
  /** Of its framework. */
  readonly levels: readonly string[]
}

export interface AskedReview {
  readonly versionId: string
  readonly outcome: Outcome
  readonly text: string
  readonly verdicts: readonly {
    readonly evidenceId: string
    readonly verdict: Verdict
    readonly levelId: string | null
    readonly text: string
  }[]
}

/** What is disputed, and when it last was. */
export interface Disputed {
  readonly evidenceId: string
  readonly disputeId: string
  /** ISO 8601. */
  readonly at: string
}

/**
 * Whoever has spoken about a version speaks again only once somebody has disagreed since, and only about that: what they said
 * before stays beside it. Null: they have not spoken yet, and speak of all; none: there is nothing to add.
 */
export const speaksAgain = (spokenAt: string | null, disputed: readonly Disputed[]): readonly Disputed[] | null =>
  spokenAt === null ? null : disputed.filter(({ at }) => at > spokenAt)

/**
 * What becomes of a submission by somebody's word. Whoever has it decides; if nobody has it yet, whoever speaks first takes
 * it by that. An opinion decides nothing, and may come at any time.
 */
export const giveReview = (
  standing: Standing,
  asked: AskedReview,
  personId: string,
  claims: readonly Claim[],
): { readonly state: SubmissionState; readonly reviewerId: string | null } => {
  const { state, versionId, reviewer } = standing
  if (state === 'withdrawn') return refuse('review-over')
  if (asked.versionId !== versionId) return refuse('review-renewed')
  const known = new Map(claims.map((claim) => [claim.id, claim.levels]))
  const judged = new Set<string>()
  for (const { evidenceId, verdict, levelId } of asked.verdicts) {
    const levels = known.get(evidenceId)
    if (!levels || judged.has(evidenceId)) return refuse('verdict-unfit')
    judged.add(evidenceId)
    if (levelId === null ? verdict === 'confirmed' : !levels.includes(levelId)) return refuse('verdict-unfit')
  }
  if (asked.outcome === 'opinion') return { state, reviewerId: reviewer?.personId ?? null }
  if (reviewer && reviewer.personId !== personId) return refuse('review-taken', { name: reviewer.name })
  if (!isOpen(state)) return refuse('review-over')
  const isSaid = asked.text.trim() !== '' || asked.verdicts.some(({ text }) => text.trim() !== '')
  if (asked.outcome === 'returned' && !isSaid) return refuse('review-wordless')
  return { state: asked.outcome, reviewerId: personId }
}

/** False: it is handed in again already, as two clicks or two devices ask. */
export const resubmits = ({ state }: Pick<Standing, 'state'>): boolean => {
  if (state === 'resubmitted') return false
  return state === 'returned' || refuse('review-not-returned')
}

export const withdraws = ({ state }: Pick<Standing, 'state'>): boolean => {
  if (state === 'withdrawn') return false
  return state !== 'accepted' || refuse('review-over')
}

/** How far one reviewer has come with it. */
export const reviewStateOf = (
  { state, versionId }: Pick<Standing, 'state' | 'versionId'>,
  given: { readonly versionId: string; readonly seenAt: unknown; readonly answer: string | null } | null,
  started: boolean,
): ReviewState => {
  if (!given) return state === 'withdrawn' ? 'closed' : started ? 'started' : 'queued'
  if (given.versionId !== versionId || state === 'withdrawn') return 'closed'
  if (given.answer !== null) return state === 'accepted' ? 'closed' : 'answered'
  return given.seenAt === null ? 'given' : 'seen_by_author'
}

/** Who hears of a word said about a submission: its authors, its readers, and whoever has spoken there; not the speaker. */
export const remarkHearers = (
  of: { readonly authors: readonly string[]; readonly readers: readonly string[]; readonly spoke: readonly string[] },
  speakerId: string,
): string[] => [...new Set([...of.authors, ...of.readers, ...of.spoke])].filter((id) => id !== speakerId)
