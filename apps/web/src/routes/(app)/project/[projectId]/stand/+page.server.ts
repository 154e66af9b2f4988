import type { exhibition } from '@sheber/contract/exhibition'
import type { stand } from '@sheber/contract/stand'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const [stands, exhibitions] = await Promise.all([
    ask<typeof stand.ofProject>(fetch, 'GET', '/api/project/:projectId/stand', { params }),
    ask<typeof exhibition.list>(fetch, 'GET', '/api/exhibition'),
  ])
  return { stands, exhibitions }
}
