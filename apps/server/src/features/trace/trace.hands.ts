import { crc32 } from 'node:zlib'
import type { Db } from '@sheber/db/open'
import { roomClient, roomUpdate } from '@sheber/db/schema'
import { Hands } from '@sheber/sync/hands'
import { and, asc, eq, gt } from 'drizzle-orm'

/** Rows at a time: between two pages others get their turn. */
const pageRows = 1_000
/** Boards whose hands are kept in memory; the one that was asked for longest ago goes first. */
const roomsMax = 12

interface Known {
  readonly hands: Hands
  /** Up to which row of the log. */
  position: number
  /** One reads at a time. */
  reading: Promise<void>
}

/** Whose hands a room's log tells of. What was read once is carried on, so a lesson's log is walked once and not with each question. */
export type HandsOf = (room: string) => Promise<Hands>

export const openHands = (db: Db): HandsOf => {
  const rooms = new Map<string, Known>()

  const readOn = async (room: string, known: Known) => {
    const { hands } = known
    for (;;) {
      const page = await db
        .select()
        .from(roomUpdate)
        .where(and(eq(roomUpdate.room, room), gt(roomUpdate.position, known.position)))
        .orderBy(asc(roomUpdate.position))
        .limit(pageRows)
      // Asked after the rows: a client is bound together with its first row, so none of these rows is heard before it is known whose it is.
      const bound = await db
        .select({ client: roomClient.client, person: roomClient.personId })
        .from(roomClient)
        .where(and(eq(roomClient.room, room), gt(roomClient.position, known.position)))
      hands.learn(bound.map(({ client, person }) => [client, person] as const))
      for (const { bytes, checksum, personId, at, doneAt, position } of page) {
        // Of what rotted nothing is told.
        if (crc32(bytes) === checksum) hands.hear({ person: personId, bytes, at: (doneAt ?? at).getTime() })
        known.position = position
      }
      if (page.length < pageRows) return
    }
  }

  return async (room) => {
    const known = rooms.get(room) ?? { hands: new Hands(), position: 0, reading: Promise.resolve() }
    rooms.delete(room)
    rooms.set(room, known)
    const [oldest] = rooms.keys()
    if (rooms.size > roomsMax && oldest !== undefined) rooms.delete(oldest)
    // Whatever became of the reading before: this one begins where that one ended.
    known.reading = known.reading.catch(() => {}).then(() => readOn(room, known))
    await known.reading
    return known.hands
  }
}
