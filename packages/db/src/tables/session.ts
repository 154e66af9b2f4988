import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, moment } from './kit.ts'
import { person } from './person.ts'

export const session = pgTable(
  'session',
  {
    /** sha256 of the cookie's random token, hex: a leaked table opens no door. */
    id: text().primaryKey(),
    // lucia's adapter asks for the name userId
    userId: text('person_id')
      .notNull()
      .references(() => person.id),
    expiresAt: moment().notNull(),
    openedAt: createdAt(),
    /** A word for the person to recognise it by, such as "Chrome, Android". */
    device: text().notNull().default(''),
  },
  (t) => [index('session_person').on(t.userId)],
)
