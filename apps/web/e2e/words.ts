import type { Language } from '@sheber/contract/words'
import en from '../src/lib/words/en.ts'
import kk from '../src/lib/words/kk.ts'
import ru from '../src/lib/words/ru.ts'

/** What the app itself says, so that no text is written twice. */
export const catalogues = { kk, ru, en } as const satisfies Record<Language, unknown>

/** The language of most tests. */
export const w = ru
