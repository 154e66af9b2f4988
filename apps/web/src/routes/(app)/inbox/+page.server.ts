import type { inbox } from '@sheber/contract/inbox'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, depends }) => {
  depends('app:inbox')
  const { lines, seen } = await ask<typeof inbox.look>(fetch, 'GET', '/api/inbox')
  return { lines, seen, now: new Date().toISOString() }
}
