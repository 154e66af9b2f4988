import type { badge } from '@sheber/contract/badge'
import type { framework } from '@sheber/contract/framework'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, depends }) => {
  depends('app:badge')
  const { badge: of, asked } = await ask<typeof badge.look>(fetch, 'GET', '/api/badge/class/:classId', { params })
  const [given, candidates, frameworks] = await Promise.all([
    ask<typeof badge.given>(fetch, 'GET', '/api/badge/class/:classId/given', { params }),
    of.state === 'open' ? ask<typeof badge.propose>(fetch, 'GET', '/api/badge/class/:classId/propose', { params }) : [],
    of.state === 'draft' ? ask<typeof framework.list>(fetch, 'GET', '/api/framework') : [],
  ])
  return { of, asked, given, candidates, frameworks: frameworks.filter(({ state }) => state === 'published') }
}
