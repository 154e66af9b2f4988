import type { Organisation } from '@sheber/contract/organisation'
import type { Me } from '@sheber/contract/session'
import type { Team } from '@sheber/contract/team'
import type { Who } from '@sheber/domain/permission'

/**
 * The asker as the permission table knows one, so that a page shows only the doors that would open.
 * The server asks the same table again; a door shown by mistake answers with a sentence.
 */
export const whoIs = (me: Me, organisations: readonly Organisation[] = [], teams: readonly Team[] = []): Who | null => {
  if (!me.person) return null
  const { id, memberships } = me.person
  const kinds = new Map(organisations.map((one) => [one.id, one.kind]))
  return {
    id,
    // A place whose kind is not known gives no rights over the whole centre.
    memberships: memberships.map(({ organisationId, role }) => ({ organisationId, role, kind: kinds.get(organisationId) ?? 'school' })),
    teams: teams.filter(({ members }) => members.some(({ personId }) => personId === id)).map((team) => team.id),
  }
}

/** Whether somebody has an office anywhere: only then are organisations listed for them. */
export const hasOffice = (me: Me): boolean =>
  me.person?.memberships.some(({ role }) => role === 'teacher' || role === 'administrator') ?? false
