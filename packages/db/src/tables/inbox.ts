import { bigint, pgTable, text } from 'drizzle-orm/pg-core'
import { person } from './person.ts'

/** How far somebody has looked through what concerns them. What stands there is the fact log itself. */
export const inboxSeen = pgTable('inbox_seen', {
  personId: text()
    .primaryKey()
    .references(() => person.id),
  position: bigint({ mode: 'number' }).notNull(),
})
