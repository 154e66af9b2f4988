import type { Member } from '@sheber/contract/team'
import type { DbOrTx } from '@sheber/db/open'
import { membership, organisation, person, teamMember } from '@sheber/db/schema'
import { byName } from '@sheber/domain/name'
import { asc, eq, inArray } from 'drizzle-orm'

/** Who is in which team, by name: one query for all teams. */
export const membersOf = async (db: DbOrTx, teamIds: readonly string[]): Promise<(teamId: string) => Member[]> => {
  const rows =
    teamIds.length === 0
      ? []
      : await db
          .select({
            teamId: teamMember.teamId,
            personId: person.id,
            name: person.name,
            role: membership.role,
            organisation: organisation.name,
          })
          .from(teamMember)
          .innerJoin(person, eq(person.id, teamMember.personId))
          .innerJoin(membership, eq(membership.personId, person.id))
          .innerJoin(organisation, eq(organisation.id, membership.organisationId))
          .where(inArray(teamMember.teamId, [...new Set(teamIds)]))
          // The oldest place is somebody's own, and is the one that is shown.
          .orderBy(asc(membership.createdAt), asc(membership.organisationId))
  const teams = new Map<string, Map<string, Member>>()
  for (const { teamId, ...member } of rows) {
    const members = teams.get(teamId) ?? new Map<string, Member>()
    if (!members.has(member.personId)) members.set(member.personId, member)
    teams.set(teamId, members)
  }
  return (teamId) => [...(teams.get(teamId)?.values() ?? [])].sort(byName)
}
