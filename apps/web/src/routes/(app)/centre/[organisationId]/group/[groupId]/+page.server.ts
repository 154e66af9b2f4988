import type { group } from '@sheber/contract/group'
import type { person } from '@sheber/contract/person'
import { error } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { openPlace } from '#lib/organisation/place.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { fetch, params } = event
  const { organisation } = await openPlace(event, params.organisationId)
  const [groups, people] = await Promise.all([
    ask<typeof group.list>(fetch, 'GET', '/api/organisation/:organisationId/group', { params }),
    ask<typeof person.list>(fetch, 'GET', '/api/organisation/:organisationId/person', { params }),
  ])
  const one = groups.find(({ id }) => id === params.groupId) ?? error(404, { message: '', code: 'not-found' })
  const inside = new Set(one.learners.map(({ id }) => id))
  return {
    organisation,
    group: one,
    outside: people
      .filter(({ id, role, active }) => role === 'learner' && active && !inside.has(id))
      .map(({ id, name, groups: others }) => ({ id, name, groups: others.map((other) => other.name) })),
    waiting: people.filter(({ id, signIn }) => inside.has(id) && signIn === 'none').map(({ id }) => id),
  }
}

export const actions: Actions = {
  join: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const chosen = form.all('personId')
      for (const personId of chosen) {
        await ask<typeof group.join>(fetch, 'POST', '/api/group/:groupId/learner', { params, body: { personId } })
      }
      return { joined: chosen.length }
    }),

  leave: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const left = { id: form.text('personId'), name: form.text('name') }
      const place = { ...params, personId: left.id }
      await ask<typeof group.leave>(fetch, 'DELETE', '/api/group/:groupId/learner/:personId', { params: place })
      return { left }
    }),

  code: (event) =>
    act(event, async () => {
      await ask<typeof group.code>(event.fetch, 'POST', '/api/group/:groupId/code', { params: event.params })
      return { renewed: true }
    }),

  simplify: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { simple: form.text('simple') === 'yes' }
      await ask<typeof group.simplify>(fetch, 'PATCH', '/api/group/:groupId/simple', { params, body })
      return { simplified: body.simple ? ('simple' as const) : ('whole' as const) }
    }),
}
