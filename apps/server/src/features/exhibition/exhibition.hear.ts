import type { Role } from '@sheber/contract/organisation'
import type { DbOrTx } from '@sheber/db/open'
import { judge, membership, person, project, stand, teamMember } from '@sheber/db/schema'
import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'

/** Whoever works for any of them, as people. */
export const staffOf = async (
  db: DbOrTx,
  organisationIds: readonly string[],
  roles: readonly Role[] = ['teacher', 'administrator'],
): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: person.id })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(inArray(membership.organisationId, [...organisationIds]), inArray(membership.role, [...roles]), eq(person.active, true)))
    .orderBy(person.id)
  return rows.map(({ id }) => id)
}

/** Who is told of what it is asked: its administrators; of one without any, its teachers. */
export const speakersOf = async (db: DbOrTx, organisationId: string): Promise<string[]> => {
  const administrators = await staffOf(db, [organisationId], ['administrator'])
  return administrators.length > 0 ? administrators : staffOf(db, [organisationId])
}

/** Whom it concerns that it is called off: everybody with an entry, begun or handed in, and the jury. */
export const concernedBy = async (db: DbOrTx, exhibitionId: string): Promise<string[]> => {
  const members = await db
    .selectDistinct({ id: person.id })
    .from(stand)
    .innerJoin(project, eq(project.id, stand.projectId))
    .innerJoin(teamMember, eq(teamMember.teamId, project.teamId))
    .innerJoin(person, eq(person.id, teamMember.personId))
    .where(and(eq(stand.exhibitionId, exhibitionId), notInArray(stand.state, ['withdrawn', 'removed']), eq(person.active, true)))
  const judges = await db
    .selectDistinct({ id: judge.personId })
    .from(judge)
    .where(and(eq(judge.exhibitionId, exhibitionId), isNull(judge.endedAt)))
  return [...new Set([...members, ...judges].map(({ id }) => id))].sort()
}
