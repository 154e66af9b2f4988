import type { Language } from '@sheber/contract/words'
import type ru from './names.ru.ts'

export type Names = typeof ru
export type Named = keyof Names

const catalogues = { kk: () => import('./names.kk.ts'), ru: () => import('./names.ru.ts'), en: () => import('./names.en.ts') }

export const loadNames = async (language: Language): Promise<Names> => (await catalogues[language]()).default

/** In every language at once: whoever looks for a thing may know its name in another. */
export const loadAllNames = (): Promise<readonly Names[]> => Promise.all((['kk', 'ru', 'en'] as const).map(loadNames))
