import type { Marks } from '@sheber/contract/rubric'
import { sql } from 'drizzle-orm'
import { boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { exhibition } from './exhibition.ts'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { stand } from './stand.ts'

/** Somebody who judges one exhibition. Invited by a link, of which only a hash is kept. */
export const judge = pgTable(
  'judge',
  {
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    /** Scores along, to learn it; counts for nothing. */
    shadow: boolean().notNull().default(false),
    /** Of the exhibition's plan; none: all of them. */
    nominations: text().array().notNull(),
    /** SHA-256 of the link's secret; null: they sign in as they are used to. */
    link: text().unique(),
    linkUntil: moment(),
    invitedBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    acceptedAt: moment(),
    /** When they said where their interests conflict, or that they do nowhere. */
    declaredAt: moment(),
    /** Taken off the jury: their scores stay, and count no more. */
    endedAt: moment(),
  },
  (t) => [unique('judge_once').on(t.exhibitionId, t.personId), index('judge_person').on(t.personId)],
)

export type SeatState = 'offered' | 'conflict' | 'skipped' | 'done'

/** A stand that a judge is to see. */
export const judgeStand = pgTable(
  'judge_stand',
  {
    judgeId: text()
      .notNull()
      .references(() => judge.id),
    standId: text()
      .notNull()
      .references(() => stand.id),
    round: integer().notNull().default(1),
    /** False: to calibrate. */
    counts: boolean().notNull().default(true),
    place: integer().notNull(),
    state: text().$type<SeatState>().notNull().default('offered'),
    /** Why it was skipped, or what conflicts. */
    reason: text().notNull().default(''),
    createdAt: createdAt(),
    changedAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.judgeId, t.standId, t.round] }), index('judge_stand_stand').on(t.standId)],
)

/** Append-only: who thinks better of it scores again, and the newest by the server's clock counts. */
export const score = pgTable(
  'score',
  {
    /** Chosen by the judge's device: sent twice, it is there once. */
    id: id(),
    judgeId: text()
      .notNull()
      .references(() => judge.id),
    standId: text()
      .notNull()
      .references(() => stand.id),
    round: integer().notNull().default(1),
    marks: jsonb().$type<Marks>().notNull(),
    /** Weighted, 0 to 100; null: not every criterion was looked at yet. */
    total: doublePrecision(),
    words: text().notNull(),
    /** By the device, which may have been offline; the server's time is `createdAt`. */
    madeAt: moment().notNull(),
    createdAt: createdAt(),
    /** The score it was made over: two devices that were offline show here. */
    overId: text(),
  },
  (t) => [index('score_stand').on(t.standId, t.round, t.createdAt), index('score_judge').on(t.judgeId, t.round)],
)

/** One look at two: which is the better. Undone, it stays and counts no more. */
export const comparison = pgTable(
  'comparison',
  {
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    round: integer().notNull().default(2),
    betterId: text()
      .notNull()
      .references(() => stand.id),
    worseId: text()
      .notNull()
      .references(() => stand.id),
    /** Both ids in the order of the alphabet. */
    pair: text().notNull(),
    createdAt: createdAt(),
    undoneAt: moment(),
  },
  (t) => [
    index('comparison_exhibition').on(t.exhibitionId, t.round),
    uniqueIndex('comparison_once')
      .on(t.personId, t.round, t.pair)
      .where(sql`${t.undoneAt} is null`),
  ],
)

/** A round of comparing two and two: which stands, and whether those who show one compare too. */
export const comparing = pgTable('comparing', {
  exhibitionId: text()
    .primaryKey()
    .references(() => exhibition.id),
  standIds: text().array().notNull(),
  peers: boolean().notNull().default(false),
  openedBy: text()
    .notNull()
    .references(() => person.id),
  openedAt: createdAt(),
  /** When nobody compares any more, by the server's clock; null: until somebody closes it. */
  until: moment(),
  closedAt: moment(),
})
