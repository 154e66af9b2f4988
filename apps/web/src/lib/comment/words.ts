import type { Language } from '@sheber/contract/words'

const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }

/** Not in the catalogue of every page, nor in that of a board: it opens without. */
export const loadCommentWords = async (language: Language) => (await catalogues[language]()).default

export type CommentWords = Awaited<ReturnType<typeof loadCommentWords>>
