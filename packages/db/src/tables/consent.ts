import type { ConsentScope } from '@sheber/contract/consent'
import { date, index, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'

/** What a guardian has agreed to, from the paper they signed. Withdrawn ones stay, for whoever has to ask what was allowed when. */
export const consent = pgTable(
  'consent',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => person.id),
    scope: text().$type<ConsentScope>().notNull(),
    guardian: text().notNull(),
    /** Days, both included. */
    fromDay: date({ mode: 'string' }).notNull(),
    untilDay: date({ mode: 'string' }),
    recordedBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    withdrawnAt: moment(),
    withdrawnBy: text().references(() => person.id),
  },
  (t) => [index('consent_person').on(t.personId)],
)
