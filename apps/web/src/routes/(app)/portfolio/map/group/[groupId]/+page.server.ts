import type { evidence } from '@sheber/contract/evidence'
import { ask } from '#lib/api.ts'
import { chooseFramework } from '#lib/evidence/frameworks.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { lines, framework } = await chooseFramework(fetch, url)
  const asked = url.searchParams.get('day')
  // What is no moment is today, and not a page that fails.
  const day = asked !== null && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(asked) ? asked : null
  const query = { frameworkId: framework?.id ?? '', ...(day && { day }) }
  const map = framework && (await ask<typeof evidence.groupMap>(fetch, 'GET', '/api/group/:groupId/map', { params, query }))
  return { lines, framework, map, day }
}
