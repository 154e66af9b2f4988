import type { Language } from '@sheber/contract/words'
import { loadAllNames } from './names.ts'
import { loadCommandWords } from './words.ts'

export const fetchSheets = async (language: Language) => {
  const [{ default: Sheets }, w, all] = await Promise.all([import('./Sheets.svelte'), loadCommandWords(language), loadAllNames()])
  return { Sheets, w, all }
}
