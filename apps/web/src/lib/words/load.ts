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

/** Whoever runs an organisation's people. */
const organisation = {
  kk: () => import('../organisation/words.kk.ts'),
  ru: () => import('../organisation/words.ru.ts'),
  en: () => import('../organisation/words.en.ts'),
}

/** Whoever speaks for a school reads it on pages of their own. */
const acceptance = {
  kk: () => import('../acceptance/words.kk.ts'),
  ru: () => import('../acceptance/words.ru.ts'),
  en: () => import('../acceptance/words.en.ts'),
}

/** Whoever reads or makes a framework has pages of its own. */
const framework = {
  kk: () => import('../framework/words.kk.ts'),
  ru: () => import('../framework/words.ru.ts'),
  en: () => import('../framework/words.en.ts'),
}

/** What has happened, on its page and on the one where one lands. */
const inbox = {
  kk: () => import('../inbox/words.kk.ts'),
  ru: () => import('../inbox/words.ru.ts'),
  en: () => import('../inbox/words.en.ts'),
}

/** What waits for a judge, on the page one lands on. */
const judging = {
  kk: () => import('../judge/work.kk.ts'),
  ru: () => import('../judge/work.ru.ts'),
  en: () => import('../judge/work.en.ts'),
}

type Besides = (language: Language) => Promise<Partial<Words>>

/** What such routes say besides. An exhibition says a lot, and whoever writes a record need not carry it. */
const besides: readonly (readonly [RegExp, Besides])[] = [
  [/\/(exhibition|jury|stand)(\/|$)/, async (language) => (await hall[language]()).default as Partial<Words>],
  [/\/centre(\/|$)/, async (language) => ({ organisation: (await organisation[language]()).default })],
  [/\/acceptance(\/|$)/, async (language) => ({ acceptance: (await acceptance[language]()).default })],
  [/\/framework(\/|$)/, async (language) => ({ framework: (await framework[language]()).default })],
  [/\/(project|work)(\/|$)/, async (language) => ({ task: await (await import('../task/words.ts')).loadTaskWords(language) })],
  [/\/(inbox|work)(\/|$)/, async (language) => ({ inbox: (await inbox[language]()).default })],
  [/\/work(\/|$)/, async (language) => ({ judging: (await judging[language]()).default })],
  [/^\/connection$/, async (language) => ({ connection: (await connection[language]()).default })],
]

/**
 * What has come of each language: one object, so that a page which is shown already has what comes for the next one; and nothing is
 * taken away again, for a link that is only pointed at brings the words of its page too.
 */
const come: Partial<Record<Language, Words>> = {}

/** Only the reader's language is fetched, and of it what a route says. A board, which is opened on the weakest networks, brings its own few words. */
export const loadWords = async (language: Language, routeId = ''): Promise<Words> => {
  const more = besides.flatMap(([route, load]) => (route.test(routeId) ? [load(language)] : []))
  const [{ default: said }, ...others] = await Promise.all([everywhere[language](), ...more])
  return Object.assign((come[language] ??= { ...said } as Words), ...others) as Words
}
