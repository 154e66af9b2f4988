import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type VoteWords = typeof ru

export const loadVoteWords = async (language: Language): Promise<VoteWords> => {
  if (language === 'kk') return (await import('./words.kk.ts')).default
  if (language === 'en') return (await import('./words.en.ts')).default
  return (await import('./words.ru.ts')).default
}
