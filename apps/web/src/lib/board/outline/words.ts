import type { Language } from '@sheber/contract/words'

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

/** Not in the catalogue of a board: it opens without. */
export const loadOutlineWords = async (language: Language) => (await catalogues[language]()).default

export type OutlineWords = Awaited<ReturnType<typeof loadOutlineWords>>
