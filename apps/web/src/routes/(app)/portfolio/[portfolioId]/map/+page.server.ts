import type { evidence } from '@sheber/contract/evidence'
import type { portfolio } from '@sheber/contract/portfolio'
import { ask } from '#lib/api.ts'
import { chooseFramework } from '#lib/evidence/frameworks.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const [of, map] = await Promise.all([
    ask<typeof portfolio.look>(fetch, 'GET', '/api/portfolio/:portfolioId', { params }),
    ask<typeof evidence.map>(fetch, 'GET', '/api/portfolio/:portfolioId/map', { params }),
  ])
  const known = map.evidence.map(({ frameworkId }) => frameworkId)
  return {
    portfolio: of,
    map,
    ...(await chooseFramework(fetch, url, known)),
    asked: { person: url.searchParams.get('person'), open: url.searchParams.get('open') },
  }
}
