import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { board } from './board.ts'
import { createdAt } from './kit.ts'
import { person } from './person.ts'

/** Work of a team that one of its hands does not want in their own portfolio. What is offered is computed; only the no is kept. */
export const contributionDeclined = pgTable(
  'contribution_declined',
  {
    personId: text()
      .notNull()
      .references(() => person.id),
    boardId: text()
      .notNull()
      .references(() => board.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.boardId] })],
)
