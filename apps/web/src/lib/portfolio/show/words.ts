import type { Language } from '@sheber/contract/words'
import type { Words } from '#lib/words/words.ts'
import type ru from './words.ru.ts'

/** A board brings few words along: with these come those of competencies. */
export interface ShowWords {
  readonly show: typeof ru
  readonly evidence: Words['evidence']
}

export const loadShowWords = async (language: Language): Promise<ShowWords> => {
  const [show, evidence] = await {
    kk: () => Promise.all([import('./words.kk.ts'), import('#lib/evidence/words.kk.ts')]),
    ru: () => Promise.all([import('./words.ru.ts'), import('#lib/evidence/words.ru.ts')]),
    en: () => Promise.all([import('./words.en.ts'), import('#lib/evidence/words.en.ts')]),
  }[language]()
  return { show: show.default, evidence: evidence.default }
}
