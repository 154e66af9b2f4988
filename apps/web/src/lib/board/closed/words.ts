import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type ClosedWords = typeof ru

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export const loadClosedWords = async (language: Language): Promise<ClosedWords> => (await catalogues[language]()).default
