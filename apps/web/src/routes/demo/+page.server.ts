import type { centre } from '@sheber/contract/centre'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => ({
  people: await ask<typeof centre.people>(fetch, 'GET', '/api/centre/people'),
})

export const actions: Actions = {
  default: (event) =>
    act(event, async (form) => {
      await ask<typeof centre.enter>(event.fetch, 'POST', '/api/centre/enter', { body: { personId: form.text('personId') } })
      redirect(303, '/work')
    }),
}
