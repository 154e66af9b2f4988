import type { DbOrTx } from '@sheber/db/open'
import { person } from '@sheber/db/schema'
import { inArray } from 'drizzle-orm'

/** What these people are called. */
export const namesOf = async (db: DbOrTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
