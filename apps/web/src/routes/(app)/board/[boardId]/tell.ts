import type { aside } from '@sheber/contract/aside'
import type { board } from '@sheber/contract/board'
import type { project } from '@sheber/contract/project'
import { boardRoom } from '@sheber/document/room'
import { error, type RequestEvent } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { known } from '#lib/session/known.ts'

/** What a board's page is told when it opens, and again when its news ask for it. The room's name is made here: the browser need not know how names are checked. */
export const tellBoard = async ({ locals, fetch, platform }: RequestEvent, boardId: string) => {
  const { person, position } = known(locals)
  if (!person) error(401, { message: '', code: 'unauthenticated' })
  const asked = { params: { boardId } }
  const look = await ask<typeof board.look>(fetch, 'GET', '/api/board/:boardId', asked)
  const { id, projectId, title: own, copied, may, mayFreeze, frozen, maySimplify, simple } = look
  const { title, members } = await ask<typeof project.look>(fetch, 'GET', '/api/project/:projectId', { params: { projectId } })
  // Only who is of the team can have written here.
  const late = members.some(({ personId }) => personId === person.id)
    ? (await ask<typeof aside.look>(fetch, 'GET', '/api/board/:boardId/aside', asked)).times
    : 0
  return {
    room: boardRoom(id),
    projectId,
    /** Who may change it now, and what keeps it from being changed. */
    standing: { boardId: id, may, mayFreeze, frozen, maySimplify, simple, bound: simple !== null && !maySimplify, late },
    title: own || title,
    copied,
    back: `/project/${projectId}`,
    bench: platform?.req.sheber?.bench === true,
    person,
    members: members.map(({ personId, name }) => ({ id: personId, name })),
    adults: members.filter(({ role }) => role !== 'learner').map(({ personId }) => personId),
    language: locals.language,
    /** In the fact log. */
    position,
  }
}

export type Told = Awaited<ReturnType<typeof tellBoard>>
