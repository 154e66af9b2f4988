import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type DetailWords = typeof ru

export const loadDetailWords = async (language: Language): Promise<DetailWords> => {
  if (language === 'kk') return (await import('./words.kk.ts')).default
  if (language === 'en') return (await import('./words.en.ts')).default
  return (await import('./words.ru.ts')).default
}
