import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, id } from './kit.ts'
import { project } from './project.ts'

/** The row says whose board it is; its content is the room `board:<id>`. */
export const board = pgTable(
  'board',
  {
    id: id(),
    projectId: text()
      .notNull()
      .references(() => project.id),
    createdAt: createdAt(),
  },
  (t) => [index('board_project').on(t.projectId)],
)
