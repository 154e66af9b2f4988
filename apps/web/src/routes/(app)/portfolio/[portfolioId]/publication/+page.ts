import { loadPublicationWords } from '#lib/publication/words.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ data, parent }) => ({ ...data, text: await loadPublicationWords((await parent()).language) })
