import type { DbOrTx } from '@sheber/db/open'
import { person, roomVersion } from '@sheber/db/schema'
import { and, desc, eq } from 'drizzle-orm'

const shown = { id: roomVersion.id, name: roomVersion.name, by: person.name, at: roomVersion.createdAt, sha256: roomVersion.sha256 }

/** Newest first. */
export const versionsOf = (db: DbOrTx, room: string) =>
  db
    .select(shown)
    .from(roomVersion)
    .innerJoin(person, eq(person.id, roomVersion.personId))
    .where(eq(roomVersion.room, room))
    .orderBy(desc(roomVersion.createdAt), desc(roomVersion.position))

export const oneVersion = async (db: DbOrTx, room: string, id: string) => {
  const [row] = await db
    .select({ ...shown, bytes: roomVersion.bytes })
    .from(roomVersion)
    .innerJoin(person, eq(person.id, roomVersion.personId))
    .where(and(eq(roomVersion.room, room), eq(roomVersion.id, id)))
  return row
}
