import type { evidence } from '@sheber/contract/evidence'
import type { Crosswalk, Former, framework as frame } from '@sheber/contract/framework'
import type { portfolio } from '@sheber/contract/portfolio'
import { ask } from '#lib/api.ts'
import { chooseFramework, frameworkIn } from '#lib/evidence/frameworks.server.ts'
import { lookAtFramework } from '#lib/evidence/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const [of, map] = await Promise.all([
    ask<typeof portfolio.look>(fetch, 'GET', '/api/portfolio/:portfolioId', { params }),
    ask<typeof evidence.map>(fetch, 'GET', '/api/portfolio/:portfolioId/map', { params }),
  ])
  const known = map.evidence.map(({ frameworkId }) => frameworkId)
  const { lines, framework } = await chooseFramework(fetch, url, known)
  const named = { params: { frameworkId: framework?.id ?? '' } }
  const [formers, crosswalks]: [Former[], Crosswalk[]] = framework
    ? await Promise.all([
        ask<typeof frame.former>(fetch, 'GET', '/api/framework/:frameworkId/former', named),
        ask<typeof frame.crosswalk>(fetch, 'GET', '/api/framework/:frameworkId/crosswalk', named),
      ])
    : [[], []]
  // Of what it is not linked with, nothing could be told.
  const by = crosswalks.find(({ id }) => id === frameworkIn(url, 'by'))
  return {
    portfolio: of,
    map,
    lines,
    framework,
    formers,
    crosswalks,
    goals: by ? { links: by.links, framework: await lookAtFramework(fetch, by.id) } : null,
    asked: { person: url.searchParams.get('person'), open: url.searchParams.get('open'), day: url.searchParams.get('day') },
  }
}
