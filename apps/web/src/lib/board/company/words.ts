import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type CompanyWords = typeof ru

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export const loadCompanyWords = async (language: Language): Promise<CompanyWords> => (await catalogues[language]()).default
