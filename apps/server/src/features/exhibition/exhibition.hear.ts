import type { DbOrTx } from '@sheber/db/open'
import { judge, membership, person, project, stand, teamMember } from '@sheber/db/schema'
import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'

/** Whoever works for an organisation, with what they are there. */
const staffOf = (db: DbOrTx, organisationId: string) =>
  db
    .selectDistinct({ id: person.id, role: membership.role })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(eq(membership.organisationId, organisationId), inArray(membership.role, ['teacher', 'administrator']), eq(person.active, true)),
    )
    .orderBy(person.id)

/** Its staff, as people. */
export const staffOfOrganiser = async (db: DbOrTx, organisationId: string): Promise<string[]> => [
  ...new Set((await staffOf(db, organisationId)).map(({ id }) => id)),
]

/** Who is told of what it is asked: its administrators; of one without any, its teachers. */
export const speakersOf = async (db: DbOrTx, organisationId: string): Promise<string[]> => {
  const staff = await staffOf(db, organisationId)
  const administrators = staff.filter(({ role }) => role === 'administrator')
  return (administrators.length > 0 ? administrators : staff).map(({ id }) => id)
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
