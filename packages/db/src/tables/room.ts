import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytes, createdAt, moment } from './kit.ts'
import { person } from './person.ts'

/** One shared document. Its log is `room_update`, its newest stored whole is `room_state`. */
export const room = pgTable('room', {
  /** `board:<id>`: only `document/room` knows the spelling. */
  name: text().primaryKey(),
  /** Changes when a document is rebuilt from scratch: old copies must not merge into it. */
  lineage: text().unique().notNull(),
  createdAt: createdAt(),
})

/** Append-only. What is here has been called saved. */
export const roomUpdate = pgTable(
  'room_update',
  {
    room: text()
      .notNull()
      .references(() => room.name),
    position: bigint({ mode: 'number' }).notNull(),
    /** Null for the system itself: seeds and templates. */
    personId: text().references(() => person.id),
    sessionId: text(),
    kind: text().$type<'edit' | 'import' | 'template' | 'restore' | 'migration'>().notNull(),
    /** Yjs update, version 1. */
    bytes: bytes().notNull(),
    /** crc32 of the bytes: a row that rotted is found when it is read. */
    checksum: bigint({ mode: 'number' }).notNull(),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.room, t.position] }), index('room_update_person').on(t.personId, t.at)],
)

export const roomState = pgTable('room_state', {
  room: text()
    .primaryKey()
    .references(() => room.name),
  /** The whole document up to and with this position. */
  position: bigint({ mode: 'number' }).notNull(),
  bytes: bytes().notNull(),
  checksum: bigint({ mode: 'number' }).notNull(),
  at: moment().notNull(),
})
