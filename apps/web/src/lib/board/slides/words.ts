import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type SlidesWords = typeof ru

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export const loadSlidesWords = async (language: Language): Promise<SlidesWords> => (await catalogues[language]()).default
