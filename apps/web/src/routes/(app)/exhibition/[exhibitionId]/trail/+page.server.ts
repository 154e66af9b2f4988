import type { trail } from '@sheber/contract/trail'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, url, depends }) => {
  depends('app:exhibition')
  const asked = url.searchParams.get('before') ?? ''
  const before = /^\d{1,9}$/.test(asked) ? asked : null
  const query = before === null ? {} : { before }
  return { before, trail: await ask<typeof trail.look>(fetch, 'GET', '/api/exhibition/:exhibitionId/trail/chain', { params, query }) }
}
