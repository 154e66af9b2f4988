import type { inbox } from '@sheber/contract/inbox'
import type { team } from '@sheber/contract/team'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { known } from '#lib/session/known.ts'
import type { LayoutServerLoad } from './$types'

/** Who works here, and the teams whose news concern them. Guests were sent to the door by the hook. */
export const load: LayoutServerLoad = async ({ locals, fetch, depends }) => {
  depends('app:me')
  const { person, position } = known(locals)
  if (!person) redirect(303, '/sign-in')
  const [teams, { unseen }] = await Promise.all([
    ask<typeof team.list>(fetch, 'GET', '/api/team'),
    ask<typeof inbox.count>(fetch, 'GET', '/api/inbox/count'),
  ])
  const mine = teams.filter(({ members }) => members.some(({ personId }) => personId === person.id))
  return { person, position, unseen, teamIds: mine.map(({ id }) => id).sort() }
}
