import type { result } from '@sheber/contract/result'
import { ask } from '#lib/api.ts'
import { openPlace } from '#lib/organisation/place.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { fetch, params, locals } = event
  const { organisation } = await openPlace(event, params.organisationId)
  const shown = await ask<typeof result.ofOrganisation>(fetch, 'GET', '/api/organisation/:organisationId/result', { params })
  return { organisation, language: locals.language, shown }
}
