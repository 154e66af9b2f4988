import type { Language } from '@sheber/contract/words'
import { kazakhMonths } from '#lib/words/moment.ts'

// As they stand beside a day; in Kazakh before «дейін».
const months: Record<Language, readonly string[]> = {
  kk: 'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** `24 декабря`; with its year where that is another than today's. `until`: as it stands before «дейін» in Kazakh. */
export const tellDay = (day: string, today: string, language: Language, until = false): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  const names = language === 'kk' && !until ? kazakhMonths : months[language]
  const said = `${Number(date)} ${names[Number(month) - 1] ?? ''}`
  if (year === today.slice(0, 4)) return said
  return language === 'kk' ? `${year} ж. ${said}` : `${said} ${year}`
}
