import type { Language } from '@sheber/contract/words'
import en from './words.en.ts'
import kk from './words.kk.ts'
import ru from './words.ru.ts'

export type VisitorWords = typeof ru

export const visitorWords: Readonly<Record<Language, VisitorWords>> = { kk, ru, en }

const parts = { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Almaty', hourCycle: 'h23' } as const

/** A moment as the clock in the hall shows it: `26.11, 18:00`. */
export const hourThere = (moment: string): string => {
  const said = new Map(new Intl.DateTimeFormat('en-GB', parts).formatToParts(new Date(moment)).map(({ type, value }) => [type, value]))
  return `${said.get('day')}.${said.get('month')}, ${said.get('hour')}:${said.get('minute')}`
}
