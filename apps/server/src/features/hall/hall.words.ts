import type { Language } from '@sheber/contract/words'
import en from './words.en.ts'
import kk from './words.kk.ts'
import ru from './words.ru.ts'

export type HallWords = typeof ru

export const hallWords: Readonly<Record<Language, HallWords>> = { kk, ru, en }

/** Made once: making one takes longer than most pages. */
const dates = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Asia/Qostanay' })

/** A moment as the day it is in the hall, whatever calendar the machine knows. */
export const dayThere = (moment: Date | string): string => {
  const parts = new Map(dates.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]))
  return [parts.get('day'), parts.get('month'), parts.get('year')].join('.')
}
