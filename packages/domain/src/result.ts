import type { AwardRule, TieRule } from '@sheber/contract/exhibition'
import type { Said } from '@sheber/contract/framework'
import { refuse } from '@sheber/contract/refusal'
import type { Given, ResultWarning } from '@sheber/contract/result'
import { rounds } from '@sheber/contract/judge'
import type { Marks, Rubric } from '@sheber/contract/rubric'
import { awardsBy } from './award.ts'
import { intervalsOf } from './interval.ts'
import type { Comparison } from './pairwise.ts'
import { byId } from './random.ts'
import { twoWay } from './severity.ts'

/** A score as it was sent: all there ever were. */
export interface SentScore {
  readonly id: string
  readonly judgeId: string
  readonly standId: string
  readonly round: number
  /** Null: not every criterion was looked at. */
  readonly total: number | null
  readonly marks: Marks
  readonly words: string
  /** By the server's clock. */
  readonly at: Date
  readonly overId: string | null
  /** False: to calibrate, skipped, or where interests conflict. */
  readonly counts: boolean
}

export interface SeatedJudge {
  readonly id: string
  readonly shadow: boolean
  /** Taken off the jury. */
  readonly ended: boolean
}

export interface JudgedStand {
  readonly id: string
  readonly nominationId: string | null
}

const newestFirst = (a: SentScore, b: SentScore) => b.at.getTime() - a.at.getTime() || byId(b.id, a.id)
const pairOf = ({ judgeId, standId }: SentScore) => `${judgeId} ${standId}`

/** Of each judge at each stand the newest whole one of a round, of those whose scores count. */
export const countedScores = (
  sent: readonly SentScore[],
  judges: readonly SeatedJudge[],
  round: number = rounds.first,
): (SentScore & { total: number })[] => {
  const counting = new Set(judges.filter(({ shadow, ended }) => !shadow && !ended).map(({ id }) => id))
  const seen = new Set<string>()
  return sent
    .toSorted(newestFirst)
    .flatMap((one) => {
      const { total } = one
      if (total === null || one.round !== round || !one.counts || !counting.has(one.judgeId) || seen.has(pairOf(one))) return []
      seen.add(pairOf(one))
      return [{ ...one, total }]
    })
    .toSorted((a, b) => byId(a.standId, b.standId) || byId(a.judgeId, b.judgeId))
}

/** Made over the same score: neither device knew of the other. */
const blindPairs = (sent: readonly SentScore[]): SentScore[] =>
  [...Map.groupBy(sent, (one) => `${pairOf(one)} ${one.round} ${one.overId ?? ''}`).values()].flatMap((same) =>
    same.length > 1 ? [same[0] as SentScore] : [],
  )

export interface ComputedStand {
  readonly id: string
  readonly nominationId: string | null
  readonly views: number
  readonly raw: number | null
  readonly corrected: number | null
  readonly low: number | null
  readonly high: number | null
  readonly place: number | null
  readonly best: number
  readonly worst: number
  readonly of: number
  /** How much stricter than all the judges were whom it met, on the average. */
  readonly severity: number
  readonly criteria: readonly { readonly criterionId: string; readonly marks: readonly number[] }[]
  readonly scores: readonly { readonly id: string; readonly judgeId: string; readonly total: number }[]
}

/** What the scores of one round come to. */
export interface ComputedRound {
  readonly mean: number
  readonly stands: readonly ComputedStand[]
  readonly judges: readonly { readonly id: string; readonly severity: number; readonly views: number }[]
  readonly warnings: readonly { readonly code: ResultWarning; readonly standIds: readonly string[]; readonly judgeIds: readonly string[] }[]
}

export interface Computed extends ComputedRound {
  /** Of finalists, by their own scores alone; absent: there was no final. */
  readonly final?: ComputedRound
}

/** To a millionth of a point: what is approved must be found again, to the last bit. */
const even = (value: number) => Math.round(value * 1e6) / 1e6 + 0
const evenOr = (value: number | null) => (value === null ? null : even(value))

interface Judging {
  readonly rubric: Rubric
  readonly viewsMin: number
  readonly stands: readonly JudgedStand[]
  readonly judges: readonly SeatedJudge[]
  readonly sent: readonly SentScore[]
  /** Of the bootstrap: the exhibition's id. */
  readonly seed: string
  /** Whose scores; absent: of the first. */
  readonly round?: number
}

/** All that the scores of a round say, and what there is to be careful about. The same scores, in whatever order, are the same result. */
export const computeResult = ({ rubric, viewsMin, stands, judges, sent, seed, round = rounds.first }: Judging): ComputedRound => {
  const shown = stands.toSorted((a, b) => byId(a.id, b.id))
  const here = new Set(shown.map(({ id }) => id))
  const ofThese = sent.filter((one) => here.has(one.standId) && one.round === round)
  const counted = countedScores(ofThese, judges, round)
  const scores = counted.map(({ judgeId, standId, total }) => ({ judgeId, standId, score: total }))
  const field = new Map(shown.map(({ id, nominationId }) => [id, nominationId ?? '']))
  const fit = twoWay(scores)
  const figures = new Map(fit.stands.map((one) => [one.standId, one]))
  const intervals = new Map(intervalsOf(scores, { seed, fieldOf: (id) => field.get(id) ?? '' }).map((one) => [one.standId, one]))
  const severity = new Map(fit.judges.map((one) => [one.judgeId, one.severity]))
  const scoresOf = Map.groupBy(counted, ({ standId }) => standId)
  const computed = shown.map(({ id, nominationId }): ComputedStand => {
    const own = scoresOf.get(id) ?? []
    const [figure, interval] = [figures.get(id), intervals.get(id)]
    const met = own.map(({ judgeId }) => severity.get(judgeId) ?? 0)
    return {
      ...{ id, nominationId, views: own.length },
      raw: evenOr(figure?.raw ?? null),
      corrected: evenOr(figure?.corrected ?? null),
      low: evenOr(interval?.low ?? null),
      high: evenOr(interval?.high ?? null),
      place: interval?.place ?? null,
      best: interval?.best ?? 0,
      worst: interval?.worst ?? 0,
      of: interval?.of ?? 0,
      severity: met.length > 0 ? even(met.reduce((sum, one) => sum + one, 0) / met.length) : 0,
      criteria: rubric.criteria.map((criterion) => ({
        criterionId: criterion.id,
        marks: own
          .flatMap(({ marks }) => marks.filter(({ criterionId }) => criterionId === criterion.id).map(({ points }) => points))
          .toSorted((a, b) => a - b),
      })),
      scores: own.map(({ id: scoreId, judgeId, total }) => ({ id: scoreId, judgeId, total: even(total) })),
    }
  })
  const worded = new Set(counted.filter(({ words }) => words.trim() !== '').map(({ standId }) => standId))
  const blind = blindPairs(ofThese)
  const isTrial = (one: SentScore) => round === rounds.first && one.round === rounds.calibration
  const learning = sent.filter((one) => here.has(one.standId) && (one.round === round || isTrial(one)))
  const shadows = judges.filter(({ id, shadow }) => shadow && learning.some(({ judgeId }) => judgeId === id))
  const unique = (ids: readonly string[]) => [...new Set(ids)].toSorted(byId)
  const warning = (code: ResultWarning, standIds: readonly string[], judgeIds: readonly string[] = []) =>
    standIds.length + judgeIds.length > 0 ? [{ code, standIds: unique(standIds), judgeIds: unique(judgeIds) }] : []
  return {
    mean: even(fit.mean),
    stands: computed,
    judges: fit.judges.map(({ judgeId, severity: own, views }) => ({ id: judgeId, severity: even(own), views })),
    warnings: [
      ...warning('unconnected', fit.connected ? [] : fit.parts.slice(1).flat()),
      ...warning(
        'views',
        computed.filter(({ views }) => views < viewsMin).map(({ id }) => id),
      ),
      ...warning(
        'words',
        computed.filter(({ id }) => !worded.has(id)).map(({ id }) => id),
      ),
      ...warning(
        'devices',
        blind.map(({ standId }) => standId),
        blind.map(({ judgeId }) => judgeId),
      ),
      ...warning(
        'shadow',
        [],
        shadows.map(({ id }) => id),
      ),
    ],
  }
}

export interface ByRule {
  readonly standId: string
  readonly nominationId: string
  readonly degree: 1 | 2 | 3
  readonly tied: boolean
}

/** What the plan's rule proposes. People decide. A stand of no nomination gets no degree. */
export const awardsByRule = (
  stands: readonly Pick<ComputedStand, 'id' | 'nominationId' | 'corrected'>[],
  { awards, ties }: { readonly awards: AwardRule; readonly ties: TieRule },
  comparisons: readonly Pick<Comparison, 'winnerId' | 'loserId'>[] = [],
): ByRule[] => {
  if (awards === 'hand') return refuse('award-rule')
  const placed = stands.flatMap(({ id, nominationId, corrected }) =>
    nominationId === null ? [] : [{ standId: id, nominationId, score: corrected }],
  )
  return awardsBy(awards, placed, { tie: ties, comparisons }).map(({ standId, nominationId, degree, tied }) => ({
    ...{ standId, nominationId, degree, tied },
  }))
}

const noTitle: Said = { kk: '', ru: '', en: '' }

/** By hand: a degree of the stand's nomination, or a name of its own in three languages; always with a reason. */
export const giveByHand = (
  { degree, title, reason }: Pick<Given, 'degree' | 'title' | 'reason'>,
  stand: JudgedStand,
  others: readonly { readonly standId: string; readonly degree: number | null }[],
): { nominationId: string | null; degree: number | null; title: Said; reason: string } => {
  if (reason.trim() === '') return refuse('reason-needed')
  if (degree === null) {
    const words = title ?? noTitle
    if (Object.values(words).some((one) => one.trim() === '')) return refuse('award-title')
    return { nominationId: null, degree, title: words, reason: reason.trim() }
  }
  if (stand.nominationId === null) return refuse('award-nomination')
  if (others.some((one) => one.standId === stand.id && one.degree !== null)) return refuse('award-twice')
  return { nominationId: stand.nominationId, degree, title: noTitle, reason: reason.trim() }
}

/**
 * As it is kept. What stands where the rule puts it is the rule's and needs no reason, whoever has put it there: dragged away and
 * back, it is as it was.
 */
export const giveAward = (
  given: Pick<Given, 'degree' | 'title' | 'reason'>,
  stand: JudgedStand,
  others: readonly { readonly standId: string; readonly degree: number | null }[],
  rule: readonly ByRule[],
): ReturnType<typeof giveByHand> & { byHand: boolean; tied: boolean } => {
  const same = ({ standId, nominationId, degree }: ByRule) =>
    standId === stand.id && nominationId === stand.nominationId && degree === given.degree
  const ruled = rule.find(same)
  if (!ruled) return { ...giveByHand(given, stand, others), byHand: true, tied: false }
  if (others.some((one) => one.standId === stand.id && one.degree !== null)) return refuse('award-twice')
  return { nominationId: ruled.nominationId, degree: ruled.degree, title: noTitle, reason: '', byHand: false, tied: ruled.tied }
}

/** The level that most judges chose; of several the one that lies nearest to what all gave, and of those the lower. */
export const levelOf = (marks: readonly number[]): number | null => {
  if (marks.length === 0) return null
  const mean = marks.reduce((sum, one) => sum + one, 0) / marks.length
  const counts = [...Map.groupBy(marks, (one) => one)].map(([points, all]) => ({ points, count: all.length }))
  return counts.toSorted((a, b) => b.count - a.count || Math.abs(a.points - mean) - Math.abs(b.points - mean) || a.points - b.points)[0]
    ?.points as number
}

/** Each criterion as a team reads it; what nobody has marked is left out. */
export const criteriaRead = (rubric: Rubric, { criteria }: Pick<ComputedStand, 'criteria'>) =>
  rubric.criteria.flatMap(({ id, title, weight, levels }) => {
    const marks = criteria.find(({ criterionId }) => criterionId === id)?.marks ?? []
    const points = levelOf(marks)
    if (points === null) return []
    const level = levels.find((one) => one.points === points)?.text ?? noTitle
    const most = Math.max(...levels.map((one) => one.points))
    return [{ id, title, weight, points, level, from: Math.min(...marks), to: Math.max(...marks), most }]
  })

/** Below half a point nobody is told that judges were strict or mild. */
const noticedPoints = 0.5
export const strictness = (severity: number): 'stricter' | 'milder' | 'even' =>
  severity >= noticedPoints ? 'stricter' : severity <= -noticedPoints ? 'milder' : 'even'
