import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'

export const group = pgTable(
  'group',
  {
    id: id(),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    name: text().notNull(),
    /** Eight letters, upper case, without hyphen. */
    code: text().notNull(),
    /** Since when every board is kept simple for its learners; null: it is not. */
    simpleAt: moment(),
    simpleBy: text().references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('group_code').on(t.code), index('group_organisation').on(t.organisationId)],
)

export const groupLearner = pgTable(
  'group_learner',
  {
    groupId: text()
      .notNull()
      .references(() => group.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.personId] }), index('group_learner_person').on(t.personId)],
)
