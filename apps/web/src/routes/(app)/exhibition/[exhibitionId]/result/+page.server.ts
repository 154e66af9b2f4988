import type { exhibition } from '@sheber/contract/exhibition'
import type { result } from '@sheber/contract/result'
import { ask, Refused } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, depends }) => {
  depends('app:result')
  const of = await ask<typeof exhibition.look>(fetch, 'GET', '/api/exhibition/:exhibitionId', { params })
  const path = '/api/exhibition/:exhibitionId/result'
  // Too early, or closed to whoever judges: the page says so and stays where it is.
  const found = await ask<typeof result.look>(fetch, 'GET', path, { params }).catch((why: unknown) => {
    if (why instanceof Refused && why.status === 409) return why.problem.message
    throw why
  })
  return { of, result: typeof found === 'string' ? null : found, wait: typeof found === 'string' ? found : '' }
}
