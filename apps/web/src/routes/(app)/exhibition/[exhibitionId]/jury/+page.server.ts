import type { judge } from '@sheber/contract/judge'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, depends, url }) => {
  depends('app:jury')
  return {
    jury: await ask<typeof judge.list>(fetch, 'GET', '/api/exhibition/:exhibitionId/judge', { params }),
    origin: url.origin,
  }
}
