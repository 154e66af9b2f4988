import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export type TemplateWords = typeof ru

/** Fetched when somebody wants a template: what stands on the sheets is more than what a whole board says. */
export const loadTemplateWords = async (language: Language): Promise<TemplateWords> => (await catalogues[language]()).default
