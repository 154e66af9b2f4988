import type { CommentKind } from '@sheber/contract/comment'
import type { DbOrTx } from '@sheber/db/open'
import { comment } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { and, eq } from 'drizzle-orm'
import { thingOfBoard, type ThingOfProject } from '../project/project.thing.ts'

type ThingOfComment = Extract<Thing, { kind: 'comment' }>
type Said = Pick<ThingOfComment, 'note' | 'personId' | 'removedBy'>

export const commentIn = ({ teamId, organisationId, archived }: ThingOfProject, said: Said): ThingOfComment => ({
  kind: 'comment',
  teamId,
  organisationId,
  archived,
  ...said,
})

/** What the permission table is asked about when somebody is going to say something on a board; null where there is none. */
export const thingOfNewComment = async (db: DbOrTx, boardId: string, kind: CommentKind): Promise<ThingOfComment | null> => {
  const found = await thingOfBoard(db, boardId)
  return found && commentIn(found, { note: kind === 'note', personId: null, removedBy: null })
}

/** … and when a request names what was said; null where it was not said on that board. */
export const thingOfComment = async (db: DbOrTx, boardId: string, id: string): Promise<ThingOfComment | null> => {
  const found = await thingOfBoard(db, boardId)
  const [row] = await db
    .select({ kind: comment.kind, personId: comment.personId, removedBy: comment.removedBy })
    .from(comment)
    .where(and(eq(comment.id, id), eq(comment.boardId, boardId)))
  return found && row ? commentIn(found, { note: row.kind === 'note', personId: row.personId, removedBy: row.removedBy }) : null
}

/** … and when it names a thread. */
export const thingOfThread = async (db: DbOrTx, boardId: string, threadId: string): Promise<ThingOfProject | null> => {
  const which = and(eq(comment.id, threadId), eq(comment.threadId, threadId), eq(comment.boardId, boardId))
  return (await db.$count(comment, which)) > 0 ? thingOfBoard(db, boardId) : null
}
