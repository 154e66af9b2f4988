import type { framework as promise } from '@sheber/contract/framework'
import { idPattern } from '@sheber/contract/ids'
import { ask } from '#lib/api.ts'
import { lookAtFramework } from '#lib/evidence/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url, params: { frameworkId, otherId } }) => {
  const school = url.searchParams.get('school') ?? ''
  const [other, crosswalks] = await Promise.all([
    lookAtFramework(fetch, otherId),
    ask<typeof promise.crosswalk>(fetch, 'GET', '/api/framework/:frameworkId/crosswalk', { params: { frameworkId } }),
  ])
  return {
    other,
    links: crosswalks.find(({ id }) => id === otherId)?.links ?? [],
    /** Whose register somebody came from, and goes back to. */
    school: idPattern.test(school) ? school : null,
  }
}
