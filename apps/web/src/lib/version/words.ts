import type { Language } from '@sheber/contract/words'

/** What is said of versions, frozen boards and late work. Not in the catalogue of every page: most never say it. */
export const loadPastWords = async (language: Language) => {
  const catalogues = {
    kk: () => Promise.all([import('./words.kk.ts'), import('../aside/words.kk.ts')]),
    ru: () => Promise.all([import('./words.ru.ts'), import('../aside/words.ru.ts')]),
    en: () => Promise.all([import('./words.en.ts'), import('../aside/words.en.ts')]),
  }
  const [version, aside] = await catalogues[language]()
  return { version: version.default, aside: aside.default }
}

export type PastWords = Awaited<ReturnType<typeof loadPastWords>>
