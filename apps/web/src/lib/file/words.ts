import type { Language } from '@sheber/contract/words'
import { Refused } from '#lib/api.ts'
import { Trouble } from './trouble.ts'
import type ru from './words.ru.ts'

export type FileWords = typeof ru

export const loadFileWords = async (language: Language): Promise<FileWords> => {
  const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }
  return (await catalogues[language]()).default
}

/** Why a file did not come, for the person who added it. A fault of ours is thrown on. */
export const sentenceOf = (w: FileWords, why: unknown): string => {
  if (why instanceof Trouble) return w.trouble[why.why](why.max)
  if (!(why instanceof Refused)) throw why
  return why.status === 401 ? w.signedOut : why.problem.message || w.failed
}
