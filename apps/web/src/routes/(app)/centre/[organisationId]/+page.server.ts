import type { group } from '@sheber/contract/group'
import type { organisation } from '@sheber/contract/organisation'
import type { person } from '@sheber/contract/person'
import { may } from '@sheber/domain/permission'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { openPlace, takesIn } from '#lib/organisation/place.server.ts'
import type { Actions, PageServerLoad } from './$types'

const shelves = ['learners', 'adults', 'groups'] as const

export const load: PageServerLoad = async (event) => {
  const { fetch, params, url } = event
  const { who, organisation: place } = await openPlace(event, params.organisationId)
  const show = shelves.find((one) => one === url.searchParams.get('show')) ?? 'learners'
  const [people, groups] = await Promise.all([
    ask<typeof person.list>(fetch, 'GET', '/api/organisation/:organisationId/person', { params }),
    ask<typeof group.list>(fetch, 'GET', '/api/organisation/:organisationId/group', { params }),
  ])
  return {
    show,
    organisation: place,
    people: people.filter(({ role }) => (role === 'learner') === (show === 'learners') && show !== 'groups'),
    groups: show === 'groups' ? groups : [],
    groupCount: groups.length,
    may: {
      ...takesIn(who, place.id),
      figures: may(who, 'result.ofOrganisation', { kind: 'organisation', id: place.id }),
      rename: may(who, 'organisation.rename', { kind: 'organisation', id: place.id }),
    },
  }
}

export const actions: Actions = {
  rename: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { name: form.text('name') }
      const { name } = await ask<typeof organisation.rename>(fetch, 'PATCH', '/api/organisation/:organisationId', { params, body })
      return { renamed: name }
    }),

  group: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { name: form.text('group') }
      const { id, name } = await ask<typeof group.add>(fetch, 'POST', '/api/organisation/:organisationId/group', { params, body })
      return { grouped: { id, name } }
    }),
}
