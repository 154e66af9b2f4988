import type { DbOrTx } from '@sheber/db/open'
import { roomAside } from '@sheber/db/schema'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'

/** What is still offered, oldest first; or what was laid down. */
export const asidesOf = (db: DbOrTx, room: string, personId: string, which: 'offered' | 'dropped' = 'offered') =>
  db
    .select({ id: roomAside.id, bytes: roomAside.bytes, at: roomAside.at, doneAt: roomAside.doneAt })
    .from(roomAside)
    .where(
      and(
        eq(roomAside.room, room),
        eq(roomAside.personId, personId),
        which === 'offered' ? isNull(roomAside.settledAt) : eq(roomAside.settled, which),
      ),
    )
    .orderBy(asc(roomAside.id))

/** Null: they are offered again. */
export const settleAsides = async (db: DbOrTx, ids: readonly number[], settled: 'taken' | 'dropped' | null, at: Date) => {
  if (ids.length > 0)
    await db
      .update(roomAside)
      .set({ settled, settledAt: settled && at })
      .where(inArray(roomAside.id, [...ids]))
}
