import type { TaskState } from '@sheber/contract/task'
import { date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { project } from './project.ts'

/** What is to be done in a project. Those taken away stay, for whoever brings them back. */
export const task = pgTable(
  'task',
  {
    id: id(),
    projectId: text()
      .notNull()
      .references(() => project.id),
    title: text().notNull(),
    words: text().notNull().default(''),
    state: text().$type<TaskState>().notNull(),
    /** A fractional key, by which tasks of one state are in order. */
    place: text().notNull(),
    /** Of the calendar on the wall of the centre; a day has no zone. */
    due: date({ mode: 'string' }),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    doneAt: moment(),
    removedAt: moment(),
    /** Of two readings the higher one is the newer. */
    revision: integer().notNull().default(1),
  },
  (t) => [index('task_project').on(t.projectId, t.state)],
)

/** Who does it. */
export const taskPerson = pgTable(
  'task_person',
  {
    taskId: text()
      .notNull()
      .references(() => task.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.personId] }), index('task_person_of').on(t.personId)],
)
