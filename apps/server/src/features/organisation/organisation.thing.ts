import type { DbOrTx } from '@sheber/db/open'
import { organisation } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'

/** What the permission table is asked about when a request names an organisation; null where there is none. */
export const thingOfOrganisation = async (db: DbOrTx, id: string): Promise<Extract<Thing, { kind: 'organisation' }> | null> => {
  const [row] = await db.select({ id: organisation.id }).from(organisation).where(eq(organisation.id, id))
  return row ? { kind: 'organisation', id: row.id } : null
}
