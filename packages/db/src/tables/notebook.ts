import { sql } from 'drizzle-orm'
import { bigint, date, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { project } from './project.ts'
import { roomVersion } from './room.ts'

/** A page of a project's notebook; what stands on it is the room `notebook:<id>`. */
export const notebookPage = pgTable(
  'notebook_page',
  {
    id: id(),
    projectId: text()
      .notNull()
      .references(() => project.id),
    /** On which day the work was done, on the wall of the centre. */
    day: date({ mode: 'string' }).notNull(),
    /** Of that day, the first, the second … */
    nth: integer().notNull(),
    title: text().notNull().default(''),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    removedAt: moment(),
    removedBy: text().references(() => person.id),
    /** The words of its room up to a position, to be found by: read again where the room has grown since. */
    words: text().notNull().default(''),
    wordsPosition: bigint({ mode: 'number' }).notNull().default(0),
  },
  (t) => [unique('notebook_page_day').on(t.projectId, t.day, t.nth)],
)

/** That somebody has seen a page as it was. Never changed but by taking it back. */
export const notebookSignature = pgTable(
  'notebook_signature',
  {
    id: id(),
    pageId: text()
      .notNull()
      .references(() => notebookPage.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    at: moment().notNull(),
    /** What they saw. */
    versionId: text()
      .notNull()
      .references(() => roomVersion.id),
    withdrawnAt: moment(),
  },
  (t) => [
    index('notebook_signature_page').on(t.pageId),
    // One holds at a time.
    uniqueIndex('notebook_signature_holds')
      .on(t.pageId)
      .where(sql`${t.withdrawnAt} is null`),
  ],
)
