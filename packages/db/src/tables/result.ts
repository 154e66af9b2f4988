import type { Said } from '@sheber/contract/framework'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { exhibition } from './exhibition.ts'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { stand } from './stand.ts'

/** What was made of an exhibition's scores, as it was approved. A newer one takes its place and the older stays. */
export const result = pgTable(
  'result',
  {
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    /** Means, severity, intervals and places, as `domain` made them of the scores there were. */
    computed: jsonb().$type<unknown>().notNull(),
    /** Of `computed` and the awards, in hex: what was approved is what is released. */
    sha256: text().notNull(),
    proposedBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    /** Somebody else than whoever proposed it. */
    approvedBy: text().references(() => person.id),
    approvedAt: moment(),
    /** A newer one was proposed, or this was taken back. */
    droppedAt: moment(),
  },
  (t) => [
    uniqueIndex('result_one')
      .on(t.exhibitionId)
      .where(sql`${t.droppedAt} is null`),
  ],
)

export type AwardState = 'proposed' | 'approved' | 'issued' | 'revoked'

export const award = pgTable(
  'award',
  {
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    standId: text()
      .notNull()
      .references(() => stand.id),
    /** Null: an award of its own, by hand. */
    nominationId: text(),
    /** One to three; null: it has a name instead. */
    degree: integer(),
    title: jsonb().$type<Said>().notNull(),
    /** Needed where it was given by hand. */
    reason: text().notNull().default(''),
    state: text().$type<AwardState>().notNull().default('proposed'),
    /** Of the diploma; public, so that anybody may check it. */
    number: text().notNull().unique(),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    issuedAt: moment(),
    revokedAt: moment(),
  },
  (t) => [index('award_exhibition').on(t.exhibitionId), index('award_stand').on(t.standId)],
)
