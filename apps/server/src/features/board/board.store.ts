import type { DbOrTx } from '@sheber/db/open'
import { board, project } from '@sheber/db/schema'
import { eq } from 'drizzle-orm'

export const oneBoard = async (db: DbOrTx, id: string) => {
  const [row] = await db
    .select({ id: board.id, projectId: board.projectId, project: project.title })
    .from(board)
    .innerJoin(project, eq(project.id, board.projectId))
    .where(eq(board.id, id))
  return row
}
