import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type TraceWords = typeof ru

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export const loadTraceWords = async (language: Language): Promise<TraceWords> => (await catalogues[language]()).default
