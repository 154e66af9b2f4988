import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type ContributionWords = typeof ru

export const loadContributionWords = async (language: Language): Promise<ContributionWords> =>
  (await { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }[language]()).default
