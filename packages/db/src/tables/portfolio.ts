import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, id } from './kit.ts'
import { person } from './person.ts'
import { team } from './team.ts'

/** The row says whose portfolio it is; its content is the room `portfolio:<id>`. */
export const portfolio = pgTable(
  'portfolio',
  {
    id: id(),
    /** One for each person, and one for each team. */
    personId: text()
      .unique()
      .references(() => person.id),
    teamId: text()
      .unique()
      .references(() => team.id),
    createdAt: createdAt(),
  },
  (t) => [check('portfolio_one_owner', sql`(${t.personId} is null) <> (${t.teamId} is null)`)],
)

/** Who was let in to write beside the owner. */
export const portfolioAuthor = pgTable(
  'portfolio_author',
  {
    portfolioId: text()
      .notNull()
      .references(() => portfolio.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    letInBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.portfolioId, t.personId] }), index('portfolio_author_person').on(t.personId)],
)
