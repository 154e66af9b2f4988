import { crc32 } from 'node:zlib'
import type { DbOrTx } from '@sheber/db/open'
import { roomState, roomUpdate } from '@sheber/db/schema'
import { RottenRow } from '@sheber/sync/types'
import { and, asc, eq, gt } from 'drizzle-orm'
import * as Y from 'yjs'

/**
 * What the log holds of a room and nothing that is still on its way: within a transaction that has frozen the room this is what
 * stands there for good. It wakes no room, and needs none.
 *
 * @throws {RottenRow} A row is no longer what was written.
 */
export const docOfLog = async (db: DbOrTx, room: string): Promise<{ readonly position: number; readonly doc: Y.Doc }> => {
  const doc = new Y.Doc()
  const { position, bytes, checksum } = roomState
  const [whole] = await db.select({ position, bytes, checksum }).from(roomState).where(eq(roomState.room, room))
  // A whole that rotted is made of rows that are all still there.
  const sound = whole && crc32(whole.bytes) === whole.checksum ? whole : null
  const rows = await db
    .select({ position: roomUpdate.position, bytes: roomUpdate.bytes, checksum: roomUpdate.checksum })
    .from(roomUpdate)
    .where(and(eq(roomUpdate.room, room), gt(roomUpdate.position, sound?.position ?? 0)))
    .orderBy(asc(roomUpdate.position))
  if (sound) Y.applyUpdate(doc, sound.bytes)
  for (const row of rows) {
    if (crc32(row.bytes) !== row.checksum) throw new RottenRow(`${room}, position ${row.position}`)
    Y.applyUpdate(doc, row.bytes)
  }
  return { position: rows.at(-1)?.position ?? sound?.position ?? 0, doc }
}
