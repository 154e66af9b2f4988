import type { consent, ConsentScope } from '@sheber/contract/consent'
import type { group } from '@sheber/contract/group'
import type { guardian } from '@sheber/contract/guardian'
import type { Office } from '@sheber/contract/organisation'
import type { Person, person } from '@sheber/contract/person'
import { may } from '@sheber/domain/permission'
import { error } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { newId } from '#lib/new-id.ts'
import { drawPassword } from '#lib/organisation/draw.server.ts'
import { openPlace } from '#lib/organisation/place.server.ts'
import { readSecrets } from '#lib/organisation/secret.server.ts'
import type { Slip } from '#lib/organisation/slip.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

type Asking = Pick<RequestEvent, 'fetch' | 'params'>

const everybody = ({ fetch, params }: Asking): Promise<Person[]> =>
  ask<typeof person.list>(fetch, 'GET', '/api/organisation/:organisationId/person', { params })
const among = (people: readonly Person[], { params }: Asking): Person =>
  people.find(({ id }) => id === params.personId) ?? error(404, { message: '', code: 'not-found' })
const onePerson = async (event: Asking): Promise<Person> => among(await everybody(event), event)

const foundMax = 20
/** Adults who might stand for a child, by a part of their name. */
const adultsBy = (people: readonly Person[], sought: string) => {
  const wanted = sought.toLowerCase()
  return people
    .filter(({ name, role, active }) => active && role !== 'learner' && name.toLowerCase().includes(wanted))
    .slice(0, foundMax)
    .map(({ id, name, role }) => ({ id, name, role }))
}

export const load: PageServerLoad = async (event) => {
  const { who, organisation } = await openPlace(event, event.params.organisationId)
  const people = await everybody(event)
  const one = among(people, event)
  // Places in other organisations are not known here; the server, which knows them, has the last word.
  const thing = { kind: 'person', id: one.id, memberships: [{ organisationId: organisation.id, role: one.role }] } as const
  const { fetch, params, locals } = event
  const answers = may(who, 'consent.list', thing)
  const stood = one.role === 'learner' && may(who, 'guardian.list', thing)
  const sought = (event.url.searchParams.get('guardian') ?? '').trim().slice(0, 80)
  return {
    organisation,
    one,
    language: locals.language,
    today: new Date().toISOString().slice(0, 10),
    consents:
      answers && one.role === 'learner' ? await ask<typeof consent.list>(fetch, 'GET', '/api/person/:personId/consent', { params }) : null,
    guardians: stood ? await ask<typeof guardian.list>(fetch, 'GET', '/api/person/:personId/guardian', { params }) : null,
    sought,
    found: stood && sought ? adultsBy(people, sought) : null,
    birthYear:
      one.role === 'learner' && may(who, 'person.birth', thing)
        ? (await ask<typeof person.birth>(fetch, 'GET', '/api/person/:personId/birth', { params })).birthYear
        : null,
    self: who?.id === one.id,
    may: {
      change: may(who, 'person.secret', thing),
      role: who?.id !== one.id && may(who, 'person.role', { kind: 'organisation', id: organisation.id }),
    },
  }
}

const codeOf = async ({ fetch, params }: RequestEvent, { groups }: Person): Promise<string | null> => {
  const all = await ask<typeof group.list>(fetch, 'GET', '/api/organisation/:organisationId/group', { params })
  return all.find(({ id }) => groups.some((one) => one.id === id))?.code ?? null
}

const pathOfSecret = '/api/person/:personId/secret'

export const actions: Actions = {
  rename: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const name = form.text('name')
      await ask<typeof person.rename>(fetch, 'PATCH', '/api/person/:personId', { params, body: { name } })
      return { renamed: name }
    }),

  born: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const said = form.maybe('birthYear')
      // What is no year is one in which nobody here was born: the server says so.
      const birthYear = said === undefined ? null : /^\d{4}$/.test(said) ? Number(said) : 0
      await ask<typeof person.born>(fetch, 'PATCH', '/api/person/:personId/birth', { params, body: { birthYear } })
      return { born: true }
    }),

  role: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const role = form.text('role') as Office
      await ask<typeof person.role>(fetch, 'POST', '/api/organisation/:organisationId/person/:personId/role', { params, body: { role } })
      return { role }
    }),

  secret: (event) =>
    act(event, async (form) => {
      const one = await onePerson(event)
      const secret = (await readSecrets(form, 1, event.locals.language))?.()
      if (!secret) return {}
      await ask<typeof person.secret>(event.fetch, 'POST', pathOfSecret, { params: event.params, body: { secret } })
      const slip: Slip = { id: one.id, name: one.name, secret, code: await codeOf(event, one) }
      return { slip }
    }),

  password: (event) =>
    act(event, async (form) => {
      const one = await onePerson(event)
      const login = one.login ?? form.text('login')
      const password = drawPassword(event.locals.language, login)
      const body = { password, ...(one.login === null && { login }) }
      await ask<typeof person.secret>(event.fetch, 'POST', pathOfSecret, { params: event.params, body })
      const slip: Slip = { id: one.id, name: one.name, login, password }
      return { slip }
    }),

  consent: (event) =>
    act(event, async (form) => {
      const scope = form.text('scope') as ConsentScope
      const body = { id: newId(), scope, guardian: form.text('guardian'), from: form.text('from'), until: form.maybe('until') ?? null }
      await ask<typeof consent.record>(event.fetch, 'POST', '/api/person/:personId/consent', { params: event.params, body })
      return { consented: true }
    }),

  withdraw: (event) =>
    act(event, async (form) => {
      const params = { ...event.params, consentId: form.text('consent') }
      await ask<typeof consent.withdraw>(event.fetch, 'POST', '/api/person/:personId/consent/:consentId/withdraw', { params })
      return { withdrawn: true }
    }),

  guardian: (event) =>
    act(event, async (form) => {
      const body = { id: newId(), guardianId: form.text('guardianId') }
      const all = await ask<typeof guardian.add>(event.fetch, 'POST', '/api/person/:personId/guardian', { params: event.params, body })
      return { guarded: all[0]?.name ?? '' }
    }),

  guardianNew: (event) =>
    act(event, async (form) => {
      const [id, name, login] = [newId(), form.text('guardianName'), form.text('guardianLogin')]
      const { organisationId } = event.params
      const password = drawPassword(event.locals.language, login)
      const body = { id, organisationId, name, login, password }
      await ask<typeof guardian.invite>(event.fetch, 'POST', '/api/person/:personId/guardian/new', { params: event.params, body })
      const slip: Slip = { id, name, login, password }
      return { slip, guarded: name }
    }),

  guardianEnd: (event) =>
    act(event, async (form) => {
      const params = { ...event.params, guardianshipId: form.text('guardianship') }
      await ask<typeof guardian.end>(event.fetch, 'POST', '/api/person/:personId/guardian/:guardianshipId/end', { params })
      return { unguarded: true }
    }),

  active: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const active = form.text('active') === 'yes'
      await ask<typeof person.activate>(fetch, 'POST', '/api/person/:personId/active', { params, body: { active } })
      return { active }
    }),
}
