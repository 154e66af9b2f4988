import type { organisation } from '@sheber/contract/organisation'
import { may } from '@sheber/domain/permission'
import { error } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { hasOffice, whoIs } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const me = known(locals)
  if (!hasOffice(me)) error(403, { message: '', code: 'forbidden' })
  const organisations = await ask<typeof organisation.list>(fetch, 'GET', '/api/organisation')
  const who = whoIs(me, organisations)
  return {
    organisations: organisations
      .map((one) => ({ ...one, opens: may(who, 'person.list', { kind: 'organisation', id: one.id }) }))
      // What one runs comes first; otherwise the order of the server.
      .sort((a, b) => Number(b.opens) - Number(a.opens)),
    adds: may(who, 'organisation.add'),
  }
}

type Kind = Parameters<typeof ask<typeof organisation.add>>[3]['body']['kind']

export const actions: Actions = {
  add: (event) =>
    act(event, async (form) => {
      const body = { name: form.text('name'), kind: form.text('kind') as Kind }
      const { id, name } = await ask<typeof organisation.add>(event.fetch, 'POST', '/api/organisation', { body })
      return { added: { id, name } }
    }),
}
