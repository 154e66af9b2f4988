import type { ProjectState } from '@sheber/contract/project'
import type { Tx } from '@sheber/db/open'
import { project } from '@sheber/db/schema'
import { eq } from 'drizzle-orm'

/** Steps of one project are taken one after another; where it stands. */
export const lockProject = async (tx: Tx, id: string): Promise<ProjectState | undefined> =>
  (await tx.select({ state: project.state }).from(project).where(eq(project.id, id)).for('no key update'))[0]?.state
