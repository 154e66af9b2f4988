import { loadBadgeWords } from '#lib/badge/words.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ data, parent }) => ({ ...data, text: await loadBadgeWords((await parent()).language) })
