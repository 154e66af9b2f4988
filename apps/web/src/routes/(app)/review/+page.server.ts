import { queues, type review } from '@sheber/contract/review'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const of = queues.find((one) => one === url.searchParams.get('of')) ?? 'mine'
  return { of, now: new Date().toISOString(), queue: await ask<typeof review.queue>(fetch, 'GET', '/api/review', { query: { of } }) }
}
