import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type BadgeWords = typeof ru

/** Apart from the other words: few pages need them. */
export const loadBadgeWords = async (language: Language): Promise<BadgeWords> => {
  const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }
  return (await catalogues[language]()).default
}
