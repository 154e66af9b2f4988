import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type TrayWords = typeof ru

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export const loadTrayWords = async (language: Language): Promise<TrayWords> => (await catalogues[language]()).default
