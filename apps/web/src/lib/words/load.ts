import type { Language } from '@sheber/contract/words'
import type { Words } from './words.ts'

const everywhere = { kk: () => import('./kk.ts'), ru: () => import('./ru.ts'), en: () => import('./en.ts') }

const hall = { kk: () => import('./hall.kk.ts'), ru: () => import('./hall.ru.ts'), en: () => import('./hall.en.ts') }

/** An exhibition says a lot, and whoever writes a record need not carry it. */
const isOfHall = (routeId: string): boolean => /\/(exhibition|jury|stand)(\/|$)/.test(routeId)

/** What has come of each language: one object, so that a page which is shown already has what comes for the next one. */
const come: Partial<Record<Language, Words>> = {}

/** Only the reader's language is fetched, and of it what a route says. A board, which is opened on the weakest networks, brings its own few words. */
export const loadWords = async (language: Language, routeId = ''): Promise<Words> => {
  const [{ default: said }, more] = await Promise.all([everywhere[language](), isOfHall(routeId) ? hall[language]() : null])
  return (come[language] = Object.assign(come[language] ?? {}, said, more?.default) as Words)
}
