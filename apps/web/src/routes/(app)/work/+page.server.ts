import type { comment } from '@sheber/contract/comment'
import type { inbox } from '@sheber/contract/inbox'
import type { judge } from '@sheber/contract/judge'
import type { organisation } from '@sheber/contract/organisation'
import type { project } from '@sheber/contract/project'
import type { task } from '@sheber/contract/task'
import type { team } from '@sheber/contract/team'
import { may } from '@sheber/domain/permission'
import type { review } from '@sheber/contract/review'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { hasOffice, whoIs } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import { isOnlyGuardian } from '#lib/ui/rooms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const me = known(locals)
  // Their room is another.
  if (me.person && isOnlyGuardian(me.person)) redirect(303, '/guardian')
  const [projects, teams, organisations, told, queue, news, juries, tasks] = await Promise.all([
    ask<typeof project.list>(fetch, 'GET', '/api/project'),
    ask<typeof team.list>(fetch, 'GET', '/api/team'),
    hasOffice(me) ? ask<typeof organisation.list>(fetch, 'GET', '/api/organisation') : [],
    ask<typeof comment.mine>(fetch, 'GET', '/api/comment'),
    ask<typeof review.queue>(fetch, 'GET', '/api/review', { query: { of: 'mine' } }),
    ask<typeof inbox.look>(fetch, 'GET', '/api/inbox'),
    ask<typeof judge.mine>(fetch, 'GET', '/api/jury'),
    ask<typeof task.mine>(fetch, 'GET', '/api/task'),
  ])
  const who = whoIs(me, organisations, teams)
  const busy = new Set(projects.map(({ teamId }) => teamId))
  const isMine = ({ members }: { members: readonly { personId: string }[] }) => members.some(({ personId }) => personId === who?.id)
  return {
    now: new Date().toISOString(),
    told,
    due: news.lines.filter(({ name }) => name === 'stand.reminded'),
    tasks,
    waiting: queue.counts.mine + queue.counts.unassigned,
    reads: me.person?.memberships.some(({ role }) => role !== 'learner' && role !== 'guardian' && role !== 'judge') ?? false,
    reviewed: queue.told,
    // What is over asks for nothing, and neither does a draft that was removed.
    juries: juries.filter(({ state }) => state !== 'results' && state !== 'archived' && state !== 'removed'),
    // Whoever fills in the register of a school.
    schools: organisations
      .filter(({ id, kind }) => (kind === 'school' || kind === 'college') && may(who, 'acceptance.accept', { kind: 'organisation', id }))
      .map(({ id, name }) => ({ id, name })),
    isLearner: me.person?.memberships.some(({ role }) => role === 'learner') ?? false,
    mine: projects.filter(isMine),
    others: projects.filter((one) => !isMine(one)),
    idle: teams
      .filter(({ id }) => !busy.has(id))
      .map((one) => ({ ...one, opens: may(who, 'project.open', { kind: 'team', id: one.id, organisationId: one.organisationId }) })),
    formsTeams: organisations.some(({ id }) => may(who, 'team.form', { kind: 'organisation', id })),
  }
}

export const actions: Actions = {
  readAll: (event) =>
    act(event, async () => {
      await ask<typeof comment.readAll>(event.fetch, 'POST', '/api/comment/read')
    }),
}
