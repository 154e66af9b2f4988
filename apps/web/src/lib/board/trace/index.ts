import type { Language } from '@sheber/contract/words'
import { loadTraceWords } from './words.ts'

/** Whose hands things have been in, what was deleted, and the board as the beginning of another. */
export const fetchTrace = async (language: Language) => {
  const [{ default: Trace }, w] = await Promise.all([import('./Trace.svelte'), loadTraceWords(language)])
  return { Trace, w }
}
