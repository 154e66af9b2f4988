import type { ExhibitionState, Plan, ReleaseRule, Windows } from '@sheber/contract/exhibition'
import type { FinalStage } from '@sheber/contract/final'
import { rounds, type Round, type SeatState, type Spread } from '@sheber/contract/judge'
import type { Role } from '@sheber/contract/organisation'
import { refuse } from '@sheber/contract/refusal'
import type { Marks, Rubric } from '@sheber/contract/rubric'
import { roundOf, rubricOf, windowOf } from './final.ts'
import { isWhole, rubricScore } from './rubric.ts'

/** Judging, as one exhibition's jury does it: who may be asked, when scores are taken, and what of them counts. */

const dayMs = 86_400_000

interface Placed {
  readonly memberships: readonly { readonly role: Role }[]
}

/** An adult with a place here: a pupil judges by comparing, among others of their age. */
export const judgeInvitee = ({ memberships }: Placed): void => {
  if (memberships.length === 0 || memberships.some(({ role }) => role === 'learner')) refuse('judge-unfit')
}

/**
 * Only whoever is a judge and nothing else comes in by a link: it travels through mail and paper, and must not open the account
 * of a teacher. Asked anew whenever the link is used, for somebody may have been given an office since.
 */
export const comesByLink = ({ memberships }: Placed, hasSignIn: boolean): boolean =>
  !hasSignIn && memberships.length > 0 && memberships.every(({ role }) => role === 'judge')

/** A day longer than judging: what a phone kept offline can still be brought. */
export const linkUntilOf = ({ judgingTo, finalTo }: Pick<Windows, 'judgingTo' | 'finalTo'>): Date =>
  new Date(Date.parse(finalTo ?? judgingTo) + dayMs)

/** Whether a round is the one under way; to calibrate belongs to the first. */
export const isUnderWay = (stage: FinalStage, round: Round): boolean =>
  stage !== 'choosing' && (round === rounds.calibration ? rounds.first : round) === roundOf(stage)

export interface Sent {
  readonly round: Round
  /** How far the final is. */
  readonly stage: FinalStage
  readonly madeAt: Date
  readonly now: Date
}

/**
 * Scores of the round under way are taken while the exhibition is judged. After its window, until an organiser closes the round, only
 * what was made in time and came late; the device says when that was, because only it was there.
 */
export const takesScore = (plan: Pick<Plan, 'windows'>, state: ExhibitionState, { round, stage, madeAt, now }: Sent): boolean => {
  const window = windowOf(plan, round)
  if (state !== 'judging' || !isUnderWay(stage, round) || now.getTime() < Date.parse(window.from)) return false
  const to = Date.parse(window.to)
  return now.getTime() <= to || madeAt.getTime() <= to
}

/** Every mark is one of its criterion's levels, and no criterion has two. */
const fits = ({ criteria }: Rubric, marks: Marks): boolean =>
  new Set(marks.map(({ criterionId }) => criterionId)).size === marks.length &&
  marks.every(({ criterionId, points }) =>
    criteria.some(({ id, levels }) => id === criterionId && levels.some((level) => level.points === points)),
  )

export interface Scoring {
  readonly plan: Pick<Plan, 'windows' | 'rubric' | 'final' | 'release'>
  readonly state: ExhibitionState
  readonly declared: boolean
  /** Made to calibrate, no team ever reads it, so it needs no words. */
  readonly round: Round
  readonly stage: FinalStage
  /** Null: this stand is not theirs. */
  readonly seat: SeatState | null
  /** By what is known here now, whatever was declared. */
  readonly tied: boolean
  readonly marks: Marks
  readonly words: string
  readonly madeAt: Date
  readonly now: Date
}

/** What a score comes to: weighted, of 100; null while it is not whole. */
export const scoreStand = ({
  plan,
  state,
  declared,
  round,
  stage,
  seat,
  tied,
  marks,
  words,
  madeAt,
  now,
}: Scoring): { total: number | null } => {
  // It may yet go on: a device keeps what it has and sends it again.
  if (state === 'cancelled') refuse('exhibition-cancelled')
  if (!takesScore(plan, state, { round, stage, madeAt, now }))
    refuse(state === 'judging' && round !== rounds.final && stage !== 'first' ? 'round-closed' : 'judging-closed')
  if (!declared) refuse('judge-undeclared')
  if (tied || seat === 'conflict') refuse('judge-conflict')
  if (seat === null) refuse('stand-unassigned')
  const rubric = rubricOf(plan, round)
  if (!fits(rubric, marks)) refuse('score-marks')
  if (!isWhole(rubric, marks)) return { total: null }
  if (round !== rounds.calibration && wordsNeeded(plan.release) && words.trim() === '') refuse('score-words')
  return { total: rubricScore(rubric, marks) }
}

/** Where a team reads what was said, everybody who scores says something; else one of them does (`lacksOf`). */
export const wordsNeeded = (release: ReleaseRule): boolean => release !== 'none'

/** Whatever order they came in, from a device or out of a table. */
export const sameMarks = (some: Marks, others: Marks): boolean =>
  some.length === others.length &&
  some.every(({ criterionId, points }) => others.some((other) => other.criterionId === criterionId && other.points === points))

interface Made {
  readonly id: string
  readonly overId: string | null
}

/**
 * Of one judge's scores of one stand, in the order in which the server was given them: the newest counts. If it was not made in front
 * of the one before it, two devices did not know of each other, and that one is the rival; whoever scores again has chosen.
 */
export const newestOf = <S extends Made>(scores: readonly S[]): { readonly score: S | null; readonly rival: S | null } => {
  const [score, before] = [scores.at(-1) ?? null, scores.at(-2) ?? null]
  return { score, rival: score && before && score.overId !== before.id ? before : null }
}

/** So few that nobody could tell whose a mark is but their own. */
const spreadMin = 3

/** How many gave which points of each criterion; nothing before three have, or one could tell whose a mark is. */
export const spreadOf = ({ criteria }: Rubric, marks: readonly Marks[]): Spread =>
  marks.length < spreadMin
    ? []
    : criteria.map(({ id, levels }) => ({
        criterionId: id,
        marks: levels.map(({ points }) => ({
          points,
          count: marks.filter((one) => one.some((mark) => mark.criterionId === id && mark.points === points)).length,
        })),
      }))

export interface View {
  readonly standId: string
  /** Of a judge who counts, at a stand that they did to the end. */
  readonly words: string
}

export interface Lack {
  readonly standId: string
  readonly views: number
  readonly comments: number
}

/** What each stand has, in the order of `standIds`. */
export const viewsOf = (standIds: readonly string[], views: readonly View[]): Lack[] => {
  const byStand = Map.groupBy(views, ({ standId }) => standId)
  return standIds.map((standId) => {
    const own = byStand.get(standId) ?? []
    return { standId, views: own.length, comments: own.filter(({ words }) => words.trim() !== '').length }
  })
}

/**
 * Stands because of which a round cannot close: seen by too few, or nobody has said a word about it. Also where no team reads them: a
 * jury deliberates over words, and results are not proposed without.
 */
export const lacksOf = (all: readonly Lack[], { viewsMin }: Pick<Plan, 'viewsMin'>): Lack[] =>
  all.filter(({ views, comments }) => views < viewsMin || comments === 0)
