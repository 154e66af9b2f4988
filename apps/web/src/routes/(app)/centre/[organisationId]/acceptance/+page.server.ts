import type { acceptance } from '@sheber/contract/acceptance'
import { may } from '@sheber/domain/permission'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { newId } from '#lib/new-id.ts'
import { openPlace } from '#lib/organisation/place.server.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/organisation/:organisationId/acceptance'

export const load: PageServerLoad = async (event) => {
  const { fetch, params, locals, url } = event
  const { who, organisation } = await openPlace(event, params.organisationId)
  const all = await ask<typeof acceptance.list>(fetch, 'GET', path, { params })
  const asked = (url.searchParams.get('name') ?? '').trim().toLocaleLowerCase()
  return {
    organisation,
    language: locals.language,
    asked: url.searchParams.get('name') ?? '',
    all: all.length,
    lines: all.filter(({ person }) => person.name.toLocaleLowerCase().includes(asked)),
    accepts: may(who, 'acceptance.accept', { kind: 'organisation', id: organisation.id }),
  }
}

export const actions: Actions = {
  accept: (event) =>
    act(event, async (form) => {
      const goalId = form.maybe('goal') ?? null
      const body = { id: newId(), evidenceId: form.text('evidence'), topic: form.text('topic'), goalId }
      await ask<typeof acceptance.accept>(event.fetch, 'POST', path, { params: event.params, body })
    }),

  withdraw: (event) =>
    act(event, async (form) => {
      const params = { ...event.params, acceptanceId: form.text('acceptance') }
      await ask<typeof acceptance.withdraw>(event.fetch, 'POST', `${path}/:acceptanceId/withdraw`, { params })
    }),
}
