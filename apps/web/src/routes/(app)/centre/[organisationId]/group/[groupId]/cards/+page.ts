import { loadWords } from '#lib/words/load.ts'
import type { PageLoad } from './$types'

/** A card speaks the language of the children who hold it, not of the teacher who prints it. */
export const load: PageLoad = async ({ data }) => ({ ...data, cardWords: await loadWords(data.cardLanguage) })
