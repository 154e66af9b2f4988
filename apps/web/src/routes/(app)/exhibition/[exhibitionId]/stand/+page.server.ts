import { allOf } from '#lib/stand/load.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ fetch, params }) => allOf(fetch, params.exhibitionId)
