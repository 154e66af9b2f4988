import { loadBadgeWords } from '#lib/badge/words.ts'
import type { PageLoad } from './$types'

// Whoever checks a badge is a stranger on any device: a page of words.
export const csr = false

export const load: PageLoad = async ({ data, parent }) => ({ ...data, text: await loadBadgeWords((await parent()).language) })
