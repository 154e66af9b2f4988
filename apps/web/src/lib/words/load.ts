import type { Language } from '@sheber/contract/words'
import type { Words } from './words.ts'

const everywhere = { kk: () => import('./kk.ts'), ru: () => import('./ru.ts'), en: () => import('./en.ts') }

/** Only the reader's language is fetched. A board, which is opened on the weakest networks, brings its own few words. */
export const loadWords = async (language: Language): Promise<Words> => (await everywhere[language]()).default
