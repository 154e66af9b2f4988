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
    /** What it was before it was called off or removed. */
    was: text().$type<ExhibitionState>(),
    /** Why it is called off, as the world reads it. */
    reason: text().notNull().default(''),
    /** Whose staff opened it: it stays its organiser, and asks others. */
    founderId: text()
      .notNull()
      .references(() => organisation.id),
    revision: integer().notNull().default(1),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    changedAt: moment().notNull().defaultNow(),
  },
  (t) => [index('exhibition_year').on(t.year)],
)

/** Who runs it: its founder and those that agreed. Only the founder asks others. */
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

/** Organisations that are asked to help, and those that refused: none of them has a right yet. Agreed to or taken back, it is gone; the trail keeps it. */
export const exhibitionInvitation = pgTable(
  'exhibition_invitation',
  {
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    invitedBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    /** Null: nobody has answered. */
    declinedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.exhibitionId, t.organisationId] }), index('exhibition_invitation_of').on(t.organisationId)],
)
