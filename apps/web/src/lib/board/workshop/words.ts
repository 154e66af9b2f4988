import type { Language } from '@sheber/contract/words'

/** What is said in the workshop. Not in the catalogue of every board: it comes with the tray. */
export const loadWorkshopWords = async (language: Language) => {
  const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }
  return (await catalogues[language]()).default
}

export type WorkshopWords = Awaited<ReturnType<typeof loadWorkshopWords>>
