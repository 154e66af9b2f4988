import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'

/** A competition, an exhibition or a review, from the call to the archive. */
export const exhibition = pgTable(
  'exhibition',
  {
    /** Chosen by the organiser's device; also the address of its public pages, for ever. */
    id: id(),
    plan: jsonb().$type<Plan>().notNull(),
    /** Of the archive: that of the hall's opening, in the centre's time. */
    year: integer().notNull(),
    state: text().$type<ExhibitionState>().notNull().default('draft'),
    revision: integer().notNull().default(1),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    changedAt: moment().notNull().defaultNow(),
  },
  (t) => [index('exhibition_year').on(t.year)],
)

/** Who runs it, all with the same rights. */
export const exhibitionOrganiser = pgTable(
  'exhibition_organiser',
  {
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    addedBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.exhibitionId, t.organisationId] }), index('exhibition_organiser_of').on(t.organisationId)],
)
