import { loadNotebookWords } from '#lib/notebook/words.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ data, parent }) => ({ ...data, w: await loadNotebookWords((await parent()).language) })
