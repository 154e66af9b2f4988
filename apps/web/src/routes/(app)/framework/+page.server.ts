import type { framework } from '@sheber/contract/framework'
import type { organisation } from '@sheber/contract/organisation'
import { may } from '@sheber/domain/permission'
import { ask } from '#lib/api.ts'
import { hasOffice, whoIs } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const me = known(locals)
  const frameworks = await ask<typeof framework.list>(fetch, 'GET', '/api/framework')
  const organisations = hasOffice(me) ? await ask<typeof organisation.list>(fetch, 'GET', '/api/organisation') : []
  const who = whoIs(me, organisations)
  const owners = organisations
    .filter(({ id }) => may(who, 'framework.make', { kind: 'organisation', id }))
    .map(({ id, name }) => ({ value: id, label: name }))
  return { frameworks, owners }
}
