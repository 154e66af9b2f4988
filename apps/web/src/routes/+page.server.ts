import type { centre } from '@sheber/contract/centre'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { known } from '#lib/session/known.ts'
import type { Actions, PageServerLoad } from './$types'

/** The two doors stand open only until somebody has gone through one of them. */
export const load: PageServerLoad = ({ locals }) => {
  const me = known(locals)
  if (me.centre.state === 'new') return
  if (me.person) redirect(303, '/work')
  redirect(303, me.centre.demo ? '/demo' : '/sign-in')
}

export const actions: Actions = {
  demo: (event) =>
    act(event, async () => {
      await ask<typeof centre.demo>(event.fetch, 'POST', '/api/centre/demo')
      redirect(303, '/demo')
    }),
}
