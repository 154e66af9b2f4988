import type { organisation } from '@sheber/contract/organisation'
import type { project } from '@sheber/contract/project'
import type { team } from '@sheber/contract/team'
import { may } from '@sheber/domain/permission'
import { ask } from '#lib/api.ts'
import { hasOffice, whoIs } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const me = known(locals)
  const [projects, teams, organisations] = await Promise.all([
    ask<typeof project.list>(fetch, 'GET', '/api/project'),
    ask<typeof team.list>(fetch, 'GET', '/api/team'),
    hasOffice(me) ? ask<typeof organisation.list>(fetch, 'GET', '/api/organisation') : [],
  ])
  const who = whoIs(me, organisations, teams)
  const busy = new Set(projects.map(({ teamId }) => teamId))
  const isMine = ({ members }: { members: readonly { personId: string }[] }) => members.some(({ personId }) => personId === who?.id)
  return {
    now: new Date().toISOString(),
    mine: projects.filter(isMine),
    others: projects.filter((one) => !isMine(one)),
    idle: teams
      .filter(({ id }) => !busy.has(id))
      .map((one) => ({ ...one, opens: may(who, 'project.open', { kind: 'team', id: one.id, organisationId: one.organisationId }) })),
    formsTeams: organisations.some(({ id }) => may(who, 'team.form', { kind: 'organisation', id })),
  }
}
