import type { framework as promise } from '@sheber/contract/framework'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, depends }) => {
  depends('app:framework')
  return { crosswalks: await ask<typeof promise.crosswalk>(fetch, 'GET', '/api/framework/:frameworkId/crosswalk', { params }) }
}
