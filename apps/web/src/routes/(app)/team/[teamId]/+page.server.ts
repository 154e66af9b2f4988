import type { organisation } from '@sheber/contract/organisation'
import type { person } from '@sheber/contract/person'
import type { project } from '@sheber/contract/project'
import type { team } from '@sheber/contract/team'
import { may } from '@sheber/domain/permission'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { hasOffice, whoIs } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, locals }) => {
  const me = known(locals)
  const [one, projects, organisations] = await Promise.all([
    ask<typeof team.look>(fetch, 'GET', '/api/team/:teamId', { params }),
    ask<typeof project.list>(fetch, 'GET', '/api/project'),
    hasOffice(me) ? ask<typeof organisation.list>(fetch, 'GET', '/api/organisation') : [],
  ])
  const who = whoIs(me, organisations, [one])
  const thing = { kind: 'team', id: one.id, organisationId: one.organisationId } as const
  const seat = { kind: 'seat', teamId: one.id, organisationId: one.organisationId } as const
  return {
    team: one,
    now: new Date().toISOString(),
    projects: projects.filter(({ teamId }) => teamId === one.id),
    may: {
      rename: may(who, 'team.rename', thing),
      open: may(who, 'project.open', thing),
      join: may(who, 'team.join', { ...seat, personId: '' }),
      leave: one.members.filter(({ personId }) => may(who, 'team.leave', { ...seat, personId })).map(({ personId }) => personId),
    },
  }
}

export const actions: Actions = {
  rename: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const { name } = await ask<typeof team.rename>(fetch, 'PATCH', '/api/team/:teamId', { params, body: { name: form.text('name') } })
      return { renamed: name }
    }),

  /** Only without JavaScript. */
  find: (event) =>
    act(event, async (form) => {
      const sought = form.text('sought')
      const found = sought ? await ask<typeof person.find>(event.fetch, 'GET', '/api/person', { query: { name: sought } }) : []
      return { sought, found }
    }),

  join: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const personId = form.text('personId')
      const { members } = await ask<typeof team.join>(fetch, 'POST', '/api/team/:teamId/member', { params, body: { personId } })
      return { joined: members.find((member) => member.personId === personId)?.name ?? '' }
    }),

  leave: (event) =>
    act(event, async (form) => {
      const { fetch, params, locals } = event
      const left = { id: form.text('personId'), name: form.text('name') }
      await ask<typeof team.leave>(fetch, 'DELETE', '/api/team/:teamId/member/:personId', {
        params: { ...params, personId: left.id },
      })
      // Whoever has stepped out themselves may no longer look in.
      if (left.id === locals.me?.person?.id && !hasOffice(known(locals))) redirect(303, '/work')
      return { left }
    }),
}
