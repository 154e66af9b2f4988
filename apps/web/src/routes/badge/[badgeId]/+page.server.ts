import type { badge } from '@sheber/contract/badge'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => ({
  checked: await ask<typeof badge.show>(fetch, 'GET', '/api/badge/:badgeId/show', { params }),
})
