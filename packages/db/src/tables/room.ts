import { bigint, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'

/** One shared document. Its log is `room_update`, its newest stored whole is `room_state`. */
export const room = pgTable('room', {
  /** `board:<id>`: only `document/room` knows the spelling. */
  name: text().primaryKey(),
  /** Changes when a document is rebuilt from scratch: old copies must not merge into it. */
  lineage: text().unique().notNull(),
  createdAt: createdAt(),
  /** From then on the log takes no row: submitted, under judgement, or a teacher said stop. */
  frozenAt: moment(),
  frozenBy: text().references(() => person.id),
})

/**
 * Append-only. What is here has been called saved. It names room and person without foreign keys: the one statement that
 * writes here holds the room's row already (`server/sync/postgres-storage`), and a key would lock a row more for each row.
 */
export const roomUpdate = pgTable(
  'room_update',
  {
    room: text().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    /** Null for the system itself: seeds and templates. Always somebody's who is signed in; people are never removed. */
    personId: text(),
    sessionId: text(),
    kind: text().$type<'edit' | 'import' | 'template' | 'restore' | 'migration'>().notNull(),
    /** Yjs update, version 1. */
    bytes: bytes().notNull(),
    /** crc32 of the bytes: a row that rotted is found when it is read. */
    checksum: bigint({ mode: 'number' }).notNull(),
    at: createdAt(),
    /** When the work was done, where that was long before it arrived: offline. As the device says, within bounds. */
    doneAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.room, t.position] }), index('room_update_at').using('brin', t.at)],
)

/** Whose hand a client id of Yjs is: whoever first wrote with it, by the connection. */
export const roomClient = pgTable(
  'room_client',
  {
    room: text().notNull(),
    client: bigint({ mode: 'number' }).notNull(),
    personId: text()
      .notNull()
      .references(() => person.id),
    /** Of the row with which it came. */
    position: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.room, t.client] })],
)

export const roomState = pgTable('room_state', {
  room: text()
    .primaryKey()
    .references(() => room.name),
  /** The whole document up to and with this position. It fences: an older whole never replaces a newer one. */
  position: bigint({ mode: 'number' }).notNull(),
  bytes: bytes().notNull(),
  checksum: bigint({ mode: 'number' }).notNull(),
  /** Rows up to and with this position have been merged, hand by hand. */
  mergedTo: bigint({ mode: 'number' }).notNull().default(0),
  at: moment().notNull(),
})

/** The whole document as it was, under a name that somebody gave it. Never changed. */
export const roomVersion = pgTable(
  'room_version',
  {
    id: id(),
    room: text()
      .notNull()
      .references(() => room.name),
    position: bigint({ mode: 'number' }).notNull(),
    /** Null: made by Sheber itself before it restored another. */
    name: text(),
    bytes: bytes().notNull(),
    /** Of the bytes, in hex. */
    sha256: text().notNull(),
    personId: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [index('room_version_room').on(t.room, t.createdAt)],
)

/** What somebody wrote, mostly offline, and what reached a frozen room too late: kept for them alone. */
export const roomAside = pgTable(
  'room_aside',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    room: text()
      .notNull()
      .references(() => room.name),
    personId: text()
      .notNull()
      .references(() => person.id),
    /** Yjs update, version 1: what the room lacked. */
    bytes: bytes().notNull(),
    sha256: text().notNull(),
    doneAt: moment(),
    at: createdAt(),
    /** When its author took it into the room or laid it down; it stays either way. */
    settledAt: moment(),
    settled: text().$type<'taken' | 'dropped'>(),
  },
  // The same words may arrive again with every connection.
  (t) => [unique('room_aside_once').on(t.room, t.personId, t.sha256)],
)
