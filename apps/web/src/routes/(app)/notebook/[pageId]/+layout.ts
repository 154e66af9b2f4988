import { loadNotebookWords } from '#lib/notebook/words.ts'
import type { LayoutLoad } from './$types'

export const load: LayoutLoad = async ({ data, parent }) => ({ ...data, w: await loadNotebookWords((await parent()).language) })
