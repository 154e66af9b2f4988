import type { badge } from '@sheber/contract/badge'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => ({
  badges: await ask<typeof badge.mine>(fetch, 'GET', '/api/badge/mine'),
  now: new Date().toISOString(),
})
