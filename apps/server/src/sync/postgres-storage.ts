import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { poolOf, type Db, type DbOrTx, type Tx } from '@sheber/db/open'
import { room, roomAside, roomState, roomUpdate } from '@sheber/db/schema'
import { limits } from '@sheber/sync/limits'
import { FrozenRoom, FullAside, RottenRow, UnknownRoom, type Entry, type NewEntry, type Storage, type Stored } from '@sheber/sync/types'
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { mergeRows, type MergeRules, mergeRules } from './merge-rows.ts'
import { isTaken } from './taken.ts'

interface Beginning {
  readonly bytes: Uint8Array
  readonly personId: string
  readonly at: Date
}

/** A document comes into being together with what it belongs to, empty or with what was copied into it. */
export const makeRoom = async (tx: Tx, name: string, lineage: string, beginning?: Beginning): Promise<void> => {
  await tx.insert(room).values({ name, lineage })
  if (!beginning) return
  // Nobody else knows the room before the commit, so its first row needs no lock.
  const { bytes } = beginning
  await tx.insert(roomUpdate).values({ ...beginning, room: name, position: 1, kind: 'import', checksum: crc32(bytes) })
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
  /** These rooms have grown. It is called after the commit, and must not throw. */
  readonly wrote?: (rooms: readonly string[]) => void
  readonly merge?: MergeRules
  /** Called at every point at which compaction has written something: a test stops the process there. */
  readonly reached?: (point: 'stored' | 'cleared' | 'merged') => void
}

/**
 * The log of all rooms. A stored whole stands beside its rows, so that a room opens from one row. Rejects with
 * UnknownRoom or FrozenRoom for a room that takes no rows, and with RottenRow for what is no longer what was written.
 */
export const postgresStorage = (db: Db, options: PostgresStorageOptions = {}): Storage => {
  const { report = () => {}, now = () => new Date(), wrote = () => {}, merge = mergeRules, reached = () => {} } = options
  return {
    since: async (name, position) => {
      const found = await since(db, name, position)
      if (found.whole === null || isSound(found.whole)) return checked(name, found)
      // Every row that a whole was made of is still there.
      report(new RottenRow(`${name}, the whole up to ${found.whole.position}`))
      return checked(name, await since(db, name, beforeAll))
    },

    append: async (entries) => {
      if (entries.length === 0) return []
      for (let tries = 1; ; tries += 1) {
        try {
          const positions = await append(db, entries)
          wrote(entries.map((entry) => entry.room))
          return positions
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

interface Found {
  readonly whole: Row | null
  readonly tail: readonly Row[]
  readonly owners: ReadonlyMap<number, string>
}

const checked = (name: string, { whole, tail, owners }: Found): Stored => {
  for (const row of tail) if (!isSound(row)) throw new RottenRow(`${name}, position ${row.position}`)
  const entry = ({ position, bytes }: Row): Entry => ({ position, bytes })
  return { whole: whole && entry(whole), tail: tail.map(entry), owners }
}

/** No row is here, and no whole is asked for. */
const beforeAll = -1

interface SinceRow {
  readonly kind: 'room' | 'whole' | 'owner' | 'update'
  readonly number: string
  readonly bytes: Buffer | null
  readonly checksum: string | null
  readonly person: string | null
}

/** From 0 with the whole, if there is one. One question, and one moment of the log: every room is opened by it. */
const since = async (db: Db, name: string, position: number): Promise<Found> => {
  const { rows } = await poolOf(db).query<SinceRow>({ name: 'room since', text: sinceText, values: [name, position] })
  if (rows.length === 0) throw new UnknownRoom(name)
  let whole: Row | null = null
  const tail: Row[] = []
  const owners = new Map<number, string>()
  for (const { kind, number, bytes, checksum, person } of rows) {
    const row = () => ({ position: Number(number), bytes: bytesOf(bytes ?? Buffer.of()), checksum: Number(checksum) })
    if (kind === 'whole') whole = row()
    if (kind === 'update') tail.push(row())
    if (kind === 'owner' && person !== null) owners.set(Number(number), person)
  }
  return { whole, tail: tail.sort((a, b) => a.position - b.position), owners }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Buffer) => new Uint8Array(buffer, byteOffset, byteLength)

const sinceText = `
  with whole as (select position, bytes, checksum from room_state where room = $1::text and $2::bigint = 0)
  select 'room' as kind, 0::bigint as number, null::bytea as bytes, null::bigint as checksum, null::text as person from room where name = $1
  union all
  select 'whole', position, bytes, checksum, null from whole
  union all
  select 'owner', client, null, null, person_id from room_client where room = $1 and position > $2
  union all
  select 'update', position, bytes, checksum, null from room_update
  where room = $1 and position > coalesce((select position from whole), $2)`

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
