import type { task, TaskState } from '@sheber/contract/task'
import { error, redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { changesOf } from '#lib/task/changes.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const { taskId } = params
  const look = await ask<typeof task.look>(fetch, 'GET', '/api/task/:taskId', { params: { taskId } })
  if (look.task.projectId !== params.projectId) error(404, { message: '', code: 'not-found' })
  return look
}

export const actions: Actions = {
  save: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const asked = { params: { taskId: params.taskId } }
      // A form sends new lines in its own spelling.
      const lines = (name: string) => form.text(name).replace(/\r\n?/g, '\n')
      const before = {
        title: form.text('wasTitle'),
        words: lines('wasWords'),
        due: form.text('wasDue'),
        people: form.all('wasPerson'),
        state: form.text('wasState') as TaskState,
      }
      const now = {
        title: form.text('title'),
        words: lines('words'),
        due: form.text('due'),
        people: form.all('person'),
        state: form.text('state') as TaskState,
      }
      const { change, state } = changesOf(before, now)
      if (change) await ask<typeof task.change>(fetch, 'PATCH', '/api/task/:taskId', { ...asked, body: change })
      if (state) await ask<typeof task.move>(fetch, 'POST', '/api/task/:taskId/move', { ...asked, body: { state } })
      redirect(303, `/project/${params.projectId}/task`)
    }),
  remove: (event) =>
    act(event, async () => {
      const { fetch, params } = event
      await ask<typeof task.remove>(fetch, 'DELETE', '/api/task/:taskId', { params: { taskId: params.taskId } })
    }),
  restore: (event) =>
    act(event, async () => {
      const { fetch, params } = event
      await ask<typeof task.restore>(fetch, 'POST', '/api/task/:taskId/restore', { params: { taskId: params.taskId } })
    }),
}
