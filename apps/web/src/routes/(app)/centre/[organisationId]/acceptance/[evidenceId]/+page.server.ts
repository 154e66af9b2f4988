import type { acceptance } from '@sheber/contract/acceptance'
import { deeds } from '#lib/acceptance/deeds.server.ts'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { openPlace } from '#lib/organisation/place.server.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/organisation/:organisationId/acceptance/:evidenceId'

export const load: PageServerLoad = async (event) => {
  const { fetch, params, locals } = event
  const { organisation } = await openPlace(event, params.organisationId)
  return { organisation, language: locals.language, ...(await ask<typeof acceptance.look>(fetch, 'GET', path, { params })) }
}

export const actions: Actions = {
  ...deeds,
  ask: (event) =>
    act(event, async () => {
      await ask<typeof acceptance.ask>(event.fetch, 'POST', `${path}/ask`, { params: event.params })
    }),
}
