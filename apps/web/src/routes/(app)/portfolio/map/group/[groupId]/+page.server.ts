import type { evidence } from '@sheber/contract/evidence'
import { ask } from '#lib/api.ts'
import { chooseFramework } from '#lib/evidence/frameworks.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const { lines, framework } = await chooseFramework(fetch, url)
  const query = { frameworkId: framework?.id ?? '' }
  const map = framework && (await ask<typeof evidence.groupMap>(fetch, 'GET', '/api/group/:groupId/map', { params, query }))
  return { lines, framework, map }
}
