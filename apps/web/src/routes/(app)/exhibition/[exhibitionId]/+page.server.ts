import type { organisation } from '@sheber/contract/organisation'
import type { project } from '@sheber/contract/project'
import { ask } from '#lib/api.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals, parent, depends }) => {
  depends('app:exhibition')
  const { exhibition } = await parent()
  const me = known(locals).person?.id
  const [organisations, projects] = await Promise.all([
    exhibition.runs ? ask<typeof organisation.list>(fetch, 'GET', '/api/organisation') : [],
    exhibition.takes ? ask<typeof project.list>(fetch, 'GET', '/api/project') : [],
  ])
  return {
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    // What a team shows is handed in by the team itself, not by whoever answers for it.
    projects: projects
      .filter(({ members, state }) => state !== 'archived' && members.some(({ personId }) => personId === me))
      .map(({ id, title, team }) => ({ id, title, team })),
  }
}
