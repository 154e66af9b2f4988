import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type PublicationWords = typeof ru

/** Apart from the other words: one page needs them. */
export const loadPublicationWords = async (language: Language): Promise<PublicationWords> => {
  const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }
  return (await catalogues[language]()).default
}
