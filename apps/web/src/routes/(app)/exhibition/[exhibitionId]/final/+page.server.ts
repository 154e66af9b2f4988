import type { final } from '@sheber/contract/final'
import { ask, Refused } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, depends }) => {
  depends('app:final')
  // There is none, or it is closed to whoever judges: the page says so and stays where it is.
  const found = await ask<typeof final.look>(fetch, 'GET', '/api/exhibition/:exhibitionId/final', { params }).catch((why: unknown) => {
    if (why instanceof Refused && why.status === 409) return why.problem.message
    throw why
  })
  return { final: typeof found === 'string' ? null : found, wait: typeof found === 'string' ? found : '' }
}
