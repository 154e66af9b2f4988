import type { Language } from '@sheber/contract/words'
import { loadCompanyWords } from './words.ts'

export const fetchCompany = async (language: Language) => {
  const [{ default: Together }, w] = await Promise.all([import('./Together.svelte'), loadCompanyWords(language)])
  return { Together, w }
}
