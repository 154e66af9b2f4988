import type { board } from '@sheber/contract/board'
import type { project, ProjectState } from '@sheber/contract/project'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const [, ...boards] = await ask<typeof board.list>(fetch, 'GET', '/api/project/:projectId/board', { params })
  return { boards }
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
