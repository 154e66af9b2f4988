import { pgTable, text } from 'drizzle-orm/pg-core'
import { bytes, moment } from './kit.ts'

/** What a page out there said of itself when it was last asked; a cache, which can be thrown away. */
export const preview = pgTable('preview', {
  url: text().primaryKey(),
  /** Null: it had nothing to show. */
  title: text(),
  description: text().notNull().default(''),
  /** A small WebP. */
  picture: bytes(),
  at: moment().notNull(),
})
