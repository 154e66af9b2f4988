import { queues, type review } from '@sheber/contract/review'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const of = queues.find((one) => one === url.searchParams.get('of')) ?? 'mine'
  const asked = url.searchParams.get('page') ?? ''
  const page = /^\d{1,3}$/.test(asked) ? Number(asked) : 0
  const query = { of, page: String(page) }
  return { of, page, now: new Date().toISOString(), queue: await ask<typeof review.queue>(fetch, 'GET', '/api/review', { query }) }
}
