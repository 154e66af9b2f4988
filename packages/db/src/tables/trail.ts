import type { ExhibitionDeed, TrailSource, TrailWay } from '@sheber/contract/trail'
import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { exhibition } from './exhibition.ts'
import { createdAt, id } from './kit.ts'
import { person } from './person.ts'

/** What organisers did to the rules and the road of an exhibition, with what was before: written once, never changed. */
export const exhibitionDecision = pgTable(
  'exhibition_decision',
  {
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    step: text().$type<ExhibitionDeed>().notNull(),
    /** Of a plan the parts that were changed, of a step the state. */
    before: jsonb().$type<unknown>(),
    after: jsonb().$type<unknown>(),
    reason: text().notNull().default(''),
    personId: text()
      .notNull()
      .references(() => person.id),
    at: createdAt(),
  },
  (t) => [index('exhibition_decision_of').on(t.exhibitionId, t.at)],
)

/**
 * One chain for each exhibition: the hash of a row that happened, and of all that came before it. Written by the database itself
 * (migrations/0015), in the transaction that made the row, at its end. No reference to the exhibition: its row is held by commands
 * that wait for the log, and the log would wait for it.
 */
export const trail = pgTable(
  'trail',
  {
    exhibitionId: text().notNull(),
    /** From one up, without a gap. */
    nth: integer().notNull(),
    source: text().$type<TrailSource>().notNull(),
    rowId: text().notNull(),
    /** Of the row as `trail_row` spells it, in hex. */
    rowSha256: text().notNull(),
    /** Of the link before, this one's place and its row, in hex. */
    sha256: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.exhibitionId, t.nth] }), unique('trail_once').on(t.source, t.rowId)],
)

/** Where each chain ends: links cut off its end are missed here. */
export const trailHead = pgTable('trail_head', {
  exhibitionId: text().primaryKey(),
  nth: integer().notNull(),
  sha256: text().notNull(),
})

/** That words were blotted out because the law asks for it, or a row went into an archive: a link of the chain like others. */
export const trailRelease = pgTable(
  'trail_release',
  {
    id: id(),
    exhibitionId: text().notNull(),
    source: text().$type<TrailSource>().notNull(),
    rowId: text().notNull(),
    way: text().$type<TrailWay>().notNull(),
    reason: text().notNull(),
    at: createdAt(),
  },
  (t) => [index('trail_release_of').on(t.source, t.rowId)],
)
