import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, id } from './kit.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'

export const team = pgTable(
  'team',
  {
    id: id(),
    name: text().notNull(),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    createdAt: createdAt(),
  },
  (t) => [index('team_organisation').on(t.organisationId)],
)

export const teamMember = pgTable(
  'team_member',
  {
    teamId: text()
      .notNull()
      .references(() => team.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.personId] }), index('team_member_person').on(t.personId)],
)
