import type { board } from '@sheber/contract/board'
import type { project } from '@sheber/contract/project'
import { boardRoom } from '@sheber/document/room'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

/** The room's name is made here: the browser need not know how names are checked. */
export const load: PageServerLoad = async ({ params, locals, fetch }) => {
  const { person } = known(locals)
  if (!person) redirect(303, `/sign-in?to=${encodeURIComponent(`/board/${params.boardId}`)}`)
  const { id, projectId, may } = await ask<typeof board.look>(fetch, 'GET', '/api/board/:boardId', { params })
  const { title, members } = await ask<typeof project.look>(fetch, 'GET', '/api/project/:projectId', { params: { projectId } })
  return {
    room: boardRoom(id),
    may,
    title,
    back: `/project/${projectId}`,
    person,
    members: members.map(({ personId, name }) => ({ id: personId, name })),
  }
}
