import type { exhibition } from '@sheber/contract/exhibition'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, depends }) => {
  depends('app:invitation')
  return { invitations: await ask<typeof exhibition.invitations>(fetch, 'GET', '/api/invitation') }
}
