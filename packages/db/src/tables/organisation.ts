import type { Language } from '@sheber/contract/words'
import type { OrganisationKind, Role } from '@sheber/contract/organisation'
import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, id } from './kit.ts'
import { person } from './person.ts'

export const organisation = pgTable(
  'organisation',
  {
    id: id(),
    name: text().notNull(),
    kind: text().$type<OrganisationKind>().notNull(),
    language: text().$type<Language>().notNull().default('kk'),
    /** Only the centre's row can be a demo: invented people, one-click sign-in. */
    demo: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  // Two people who create the centre at one moment create one centre.
  (t) => [
    uniqueIndex('organisation_one_centre')
      .on(t.kind)
      .where(sql`${t.kind} = 'centre'`),
  ],
)

export const membership = pgTable(
  'membership',
  {
    personId: text()
      .notNull()
      .references(() => person.id),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    role: text().$type<Role>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.organisationId] }), index('membership_organisation').on(t.organisationId)],
)
