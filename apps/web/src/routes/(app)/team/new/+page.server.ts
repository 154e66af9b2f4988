import type { organisation } from '@sheber/contract/organisation'
import type { person } from '@sheber/contract/person'
import type { team } from '@sheber/contract/team'
import { may } from '@sheber/domain/permission'
import { error, redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { hasOffice, whoIs } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import { readFound } from '#lib/team/found.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const me = known(locals)
  const organisations = hasOffice(me) ? await ask<typeof organisation.list>(fetch, 'GET', '/api/organisation') : []
  const who = whoIs(me, organisations)
  const answering = organisations.filter(({ id }) => may(who, 'team.form', { kind: 'organisation', id }))
  if (answering.length === 0) error(403, { message: '', code: 'forbidden' })
  const own = answering.find(({ id }) => me.person?.memberships.some(({ organisationId }) => organisationId === id))
  return { answering, own: (own ?? answering[0])?.id ?? '' }
}

export const actions: Actions = {
  /** Only without JavaScript: the search, and taking somebody in or leaving them out. POST keeps names out of addresses. */
  find: (event) =>
    act(event, async (form) => {
      const sought = form.text('sought')
      const found = sought ? await ask<typeof person.find>(event.fetch, 'GET', '/api/person', { query: { name: sought } }) : []
      const chosen = [...readFound(form.all('chosen')), ...readFound(form.all('take'))]
      const dropped = form.text('drop')
      return {
        sought,
        found,
        chosen: [...new Map(chosen.map((one) => [one.id, one])).values()].filter(({ id }) => id !== dropped),
        values: { name: form.text('name'), organisationId: form.text('organisationId') },
      }
    }),

  form: (event) =>
    act(event, async (form) => {
      const params = { organisationId: form.text('organisationId') }
      const body = { name: form.text('name'), members: [...new Set(readFound(form.all('chosen')).map(({ id }) => id))] }
      const { id } = await ask<typeof team.form>(event.fetch, 'POST', '/api/organisation/:organisationId/team', { params, body })
      redirect(303, `/team/${id}?formed`)
    }),
}
