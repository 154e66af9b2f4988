import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt } from './kit.ts'
import { person } from './person.ts'

/** What happened, in order, never edited. Positions are given under a lock, so none appears late. */
export const fact = pgTable(
  'fact',
  {
    position: bigint({ mode: 'number' }).primaryKey(),
    name: text().notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    topics: text().array().notNull(),
    /** Whose hand; null for the system. */
    personId: text().references(() => person.id),
    at: createdAt(),
  },
  (t) => [index('fact_topics').using('gin', t.topics)],
)
