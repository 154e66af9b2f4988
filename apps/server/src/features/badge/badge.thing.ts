import type { DbOrTx } from '@sheber/db/open'
import { badge, badgeClass } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'

type Organisation = Extract<Thing, { kind: 'organisation' }>

/** Of badges the permission table is asked about the organisation that gives them; null where there is none. */
export const thingOfClass = async (db: DbOrTx, classId: string): Promise<Organisation | null> => {
  const [row] = await db.select({ id: badgeClass.organisationId }).from(badgeClass).where(eq(badgeClass.id, classId))
  return row ? { kind: 'organisation', id: row.id } : null
}

export const thingOfBadge = async (db: DbOrTx, badgeId: string): Promise<Organisation | null> => {
  const [row] = await db
    .select({ id: badgeClass.organisationId })
    .from(badge)
    .innerJoin(badgeClass, eq(badgeClass.id, badge.classId))
    .where(eq(badge.id, badgeId))
  return row ? { kind: 'organisation', id: row.id } : null
}
