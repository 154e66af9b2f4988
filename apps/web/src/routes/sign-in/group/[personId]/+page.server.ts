import { pictures, type session } from '@sheber/contract/session'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { readCard } from '#lib/session/card.ts'
import { known } from '#lib/session/known.ts'
import { sitePath } from '#lib/session/way.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const to = sitePath(event.url.searchParams.get('to'))
  if (known(event.locals).person) redirect(303, to ?? '/work')
  const { group, people } = await readCard(event)
  const person = people.find(({ id }) => id === event.params.personId)
  if (!person) redirect(303, '/sign-in/group')
  return { group, to, child: person, pictures }
}

export const actions: Actions = {
  default: (event) =>
    act(event, async (form) => {
      const { code } = await readCard(event)
      const secret = form.raw('pin') || [0, 1, 2].map((place) => form.raw(`picture${place}`)).join('-')
      const body = { code, personId: event.params.personId, secret }
      await ask<typeof session.openByCode>(event.fetch, 'POST', '/api/session/code', { body })
      redirect(303, sitePath(form.text('to')) ?? '/work')
    }),
}
