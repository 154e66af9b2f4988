import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { poolOf, type Db, type DbOrTx, type Tx } from '@sheber/db/open'
import { room, roomAside, roomClient, roomState, roomUpdate } from '@sheber/db/schema'
import { limits } from '@sheber/sync/limits'
import { FrozenRoom, FullAside, RottenRow, UnknownRoom, type Entry, type NewEntry, type Storage } from '@sheber/sync/types'
import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { mergeRows, type MergeRules, mergeRules } from './merge-rows.ts'
import { isTaken } from './taken.ts'

/** A document comes into being together with what it belongs to. */
export const makeRoom = async (tx: Tx, name: string, lineage: string): Promise<void> => {
  await tx.insert(room).values({ name, lineage })
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

interface Row {
  readonly position: number
  readonly bytes: Uint8Array
  readonly checksum: number
}

const isSound = ({ bytes, checksum }: Row) => crc32(bytes) === checksum

export interface PostgresStorageOptions {
  /** A stored row is not what was written. */
  readonly report?: (rotten: RottenRow) => void
  readonly now?: () => Date
  readonly merge?: MergeRules
  /** Called at every point at which compaction has written something: a test stops the process there. */
  readonly reached?: (point: 'stored' | 'cleared' | 'merged') => void
}

/**
 * The log of all rooms. A stored whole stands beside its rows, so that a room opens from one row. Rejects with
 * UnknownRoom or FrozenRoom for a room that takes no rows, and with RottenRow for what is no longer what was written.
 */
export const postgresStorage = (db: Db, options: PostgresStorageOptions = {}): Storage => {
  const { report = () => {}, now = () => new Date(), merge = mergeRules, reached = () => {} } = options
  return {
    since: async (name, position) => {
      const whole = position === 0 ? await wholeOf(db, name, report) : null
      const [tail, bound] = await Promise.all([
        db
          .select({ position: roomUpdate.position, bytes: roomUpdate.bytes, checksum: roomUpdate.checksum })
          .from(roomUpdate)
          .where(and(eq(roomUpdate.room, name), gt(roomUpdate.position, whole?.position ?? position)))
          .orderBy(asc(roomUpdate.position)),
        db
          .select({ client: roomClient.client, person: roomClient.personId })
          .from(roomClient)
          .where(and(eq(roomClient.room, name), gt(roomClient.position, position))),
      ])
      for (const row of tail) if (!isSound(row)) throw new RottenRow(`${name}, position ${row.position}`)
      const owners = new Map(bound.map(({ client, person }) => [client, person]))
      return { whole, tail: tail.map(({ position, bytes }) => ({ position, bytes })), owners }
    },

    append: async (entries) => {
      if (entries.length === 0) return []
      for (let tries = 1; ; tries += 1) {
        try {
          return await append(db, entries)
        } catch (why) {
          // Another process took the same position; by now its row can be seen.
          if (!isTaken(why, 'room_update_room_position_pk') || tries === appendTriesMax) throw why
        }
      }
    },

    keepAside: async ({ room: name, person, bytes, at, doneAt }) => {
      if (person === null) throw new Error('nobody to keep it for')
      const row = { room: name, personId: person, bytes, sha256: sha256(bytes), at: new Date(at) }
      const { documentBytesMax } = limits
      const kept = await db
        .select({ bytes: sql<number>`length(${roomAside.bytes})`, sha256: roomAside.sha256 })
        .from(roomAside)
        .where(and(eq(roomAside.room, name), eq(roomAside.personId, person)))
      if (kept.some((one) => one.sha256 === row.sha256)) return
      const all = kept.reduce((sum, one) => sum + one.bytes, bytes.length)
      if (all > documentBytesMax) throw new FullAside(`more than documentBytesMax ${documentBytesMax} aside`)
      await db
        .insert(roomAside)
        .values({ ...row, doneAt: doneAt === null ? null : new Date(doneAt) })
        .onConflictDoNothing()
    },

    compact: (name, upTo, bytes) =>
      db.transaction(async (tx) => {
        const state = { room: name, position: upTo, bytes, checksum: crc32(bytes), at: now() }
        // The position fences: a process that was asleep cannot put an older whole over a newer one. Who has written
        // here holds the row until the commit, so only one merges.
        const [stored] = await tx
          .insert(roomState)
          .values(state)
          .onConflictDoUpdate({ target: roomState.room, set: state, setWhere: lt(roomState.position, upTo) })
          .returning({ mergedTo: roomState.mergedTo })
        if (!stored) return
        reached('stored')
        await mergeRows(tx, name, { from: stored.mergedTo, to: upTo, now: now(), rules: merge, reached })
      }),
  }
}

const appendTriesMax = 20

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

/**
 * One statement is one commit, for many rooms.
 *
 * S1: a row's position is one more than the newest that this statement can see, and the key is unique. Whoever takes the
 * same one at the same time waits for the other's commit and tries again; so n + 1 is never given before n is committed.
 * The rooms are held until then, so that nothing gets into a room after it was frozen; in one order, so that two
 * commits never wait for each other.
 */
const append = async (db: Db, entries: readonly NewEntry[]): Promise<number[]> => {
  const rooms = [...new Set(entries.map((entry) => entry.room))]
  const bound = entries.flatMap(({ room, person, clients }) => (person === null ? [] : clients.map((client) => ({ room, client, person }))))
  const { rows } = await poolOf(db).query<{ room: string; position: string }>({
    // Named: it is read and planned once for each connection, not with every commit.
    name: 'room append',
    text: appendText,
    values: [
      rooms,
      rooms.length,
      bound.map(({ room }) => room),
      bound.map(({ client }) => client),
      bound.map(({ person }) => person),
      entries.map(({ room }) => room),
      entries.map(({ person }) => person),
      entries.map(({ session }) => session),
      entries.map(({ kind }) => kind),
      entries.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
      entries.map(({ bytes }) => crc32(bytes)),
      entries.map(({ at }) => new Date(at)),
      entries.map(({ doneAt }) => (doneAt === null ? null : new Date(doneAt))),
    ],
  })
  if (rows.length === 0) throw await whyNot(db, rooms)
  const positions = new Map(rooms.map((name) => [name, [] as number[]]))
  for (const row of rows) positions.get(row.room)?.push(Number(row.position))
  for (const given of positions.values()) given.sort((a, b) => a - b)
  return entries.map((entry) => positions.get(entry.room)?.shift() ?? 0)
}

const appendText = `
  with open as materialized (
    select name from room where name = any($1::text[]) and frozen_at is null order by name for share
  ), ends as materialized (
    select name, coalesce((select max(position) from room_update where room = name), 0) as last from open
  ), bound as (
    insert into room_client (room, client, person_id, position)
    select b.room, b.client, b.person, last + 1
    from unnest($3::text[], $4::bigint[], $5::text[]) as b (room, client, person)
    join ends on name = b.room
    where (select count(*) from open) = $2
    on conflict do nothing
  )
  insert into room_update (room, position, person_id, session_id, kind, bytes, checksum, at, done_at)
  select g.room, last + row_number() over (partition by g.room order by g.nth), g.person, g.session, g.kind, g.bytes, g.checksum, g.at, g.done_at
  from unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::bytea[], $11::bigint[], $12::timestamptz[], $13::timestamptz[])
       with ordinality as g (room, person, session, kind, bytes, checksum, at, done_at, nth)
  join ends on name = g.room
  where (select count(*) from open) = $2
  order by g.room, g.nth
  returning room, position`

const whyNot = async (db: DbOrTx, rooms: readonly string[]): Promise<UnknownRoom | FrozenRoom> => {
  const found = await db
    .select({ name: room.name, frozenAt: room.frozenAt })
    .from(room)
    .where(inArray(room.name, [...rooms]))
  const frozen = found.filter(({ frozenAt }) => frozenAt !== null).map(({ name }) => name)
  const unknown = rooms.filter((name) => found.every((one) => one.name !== name))
  return unknown.length > 0 ? new UnknownRoom(unknown.join(', ')) : new FrozenRoom(frozen.join(', '))
}
