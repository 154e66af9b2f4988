import type { Language } from '@sheber/contract/words'
import { loadNames } from './names.ts'

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

export const loadCommandWords = async (language: Language) => {
  const [{ default: words }, names] = await Promise.all([catalogues[language](), loadNames(language)])
  return { ...words, names }
}

export type CommandWords = Awaited<ReturnType<typeof loadCommandWords>>
