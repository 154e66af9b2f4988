import type { Language } from '@sheber/contract/words'
import { loadNames } from '../command/names.ts'
import { loadAimWords } from './words.ts'

/** A crosshair led by the arrows, for every tool that a hand would show a place to; tools are called what they are called everywhere. */
export const fetchAim = async (language: Language) => {
  const [{ default: Crosshair }, w, names] = await Promise.all([import('./Crosshair.svelte'), loadAimWords(language), loadNames(language)])
  return { Crosshair, w, names }
}
