import type { DbOrTx } from '@sheber/db/open'
import { group } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'

/** A group is asked about as the organisation that runs it; null where there is no such group. */
export const thingOfGroup = async (db: DbOrTx, id: string): Promise<Extract<Thing, { kind: 'organisation' }> | null> => {
  const [row] = await db.select({ id: group.organisationId }).from(group).where(eq(group.id, id))
  return row ? { kind: 'organisation', id: row.id } : null
}
