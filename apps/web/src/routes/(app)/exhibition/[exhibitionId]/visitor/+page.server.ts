import type { visitor } from '@sheber/contract/visitor'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  visitors: await ask<typeof visitor.ofExhibition>(fetch, 'GET', '/api/exhibition/:exhibitionId/visitor', { params }),
})
