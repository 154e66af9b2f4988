import type { judge } from '@sheber/contract/judge'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  exhibitionId: params.exhibitionId,
  comparing: await ask<typeof judge.pair>(fetch, 'GET', '/api/exhibition/:exhibitionId/compare', { params }),
})
