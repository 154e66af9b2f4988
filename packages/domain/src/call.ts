import type { Plan } from '@sheber/contract/exhibition'

type Windows = Pick<Plan['windows'], 'entriesFrom' | 'entriesTo'>

const dayMs = 86_400_000
/** So many days before the end a team is reminded of what it has begun; the nearest first. */
const marks = [1, 3] as const

/** Entries are taken, and there is still time to make one. */
export const openedMark = ({ entriesFrom, entriesTo }: Windows, now: Date): boolean =>
  Date.parse(entriesFrom) <= now.getTime() && now.getTime() < Date.parse(entriesTo)

/**
 * Which reminder is due; null: none. `since` is the hour from which on it counts as given: when the end is moved further away, what was
 * said before of the old one does not count.
 */
export const dueMark = (windows: Windows, now: Date): { readonly days: (typeof marks)[number]; readonly since: Date } | null => {
  if (!openedMark(windows, now)) return null
  const to = Date.parse(windows.entriesTo)
  const days = marks.find((one) => to - now.getTime() <= one * dayMs)
  return days === undefined ? null : { days, since: new Date(to - days * dayMs) }
}
