import type { Direction, ProjectState } from '@sheber/contract/project'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { team } from './team.ts'

export const project = pgTable(
  'project',
  {
    id: id(),
    teamId: text()
      .notNull()
      .references(() => team.id),
    title: text().notNull(),
    direction: text().$type<Direction>().notNull(),
    brief: text().notNull().default(''),
    state: text().$type<ProjectState>().notNull().default('idea'),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    changedAt: moment().notNull().defaultNow(),
  },
  (t) => [index('project_team').on(t.teamId)],
)
