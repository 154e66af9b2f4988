import type { notebook } from '@sheber/contract/notebook'
import { ask } from '#lib/api.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, params: { pageId }, depends }) => {
  depends('app:notebook')
  return { page: await ask<typeof notebook.look>(fetch, 'GET', '/api/notebook/:pageId', { params: { pageId } }) }
}
