import type { Language } from '@sheber/contract/words'
import { loadWorkshopWords } from '../workshop/words.ts'

/** Rows and columns of a table, with the words that the canvas has for them. */
export const fetchTracks = async (language: Language) => {
  const [{ default: Tracks }, w] = await Promise.all([import('./Tracks.svelte'), loadWorkshopWords(language)])
  return { Tracks, w }
}
