import type { notebook } from '@sheber/contract/notebook'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  change: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { day: form.text('day'), title: form.text('title') }
      await ask<typeof notebook.change>(fetch, 'PATCH', '/api/notebook/:pageId', { params, body })
    }),
  sign: (event) =>
    act(event, async () => {
      await ask<typeof notebook.sign>(event.fetch, 'POST', '/api/notebook/:pageId/signature', { params: event.params })
    }),
  unsign: (event) =>
    act(event, async () => {
      await ask<typeof notebook.unsign>(event.fetch, 'DELETE', '/api/notebook/:pageId/signature', { params: event.params })
    }),
  remove: (event) =>
    act(event, async (form) => {
      await ask<typeof notebook.remove>(event.fetch, 'DELETE', '/api/notebook/:pageId', { params: event.params })
      redirect(303, `/project/${encodeURIComponent(form.text('project'))}/notebook`)
    }),
  restore: (event) =>
    act(event, async () => {
      await ask<typeof notebook.restore>(event.fetch, 'POST', '/api/notebook/:pageId/restore', { params: event.params })
    }),
}
