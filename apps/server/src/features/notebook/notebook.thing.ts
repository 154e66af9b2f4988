import type { DbOrTx } from '@sheber/db/open'
import { board, notebookPage, notebookSignature, project } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { thingOfProject, type ThingOfProject } from '../project/project.thing.ts'

/** What the permission table is asked about when a request names a page: the project that it is of; null where there is none. */
export const thingOfPage = async (db: DbOrTx, pageId: string): Promise<ThingOfProject | null> => {
  const [row] = await db.select({ projectId: notebookPage.projectId }).from(notebookPage).where(eq(notebookPage.id, pageId))
  return row ? thingOfProject(db, row.projectId) : null
}

/** … and when it is about the signature that holds on it. */
export const thingOfSignature = async (db: DbOrTx, pageId: string): Promise<Thing | null> => {
  const of = await thingOfPage(db, pageId)
  if (!of) return null
  const [row] = await db
    .select({ personId: notebookSignature.personId })
    .from(notebookSignature)
    .where(and(eq(notebookSignature.pageId, pageId), isNull(notebookSignature.withdrawnAt)))
  const { teamId, organisationId, archived } = of
  return { kind: 'signature', teamId, organisationId, archived, personId: row?.personId ?? null }
}

/** What the pages of a notebook stand beside: the project, and its first board. */
export const projectOf = async (db: DbOrTx, projectId: string) => {
  const [row] = await db
    .select({ title: project.title, boardId: board.id })
    .from(project)
    .innerJoin(board, eq(board.projectId, project.id))
    .where(eq(project.id, projectId))
    .orderBy(asc(board.createdAt), asc(board.title))
    .limit(1)
  return row
}
