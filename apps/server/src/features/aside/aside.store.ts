import type { DbOrTx } from '@sheber/db/open'
import { roomAside } from '@sheber/db/schema'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'

/** What is still offered, oldest first. */
export const asidesOf = (db: DbOrTx, room: string, personId: string) =>
  db
    .select({ id: roomAside.id, bytes: roomAside.bytes, at: roomAside.at, doneAt: roomAside.doneAt })
    .from(roomAside)
    .where(and(eq(roomAside.room, room), eq(roomAside.personId, personId), isNull(roomAside.settledAt)))
    .orderBy(asc(roomAside.id))

export const settleAsides = async (db: DbOrTx, ids: readonly number[], settled: 'taken' | 'dropped', settledAt: Date) => {
  if (ids.length > 0)
    await db
      .update(roomAside)
      .set({ settled, settledAt })
      .where(inArray(roomAside.id, [...ids]))
}
