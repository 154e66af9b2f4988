import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type PhotoWords = typeof ru

export const loadPhotoWords = async (language: Language): Promise<PhotoWords> => {
  if (language === 'kk') return (await import('./words.kk.ts')).default
  if (language === 'en') return (await import('./words.en.ts')).default
  return (await import('./words.ru.ts')).default
}
