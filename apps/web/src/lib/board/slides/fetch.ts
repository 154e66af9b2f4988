import type { Language } from '@sheber/contract/words'
import { loadSlidesWords } from './words.ts'

export const fetchSlides = async (language: Language) => {
  const [{ default: Slides }, w] = await Promise.all([import('./Slides.svelte'), loadSlidesWords(language)])
  return { Slides, w }
}
