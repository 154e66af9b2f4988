import type { ExhibitionState, Switches, Windows } from '@sheber/contract/exhibition'
import type { Said } from '@sheber/contract/framework'
import { questionLettersMax } from '@sheber/contract/plain'
import { refuse } from '@sheber/contract/refusal'
import type { QuestionState } from '@sheber/contract/visitor'
import { cleanComment } from './comment.ts'

/** Visitors of a stand: what they may do and when, and what becomes of it. */

interface Limit {
  readonly max: number
  readonly ms: number
}

/**
 * What guests may do, in one place. The network of the hall is one address, and when a voice from the stage says "vote now", all of its
 * visitors are there within minutes; so an address may do a lot at once. One who makes up a device for each vote looks the same and is held
 * by how many new ones an address brings: in five minutes a full hall, in a day what its doors let in. Nothing that a device could show
 * instead would tell the two apart. A page that it has opened before is opened by a script too, and a word printed on the posters is known
 * to whoever most wants to cheat, for they stand in the hall. So what is beyond is not counted, and whoever runs the exhibition is told.
 */
export const visitorLimits = {
  acts: { device: { max: 30, ms: 60_000 }, address: { max: 3_000, ms: 300_000 } },
  questions: { device: { max: 5, ms: 600_000 }, address: { max: 60, ms: 600_000 } },
  newDevices: { atOnce: { max: 600, ms: 300_000 }, inDay: { max: 3_000, ms: 12 * 3_600_000 } },
  /** Of one exhibition, how often its organisers are told that a network brings more. */
  crowds: { max: 1, ms: 300_000 },
  /** Of one stand, undecided: a teacher reads them all. */
  waitingMax: 100,
} as const satisfies Record<string, Readonly<Record<string, Limit>> | Limit | number>

/** Whose an address is: of IPv6 one household has the whole last half, and a new address for each vote. */
export const networkOf = (address: string): string => {
  const four = /^(?:::ffff:)?(\d+(?:\.\d+){3})$/i.exec(address)?.[1]
  if (four !== undefined) return four
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter(Boolean))
  return [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after].slice(0, 4).join(':')
}

/** What was counted since a moment. */
export interface Counted {
  readonly since: number
  readonly n: number
}

/** One more at this moment. `waitMs` is null where it is within the limit, and what is beyond it is not counted on. */
export const countOne = (
  before: Counted | undefined,
  now: number,
  { max, ms }: Limit,
): { readonly counted: Counted; readonly waitMs: number | null } => {
  if (!before || now - before.since >= ms || now < before.since) return { counted: { since: now, n: 1 }, waitMs: null }
  if (before.n >= max) return { counted: before, waitMs: before.since + ms - now }
  return { counted: { since: before.since, n: before.n + 1 }, waitMs: null }
}

const halls: readonly ExhibitionState[] = ['hall', 'judging', 'deliberation']

/** Whether visitors react, ask and vote: from the hall's opening until the hour of the results, while none are out. */
export const visitorsMay = ({ windows }: { readonly windows: Windows }, state: ExhibitionState, now: Date): boolean =>
  halls.includes(state) && now.getTime() >= Date.parse(windows.hallFrom) && now.getTime() < Date.parse(windows.resultsAt)

/** … and what of it: what the organisers turned off is off at every hour. */
export const visitorsDo = (
  plan: { readonly windows: Windows; readonly visitors: Switches },
  state: ExhibitionState,
  now: Date,
): Readonly<Switches> => {
  const open = visitorsMay(plan, state, now)
  const { react, ask, vote } = plan.visitors
  return { react: open && react, ask: open && ask, vote: open && vote }
}

/** Closed comes before off: whoever stands before a closed hall is told its hours. */
export const visitorDoes = (
  deed: keyof Switches,
  plan: { readonly windows: Windows; readonly visitors: Switches },
  state: ExhibitionState,
  now: Date,
): void => {
  if (!visitorsMay(plan, state, now)) return refuse('visitor-closed')
  if (!plan.visitors[deed]) return refuse('visitor-off')
}

/** What a visitor asked, as it is kept: plain text, and all of it. */
export const cleanQuestion = (words: string): string => {
  const clean = cleanComment(words)
  return clean === '' || clean.length > questionLettersMax ? refuse('visitor-words') : clean
}

export interface Asked {
  readonly state: QuestionState
  readonly reason: string
  readonly answerHidden: boolean
  readonly answerReason: string
}

const said = (reason: string): string => reason.trim() || refuse('reason-needed')

/** Undoes a hiding too. Null: it was approved already, and somebody was quicker. */
export const approveQuestion = ({ state }: Pick<Asked, 'state'>): Pick<Asked, 'state' | 'reason'> | null =>
  state === 'approved' ? null : { state: 'approved', reason: '' }

export const hideQuestion = (_: Pick<Asked, 'state'>, reason: string): Pick<Asked, 'state' | 'reason'> => ({
  state: 'hidden',
  reason: said(reason),
})

/** As it is kept. Whatever a teacher has hidden stays so for the next answer too, until they have read it. */
export const answerQuestion = ({ state }: Pick<Asked, 'state'>, words: string): string => {
  if (state !== 'approved') return refuse('question-waiting')
  return cleanComment(words) || refuse('input')
}

export const holdAnswer = (reason: string): Pick<Asked, 'answerHidden' | 'answerReason'> => ({
  answerHidden: true,
  answerReason: said(reason),
})

/** Null: nobody hides it. */
export const freeAnswer = ({ answerHidden }: Pick<Asked, 'answerHidden'>): Pick<Asked, 'answerHidden' | 'answerReason'> | null =>
  answerHidden ? { answerHidden: false, answerReason: '' } : null

/** The name of the audience's prize. */
export const audienceTitle: Said = { kk: 'Көрермен көзайымы', ru: 'Приз зрительских симпатий', en: 'Audience’s choice' }

/** Who has the most votes; several, where nothing tells them apart; nobody, where nobody voted. */
export const audienceChoice = (votes: ReadonlyMap<string, number>): { readonly standIds: readonly string[]; readonly tied: boolean } => {
  const most = Math.max(0, ...votes.values())
  const standIds = [...votes].flatMap(([id, n]) => (n === most && n > 0 ? [id] : [])).sort()
  return { standIds, tied: standIds.length > 1 }
}
