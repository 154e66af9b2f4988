import type { Language } from '@sheber/contract/words'
import type { Words } from './words.ts'

const everywhere = { kk: () => import('./kk.ts'), ru: () => import('./ru.ts'), en: () => import('./en.ts') }

const hall = { kk: () => import('./hall.kk.ts'), ru: () => import('./hall.ru.ts'), en: () => import('./hall.en.ts') }

/** Who looks what is wrong with a network reads it on a page of its own. */
const connection = {
  kk: () => import('../connection/words.kk.ts'),
  ru: () => import('../connection/words.ru.ts'),
  en: () => import('../connection/words.en.ts'),
}

/** Whoever speaks for a school reads it on pages of their own. */
const acceptance = {
  kk: () => import('../acceptance/words.kk.ts'),
  ru: () => import('../acceptance/words.ru.ts'),
  en: () => import('../acceptance/words.en.ts'),
}

/** What such routes say besides. An exhibition says a lot, and whoever writes a record need not carry it. */
const besides = async (language: Language, routeId: string): Promise<Partial<Words> | undefined> => {
  if (/^\/\(app\)\/(project|work)(\/(?!.*stand)|$)/.test(routeId))
    return { task: await (await import('../task/words.ts')).loadTaskWords(language) }
  if (/\/(exhibition|jury|stand)(\/|$)/.test(routeId)) return (await hall[language]()).default as Partial<Words>
  if (/\/acceptance(\/|$)/.test(routeId)) return { acceptance: (await acceptance[language]()).default }
  return routeId === '/connection' ? { connection: (await connection[language]()).default } : undefined
}

/** What has come of each language: one object, so that a page which is shown already has what comes for the next one. */
const come: Partial<Record<Language, Words>> = {}

/** Only the reader's language is fetched, and of it what a route says. A board, which is opened on the weakest networks, brings its own few words. */
export const loadWords = async (language: Language, routeId = ''): Promise<Words> => {
  const [{ default: said }, more] = await Promise.all([everywhere[language](), besides(language, routeId)])
  return (come[language] = Object.assign(come[language] ?? {}, said, more) as Words)
}
