import type { DbOrTx } from '@sheber/db/open'
import { consent, person, roomClient } from '@sheber/db/schema'
import type { Soul } from '@sheber/domain/publication'
import { eq, inArray } from 'drizzle-orm'
import { isAdult } from '../person/person.adult.ts'

/** What must be known of people before anything of theirs is shown to the world. */

/** People with all that their guardians ever agreed to, by their ids. */
export const soulsOf = async (db: DbOrTx, ids: readonly string[]): Promise<Map<string, Soul>> => {
  if (ids.length === 0) return new Map()
  const [people, given] = await Promise.all([
    db
      .select({ id: person.id, name: person.name, adult: isAdult })
      .from(person)
      .where(inArray(person.id, [...ids])),
    db
      .select()
      .from(consent)
      .where(inArray(consent.personId, [...ids])),
  ])
  const of = Map.groupBy(given, ({ personId }) => personId)
  return new Map(
    people.map((one) => [
      one.id,
      {
        ...one,
        consents: (of.get(one.id) ?? []).map(({ scope, fromDay, untilDay, withdrawnAt }) => ({
          ...{ scope, from: fromDay, until: untilDay },
          withdrawn: withdrawnAt !== null,
        })),
      },
    ]),
  )
}

/** Whose hand each client of a room is. */
export const handsIn = async (db: DbOrTx, room: string): Promise<Map<number, string>> => {
  const rows = await db.select().from(roomClient).where(eq(roomClient.room, room))
  return new Map(rows.map(({ client, personId }) => [client, personId]))
}
