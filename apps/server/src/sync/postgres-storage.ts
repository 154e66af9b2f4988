import { crc32 } from 'node:zlib'
import type { Db, Tx } from '@sheber/db/open'
import { room, roomState, roomUpdate } from '@sheber/db/schema'
import { RottenRow, UnknownRoom, type Entry, type NewEntry, type Storage } from '@sheber/sync/types'
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'

/** A document comes into being together with what it belongs to. */
export const makeRoom = async (tx: Tx, name: string, lineage: string): Promise<void> => {
  await tx.insert(room).values({ name, lineage })
}

interface Row {
  readonly position: number
  readonly bytes: Uint8Array
  readonly checksum: number
}

const isSound = ({ bytes, checksum }: Row) => crc32(bytes) === checksum

/**
 * The log of all rooms. Rows are only ever added; a stored whole stands beside them, so that a room opens from one row.
 * Rejects with UnknownRoom for a room that was never made, and with RottenRow for what is no longer what was written.
 */
export const postgresStorage = (db: Db, report: (rotten: RottenRow) => void = () => {}): Storage => ({
  since: async (name, position) => {
    const whole = position === 0 ? await wholeOf(db, name, report) : null
    const tail = await db
      .select({ position: roomUpdate.position, bytes: roomUpdate.bytes, checksum: roomUpdate.checksum })
      .from(roomUpdate)
      .where(and(eq(roomUpdate.room, name), gt(roomUpdate.position, whole?.position ?? position)))
      .orderBy(asc(roomUpdate.position))
    for (const row of tail) if (!isSound(row)) throw new RottenRow(`${name}, position ${row.position}`)
    return { whole, tail: tail.map(({ position, bytes }) => ({ position, bytes })) }
  },

  append: async (entries) => {
    if (entries.length === 0) return []
    return db
      .transaction((tx) => append(tx, entries))
      .catch((why: unknown) => {
        throw isUnknownRoom(why) ? new UnknownRoom(entries.map((entry) => entry.room).join(', '), { cause: why }) : why
      })
  },

  compact: async (name, upTo, bytes) => {
    const state = { room: name, position: upTo, bytes, checksum: crc32(bytes), at: new Date() }
    // The position fences: a process that was asleep cannot put an older whole over a newer one.
    await db
      .insert(roomState)
      .values(state)
      .onConflictDoUpdate({ target: roomState.room, set: state, setWhere: lt(roomState.position, upTo) })
  },
})

/** The newest stored whole. A rotten one is passed over, because every row that it was made of is still there. */
const wholeOf = async (db: Db, name: string, report: (rotten: RottenRow) => void): Promise<Entry | null> => {
  const [found] = await db
    .select({ position: roomState.position, bytes: roomState.bytes, checksum: roomState.checksum })
    .from(room)
    .leftJoin(roomState, eq(roomState.room, room.name))
    .where(eq(room.name, name))
  if (!found) throw new UnknownRoom(name)
  const { position, bytes, checksum } = found
  if (position === null || bytes === null || checksum === null) return null
  if (isSound({ position, bytes, checksum })) return { position, bytes }
  report(new RottenRow(`${name}, the whole up to ${position}`))
  return null
}

const append = async (tx: Tx, entries: readonly NewEntry[]): Promise<number[]> => {
  const rooms = sql.param([...new Set(entries.map((entry) => entry.room))])
  // S1: a sequence is not commit order. Whoever reads up to a position has seen everything before it, because the lock
  // is held until the commit. Taken in one order by everybody, so that two commits never wait for each other.
  await tx.execute(sql`
    select pg_advisory_xact_lock(key)
    from (select distinct hashtextextended(name, 0) as key from unnest(${rooms}::text[]) as name order by key) as keys`)
  const ends = await tx.execute<{ name: string; end: number }>(sql`
    select name, coalesce((select max(position) from room_update where room = name), 0) as "end"
    from unnest(${rooms}::text[]) as name`)
  const end = new Map(ends.rows.map((row) => [row.name, Number(row.end)]))
  const rows = entries.map(({ room, bytes, person, session, kind, at }) => {
    const position = (end.get(room) ?? 0) + 1
    end.set(room, position)
    return { room, position, personId: person, sessionId: session, kind, bytes, checksum: crc32(bytes), at: new Date(at) }
  })
  await tx.insert(roomUpdate).values(rows)
  return rows.map(({ position }) => position)
}

const isUnknownRoom = (why: unknown): boolean => {
  if (!(why instanceof Error)) return false
  const { code, constraint } = why as { code?: unknown; constraint?: unknown }
  return (code === '23503' && constraint === 'room_update_room_room_name_fk') || isUnknownRoom(why.cause)
}
