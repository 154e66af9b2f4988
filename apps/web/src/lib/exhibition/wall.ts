import { wallAheadMs } from '@sheber/domain/day'
import type { Language } from '@sheber/contract/words'

/** The clock on the wall of the centre, wherever the reader's device stands: a deadline is one moment for everybody. */
const wallOf = (moment: string) => new Date(Date.parse(moment) + wallAheadMs)

/** For `<input type="datetime-local">`: `2026-12-24T18:00`. Empty where there is no moment. */
export const toWall = (moment: string): string => (Number.isNaN(Date.parse(moment)) ? '' : wallOf(moment).toISOString().slice(0, 16))

/** ISO 8601 of what was chosen there; empty where nothing was. */
export const fromWall = (chosen: string): string => {
  const at = Date.parse(`${chosen}Z`)
  return Number.isNaN(at) ? '' : new Date(at - wallAheadMs).toISOString()
}

// Browsers know no Kazakh names of months, and their own zones: all three are written here.
const months: Record<Language, readonly string[]> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** `24 декабря 2026` */
export const dayOf = (moment: string, language: Language): string => {
  const at = wallOf(moment)
  const [day, month, year] = [at.getUTCDate(), months[language][at.getUTCMonth()] ?? '', at.getUTCFullYear()]
  return language === 'kk' ? `${year} ж. ${day} ${month}` : `${day} ${month} ${year}`
}

export const hourOf = (moment: string): string => toWall(moment).slice(11)

/** `24 декабря 2026, 18:00`: an hour of a plan, the same for everybody who reads it. */
export const planned = (moment: string, language: Language): string => `${dayOf(moment, language)}, ${hourOf(moment)}`

const dayNumber = (moment: string) => Math.floor((Date.parse(moment) + wallAheadMs) / 86_400_000)

/** Nights until then, as people count: today is none, whatever the hour. */
export const daysUntil = (moment: string, now: string): number => dayNumber(moment) - dayNumber(now)
