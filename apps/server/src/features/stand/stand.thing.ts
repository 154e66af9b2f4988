import type { DbOrTx } from '@sheber/db/open'
import { stand } from '@sheber/db/schema'
import type { OfStand } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'
import { thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { thingOfProject } from '../project/project.thing.ts'

/** What the permission table is asked about when a request names a stand; null where there is none. */
export const thingOfStand = async (db: DbOrTx, id: string): Promise<OfStand | null> => {
  const [row] = await db
    .select({ exhibitionId: stand.exhibitionId, projectId: stand.projectId, state: stand.state })
    .from(stand)
    .where(eq(stand.id, id))
  if (!row) return null
  const of = await thingOfExhibition(db, row.exhibitionId)
  const project = await thingOfProject(db, row.projectId)
  if (!of || !project) return null
  return { kind: 'stand', id, of, project, drafted: row.state === 'draft' || row.state === 'withdrawn' }
}
