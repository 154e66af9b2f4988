import type { Language } from '@sheber/contract/words'
import { loadLaterWords } from './words.ts'

/** What comes to a board once it stands: comments, the list, templates, technical things, files in and out. */
export const fetchLater = async (language: Language) => {
  const [{ default: Later }, w] = await Promise.all([import('./Later.svelte'), loadLaterWords(language)])
  return { Later, w, language }
}
