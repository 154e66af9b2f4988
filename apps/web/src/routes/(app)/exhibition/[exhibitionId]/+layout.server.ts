import type { exhibition } from '@sheber/contract/exhibition'
import { ask } from '#lib/api.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, params, depends }) => {
  depends('app:exhibition')
  return {
    exhibition: await ask<typeof exhibition.look>(fetch, 'GET', '/api/exhibition/:exhibitionId', { params }),
    now: new Date().toISOString(),
  }
}
