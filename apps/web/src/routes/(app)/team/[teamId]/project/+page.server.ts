import type { board } from '@sheber/contract/board'
import type { organisation } from '@sheber/contract/organisation'
import type { Direction, project } from '@sheber/contract/project'
import type { team } from '@sheber/contract/team'
import { may } from '@sheber/domain/permission'
import { error, redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { hasOffice, whoIs } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params, locals }) => {
  const me = known(locals)
  const [one, organisations] = await Promise.all([
    ask<typeof team.look>(fetch, 'GET', '/api/team/:teamId', { params }),
    hasOffice(me) ? ask<typeof organisation.list>(fetch, 'GET', '/api/organisation') : [],
  ])
  const who = whoIs(me, organisations, [one])
  const opens = may(who, 'project.open', { kind: 'team', id: one.id, organisationId: one.organisationId })
  if (!opens) error(403, { message: '', code: 'forbidden' })
  const simplifies = may(who, 'board.simplify', {
    kind: 'project',
    id: '',
    teamId: one.id,
    organisationId: one.organisationId,
    archived: false,
  })
  return { team: one, simplifies }
}

export const actions: Actions = {
  default: (event) =>
    act(event, async (form) => {
      const { fetch, params } = event
      const body = { title: form.text('title'), direction: form.text('direction') as Direction, brief: form.text('brief') }
      const { id, boardId } = await ask<typeof project.open>(fetch, 'POST', '/api/team/:teamId/project', { params, body })
      if (form.text('simple'))
        await ask<typeof board.simplify>(fetch, 'PATCH', '/api/board/:boardId/simple', { params: { boardId }, body: { simple: true } })
      redirect(303, `/project/${id}?opened`)
    }),
}
