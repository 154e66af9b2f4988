import type { exhibition } from '@sheber/contract/exhibition'
import type { organisation } from '@sheber/contract/organisation'
import { may } from '@sheber/domain/permission'
import { error } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { lineOf } from '#lib/exhibition/line.ts'
import { hasOffice, whoIs } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const me = known(locals)
  const organisations = hasOffice(me) ? await ask<typeof organisation.list>(fetch, 'GET', '/api/organisation') : []
  const who = whoIs(me, organisations)
  const owners = organisations
    .filter(({ id }) => may(who, 'exhibition.make', { kind: 'organisation', id }))
    .map(({ id, name }) => ({ value: id, label: name }))
  if (owners.length === 0) error(403, { message: '', code: 'forbidden' })
  const all = await ask<typeof exhibition.list>(fetch, 'GET', '/api/exhibition')
  return {
    owners,
    earlier: all.map((one) => lineOf(one, locals.language)).map(({ id, title, year }) => ({ id, title, year })),
    now: new Date().toISOString(),
  }
}
