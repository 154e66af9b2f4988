import type { Language } from '@sheber/contract/words'
import { trays } from '../trays.ts'
import { loadTrayWords } from './words.ts'

/** The trays above the tools and the bar of what is chosen: they share their pickers. */
export const fetchTray = async (language: Language) => {
  const [{ default: Tray }, { default: Chosen }, w, entries] = await Promise.all([
    import('./Tray.svelte'),
    import('./Chosen.svelte'),
    loadTrayWords(language),
    trays.fetch(language),
  ])
  return { Tray, Chosen, w, entries }
}
