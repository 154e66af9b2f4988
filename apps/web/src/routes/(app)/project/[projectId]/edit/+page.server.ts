import type { Direction, project } from '@sheber/contract/project'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent, params }) => {
  const { project } = await parent()
  if (project.may !== 'write') redirect(303, `/project/${params.projectId}`)
}

export const actions: Actions = {
  default: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { title: form.text('title'), direction: form.text('direction') as Direction, brief: form.text('brief') }
      await ask<typeof project.change>(fetch, 'PATCH', '/api/project/:projectId', { params, body })
      redirect(303, `/project/${params.projectId}?saved`)
    }),
}
