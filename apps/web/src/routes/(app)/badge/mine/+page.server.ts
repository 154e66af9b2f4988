import type { badge } from '@sheber/contract/badge'
import type { portfolio } from '@sheber/contract/portfolio'
import { ask } from '#lib/api.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const me = known(locals).person
  const [badges, near, portfolios] = await Promise.all([
    ask<typeof badge.mine>(fetch, 'GET', '/api/badge/mine'),
    ask<typeof badge.near>(fetch, 'GET', '/api/badge/near'),
    ask<typeof portfolio.list>(fetch, 'GET', '/api/portfolio'),
  ])
  const own = portfolios.find(({ owner }) => owner.kind === 'person' && owner.id === me?.id)
  return { badges, near, own: own?.id ?? null, now: new Date().toISOString() }
}
