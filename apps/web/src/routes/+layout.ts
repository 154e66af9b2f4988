import { loadWords } from '#lib/words/load.ts'
import type { LayoutLoad } from './$types'

export const load: LayoutLoad = async ({ data, route }) => ({ ...data, words: await loadWords(data.language, route.id ?? '') })
