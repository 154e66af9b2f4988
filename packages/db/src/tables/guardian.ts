import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { portfolio } from './portfolio.ts'

/** Who stands for which child. What is over stays: who saw a record then, and whose word a consent was, is asked years later. */
export const guardianship = pgTable(
  'guardianship',
  {
    id: id(),
    guardianId: text()
      .notNull()
      .references(() => person.id),
    childId: text()
      .notNull()
      .references(() => person.id),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    endedAt: moment(),
    endedBy: text().references(() => person.id),
  },
  (t) => [
    // Once at a time; begun anew after it was over, it is another row.
    uniqueIndex('guardianship_pair')
      .on(t.guardianId, t.childId)
      .where(sql`${t.endedAt} is null`),
    index('guardianship_child').on(t.childId),
    check('guardianship_of_another', sql`${t.guardianId} <> ${t.childId}`),
  ],
)

/** Which records of a child its guardians have been told of: that they may read it, or that the world may. Each once, whatever becomes of it later. */
export const guardianTold = pgTable(
  'guardian_told',
  {
    guardianId: text()
      .notNull()
      .references(() => person.id),
    portfolioId: text()
      .notNull()
      .references(() => portfolio.id),
    /** In the portfolio's document, not in any table. */
    recordId: text().notNull(),
    audience: text({ enum: ['guardian', 'public'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.portfolioId, t.guardianId, t.audience, t.recordId] })],
)
