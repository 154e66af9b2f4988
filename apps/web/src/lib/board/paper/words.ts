import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type PaperWords = typeof ru

/** What is said of files in and out. Not in the board's catalogue: most visits never say it. */
export const loadPaperWords = async (language: Language): Promise<PaperWords> => {
  const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }
  return (await catalogues[language]()).default
}
