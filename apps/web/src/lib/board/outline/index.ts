import type { Language } from '@sheber/contract/words'
import { loadNames } from '../command/names.ts'
import { loadTrayWords } from '../tray/words.ts'
import { loadOutlineWords } from './words.ts'

export { opensAsOutline, rememberOutline } from './remembered.ts'

/** The outline and its words in one language: `<Outline {stage} {nameOf} {w} {names} {forms} onclose />`. */
export const fetchOutline = async (language: Language) => {
  const [{ default: Outline }, w, names, { form: forms }] = await Promise.all([
    import('./Outline.svelte'),
    loadOutlineWords(language),
    loadNames(language),
    loadTrayWords(language),
  ])
  return { Outline, w, names, forms }
}
