import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type LessonWords = typeof ru

export const loadLessonWords = async (language: Language): Promise<LessonWords> =>
  (await { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }[language]()).default
