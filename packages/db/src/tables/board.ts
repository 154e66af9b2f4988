import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { project } from './project.ts'

/** The row says whose board it is; its content is the room `board:<id>`. */
export const board = pgTable(
  'board',
  {
    id: id(),
    projectId: text()
      .notNull()
      .references(() => project.id),
    /** Empty: the first board of a project is called like it. */
    title: text().notNull().default(''),
    /** Since when it is kept simple for all but those who lead it; null: it is not. */
    simpleAt: moment(),
    simpleBy: text().references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [index('board_project').on(t.projectId)],
)

/** What a board was made from. Copies of copies make a chain, which is followed and not stored. */
export const boardCopy = pgTable('board_copy', {
  boardId: text()
    .primaryKey()
    .references(() => board.id),
  fromId: text()
    .notNull()
    .references(() => board.id),
  /** Who copied it. */
  personId: text()
    .notNull()
    .references(() => person.id),
  /** Whose hands had made what was copied, the first first. */
  authors: text().array().notNull(),
  createdAt: createdAt(),
})
