import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type LaterWords = typeof ru

export const loadLaterWords = async (language: Language): Promise<LaterWords> => {
  if (language === 'kk') return (await import('./words.kk.ts')).default
  if (language === 'en') return (await import('./words.en.ts')).default
  return (await import('./words.ru.ts')).default
}
