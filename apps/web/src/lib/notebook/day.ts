import type { Language } from '@sheber/contract/words'
import { kazakhMonths, moments } from '#lib/words/moment.ts'

/** `28 ноября 2026`. Noon of the device: no time zone makes another day of it. */
export const dayOf = (language: Language, day: string): string => moments(language).day(`${day}T12:00:00`)

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** `Ноябрь 2026`, of `2026-11` or of a day in it. */
export const monthOf = (language: Language, day: string): string => {
  const [year = '', month = ''] = day.split('-')
  if (language === 'kk') return `${capital(kazakhMonths[Number(month) - 1] ?? '')} ${year}`
  const named = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', { month: 'long' }).format(
    new Date(`${year}-${month}-15T12:00:00`),
  )
  return `${capital(named)} ${year}`
}
