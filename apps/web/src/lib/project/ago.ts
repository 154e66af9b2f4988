import type { Words } from '#lib/words/words.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/**
 * How long ago in words, and the date from the thirtieth day on. Counted in elapsed time, so that server and browser
 * say the same in whatever time zone either stands. The names of months are ours: browsers do not know the Kazakh ones.
 */
export const tellAgo = (moment: string, now: string, ago: Words['project']['ago']): string => {
  const then = new Date(moment)
  const passedMs = new Date(now).getTime() - then.getTime()
  if (passedMs < minuteMs) return ago.now
  if (passedMs < hourMs) return ago.minutes(Math.floor(passedMs / minuteMs))
  if (passedMs < dayMs) return ago.hours(Math.floor(passedMs / hourMs))
  if (passedMs < 30 * dayMs) return ago.days(Math.floor(passedMs / dayMs))
  const year = then.getUTCFullYear()
  return ago.date(then.getUTCDate(), then.getUTCMonth(), year === new Date(now).getUTCFullYear() ? undefined : year)
}
