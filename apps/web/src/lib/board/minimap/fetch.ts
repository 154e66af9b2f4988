import type { Language } from '@sheber/contract/words'
import { loadMinimapWords } from './words.ts'

export const fetchMap = async (language: Language) => {
  const [{ default: Minimap }, w] = await Promise.all([import('./Minimap.svelte'), loadMinimapWords(language)])
  return { Minimap, w }
}
