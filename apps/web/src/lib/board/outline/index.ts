import type { Language } from '@sheber/contract/words'
import { loadNames } from '../command/names.ts'
import { loadOutlineWords } from './words.ts'

export { opensAsOutline, rememberOutline } from './remembered.ts'

/** The outline and its words in one language: `<Outline {stage} {nameOf} {w} {names} onclose />`. */
export const fetchOutline = async (language: Language) => {
  const [{ default: Outline }, w, names] = await Promise.all([import('./Outline.svelte'), loadOutlineWords(language), loadNames(language)])
  return { Outline, w, names }
}
