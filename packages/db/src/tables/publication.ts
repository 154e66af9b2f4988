import type { PublicFields } from '@sheber/contract/publication'
import type { Seen } from '@sheber/contract/stand'
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { portfolio } from './portfolio.ts'

/** What the world was given of a portfolio: a copy of chosen fields, made when somebody published it. */
export const publication = pgTable('publication', {
  /** The address of the page. */
  id: id(),
  portfolioId: text()
    .notNull()
    .unique()
    .references(() => portfolio.id),
  fields: jsonb().$type<PublicFields>().notNull(),
  cover: jsonb().$type<{ title: string; about: string; picture?: { fileId: string; alt: string } }>(),
  /** Whose names stand on the cover. */
  coverTells: text().array().notNull().default([]),
  badges: text().array().notNull().default([]),
  /** Which children are seen in which pictures: asked for their consent whenever somebody looks. */
  seen: jsonb().$type<readonly Seen[]>().notNull().default([]),
  publishedBy: text()
    .notNull()
    .references(() => person.id),
  publishedAt: createdAt(),
  withdrawnBy: text().references(() => person.id),
  withdrawnAt: moment(),
})

export const publicationRecord = pgTable(
  'publication_record',
  {
    publicationId: text()
      .notNull()
      .references(() => publication.id),
    /** In the portfolio's document, not in any table. */
    recordId: text().notNull(),
    place: integer().notNull(),
    /** As the world reads it (`domain/publication`). */
    shown: jsonb().$type<unknown>().notNull(),
    /** Of `shown`, in hex, as it was written. */
    sha256: text().notNull(),
    /** Whose work it is: asked for their consent whenever somebody reads it. */
    authors: text().array().notNull(),
    /** Whose names stand in its words. */
    tells: text().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.publicationId, t.recordId] }), index('publication_record_place').on(t.publicationId, t.place)],
)
