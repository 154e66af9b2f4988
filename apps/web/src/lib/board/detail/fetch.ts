import type { Language } from '@sheber/contract/words'
import { loadDetailWords } from './words.ts'

/** Few things have details, and few people ask for them. */
export const fetchDetails = async (language: Language) => {
  const [{ default: Details }, w] = await Promise.all([import('./Details.svelte'), loadDetailWords(language)])
  return { Details, w }
}
