import type { notebook } from '@sheber/contract/notebook'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { newId } from '#lib/new-id.ts'
import type { Actions, PageServerLoad } from './$types'

const wordsMax = 100

export const load: PageServerLoad = async ({ fetch, params, url, depends }) => {
  depends('app:notebook')
  const words = (url.searchParams.get('words') ?? '').trim().slice(0, wordsMax)
  const query = words ? { words } : {}
  const found = await ask<typeof notebook.list>(fetch, 'GET', '/api/project/:projectId/notebook', { params, query })
  // A form that is sent twice asks for one page.
  return { notebook: found, words, fresh: newId() }
}

export const actions: Actions = {
  open: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { id: form.text('id'), day: form.maybe('day') ?? null, another: form.text('another') !== '' }
      const { id } = await ask<typeof notebook.open>(fetch, 'POST', '/api/project/:projectId/notebook', { params, body })
      redirect(303, `/notebook/${id}`)
    }),
  restore: (event) =>
    act(event, async (form) => {
      const params = { pageId: form.text('page') }
      await ask<typeof notebook.restore>(event.fetch, 'POST', '/api/notebook/:pageId/restore', { params })
    }),
}
