import type { exhibition as promise } from '@sheber/contract/exhibition'
import type { judge } from '@sheber/contract/judge'
import type { organisation } from '@sheber/contract/organisation'
import type { project } from '@sheber/contract/project'
import { progressOf } from '@sheber/domain/judge-progress'
import { ask } from '#lib/api.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals, parent, params, depends }) => {
  depends('app:exhibition')
  const { exhibition } = await parent()
  const me = known(locals).person?.id
  const [organisations, projects, jury, chooses, trail] = await Promise.all([
    exhibition.runs ? ask<typeof organisation.list>(fetch, 'GET', '/api/organisation') : [],
    exhibition.takes ? ask<typeof project.list>(fetch, 'GET', '/api/project') : [],
    exhibition.runs && exhibition.state === 'judging'
      ? ask<typeof judge.list>(fetch, 'GET', '/api/exhibition/:exhibitionId/judge', { params })
      : null,
    ask<typeof judge.chooses>(fetch, 'GET', '/api/jury/choice'),
    ask<typeof promise.trail>(fetch, 'GET', '/api/exhibition/:exhibitionId/trail', { params }),
  ])
  return {
    progress: jury && progressOf({ ...jury, stands: jury.stands.filter(({ judged }) => judged) }),
    trail,
    chooses: chooses.some(({ exhibitionId }) => exhibitionId === params.exhibitionId),
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    // What a team shows is handed in by the team itself, not by whoever answers for it.
    projects: projects
      .filter(({ members, state }) => state !== 'archived' && members.some(({ personId }) => personId === me))
      .map(({ id, title, team }) => ({ id, title, team })),
  }
}
