import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type AimWords = typeof ru

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export const loadAimWords = async (language: Language): Promise<AimWords> => (await catalogues[language]()).default
