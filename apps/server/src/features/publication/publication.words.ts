import type { Language } from '@sheber/contract/words'
import en from './words.en.ts'
import kk from './words.kk.ts'
import ru from './words.ru.ts'

export type PublicWords = typeof ru

export const publicWords: Readonly<Record<Language, PublicWords>> = { kk, ru, en }
