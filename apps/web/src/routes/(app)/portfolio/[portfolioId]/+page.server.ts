import type { portfolio as promise } from '@sheber/contract/portfolio'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

/** Whoever writes in it opens its room; the others are told what they may read. */
export const load: PageServerLoad = async ({ fetch, params: { portfolioId }, parent }) => {
  const { portfolio } = await parent()
  if (portfolio.may.write) return { shown: null }
  return { shown: await ask<typeof promise.records>(fetch, 'GET', '/api/portfolio/:portfolioId/record', { params: { portfolioId } }) }
}
