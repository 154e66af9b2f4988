import type { DbOrTx } from '@sheber/db/open'
import { guardianship } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { and, eq, isNull } from 'drizzle-orm'
import { thingOfPerson } from '../person/person.thing.ts'

/** A person, and who stands for them, where a guardian may ask too; null where there is none. */
export const thingOfWard = async (db: DbOrTx, personId: string): Promise<Extract<Thing, { kind: 'person' }> | null> => {
  const thing = await thingOfPerson(db, personId)
  if (!thing) return null
  return { ...thing, guardians: await standingFor(db, personId) }
}

/** Who stands for somebody now. */
export const standingFor = async (db: DbOrTx, childId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: guardianship.guardianId })
    .from(guardianship)
    .where(and(eq(guardianship.childId, childId), isNull(guardianship.endedAt)))
  return rows.map(({ id }) => id)
}

/** For whom somebody stands now. */
export const childrenOf = async (db: DbOrTx, guardianId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .select({ id: guardianship.childId })
    .from(guardianship)
    .where(and(eq(guardianship.guardianId, guardianId), isNull(guardianship.endedAt)))
  return new Set(rows.map(({ id }) => id))
}
