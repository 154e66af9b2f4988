import type { badge } from '@sheber/contract/badge'
import type { organisation } from '@sheber/contract/organisation'
import { may } from '@sheber/domain/permission'
import { error } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { hasOffice, whoIs } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

/** Of all organisations that the reader works for, or of the one that is asked for. */
export const load: PageServerLoad = async ({ fetch, locals, url, depends }) => {
  depends('app:badge')
  const me = known(locals)
  if (!hasOffice(me)) error(403, { message: '', code: 'forbidden' })
  const organisations = await ask<typeof organisation.list>(fetch, 'GET', '/api/organisation')
  const who = whoIs(me, organisations)
  const owners = organisations.filter(({ id }) => may(who, 'badge.make', { kind: 'organisation', id }))
  const of = owners.find(({ id }) => id === url.searchParams.get('of')) ?? null
  const shown = of ? [of] : owners
  const [classes, ready] = await Promise.all([
    Promise.all(
      shown.map(({ id }) =>
        ask<typeof badge.list>(fetch, 'GET', '/api/organisation/:organisationId/badge', { params: { organisationId: id } }),
      ),
    ),
    Promise.all(
      shown.map(({ id }) =>
        ask<typeof badge.ready>(fetch, 'GET', '/api/organisation/:organisationId/badge/ready', { params: { organisationId: id } }),
      ),
    ),
  ])
  return {
    classes: classes.flat(),
    ready: Object.fromEntries(ready.flat().map(({ classId, people }) => [classId, people])),
    owners: shown.map(({ id, name }) => ({ value: id, label: name })),
    of: of && { id: of.id, name: of.name },
  }
}
