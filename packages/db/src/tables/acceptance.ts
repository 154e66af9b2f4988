import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { evidence } from './evidence.ts'
import { competency } from './framework.ts'
import { createdAt, id, moment } from './kit.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'

/** A school has taken evidence of the centre for a topic of its own. */
export const acceptance = pgTable(
  'acceptance',
  {
    id: id(),
    evidenceId: text()
      .notNull()
      .references(() => evidence.id),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    topic: text().notNull(),
    goalId: uuid().references(() => competency.id),
    acceptedBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    withdrawnAt: moment(),
    withdrawnBy: text().references(() => person.id),
  },
  (t) => [
    uniqueIndex('acceptance_once')
      .on(t.evidenceId, t.organisationId, sql`lower(${t.topic})`)
      .where(sql`${t.withdrawnAt} is null`),
    index('acceptance_organisation').on(t.organisationId),
  ],
)
