import type { CheckedBadge, ClassDraft, ClassState, Need, RevokeWhy } from '@sheber/contract/badge'
import type { Said } from '@sheber/contract/framework'
import { refuse } from '@sheber/contract/refusal'
import { languages } from '@sheber/contract/plain'
import type { Language } from '@sheber/contract/words'
import { inLanguage } from './framework.ts'

/** Which badges may be drawn up, given and trusted. */

/** Something stands in one of the languages. */
export const isSaid = (said: ClassDraft['title']) => languages.some((language) => said[language].trim() !== '')

/** A draft needs a name; what is to be given needs something to be given for. */
const whole = (draft: ClassDraft, ready: boolean): ClassDraft => {
  const twice = new Set(draft.needs.map(({ competencyId }) => competencyId)).size < draft.needs.length
  const empty = ready && draft.needs.length === 0 && !isSaid(draft.role)
  return !isSaid(draft.title) || twice || empty ? refuse('badge-class-broken') : draft
}

export const makeClass = (draft: ClassDraft): ClassDraft => whole(draft, false)

export interface ClassStanding {
  readonly state: ClassState
  readonly edition: number
  readonly draft: ClassDraft
}

export const saveClass = ({ state, edition }: ClassStanding, asked: { edition: number; draft: ClassDraft }): ClassDraft => {
  if (state !== 'draft') return refuse('badge-class-fixed')
  if (asked.edition !== edition) return refuse('badge-class-changed')
  return whole(asked.draft, false)
}

/** Closed ones may be given again: it is the same badge as before. */
export const openClass = ({ draft }: ClassStanding): 'open' => {
  whole(draft, true)
  return 'open'
}

/** What is a draft has been given to nobody, and stays one. */
export const closeClass = ({ state }: ClassStanding): ClassState => (state === 'draft' ? 'draft' : 'closed')

/** Of what is asked for, what somebody has not been confirmed in as high as it is asked. `heights` are those of levels in their framework. */
export const missingOf = (
  needs: readonly Need[],
  shown: ReadonlyMap<string, string | null>,
  heights: ReadonlyMap<string, number>,
): readonly Need[] =>
  needs.filter(({ competencyId, levelId }) => {
    const has = heights.get(shown.get(competencyId) ?? '')
    const asked = heights.get(levelId)
    return has === undefined || asked === undefined || has < asked
  })

export interface Asking {
  readonly state: ClassState
  readonly draft: ClassDraft
  /** What is missing, as its reader knows it. */
  readonly missing: readonly string[]
  /** In which the person takes part. */
  readonly projects: readonly string[]
  readonly projectId: string | null
}

/** How many missing ones a sentence names. */
const namedMax = 5

/** May it be given? The project counts only where a role is what it is given for. */
export const giveBadge = ({ state, draft, missing, projects, projectId }: Asking): { readonly projectId: string | null } => {
  if (state !== 'open') return refuse('badge-class-shut')
  if (missing.length > 0) {
    const more = missing.length > namedMax ? '…' : ''
    return refuse('badge-missing', { what: missing.slice(0, namedMax).join('; ') + more })
  }
  if (!isSaid(draft.role)) return { projectId: null }
  return projectId !== null && projects.includes(projectId) ? { projectId } : refuse('badge-role')
}

/** By the calendar: what is given on 31 January for a month ends with February. */
export const untilOf = (at: Date, validMonths: number | null): Date | null => {
  if (validMonths === null) return null
  const until = new Date(at)
  const day = until.getUTCDate()
  until.setUTCMonth(until.getUTCMonth() + validMonths)
  if (until.getUTCDate() !== day) until.setUTCDate(0)
  return until
}

export const stateOf = (
  { until, revoked }: { until: Date | null; revoked: { readonly why: RevokeWhy } | null },
  now: Date,
): 'valid' | 'expired' | 'revoked' => {
  if (revoked) return 'revoked'
  return until !== null && until <= now ? 'expired' : 'valid'
}

/** What is said of something that is no badge. */
export const unreadable: CheckedBadge = {
  state: 'unreadable',
  note: null,
  revoked: null,
  says: null,
  badgeId: null,
  holder: null,
  nearOnly: false,
}

/** Such addresses open in one house only: what they stand in can be looked up nowhere else. */
export const isNear = (address: string): boolean => {
  const host = URL.parse(address)?.hostname ?? ''
  if (host === 'localhost' || host === '[::1]' || /\.(local|lan|home|internal|test)$/.test(host)) return true
  if (/^\[f[cde]/.test(host)) return true
  if (/^\d+(\.\d+){3}$/.test(host))
    return /^(10|127|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(host)
  return !host.includes('.')
}

/** Of a role one may have several, one for each project; of anything else there is one for all. */
export const placeOf = (draft: ClassDraft, projectId: string | null): string | null => (isSaid(draft.role) ? projectId : null)

/** Whether the verdicts of this moment were what was still missing. */
export const isEarned = (before: readonly Need[], after: readonly Need[]): boolean => before.length > 0 && after.length === 0

/** What an award of an exhibition is as a badge: drawn up whole, given already, and given by nobody's hand. */
export const awardClass = ({ title, criteria }: { readonly title: Said; readonly criteria: Said }): ClassDraft => ({
  ...{ title, criteria, emblem: 'medal', needs: [], validMonths: null },
  role: { kk: '', ru: '', en: '' },
})

/** The diploma behind a badge, as evidence. */
export const diplomaWords = (language: Language, number: string): string =>
  ({ kk: `Диплом № ${number}.`, ru: `Диплом № ${number}.`, en: `Diploma No. ${number}.` })[language]

/** Evidence in words: the work itself is named only where its authors show it to everybody already. */
export const evidenceWords = (language: Language, { level, times, day }: { level: string; times: number; day: string }): string =>
  ({
    kk: `Деңгейі: ${level}. Дәлелдер тексеріліп, расталған: ${times}, соңғысы ${day}.`,
    ru: `Уровень: ${level}. Подтверждений проверено и принято: ${times}, последнее ${day}.`,
    en: `Level: ${level}. Pieces of evidence reviewed and confirmed: ${times}, the last on ${day}.`,
  })[language]

/** What is said of work that everybody may look at. */
export const publishedWords = (language: Language): string =>
  ({ kk: 'Жұмыс жарияланған.', ru: 'Работа опубликована.', en: 'The work is published.' })[language]

/** Where nothing is written about a class, what it asks for says it. */
export const criteriaWords = (
  language: Language,
  draft: ClassDraft,
  needs: readonly { readonly name: string; readonly level: string }[],
) => {
  const written = inLanguage(draft.criteria, language)
  if (written) return written
  const asked = needs.map(({ name, level }) => `${name} (${level})`).join('; ')
  const role = inLanguage(draft.role, language)
  return { kk: 'Расталды: ', ru: 'Подтверждено: ', en: 'Confirmed: ' }[language] + [role, asked].filter(Boolean).join('; ')
}
