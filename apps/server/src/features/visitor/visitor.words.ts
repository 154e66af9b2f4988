import { wallAheadMs } from '@sheber/domain/day'
import type { Language } from '@sheber/contract/words'
import en from './words.en.ts'
import kk from './words.kk.ts'
import ru from './words.ru.ts'

export type VisitorWords = typeof ru

export const visitorWords: Readonly<Record<Language, VisitorWords>> = { kk, ru, en }

/** A moment as the clock in the hall shows it, whatever zones this machine knows: `26.11, 18:00`. */
export const hourThere = (moment: string): string => {
  const [, month, day, hour] = /^\d+-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(new Date(Date.parse(moment) + wallAheadMs).toISOString()) ?? []
  return `${day}.${month}, ${hour}`
}
