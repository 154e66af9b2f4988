import { comment, type ToldComment } from '@sheber/contract/comment'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { board, comment as commentTable, commentTold, person, project, team } from '@sheber/db/schema'
import { may, type Who } from '@sheber/domain/permission'
import { and, desc, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { thingOf } from '../project/project.thing.ts'

/** More nobody reads on the page one lands on; what is older is on its board. */
const shownMax = 30
/** Looked through for what somebody may still see. */
const lookedMax = 500

export const insertTold = async (tx: Tx, rows: readonly (typeof commentTold.$inferInsert)[]) => {
  if (rows.length > 0)
    await tx
      .insert(commentTold)
      .values([...rows])
      .onConflictDoNothing()
}

/** Everybody who has spoken in a thread and not taken it back. */
export const speakersIn = async (tx: Tx, threadId: string, but: string): Promise<string[]> => {
  const rows = await tx
    .selectDistinct({ id: commentTable.personId })
    .from(commentTable)
    .where(and(eq(commentTable.threadId, threadId), ne(commentTable.id, but), isNull(commentTable.removedAt)))
  return rows.map(({ id }) => id)
}

/** What was told to somebody, on boards that they may see today. */
export const toldTo = async (db: DbOrTx, who: Who): Promise<{ told: ToldComment[]; unread: number }> => {
  const rows = await db
    .select({
      id: commentTable.id,
      threadId: commentTable.threadId,
      boardId: commentTable.boardId,
      board: board.title,
      project: project.title,
      thing: { id: project.id, teamId: project.teamId, organisationId: team.organisationId, state: project.state },
      why: commentTold.why,
      kind: commentTable.kind,
      text: commentTable.text,
      by: { id: person.id, name: person.name },
      at: commentTable.createdAt,
      readAt: commentTold.readAt,
    })
    .from(commentTold)
    .innerJoin(commentTable, eq(commentTable.id, commentTold.commentId))
    .innerJoin(board, eq(board.id, commentTable.boardId))
    .innerJoin(project, eq(project.id, board.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(person, eq(person.id, commentTable.personId))
    .where(and(eq(commentTold.personId, who.id), isNull(commentTable.removedAt)))
    .orderBy(desc(commentTold.createdAt), desc(commentTable.id))
    .limit(lookedMax)
  const seen = rows.filter(({ thing }) => may(who, 'comment.list', thingOf(thing)))
  return {
    told: seen.slice(0, shownMax).map(({ thing: _, at, readAt, ...row }) => ({ ...row, at: at.toISOString(), read: readAt !== null })),
    unread: seen.filter(({ readAt }) => readAt === null).length,
  }
}

/** Of one thread, or of all. It is a fact only where something was new. */
export const readTold = (services: Services, personId: string, threadId: string | null): Promise<void> =>
  change(services, personId, async (tx, tell) => {
    const inThread: SQL | undefined =
      threadId === null
        ? undefined
        : inArray(commentTold.commentId, tx.select({ id: commentTable.id }).from(commentTable).where(eq(commentTable.threadId, threadId)))
    const read = await tx
      .update(commentTold)
      .set({ readAt: services.clock.now() })
      .where(and(eq(commentTold.personId, personId), isNull(commentTold.readAt), inThread))
      .returning({ id: commentTold.commentId })
    if (read.length > 0) await tell(comment.noticed, { personId })
  })
