import type { Team } from '@sheber/contract/team'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { membership, person, team, teamMember } from '@sheber/db/schema'
import { byName } from '@sheber/domain/name'
import { reachOf, type Who } from '@sheber/domain/permission'
import { and, eq, inArray, ne, or, type SQL } from 'drizzle-orm'
import { membersOf } from './team.members.ts'

/** Teams a person is in or reaches by office: two queries for all. */
export const teamsNear = (db: DbOrTx, who: Who): Promise<Team[]> => {
  const reach = reachOf(who)
  if (reach === 'all') return teams(db, undefined)
  return teams(db, or(inArray(team.id, [...who.teams]), inArray(team.organisationId, [...reach])))
}

export const oneTeam = async (db: DbOrTx, id: string): Promise<Team | undefined> => (await teams(db, eq(team.id, id)))[0]

const teams = async (db: DbOrTx, which: SQL | undefined): Promise<Team[]> => {
  const rows = await db.select({ id: team.id, name: team.name, organisationId: team.organisationId }).from(team).where(which)
  const members = await membersOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, members: members(row.id) })).sort(byName)
}

export const insertTeam = async (tx: Tx, row: { id: string; name: string; organisationId: string }) => {
  await tx.insert(team).values(row)
}

export const renameTeam = async (tx: Tx, id: string, name: string) => {
  await tx.update(team).set({ name }).where(eq(team.id, id))
}

/** Comings and goings of one team happen one after another; its name. */
export const lockTeam = async (tx: Tx, id: string): Promise<string | undefined> =>
  (await tx.select({ name: team.name }).from(team).where(eq(team.id, id)).for('no key update'))[0]?.name

/** Those who were not members before, by id. */
export const seatMembers = async (tx: Tx, teamId: string, personIds: readonly string[]): Promise<string[]> => {
  const rows = personIds.map((personId) => ({ teamId, personId }))
  const seated = await tx.insert(teamMember).values(rows).onConflictDoNothing().returning({ id: teamMember.personId })
  return seated.map(({ id }) => id)
}

/** The name of the one who left; undefined for no member. */
export const unseatMember = async (tx: Tx, teamId: string, personId: string): Promise<string | undefined> => {
  const seat = and(eq(teamMember.teamId, teamId), eq(teamMember.personId, personId))
  const left = await tx.delete(teamMember).where(seat).returning()
  if (left.length === 0) return undefined
  return (await tx.select({ name: person.name }).from(person).where(eq(person.id, personId)))[0]?.name
}

export const hasAdult = async (tx: Tx, teamId: string): Promise<boolean> => {
  const adults = await tx
    .select({ id: teamMember.personId })
    .from(teamMember)
    .innerJoin(membership, eq(membership.personId, teamMember.personId))
    .where(and(eq(teamMember.teamId, teamId), ne(membership.role, 'learner')))
    .limit(1)
  return adults.length > 0
}
