import type { judge } from '@sheber/contract/judge'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { known } from '#lib/session/known.ts'
import type { Actions, PageServerLoad } from './$types'

// A link that is only looked at, by a mail program say, signs nobody in: that is what the button is for.
export const load: PageServerLoad = ({ locals }) => ({ now: known(locals).person?.name ?? null })

export const actions: Actions = {
  default: (event) =>
    act(event, async () => {
      const body = { secret: event.params.secret }
      const { exhibitionId } = await ask<typeof judge.open>(event.fetch, 'POST', '/api/jury/open', { body })
      redirect(303, `/jury/${exhibitionId}`)
    }),
}
