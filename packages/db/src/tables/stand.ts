import type { Entry, StandDeed, StandState } from '@sheber/contract/stand'
import { boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { exhibition } from './exhibition.ts'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { project } from './project.ts'
import { roomVersion } from './room.ts'

/** A project in an exhibition: first an entry, then a place in the hall. Never deleted: it is withdrawn or removed, and comes back. */
export const stand = pgTable(
  'stand',
  {
    /** Chosen by the device of whoever begins it. */
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    projectId: text()
      .notNull()
      .references(() => project.id),
    entry: jsonb().$type<Entry>().notNull(),
    state: text().$type<StandState>().notNull().default('draft'),
    revision: integer().notNull().default(1),
    /** Who was of the team when it was handed in, and who of them is an adult. */
    members: jsonb().$type<{ id: string; adult: boolean }[]>().notNull().default([]),
    /** Of the board's room, as handed in. */
    versionId: text().references(() => roomVersion.id),
    /** Of the room of the team's portfolio, where records were chosen. */
    recordsVersionId: text().references(() => roomVersion.id),
    late: boolean().notNull().default(false),
    enteredAt: moment(),
    enteredBy: text().references(() => person.id),
    /** Before it was withdrawn or removed: what it is when it comes back. */
    was: text().$type<StandState>(),
    /** Of returning or removing. */
    reason: text().notNull().default(''),
    decidedBy: text().references(() => person.id),
    decidedAt: moment(),
    number: integer(),
    x: doublePrecision(),
    y: doublePrecision(),
    arrivedAt: moment(),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    changedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    unique('stand_once').on(t.exhibitionId, t.projectId),
    unique('stand_number').on(t.exhibitionId, t.number),
    index('stand_project').on(t.projectId),
  ],
)

/** Each time a stand was handed in: the newest counts, the older ones are kept. */
export const standEntry = pgTable(
  'stand_entry',
  {
    standId: text()
      .notNull()
      .references(() => stand.id),
    /** From one up. */
    nth: integer().notNull(),
    entry: jsonb().$type<Entry>().notNull(),
    members: jsonb().$type<{ id: string; adult: boolean }[]>().notNull(),
    versionId: text()
      .notNull()
      .references(() => roomVersion.id),
    recordsVersionId: text().references(() => roomVersion.id),
    late: boolean().notNull(),
    /** Whose work it is and who is named in it: read once, since a board is long to read. */
    authors: text().array().notNull(),
    tells: text().array().notNull(),
    by: text()
      .notNull()
      .references(() => person.id),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.standId, t.nth] })],
)

/** What the world was given of a stand: a copy of what its team handed in, made when it was admitted. */
export const standShown = pgTable('stand_shown', {
  standId: text()
    .primaryKey()
    .references(() => stand.id),
  /** `PublicStand` of `domain/hall`. */
  shown: jsonb().$type<unknown>().notNull(),
  /** Of `shown`, in hex, as it was written. */
  sha256: text().notNull(),
  /** Whose work it is: asked for their consent whenever somebody looks. */
  authors: text().array().notNull(),
  /** Whose names stand in its words. */
  tells: text().array().notNull(),
  at: createdAt(),
})

/** What became of an entry, who did it and why: written once, never changed. */
export const standDecision = pgTable(
  'stand_decision',
  {
    id: id(),
    standId: text()
      .notNull()
      .references(() => stand.id),
    step: text().$type<StandDeed>().notNull(),
    reason: text().notNull().default(''),
    personId: text()
      .notNull()
      .references(() => person.id),
    at: createdAt(),
  },
  (t) => [index('stand_decision_of').on(t.standId, t.at)],
)
