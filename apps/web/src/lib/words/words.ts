import type { Language } from '@sheber/contract/words'
import { getContext, setContext } from 'svelte'
import type ru from './ru.ts'

/** Everything the interface says, in one language. Russian is the shape; the others must satisfy it. */
export type Words = typeof ru

const everywhere = { kk: () => import('./kk.ts'), ru: () => import('./ru.ts'), en: () => import('./en.ts') }
const onBoard = { kk: () => import('./board.kk.ts'), ru: () => import('./board.ru.ts'), en: () => import('./board.en.ts') }
const loaded: { [L in Language]: Partial<Words> } = { kk: {}, ru: {}, en: {} }

/**
 * Only the reader's language is fetched; for a board, which is opened on the weakest networks, only the words that it
 * says. Whoever goes on from there finds the others added to the same catalogue.
 */
export const loadWords = async (language: Language, part: 'everywhere' | 'board' = 'everywhere'): Promise<Words> => {
  const { default: words } = await (part === 'board' ? onBoard : everywhere)[language]()
  return Object.assign(loaded[language], words) as Words
}

const key = Symbol('words')

/** Called once, by the root layout. A change of language is a new page, so the words of a page never change. */
export const setWords = (words: Words) => setContext(key, words)

/** The words of this page: `const w = words()` at the top of a component. */
export const words = (): Words => getContext(key)
