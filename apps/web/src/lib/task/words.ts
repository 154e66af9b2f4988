import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type TaskWords = typeof ru

/** Of the pages of a project and of what waits there; and for a board, which brings words of its own alone. */
export const loadTaskWords = async (language: Language): Promise<TaskWords> => {
  if (language === 'kk') return (await import('./words.kk.ts')).default
  if (language === 'en') return (await import('./words.en.ts')).default
  return (await import('./words.ru.ts')).default
}
