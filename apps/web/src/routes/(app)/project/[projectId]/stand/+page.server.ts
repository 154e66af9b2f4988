import type { exhibition } from '@sheber/contract/exhibition'
import type { stand } from '@sheber/contract/stand'
import type { visitor } from '@sheber/contract/visitor'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const [stands, exhibitions] = await Promise.all([
    ask<typeof stand.ofProject>(fetch, 'GET', '/api/project/:projectId/stand', { params }),
    ask<typeof exhibition.list>(fetch, 'GET', '/api/exhibition'),
  ])
  // Whoever stands in a hall, or stood there, has had visitors.
  const visited = stands.filter(({ state }) => state === 'admitted' || state === 'removed')
  const visitors = await Promise.all(
    visited.map(({ id }) => ask<typeof visitor.ofStand>(fetch, 'GET', '/api/stand/:standId/visitor', { params: { standId: id } })),
  )
  return { stands, exhibitions, visitors }
}
