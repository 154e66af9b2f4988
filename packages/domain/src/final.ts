import type { ExhibitionState, FinalPlan, Plan } from '@sheber/contract/exhibition'
import type { FinalStage } from '@sheber/contract/final'
import { rounds, type Round } from '@sheber/contract/judge'
import { refuse } from '@sheber/contract/refusal'
import type { Rubric } from '@sheber/contract/rubric'
import { ranksOf } from './award.ts'

/**
 * A final by scores: finalists are chosen by what the first round came to, and judged once more. Numbers of the two rounds are never
 * compared: whoever is a finalist stands before whoever is none.
 */

/** What has been done of it: nothing, its first round closed, begun. */
export interface Held {
  readonly closed: boolean
  readonly begun: boolean
}

export const stageOf = ({ final }: Pick<Plan, 'final'>, held: Held | null): FinalStage =>
  !final || !held?.closed ? 'first' : held.begun ? 'final' : 'choosing'

/** Whose scores are taken, or would be. */
export const roundOf = (stage: FinalStage): Round => (stage === 'final' ? rounds.final : rounds.first)

/** By which a round is scored. */
export const rubricOf = ({ rubric, final }: Pick<Plan, 'rubric' | 'final'>, round: number): Rubric =>
  (round === rounds.final ? final?.rubric : undefined) ?? rubric

/** From when to when a round is scored, ISO 8601. A final without a window of its own has none: `checkPlan` lets no such plan in. */
export const windowOf = ({ windows }: Pick<Plan, 'windows'>, round: number): { readonly from: string; readonly to: string } =>
  round === rounds.final
    ? { from: windows.finalFrom ?? windows.judgingTo, to: windows.finalTo ?? windows.judgingTo }
    : { from: windows.judgingFrom, to: windows.judgingTo }

export const holdsFinal = (final: FinalPlan | undefined, nominationId: string | null): boolean =>
  final !== undefined && nominationId !== null && (final.nominations.length === 0 || final.nominations.includes(nominationId))

export interface Ordered {
  readonly id: string
  readonly nominationId: string | null
  /** Put right for strict judges, of 100; null: nobody has scored it. */
  readonly corrected: number | null
}

export interface Suggested {
  readonly standId: string
  /** As many points as the last that is wanted, and so they are more than were wanted. */
  readonly tied: boolean
}

/**
 * The best of each nomination that holds a final, as many as are wanted. Equal is what everybody sees as equal, to one decimal: of
 * those who tie for the last place all are proposed, for no bit of a number is to part them.
 */
export const suggestFinalists = (stands: readonly Ordered[], final: FinalPlan): Suggested[] => {
  const open = stands.filter(({ nominationId }) => holdsFinal(final, nominationId))
  return [...Map.groupBy(open, ({ nominationId }) => nominationId ?? '')].flatMap(([nominationId, of]) => {
    const ranks = ranksOf(
      of.map(({ id, corrected }) => ({ standId: id, nominationId, score: corrected })),
      { tie: 'share' },
    )
    const chosen: Suggested[] = []
    for (const standIds of ranks) {
      if (chosen.length >= final.finalists) break
      const tied = chosen.length + standIds.length > final.finalists
      chosen.push(...standIds.map((standId) => ({ standId, tied })))
    }
    return chosen
  })
}

/** What organisers have before them when they choose. */
export interface Choosing {
  readonly stands: readonly Ordered[]
  readonly final: FinalPlan
}

/** Each as it is kept: what the order proposes needs no reason, whoever has put it in. */
export const chooseFinalists = (
  { stands, final }: Choosing,
  standIds: readonly string[],
  reason = '',
): { readonly standId: string; readonly byHand: boolean; readonly reason: string }[] => {
  const suggested = new Set(suggestFinalists(stands, final).map(({ standId }) => standId))
  return [...new Set(standIds)].map((standId) => {
    const stand = stands.find(({ id }) => id === standId)
    if (!stand || stand.corrected === null || !holdsFinal(final, stand.nominationId)) return refuse('final-unfit')
    if (suggested.has(standId)) return { standId, byHand: false, reason: '' }
    return { standId, byHand: true, reason: reason.trim() || refuse('reason-needed') }
  })
}

/** Why somebody is a finalist no more; empty where nobody has to be told. */
export const dropFinalist = (
  { stands, final }: Choosing,
  { standId, told, reason = '' }: { readonly standId: string; readonly told: boolean; readonly reason?: string },
): string => {
  const isSuggested = suggestFinalists(stands, final).some((one) => one.standId === standId)
  if ((isSuggested || told) && reason.trim() === '') return refuse('reason-needed')
  return reason.trim()
}

/**
 * Whoever comes next by the order in a nomination, beside those who are finalists or were; of those who tie all, for organisers to choose.
 * Nobody who was not scored is next.
 */
export const nextInOrder = (stands: readonly Ordered[], finalists: ReadonlySet<string>, nominationId: string | null): readonly string[] => {
  const rest = stands.filter((one) => one.nominationId === nominationId && one.corrected !== null && !finalists.has(one.id))
  const [first = []] = ranksOf(
    rest.map(({ id, corrected }) => ({ standId: id, nominationId: nominationId ?? '', score: corrected })),
    { tie: 'share' },
  )
  return first
}

/** A finalist as it is known when another may have to be called in its place. */
export interface Called {
  readonly standId: string
  readonly nominationId: string | null
  /** It has left the hall. */
  readonly gone: boolean
  readonly insteadOf: string | null
}

/** Who may be called in the place of a finalist; none: it is still there, somebody was called already, or nobody is left. */
export const successorsOf = (stands: readonly Ordered[], finalists: readonly Called[], standId: string): readonly string[] => {
  const left = finalists.find((one) => one.standId === standId)
  if (!left?.gone || finalists.some(({ insteadOf }) => insteadOf === standId)) return []
  return nextInOrder(stands, new Set(finalists.map((one) => one.standId)), left.nominationId)
}

/** Refuses, answers false where just that was done already, else the reason as it is kept. */
export const callFinalist = (
  stands: readonly Ordered[],
  finalists: readonly Called[],
  { insteadOf, standId, reason }: { readonly insteadOf: string; readonly standId: string; readonly reason: string },
): string | false => {
  if (finalists.some((one) => one.insteadOf === insteadOf && one.standId === standId)) return false
  const next = successorsOf(stands, finalists, insteadOf)
  if (next.length === 0) return refuse('final-step')
  if (!next.includes(standId)) return refuse('final-unfit')
  return reason.trim() || refuse('reason-needed')
}

/** Fewer are no final. */
export const finalistsFewest = 2

export interface Stepping {
  readonly state: ExhibitionState
  readonly stage: FinalStage
  readonly reason: string
  /** Stands because of which the first round cannot be closed. */
  readonly lacking: number
  /** Finalists that stand in the hall. */
  readonly finalists: readonly string[]
  readonly suggested: readonly Suggested[]
  /** A team knows that it is in the final. */
  readonly told: boolean
  /** There is a score of the final. */
  readonly scored: boolean
}

/** Whether the step is taken: refuses, or answers false where it was taken already. */
export const stepFinal = (asked: FinalStage, of: Stepping): boolean => {
  const { state, stage, reason, lacking, finalists, suggested, told, scored } = of
  if (state !== 'judging') return refuse('final-shut')
  if (asked === stage) return false
  const isBack = asked === 'first' || stage === 'final'
  if (Math.abs(order.indexOf(asked) - order.indexOf(stage)) !== 1) return refuse('final-step')
  if (isBack && told && asked === 'first') return refuse('final-told')
  if (isBack && scored) return refuse('final-scored')
  if (isBack && reason.trim() === '') return refuse('reason-needed')
  if (isBack) return true
  if (asked === 'choosing' && lacking > 0) return refuse('judging-unfinished', { n: lacking })
  if (asked === 'final') {
    if (finalists.length < finalistsFewest) return refuse('final-few')
    const isLeftOut = suggested.some(({ standId }) => !finalists.includes(standId))
    if (isLeftOut && reason.trim() === '') return refuse('reason-needed')
  }
  return true
}
const order: readonly FinalStage[] = ['first', 'choosing', 'final']

/** What each team is to be told that was told nothing, or what is true no more. `before` null: nothing. */
export const tidings = (
  standIds: readonly string[],
  finalists: ReadonlySet<string>,
  told: ReadonlyMap<string, boolean>,
): { readonly standId: string; readonly news: 'reached' | 'named' | 'left' }[] =>
  standIds.flatMap((standId) => {
    const [before, now] = [told.get(standId), finalists.has(standId)]
    if (before === now) return []
    return [{ standId, news: now ? ('reached' as const) : before === true ? ('left' as const) : ('named' as const) }]
  })

/**
 * What awards are given by: in a nomination that held a final its finalists alone, by the points of the final; in every other all
 * stands, by those of the first round.
 */
export const placedBy = <S extends Ordered>(first: readonly S[], final: readonly S[] = []): S[] => {
  const held = new Set(final.map(({ nominationId }) => nominationId))
  return [...final, ...first.filter(({ nominationId }) => !held.has(nominationId))]
}

export interface Ranged extends Ordered {
  /** In its nomination and its round; null: nobody has scored it. */
  readonly place: number | null
  readonly best: number
  readonly worst: number
  readonly of: number
}

/** Among which places a stand lies when all is done; null: nobody has scored it. */
export interface Standing {
  readonly from: number
  readonly to: number
  readonly of: number
}

/** Of one stand: a finalist among the finalists, whoever is none behind all of them, where the first round has it. */
export const standingOf = (standId: string, first: readonly Ranged[], final: readonly Ranged[] = []): Standing | null => {
  const own = first.find(({ id }) => id === standId)
  if (!own) return null
  const ahead = final.filter(({ nominationId }) => nominationId === own.nominationId)
  const finalist = ahead.find(({ id }) => id === standId)
  const of = Math.max(own.of, ahead.length)
  if (finalist) return finalist.place === null ? null : { from: finalist.best, to: finalist.worst, of }
  if (own.place === null) return null
  const behind = ahead.length > 0 ? ahead.length + 1 : 1
  return { from: Math.max(own.best, behind), to: Math.max(own.worst, behind), of }
}
