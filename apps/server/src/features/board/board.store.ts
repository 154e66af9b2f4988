import type { DbOrTx, Tx } from '@sheber/db/open'
import { board, person, project, room } from '@sheber/db/schema'
import { boardRoom } from '@sheber/document/room'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'

export const oneBoard = async (db: DbOrTx, id: string) => {
  const [row] = await db
    .select({ id: board.id, projectId: board.projectId, project: project.title })
    .from(board)
    .innerJoin(project, eq(project.id, board.projectId))
    .where(eq(board.id, id))
  return row
}

/** Who froze the board, and when; null: it is open. */
export const frozenOf = async (db: DbOrTx, id: string): Promise<{ by: string; at: Date } | null> => {
  const [row] = await db
    .select({ by: person.name, at: room.frozenAt })
    .from(room)
    .leftJoin(person, eq(person.id, room.frozenBy))
    .where(eq(room.name, boardRoom(id)))
  return row?.at ? { by: row.by ?? '', at: row.at } : null
}

/** False where it was so already. */
export const setFrozen = async (tx: Tx, id: string, frozen: { at: Date; by: string } | null): Promise<boolean> => {
  const changed = await tx
    .update(room)
    .set({ frozenAt: frozen?.at ?? null, frozenBy: frozen?.by ?? null })
    .where(and(eq(room.name, boardRoom(id)), frozen ? isNull(room.frozenAt) : isNotNull(room.frozenAt)))
    .returning({ name: room.name })
  return changed.length > 0
}
