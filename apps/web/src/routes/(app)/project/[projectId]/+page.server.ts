import type { project, ProjectState } from '@sheber/contract/project'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  step: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { state: form.text('state') as ProjectState }
      const { state } = await ask<typeof project.step>(fetch, 'POST', '/api/project/:projectId/state', { params, body })
      return { stepped: state }
    }),
}
