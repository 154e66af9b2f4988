import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type CoverWords = typeof ru

export const loadCoverWords = async (language: Language): Promise<CoverWords> =>
  (await { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }[language]()).default
