import { wallAheadMs } from './day.ts'
import { planParts, type ExhibitionState, type Plan, type PlanPart, type Windows } from '@sheber/contract/exhibition'
import type { Said } from '@sheber/contract/framework'
import type { Rubric } from '@sheber/contract/rubric'
import { languages } from '@sheber/contract/plain'
import { refuse } from '@sheber/contract/refusal'
import type { Language } from '@sheber/contract/words'
import { rounds } from '@sheber/contract/judge'
import { rubricOf } from './final.ts'

/** The road from the call to the archive. A step may be taken back until results are out. */
const road: readonly ExhibitionState[] = ['draft', 'call', 'moderation', 'hall', 'judging', 'deliberation', 'results', 'archived']

/** Announced, and with no result out yet: it may be called off. */
const announced: readonly ExhibitionState[] = ['call', 'moderation', 'hall', 'judging', 'deliberation']

/** Its organisers' own: not called yet, or removed before it was. */
export const isDrafted = (state: ExhibitionState): boolean => state === 'draft' || state === 'removed'

/** Where it stands, and stood before it was called off or removed. */
export interface Stood {
  readonly state: ExhibitionState
  readonly was: ExhibitionState | null
}

/** Where on the road it stands, called off or not: rules are kept by this. */
export const stoodAt = ({ state, was }: Stood): ExhibitionState => was ?? state

/**
 * Steps that may follow, the next one first. What was released is not taken back, and the archive is for good. What was called off
 * or removed goes on where it stood.
 */
export const nextSteps = ({ state: now, was }: Stood): readonly ExhibitionState[] => {
  if (now === 'cancelled' || now === 'removed') return was ? [was] : []
  if (now === 'archived') return []
  const at = road.indexOf(now)
  // An exhibition without a jury goes from its hall to the archive.
  const on = now === 'hall' ? ['judging', 'archived'] : [road[at + 1]]
  const back = now === 'results' || now === 'draft' || now === 'call' ? [] : [road[at - 1]]
  const off: readonly ExhibitionState[] = now === 'draft' ? ['removed'] : announced.includes(now) ? ['cancelled'] : []
  return [...on, ...back, ...off].filter((state): state is ExhibitionState => state !== undefined)
}

const at = (moment: string) => Date.parse(moment)

/** What is kept of a step: whoever calls an exhibition off says why, and goes on with it only while its results lie ahead. */
export const stepExhibition = (
  { plan, ...of }: Stood & { readonly plan: Pick<Plan, 'windows'> },
  asked: ExhibitionState,
  { reason = '', now }: { readonly reason?: string; readonly now: Date },
): Stood & { readonly reason: string } => {
  if (!nextSteps(of).includes(asked)) return refuse('exhibition-step')
  if (asked === 'cancelled') return { state: asked, was: of.state, reason: reason.trim() || refuse('reason-needed') }
  if (asked === 'removed') return { state: asked, was: of.state, reason: '' }
  if (of.state === 'cancelled' && now.getTime() >= at(plan.windows.resultsAt)) return refuse('exhibition-over')
  return { state: asked, was: null, reason: '' }
}

/** Which moment may not come before which; where `strictly`, nor together with it: no window is empty. */
const order: readonly { readonly first: keyof Windows; readonly then: keyof Windows; readonly strictly?: true }[] = [
  { first: 'entriesFrom', then: 'entriesTo', strictly: true },
  { first: 'entriesFrom', then: 'moderationFrom' },
  { first: 'moderationFrom', then: 'moderationTo', strictly: true },
  // Whoever hands in at the last second is looked at too.
  { first: 'entriesTo', then: 'moderationTo', strictly: true },
  { first: 'moderationTo', then: 'judgingFrom' },
  { first: 'entriesTo', then: 'hallFrom' },
  { first: 'entriesTo', then: 'judgingFrom' },
  { first: 'judgingFrom', then: 'judgingTo', strictly: true },
  { first: 'judgingTo', then: 'resultsAt' },
  // Finalists are chosen by what the first round came to.
  { first: 'judgingTo', then: 'finalFrom' },
  { first: 'finalFrom', then: 'finalTo', strictly: true },
  { first: 'finalTo', then: 'resultsAt' },
]

/** Each moment that comes before what it has to follow, with that: entries first, then the hall and judging, then results. */
export const clashes = (windows: Windows): ReadonlyMap<keyof Windows, keyof Windows> => {
  const wrong = order.filter(({ first, then, strictly }) => {
    const [one, other] = [windows[first], windows[then]]
    // A moment that nobody has chosen stands in nobody's way.
    if (one === undefined || other === undefined) return false
    const [before, after] = [at(one), at(other)]
    return !(strictly ? before < after : before <= after)
  })
  // Of several the last on the road is named: after it, one is after the others too.
  return new Map(wrong.map(({ first, then }) => [then, first]))
}

/** Moments that come before what they have to follow, or are none. */
export const misplaced = (windows: Windows): readonly (keyof Windows)[] => [...clashes(windows).keys()]

export const checkWindows = ({ windows }: Pick<Plan, 'windows'>): void => {
  if (misplaced(windows).length > 0) refuse('exhibition-windows')
}

/** Whether an entry may be handed in now, and whether it is late: by the server's clock alone. Null: it is not taken. */
export const takesEntry = (
  { windows, late }: Pick<Plan, 'windows' | 'late'>,
  state: ExhibitionState,
  now: Date,
): { readonly late: boolean } | null => {
  if (state !== 'call' || now.getTime() < at(windows.entriesFrom)) return null
  const isLate = now.getTime() > at(windows.entriesTo)
  return isLate && !late ? null : { late: isLate }
}

/** Whether entries are admitted and returned now: by the server's clock, both moments included. */
export const takesModeration = ({ moderationFrom, moderationTo }: Windows, now: Date): boolean =>
  (moderationFrom === undefined || now.getTime() >= at(moderationFrom)) && (moderationTo === undefined || now.getTime() <= at(moderationTo))

/** Whether its results may be seen by whoever is no organiser: they were released, and their hour has come. */
export const showsResults = ({ windows }: Pick<Plan, 'windows'>, state: ExhibitionState, now: Date): boolean =>
  (state === 'results' || state === 'archived') && now.getTime() >= at(windows.resultsAt)

/** Where an exhibition stands as the world is told: called, it may take entries not yet, or no more. */
export type Stage = ExhibitionState | 'announced' | 'collected'

/**
 * By its step and by the clock: a call that opens in a month takes no entries now, and results that wait for their hour are still being
 * deliberated to whoever is no organiser.
 */
export const stageOf = ({ plan, state }: { readonly plan: Plan; readonly state: ExhibitionState }, now: Date): Stage => {
  if (state === 'results') return showsResults(plan, state, now) ? 'results' : 'deliberation'
  if (state !== 'call' || takesEntry(plan, state, now)) return state
  return now.getTime() < at(plan.windows.entriesFrom) ? 'announced' : 'collected'
}

/** Of the archive: that in which the hall opens. On New Year's night UTC still has the old one. */
export const yearOf = ({ windows }: Pick<Plan, 'windows'>): number => new Date(at(windows.hallFrom) + wallAheadMs).getUTCFullYear()

/** What is still unwritten: of a nomination or a criterion by its id, of a level by its place as well. */
export interface Unsaid {
  readonly what: 'title' | 'about' | 'place' | 'nomination' | 'criterion' | 'level'
  readonly id: string | null
  readonly level: number | null
}

const everySaid = ({ title, about, place, nominations, rubric, final }: Plan): readonly (Unsaid & { readonly said: Said })[] => [
  { what: 'title', id: null, level: null, said: title },
  { what: 'about', id: null, level: null, said: about },
  { what: 'place', id: null, level: null, said: place },
  ...nominations.map((one) => ({ what: 'nomination' as const, id: one.id, level: null, said: one.title })),
  ...[...rubric.criteria, ...(final?.rubric?.criteria ?? [])].flatMap(({ id, title, levels }) => [
    { what: 'criterion' as const, id, level: null, said: title },
    ...levels.map(({ text }, level) => ({ what: 'level' as const, id, level, said: text })),
  ]),
]

/** A to-do of its organisers, language by language; nothing of it stands in the way but what `isReady` asks for. */
export const unsaidOfPlan = (plan: Plan): Readonly<Record<Language, readonly Unsaid[]>> => {
  const all = everySaid(plan)
  const of = (language: Language) =>
    all.filter(({ said }) => said[language].trim() === '').map(({ what, id, level }): Unsaid => ({ what, id, level }))
  return { kk: of('kk'), ru: of('ru'), en: of('en') }
}

/** Whether it can be called: a title in every language, and whatever a team and a judge choose by is written in one at least. */
export const isReady = (plan: Plan): boolean => {
  const isWritten = (said: Said) => languages.some((language) => said[language].trim() !== '')
  const needed = everySaid(plan).filter(({ what }) => what === 'nomination' || what === 'criterion' || what === 'level')
  return (
    languages.every((language) => plan.title[language].trim() !== '') &&
    plan.nominations.length > 0 &&
    needed.every(({ said }) => isWritten(said))
  )
}

/** Whether a jury has anything to judge by. An exhibition that goes from its hall into the archive needs nothing of it. */
export const isJudgeable = ({ rubric, final }: Pick<Plan, 'rubric' | 'final'>): boolean =>
  rubric.criteria.length > 0 && final?.rubric?.criteria.length !== 0

const judged: ReadonlySet<ExhibitionState> = new Set(['judging', 'deliberation', 'results'])

const isEachOnce = (ids: readonly string[]) => new Set(ids).size === ids.length

/** What a form can hold and an exhibition cannot. */
export const checkPlan = (plan: Plan): void => {
  checkWindows(plan)
  const { ages, nominations, rubric, final, windows } = plan
  const isSoundRubric = ({ criteria }: Rubric) =>
    criteria.every(({ levels }) => levels.every(({ points }, at) => at === 0 || points > (levels[at - 1]?.points ?? 0))) &&
    isEachOnce(criteria.map(({ id }) => id))
  const ids = nominations.map(({ id }) => id)
  // A final has its window, and a window its final.
  const isSoundFinal =
    (windows.finalFrom !== undefined) === (final !== undefined) &&
    (windows.finalTo !== undefined) === (final !== undefined) &&
    (final?.rubric === undefined || isSoundRubric(final.rubric)) &&
    (final?.nominations.every((id) => ids.includes(id)) ?? true)
  const isSound = ages.from <= ages.to && isSoundRubric(rubric) && isSoundFinal && isEachOnce(ids)
  if (!isSound) refuse('plan-broken')
}

/** What scores are counted by: not the words, and not the order on the page. */
const countedBy = (rubric: Rubric) =>
  JSON.stringify(
    rubric.criteria
      .map(({ id, weight, levels }) => [id, weight, levels.map(({ points }) => points)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

/** Whether whoever scores and whoever is scored rely on the rules already: from the first step into judging, or the first score. */
export const rulesFrozen = (state: ExhibitionState, scored = false): boolean => scored || road.indexOf(state) >= road.indexOf('judging')

const isSame = (a: unknown, b: unknown) => ordered(a) === ordered(b)
/** A database keeps the keys of what it is given in an order of its own. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** What a change of the plan has changed. */
export const changedParts = (before: Plan, after: Plan): PlanPart[] => planParts.filter((part) => !isSame(before[part], after[part]))

/** Whether there is to be a final, and among whom: settled once it has begun, and once nobody judges any more. Its words may be mended. */
export const finalIsFrozen = (state: ExhibitionState, begun = false): boolean =>
  begun || road.indexOf(state) >= road.indexOf('deliberation')
const settled = ({ final }: Plan) => final && [final.finalists, final.nominations, final.rubric !== undefined]

const rules = ['awards', 'ties', 'release'] as const

const isKept = (before: Said, after: Said) =>
  languages.every((language) => before[language].trim() === '' || before[language] === after[language])

/** What stands on diplomas and certificates: said once they are given, it stays; a language that nobody has written is still free. */
const keepsPapers = (before: Plan, after: Plan, used: ReadonlySet<string>): boolean => {
  const titles = new Map(after.nominations.map(({ id, title }) => [id, title]))
  return (
    isKept(before.title, after.title) &&
    before.nominations.every(({ id, title }) => !used.has(id) || isKept(title, titles.get(id) ?? title))
  )
}

/** Of one view alone nobody can tell a strict judge from a weak stand. */
export const viewsFewest = 2

export interface Planned {
  readonly plan: Plan
  readonly state: ExhibitionState
  readonly revision: number
}

/**
 * How many judges see each stand, once judging has begun: never more than was promised, for that would make those wait who are
 * done; fewer, for all stands alike, while nobody has seen a result yet, and with a reason that stays in the trail. Answers the
 * reason; empty: nothing was lowered.
 */
const lowerViews = (before: number, { plan, reason = '' }: { readonly plan: Plan; readonly reason?: string }, state: ExhibitionState) => {
  if (plan.viewsMin === before) return ''
  if (state !== 'judging' || plan.viewsMin > before) return refuse('rules-frozen')
  if (plan.viewsMin < viewsFewest) return refuse('views-few')
  return reason.trim() || refuse('reason-needed')
}

/**
 * What an exhibition's plan is after an organiser has saved it. Words may be mended; what scores are counted by stays once
 * there is one, the rules of judging from its beginning, and the criteria's words too once teams read them in their reports. A nomination
 * that stands are in stays, and what was called stays fit to be called. Once results are out, papers carry its title and its nominations:
 * those words stay as well. With it comes what is written of it into the trail.
 */
export const savePlan = (
  { plan: before, state, revision }: Planned,
  asked: { readonly plan: Plan; readonly revision: number; readonly reason?: string },
  leant: {
    readonly scored: boolean
    readonly nominations: ReadonlySet<string>
    /** Finalists are judged, or were. */
    readonly finalBegun?: boolean
    readonly finalScored?: boolean
  },
): { readonly plan: Plan; readonly step: 'planned' | 'lowered'; readonly reason: string } => {
  if (asked.revision !== revision) return refuse('exhibition-changed')
  checkPlan(asked.plan)
  if (state !== 'draft' && !isReady(asked.plan)) return refuse('exhibition-unready')
  if (judged.has(state) && !isJudgeable(asked.plan)) return refuse('rubric-none')
  const isOut = state === 'results' || state === 'archived'
  if (isOut && before.windows.resultsAt !== asked.plan.windows.resultsAt) return refuse('results-out')
  const isFrozen = rulesFrozen(state, leant.scored)
  if (isFrozen && rules.some((one) => before[one] !== asked.plan[one])) return refuse('rules-frozen')
  const reason = isFrozen ? lowerViews(before.viewsMin, asked, state) : ''
  const [finalBefore, finalAsked] = [rubricOf(before, rounds.final), rubricOf(asked.plan, rounds.final)]
  if (isOut && !(isSame(before.rubric, asked.plan.rubric) && isSame(finalBefore, finalAsked))) return refuse('rubric-frozen')
  if (leant.scored && countedBy(before.rubric) !== countedBy(asked.plan.rubric)) return refuse('rubric-used')
  if (leant.finalScored && countedBy(finalBefore) !== countedBy(finalAsked)) return refuse('rubric-used')
  if (finalIsFrozen(state, leant.finalBegun) && !isSame(settled(before), settled(asked.plan))) return refuse('final-frozen')
  const kept = new Set(asked.plan.nominations.map(({ id }) => id))
  if (before.nominations.some(({ id }) => leant.nominations.has(id) && !kept.has(id))) return refuse('nomination-used')
  if (isOut && !keepsPapers(before, asked.plan, leant.nominations)) return refuse('papers-given')
  return { plan: asked.plan, step: reason ? 'lowered' : 'planned', reason }
}
