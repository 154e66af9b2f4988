import type { portfolio } from '@sheber/contract/portfolio'
import { ask } from '#lib/api.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, params: { portfolioId }, depends }) => {
  depends('app:portfolio')
  return { portfolio: await ask<typeof portfolio.look>(fetch, 'GET', '/api/portfolio/:portfolioId', { params: { portfolioId } }) }
}
