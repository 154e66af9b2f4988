import { loadLessonWords } from '#lib/evidence/lesson/words.ts'
import type { PageLoad } from './$types'

/** With what is said of lessons, which nobody reads elsewhere. */
export const load: PageLoad = async ({ data, parent }) => ({ ...data, lesson: await loadLessonWords((await parent()).language) })
