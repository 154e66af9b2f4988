import type { DbOrTx } from '@sheber/db/open'
import { exhibitionOrganiser, membership, person } from '@sheber/db/schema'
import { and, eq, inArray } from 'drizzle-orm'

/** Who runs an exhibition, as people: the staff of its organisers. */
export const organisersOf = async (db: DbOrTx, exhibitionId: string): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: person.id })
    .from(exhibitionOrganiser)
    .innerJoin(membership, eq(membership.organisationId, exhibitionOrganiser.organisationId))
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(exhibitionOrganiser.exhibitionId, exhibitionId),
        inArray(membership.role, ['teacher', 'administrator']),
        eq(person.active, true),
      ),
    )
  return rows.map(({ id }) => id)
}
