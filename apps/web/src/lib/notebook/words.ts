import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type NotebookWords = typeof ru

/** Apart from the other words: the pages of a notebook alone need them. */
export const loadNotebookWords = async (language: Language): Promise<NotebookWords> => {
  const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }
  return (await catalogues[language]()).default
}
