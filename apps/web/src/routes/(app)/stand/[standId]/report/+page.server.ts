import type { result } from '@sheber/contract/result'
import { ask, Refused } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, depends }) => {
  depends('app:report')
  const found = await ask<typeof result.ofStand>(fetch, 'GET', '/api/stand/:standId/result', { params }).catch((why: unknown) => {
    // Before the hour it is no mistake to look: the page says so.
    if (why instanceof Refused && why.problem.code === 'results-not-yet') return why.problem.message
    throw why
  })
  return { report: typeof found === 'string' ? null : found, wait: typeof found === 'string' ? found : '' }
}
