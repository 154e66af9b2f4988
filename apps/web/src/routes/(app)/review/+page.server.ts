import type { Queue, review } from '@sheber/contract/review'
import { ask } from '#lib/api.ts'
import { queueOf } from '#lib/review/queue.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const asked = url.searchParams.get('page') ?? ''
  const page = /^\d{1,3}$/.test(asked) ? Number(asked) : 0
  const look = (of: Queue) => ask<typeof review.queue>(fetch, 'GET', '/api/review', { query: { of, page: String(page) } })
  const named = url.searchParams.get('of')
  const first = queueOf(named, { mine: 0, unassigned: 0, all: 0, given: 0 })
  const queue = await look(first)
  // How much waits where is known with the first answer, whichever queue it is of.
  const of = queueOf(named, queue.counts)
  return { of, page, now: new Date().toISOString(), queue: of === first ? queue : await look(of) }
}
