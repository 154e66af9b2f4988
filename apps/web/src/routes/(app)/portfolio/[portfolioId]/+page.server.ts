import type { portfolio as promise } from '@sheber/contract/portfolio'
import type { project } from '@sheber/contract/project'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

/** Whoever writes in it opens its room; the others are told what they may read. Some come from a project, to tell of it. */
export const load: PageServerLoad = async ({ fetch, params: { portfolioId }, parent, url, depends }) => {
  depends('app:record')
  const { portfolio } = await parent()
  if (!portfolio.may.write)
    return {
      shown: await ask<typeof promise.records>(fetch, 'GET', '/api/portfolio/:portfolioId/record', { params: { portfolioId } }),
      about: null,
    }
  const projectId = url.searchParams.get('project')
  if (projectId === null) return { shown: null, about: null }
  const { id, title } = await ask<typeof project.look>(fetch, 'GET', '/api/project/:projectId', { params: { projectId } })
  return { shown: null, about: { id, title } }
}
