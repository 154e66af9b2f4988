import { person, roomClient, roomUpdate } from '@sheber/db/schema'
import { attribute } from '@sheber/sync/attribution'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Services } from '../services.ts'
import { roomAsked } from './room.ts'

/** Who wrote how much in a room, who deleted, and whose it was. A letter, or one value, counts one. */
export const roomWho = async (services: Services, asked?: string): Promise<string> => {
  const { db } = services
  const name = await roomAsked(services, asked)
  const [rows, bound] = await Promise.all([
    db.select().from(roomUpdate).where(eq(roomUpdate.room, name)).orderBy(asc(roomUpdate.position)),
    db.select().from(roomClient).where(eq(roomClient.room, name)),
  ])
  const owners = new Map(bound.map(({ client, personId }) => [client, personId]))
  const deeds = rows.map(({ personId, bytes, at, doneAt }) => ({ person: personId, bytes, at: (doneAt ?? at).getTime() }))
  const sums = new Map<string, number>()
  const add = (key: string, count: number) => sums.set(key, (sums.get(key) ?? 0) + count)
  const ids = new Set(bound.map(({ personId }) => personId))
  for (const row of rows) if (row.personId !== null) ids.add(row.personId)
  const people = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...ids]))
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? 'Sheber'
  for (const { person: hand, inserted, deleted } of attribute(deeds, owners)) {
    if (inserted > 0) add(`${nameOf(hand)} wrote`, inserted)
    for (const [whose, count] of deleted) add(`${nameOf(hand)} deleted of ${nameOf(whose)}`, count)
  }
  const lines = [...sums].toSorted(([, a], [, b]) => b - a).map(([what, count]) => `${String(count).padStart(8)}  ${what}`)
  return [name, ...lines].join('\n')
}
