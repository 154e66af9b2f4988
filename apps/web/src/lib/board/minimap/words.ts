import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type MinimapWords = typeof ru

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export const loadMinimapWords = async (language: Language): Promise<MinimapWords> => (await catalogues[language]()).default
