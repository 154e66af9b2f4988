import type { framework as promise } from '@sheber/contract/framework'
import { error } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent, fetch, params: { frameworkId } }) => {
  const { framework } = await parent()
  if (!framework.may.edit || framework.state === 'retired') error(403, { message: '', code: 'forbidden' })
  const [frameworks, crosswalks] = await Promise.all([
    ask<typeof promise.list>(fetch, 'GET', '/api/framework'),
    ask<typeof promise.crosswalk>(fetch, 'GET', '/api/framework/:frameworkId/crosswalk', { params: { frameworkId } }),
  ])
  return { frameworks, crosswalks }
}
