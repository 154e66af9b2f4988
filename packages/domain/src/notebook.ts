import { refuse } from '@sheber/contract/refusal'
import { isDay, wallDay } from './day.ts'

/** A notebook of many years is leafed through by nobody. */
export const pagesMax = 1_000

/** Of one page: whoever needs more shows one of the earlier ones. */
export const pageVersionsMax = 500

const firstDay = '2000-01-01'

/**
 * The day that a page is to be of. What was done yesterday may be written down today, and the page tells both days; what is
 * going to be done stands in no notebook. Refuses `page-day`.
 */
export const admitDay = (day: string | null, now: Date): string => {
  const today = wallDay(now)
  if (day === null) return today
  return isDay(day) && day >= firstDay && day <= today ? day : refuse('page-day')
}

/** Refuses `too-many-pages` where a notebook has as many as it may. */
export const admitPage = (inNotebook: number): void => {
  if (inNotebook >= pagesMax) refuse('too-many-pages', { max: pagesMax })
}

/** A page and who wrote on it, as the log knows them. */
interface Written {
  readonly day: string
  readonly authors: readonly string[]
}

/** On how many different days each was there: who wrote most days first, then by name. Two pages of one day are one day. */
export const daysOfHands = (pages: readonly Written[]): { readonly name: string; readonly days: number }[] => {
  const days = new Map<string, Set<string>>()
  for (const { day, authors } of pages) {
    for (const name of authors) days.set(name, (days.get(name) ?? new Set()).add(day))
  }
  return [...days].map(([name, { size }]) => ({ name, days: size })).sort((a, b) => b.days - a.days || a.name.localeCompare(b.name))
}
