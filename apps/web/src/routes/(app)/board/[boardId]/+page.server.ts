import type { aside } from '@sheber/contract/aside'
import type { board } from '@sheber/contract/board'
import type { project } from '@sheber/contract/project'
import { boardRoom } from '@sheber/document/room'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

/** The room's name is made here: the browser need not know how names are checked. */
export const load: PageServerLoad = async ({ params, locals, fetch, depends, platform }) => {
  depends('app:board')
  const { person } = known(locals)
  if (!person) redirect(303, `/sign-in?to=${encodeURIComponent(`/board/${params.boardId}`)}`)
  const {
    id,
    projectId,
    title: own,
    copied,
    may,
    mayFreeze,
    frozen,
  } = await ask<typeof board.look>(fetch, 'GET', '/api/board/:boardId', { params })
  const { title, members } = await ask<typeof project.look>(fetch, 'GET', '/api/project/:projectId', { params: { projectId } })
  // Only who is of the team can have written here.
  const late = members.some(({ personId }) => personId === person.id)
    ? (await ask<typeof aside.look>(fetch, 'GET', '/api/board/:boardId/aside', { params })).times
    : 0
  return {
    room: boardRoom(id),
    projectId,
    past: { boardId: id, may, mayFreeze, frozen, late },
    title: own || title,
    copied,
    back: `/project/${projectId}`,
    bench: platform?.req.sheber?.bench === true,
    person,
    members: members.map(({ personId, name }) => ({ id: personId, name })),
    adults: members.filter(({ role }) => role !== 'learner').map(({ personId }) => personId),
  }
}
