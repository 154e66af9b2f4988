import type { DbOrTx } from '@sheber/db/open'
import { guardianship } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { and, eq, isNull } from 'drizzle-orm'
import { thingOfPerson } from '../person/person.thing.ts'

/** A person, and who stands for them, where a guardian may ask too; null where there is none. */
export const thingOfWard = async (db: DbOrTx, personId: string): Promise<Extract<Thing, { kind: 'person' }> | null> => {
  const thing = await thingOfPerson(db, personId)
  if (!thing) return null
  const rows = await db
    .select({ id: guardianship.guardianId })
    .from(guardianship)
    .where(and(eq(guardianship.childId, personId), isNull(guardianship.endedAt)))
  return { ...thing, guardians: rows.map(({ id }) => id) }
}
