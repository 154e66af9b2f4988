import type { Language } from '@sheber/contract/words'
import { moments } from '#lib/words/moment.ts'

/** `28 ноября 2026`. Noon of the device: no time zone makes another day of it. */
export const dayOf = (language: Language, day: string): string => moments(language).day(`${day}T12:00:00`)

// Chromium knows no Kazakh months.
const kazakh = 'Қаңтар Ақпан Наурыз Сәуір Мамыр Маусым Шілде Тамыз Қыркүйек Қазан Қараша Желтоқсан'.split(' ')

/** `Ноябрь 2026`, of `2026-11` or of a day in it. */
export const monthOf = (language: Language, day: string): string => {
  const [year = '', month = ''] = day.split('-')
  if (language === 'kk') return `${kazakh[Number(month) - 1] ?? ''} ${year}`
  const named = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', { month: 'long' }).format(
    new Date(`${year}-${month}-15T12:00:00`),
  )
  return `${named.charAt(0).toUpperCase()}${named.slice(1)} ${year}`
}
