import type { review } from '@sheber/contract/review'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, depends }) => {
  depends('app:review')
  const looked = await ask<typeof review.look>(fetch, 'GET', '/api/review/:submissionId', { params })
  return { now: new Date().toISOString(), looked }
}
