import type { Language } from '@sheber/contract/words'
import { loadDetailWords } from '../detail/words.ts'
import { loadTrayWords } from '../tray/words.ts'

/** The looks and details of what is chosen, with the words of the canvas for them. */
export const fetchLook = async (language: Language) => {
  const [{ default: Look }, w, detail] = await Promise.all([import('./Look.svelte'), loadTrayWords(language), loadDetailWords(language)])
  return { Look, w, detail }
}
