import type { Language } from '@sheber/contract/words'
import { getContext, setContext } from 'svelte'
import type ru from './ru.ts'

/** Everything the interface says, in one language. Russian is the shape; the others must satisfy it. */
export type Words = typeof ru

/** Only the reader's language is fetched. */
export const loadWords = async (language: Language): Promise<Words> => {
  const catalogues = { kk: () => import('./kk.ts'), ru: () => import('./ru.ts'), en: () => import('./en.ts') }
  return (await catalogues[language]()).default
}

const key = Symbol('words')

/** Called once, by the root layout. A change of language is a new page, so the words of a page never change. */
export const setWords = (words: Words) => setContext(key, words)

/** The words of this page: `const w = words()` at the top of a component. */
export const words = (): Words => getContext(key)
