import type { DbOrTx } from '@sheber/db/open'
import { consent, person, roomClient } from '@sheber/db/schema'
import type { Soul } from '@sheber/domain/publication'
import { eq, sql, type Param, type Placeholder } from 'drizzle-orm'
import { isAdult } from '../person/person.adult.ts'

/** What must be known of people before anything of theirs is shown to the world. */

/** People with all that their guardians ever agreed to, by their ids. */
export const soulsOf = async (db: DbOrTx, ids: readonly string[]): Promise<Map<string, Soul>> =>
  ids.length === 0 ? new Map() : soulsFrom(await souls(db, sql.param([...ids])))

export const souls = (db: DbOrTx, ids: Param | Placeholder) =>
  db
    .select({
      ...{ id: person.id, name: person.name, adult: isAdult },
      // Of thousands of people: no column that nobody asks for.
      consent: { scope: consent.scope, fromDay: consent.fromDay, untilDay: consent.untilDay, withdrawnAt: consent.withdrawnAt },
    })
    .from(person)
    .leftJoin(consent, eq(consent.personId, person.id))
    .where(sql`${person.id} = any(${ids}::text[])`)

export const soulsFrom = (rows: Awaited<ReturnType<typeof souls>>): Map<string, Soul> =>
  new Map(
    [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, all]) => {
      const [one] = all
      if (!one) return []
      const consents = all.flatMap(({ consent: given }) =>
        given ? { scope: given.scope, from: given.fromDay, until: given.untilDay, withdrawn: given.withdrawnAt !== null } : [],
      )
      return [[id, { id, name: one.name, adult: one.adult, consents }] as const]
    }),
  )

/** Whose hand each client of a room is. */
export const handsIn = async (db: DbOrTx, room: string): Promise<Map<number, string>> => {
  const rows = await db.select().from(roomClient).where(eq(roomClient.room, room))
  return new Map(rows.map(({ client, personId }) => [client, personId]))
}
