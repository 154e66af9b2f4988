import type { Language } from '@sheber/contract/words'
import { loadShowWords } from './words.ts'

/** From a board into a portfolio, and there to a competency: fetched when somebody asks for it. */
export const fetchShow = async (language: Language) => {
  const [{ default: Show }, w] = await Promise.all([import('./ShowOnBoard.svelte'), loadShowWords(language)])
  return { Show, w }
}

/** … and from a page of a notebook. */
export const fetchShowPage = async (language: Language) => {
  const [{ default: Show }, w] = await Promise.all([import('./Show.svelte'), loadShowWords(language)])
  return { Show, w }
}
