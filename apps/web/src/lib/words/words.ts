import { getContext, setContext } from 'svelte'
import type acceptance from '../acceptance/words.ru.ts'
import type connection from '../connection/words.ru.ts'
import type framework from '../framework/words.ru.ts'
import type hall from './hall.ru.ts'
import type inbox from '../inbox/words.ru.ts'
import type judging from '../judge/work.ru.ts'
import type organisation from '../organisation/words.ru.ts'
import type task from '../task/words.ru.ts'
import type ru from './ru.ts'

/** Everything the interface says, in one language. Russian is the shape; the others must satisfy it. */
export type Words = typeof ru &
  typeof hall & {
    readonly acceptance: typeof acceptance
    readonly connection: typeof connection
    readonly framework: typeof framework
    readonly inbox: typeof inbox
    readonly judging: typeof judging
    readonly organisation: typeof organisation
    readonly task: typeof task
  }

const key = Symbol('words')

/** Called once, by the root layout. A change of language is a new page, so the words of a page never change. */
export const setWords = (words: Words) => setContext(key, words)

/** The same for a page that is brought to life without a layout. */
export const contextOf = (words: Partial<Words>) => new Map([[key, words]])

/** The words of this page: `const w = words()` at the top of a component. */
export const words = (): Words => getContext(key)
