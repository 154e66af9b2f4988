import type { DbOrTx } from '@sheber/db/open'
import { task } from '@sheber/db/schema'
import { eq } from 'drizzle-orm'
import { thingOfProject, type ThingOfProject } from '../project/project.thing.ts'

/** A task is its project's: who may work there may do it. Null where there is none. */
export const thingOfTask = async (db: DbOrTx, id: string): Promise<ThingOfProject | null> => {
  const [row] = await db.select({ projectId: task.projectId }).from(task).where(eq(task.id, id))
  return row ? thingOfProject(db, row.projectId) : null
}
