import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type ModelWords = typeof ru

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export const loadModelWords = async (language: Language): Promise<ModelWords> => (await catalogues[language]()).default
