import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type KindWords = typeof ru

export const loadKindWords = async (language: Language): Promise<KindWords> =>
  (await { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }[language]()).default
