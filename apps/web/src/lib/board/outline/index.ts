import type { Language } from '@sheber/contract/words'
import { loadOutlineWords } from './words.ts'

export { opensAsOutline, rememberOutline } from './remembered.ts'

/** The outline and its words in one language: `<Outline {stage} {nameOf} {w} onclose />`. */
export const fetchOutline = async (language: Language) => {
  const [{ default: Outline }, w] = await Promise.all([import('./Outline.svelte'), loadOutlineWords(language)])
  return { Outline, w }
}
