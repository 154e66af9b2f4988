import type { portfolio } from '@sheber/contract/portfolio'
import type { team } from '@sheber/contract/team'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { hasOffice } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import { isOnlyGuardian } from '#lib/ui/rooms.ts'
import type { Actions, PageServerLoad } from './$types'

const longestName = 80

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const me = known(locals)
  // Their room is another.
  if (me.person && isOnlyGuardian(me.person)) redirect(303, '/guardian')
  const name = (url.searchParams.get('name') ?? '').slice(0, longestName)
  const page = Math.max(0, Math.min(9_999, Math.trunc(Number(url.searchParams.get('page')) || 0)))
  const query = { name, page: String(page) }
  const [lines, teams, found] = await Promise.all([
    ask<typeof portfolio.list>(fetch, 'GET', '/api/portfolio'),
    ask<typeof team.list>(fetch, 'GET', '/api/team'),
    hasOffice(me) ? ask<typeof portfolio.find>(fetch, 'GET', '/api/portfolio/found', { query }) : null,
  ])
  const mine = teams.filter(({ members }) => members.some(({ personId }) => personId === me.person?.id))
  const of = (kind: 'person' | 'team', id: string | undefined) => lines.find(({ owner }) => owner.kind === kind && owner.id === id)
  return {
    own: of('person', me.person?.id)?.id ?? null,
    teams: mine.map(({ id, name }) => ({ id, name, portfolioId: of('team', id)?.id ?? null })),
    letIn: lines.filter(({ owner }) => (owner.kind === 'person' ? owner.id !== me.person?.id : !mine.some(({ id }) => id === owner.id))),
    found: found && { ...found, name, page },
  }
}

export const actions: Actions = {
  /** Opened for the first time, it comes into being. */
  open: (event) =>
    act(event, async (form) => {
      const of = form.text('of') === 'team' ? 'team' : 'person'
      const { id } = await ask<typeof portfolio.open>(event.fetch, 'POST', '/api/portfolio', { body: { of, id: form.text('id') } })
      // From a project one comes to tell of it.
      const about = form.text('project')
      redirect(303, `/portfolio/${id}${about ? `?${new URLSearchParams({ project: about })}` : ''}`)
    }),
}
