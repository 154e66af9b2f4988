import type { judge } from '@sheber/contract/judge'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, depends }) => {
  depends('app:jury')
  return { mine: await ask<typeof judge.look>(fetch, 'GET', '/api/exhibition/:exhibitionId/jury', { params }) }
}
