import type { DbOrTx } from '@sheber/db/open'
import { board, project, team } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { eq, type SQL } from 'drizzle-orm'

export type ThingOfProject = Extract<Thing, { kind: 'project' }>

/** What the permission table is asked about when a request names a project; null where there is none. */
export const thingOfProject = (db: DbOrTx, id: string): Promise<ThingOfProject | null> => load(db, eq(project.id, id))

/** … and when it names a board or its room. */
export const thingOfBoard = (db: DbOrTx, boardId: string): Promise<ThingOfProject | null> => load(db, eq(board.id, boardId))

const load = async (db: DbOrTx, which: SQL): Promise<ThingOfProject | null> => {
  const [row] = await db
    .select({ id: project.id, teamId: project.teamId, organisationId: team.organisationId, state: project.state })
    .from(project)
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(board, eq(board.projectId, project.id))
    .where(which)
    .limit(1)
  return row ? thingOf(row) : null
}

export const thingOf = ({
  id,
  teamId,
  organisationId,
  state,
}: Pick<ThingOfProject, 'id' | 'teamId' | 'organisationId'> & { state: string }): ThingOfProject => ({
  kind: 'project',
  id,
  teamId,
  organisationId,
  archived: state === 'archived',
})
