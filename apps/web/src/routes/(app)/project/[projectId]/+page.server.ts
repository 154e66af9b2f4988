import type { board } from '@sheber/contract/board'
import type { portfolio } from '@sheber/contract/portfolio'
import type { project, ProjectState } from '@sheber/contract/project'
import type { task } from '@sheber/contract/task'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import type { Actions, PageServerLoad } from './$types'

/** So many records say enough; the rest stands in the portfolio itself. */
const recordsMost = 5

/** The portfolio of the team, for those who may look at it. */
const portfolioOf = async (fetch: typeof globalThis.fetch, teamId: string) => {
  const lines = await ask<typeof portfolio.list>(fetch, 'GET', '/api/portfolio')
  const id = lines.find(({ owner }) => owner.kind === 'team' && owner.id === teamId)?.id
  if (id === undefined) return null
  const { records } = await ask<typeof portfolio.records>(fetch, 'GET', '/api/portfolio/:portfolioId/record', {
    params: { portfolioId: id },
  })
  return { id, records: records.slice(-recordsMost).map((one) => ({ id: one.id, title: one.title })) }
}

export const load: PageServerLoad = async ({ fetch, params, parent }) => {
  const { project } = await parent()
  const [[, ...boards], told, tasks] = await Promise.all([
    ask<typeof board.list>(fetch, 'GET', '/api/project/:projectId/board', { params }),
    portfolioOf(fetch, project.teamId),
    ask<typeof task.count>(fetch, 'GET', '/api/project/:projectId/task/count', { params }),
  ])
  return { boards, portfolio: told, tasks }
}

export const actions: Actions = {
  step: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { state: form.text('state') as ProjectState }
      const { state } = await ask<typeof project.step>(fetch, 'POST', '/api/project/:projectId/state', { params, body })
      return { stepped: state }
    }),
}
