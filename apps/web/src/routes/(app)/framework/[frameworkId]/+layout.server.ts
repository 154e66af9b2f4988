import type { framework } from '@sheber/contract/framework'
import { ask } from '#lib/api.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, params, depends }) => {
  depends('app:framework')
  return { framework: await ask<typeof framework.look>(fetch, 'GET', '/api/framework/:frameworkId', { params }) }
}
