import type { DbOrTx, Tx } from '@sheber/db/open'
import { person, room } from '@sheber/db/schema'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'

/** Who froze the room, and when; null: it is open. */
export const frozenOf = async (db: DbOrTx, name: string): Promise<{ by: string; at: Date } | null> => {
  const [row] = await db
    .select({ by: person.name, at: room.frozenAt })
    .from(room)
    .leftJoin(person, eq(person.id, room.frozenBy))
    .where(eq(room.name, name))
  return row?.at ? { by: row.by ?? '', at: row.at } : null
}

/** False where it was so already. */
export const setFrozen = async (tx: Tx, name: string, frozen: { at: Date; by: string } | null): Promise<boolean> => {
  const changed = await tx
    .update(room)
    .set({ frozenAt: frozen?.at ?? null, frozenBy: frozen?.by ?? null })
    .where(and(eq(room.name, name), frozen ? isNull(room.frozenAt) : isNotNull(room.frozenAt)))
    .returning({ name: room.name })
  return changed.length > 0
}
