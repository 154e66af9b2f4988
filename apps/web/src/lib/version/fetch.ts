import type { Language } from '@sheber/contract/words'
import { loadPastWords } from './words.ts'

/** A step of its own between the page and the view: SvelteKit names in a page the styles of whatever it fetches directly. */
export const fetchPast = async (language: Language) => {
  const [{ default: View }, w] = await Promise.all([import('./Past.svelte'), loadPastWords(language)])
  return { View, w }
}
