import type { acceptance } from '@sheber/contract/acceptance'
import { may } from '@sheber/domain/permission'
import { deeds } from '#lib/acceptance/deeds.server.ts'
import { ask } from '#lib/api.ts'
import { openPlace } from '#lib/organisation/place.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { fetch, params, locals, url } = event
  const { who, organisation } = await openPlace(event, params.organisationId)
  const all = await ask<typeof acceptance.list>(fetch, 'GET', '/api/organisation/:organisationId/acceptance', { params })
  const name = url.searchParams.get('name') ?? ''
  const asked = name.trim().toLocaleLowerCase()
  const of = url.searchParams.get('of') === 'waiting' ? 'waiting' : 'all'
  const waiting = all.filter(({ accepted }) => accepted.length === 0)
  return {
    organisation,
    language: locals.language,
    asked: name,
    of,
    counts: { all: all.length, waiting: waiting.length },
    lines: (of === 'waiting' ? waiting : all).filter(({ person }) => person.name.toLocaleLowerCase().includes(asked)),
    accepts: may(who, 'acceptance.accept', { kind: 'organisation', id: organisation.id }),
  } as const
}

export const actions: Actions = deeds
