import type { framework as promise } from '@sheber/contract/framework'
import { ask } from '#lib/api.ts'
import { lookAtFramework } from '#lib/evidence/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params: { frameworkId, otherId } }) => {
  const [other, crosswalks] = await Promise.all([
    lookAtFramework(fetch, otherId),
    ask<typeof promise.crosswalk>(fetch, 'GET', '/api/framework/:frameworkId/crosswalk', { params: { frameworkId } }),
  ])
  return { other, links: crosswalks.find(({ id }) => id === otherId)?.links ?? [] }
}
