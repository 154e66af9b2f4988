import type { Project } from '@sheber/contract/project'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { board, project, team } from '@sheber/db/schema'
import { may, reachOf, type Who } from '@sheber/domain/permission'
import { nextStates } from '@sheber/domain/project'
import { asc, eq, inArray, or, type SQL } from 'drizzle-orm'
import { membersOf } from '../team/team.members.ts'
import { thingOf } from './project.thing.ts'

/** Projects of a person's teams and those reached by office, last changed first: two queries for all. */
export const projectsNear = (db: DbOrTx, who: Who): Promise<Project[]> => {
  const reach = reachOf(who)
  if (reach === 'all') return projects(db, who, undefined)
  return projects(db, who, or(inArray(project.teamId, [...who.teams]), inArray(team.organisationId, [...reach])))
}

export const oneProject = async (db: DbOrTx, who: Who | null, id: string): Promise<Project | undefined> =>
  (await projects(db, who, eq(project.id, id)))[0]

/** Find, fill, allow, show. */
const projects = async (db: DbOrTx, who: Who | null, which: SQL | undefined): Promise<Project[]> => {
  const rows = await db
    .selectDistinctOn([project.id], { project, team: team.name, organisationId: team.organisationId, boardId: board.id })
    .from(project)
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(board, eq(board.projectId, project.id))
    .where(which)
    .orderBy(project.id, asc(board.createdAt), asc(board.title))
  const members = await membersOf(
    db,
    rows.map((row) => row.project.teamId),
  )
  return rows
    .sort((a, b) => b.project.changedAt.getTime() - a.project.changedAt.getTime())
    .flatMap(({ project: { createdAt: _, createdBy: __, changedAt, ...row }, organisationId, ...named }) => {
      const thing = thingOf({ ...row, organisationId })
      if (!may(who, 'project.look', thing)) return []
      return {
        ...row,
        ...named,
        changedAt: changedAt.toISOString(),
        members: members(row.teamId),
        next: may(who, 'project.step', thing) ? [...nextStates(row.state)] : [],
        may: may(who, 'project.change', thing) ? ('write' as const) : ('read' as const),
      }
    })
}

/** The row of a project with the row of its board; the board's room is made beside it. */
export const insertProject = async (tx: Tx, row: typeof project.$inferInsert, boardId: string) => {
  await tx.insert(project).values(row)
  await tx.insert(board).values({ id: boardId, projectId: row.id })
}

export const updateProject = async (tx: Tx, id: string, set: Partial<typeof project.$inferSelect>) => {
  const [row] = await tx
    .update(project)
    .set(set)
    .where(eq(project.id, id))
    .returning({ projectId: project.id, teamId: project.teamId, title: project.title, state: project.state })
  return row
}
