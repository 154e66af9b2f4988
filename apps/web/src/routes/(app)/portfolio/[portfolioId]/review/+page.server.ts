import type { review } from '@sheber/contract/review'
import { error } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params: { portfolioId }, parent }) => {
  const { portfolio } = await parent()
  if (!portfolio.may.follow) error(403, { message: '', code: 'forbidden' })
  const params = { portfolioId }
  const [lines, reviewers] = await Promise.all([
    ask<typeof review.list>(fetch, 'GET', '/api/portfolio/:portfolioId/review', { params }),
    portfolio.may.write ? ask<typeof review.reviewers>(fetch, 'GET', '/api/portfolio/:portfolioId/reviewers', { params }) : null,
  ])
  return { now: new Date().toISOString(), lines, reviewers }
}
