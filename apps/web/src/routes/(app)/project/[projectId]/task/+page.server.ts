import type { task, TaskState } from '@sheber/contract/task'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { newId } from '#lib/new-id.ts'
import { known } from '#lib/session/known.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, depends }) => {
  depends('app:task')
  return { read: await ask<typeof task.list>(fetch, 'GET', '/api/project/:projectId/task', { params }) }
}

/** What a page without a script asks for; with one, deeds are shown at once and sent by themselves. */
export const actions: Actions = {
  add: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { id: newId(), title: form.text('title'), state: 'todo' as const, people: [] }
      await ask<typeof task.add>(fetch, 'POST', '/api/project/:projectId/task', { params, body })
    }),
  move: (event) =>
    act(event, async (form) => {
      const asked = { params: { taskId: form.text('task') }, body: { state: form.text('state') as TaskState } }
      await ask<typeof task.move>(event.fetch, 'POST', '/api/task/:taskId/move', asked)
    }),
  take: (event) =>
    act(event, async (form) => {
      const me = known(event.locals).person?.id
      if (!me) return
      const asked = { params: { taskId: form.text('task') }, body: { join: [me] } }
      await ask<typeof task.change>(event.fetch, 'PATCH', '/api/task/:taskId', asked)
    }),
  restore: (event) =>
    act(event, async (form) => {
      await ask<typeof task.restore>(event.fetch, 'POST', '/api/task/:taskId/restore', { params: { taskId: form.text('task') } })
    }),
}
