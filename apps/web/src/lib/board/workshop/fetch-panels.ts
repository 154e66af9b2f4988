import type { Language } from '@sheber/contract/words'
import { loadWorkshopWords } from './words.ts'

/** The tray of parts and the list of connections, when either is first opened. */
export const fetchPanels = async (language: Language) => {
  const [{ default: Tray }, { default: Connections }, w] = await Promise.all([
    import('./Tray.svelte'),
    import('./Connections.svelte'),
    loadWorkshopWords(language),
  ])
  return { Tray, Connections, w }
}
