import type { DbOrTx } from '@sheber/db/open'
import { membership, organisation, teamMember } from '@sheber/db/schema'
import type { Who } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'

/** Somebody who asks nothing at the moment, as the permission table knows them: for what others are shown by their hand. */
export const whoIs = async (db: DbOrTx, id: string): Promise<Who> => {
  const memberships = await db
    .select({ organisationId: membership.organisationId, kind: organisation.kind, role: membership.role })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.personId, id))
  const teams = await db.select({ id: teamMember.teamId }).from(teamMember).where(eq(teamMember.personId, id))
  return { id, memberships, teams: teams.map((team) => team.id) }
}
