import type { Thread } from '@sheber/contract/comment'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { comment, person, teamMember } from '@sheber/db/schema'
import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, type SQL } from 'drizzle-orm'

/** Threads in which something is left to read, in the order in which they were begun. */
export const threadsOf = async (db: DbOrTx, boardId: string): Promise<Thread[]> =>
  (await threads(db, eq(comment.boardId, boardId))).filter(({ comments }) => comments.some(({ removedAt }) => removedAt === null))

export const oneThread = async (db: DbOrTx, boardId: string, id: string): Promise<Thread | undefined> =>
  (await threads(db, and(eq(comment.boardId, boardId), eq(comment.threadId, id))))[0]

/** Find, fill, show: two queries for all. */
const threads = async (db: DbOrTx, which: SQL | undefined): Promise<Thread[]> => {
  const rows = await db.select().from(comment).where(which).orderBy(asc(comment.createdAt), asc(comment.id))
  const ids = rows.flatMap(({ personId, resolvedBy, mentions }) => [personId, ...(resolvedBy ? [resolvedBy] : []), ...mentions])
  const people =
    ids.length === 0
      ? []
      : await db
          .select({ id: person.id, name: person.name })
          .from(person)
          .where(inArray(person.id, [...new Set(ids)]))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })

  // A clock of another process may run behind: the first is the first whatever it says.
  const firsts = rows.filter(({ id, threadId }) => id === threadId)
  const answers = new Map<string, typeof rows>(firsts.map((row) => [row.id, []]))
  for (const row of rows) if (row.id !== row.threadId) answers.get(row.threadId)?.push(row)
  return firsts.map((first) => ({
    id: first.id,
    thingId: first.thingId,
    place: { x: first.x ?? 0, y: first.y ?? 0 },
    resolved: first.resolvedAt && { by: named(first.resolvedBy ?? '').name, at: first.resolvedAt.toISOString() },
    comments: [first, ...(answers.get(first.id) ?? [])].map(({ id, kind, text, personId, createdAt, editedAt, removedAt, mentions }) => ({
      id,
      kind,
      text: removedAt ? '' : text,
      by: named(personId),
      at: createdAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
      removedAt: removedAt?.toISOString() ?? null,
      mentions: removedAt ? [] : mentions.map(named),
    })),
  }))
}

/** False: its id was there already. */
export const insertComment = async (tx: Tx, row: typeof comment.$inferInsert): Promise<boolean> =>
  (await tx.insert(comment).values(row).onConflictDoNothing().returning({ id: comment.id })).length > 0

export const lockComment = async (tx: Tx, boardId: string, id: string) => {
  const [row] = await tx
    .select()
    .from(comment)
    .where(and(eq(comment.id, id), eq(comment.boardId, boardId)))
    .for('no key update')
  return row
}

export const updateComment = async (tx: Tx, id: string, set: Partial<typeof comment.$inferSelect>) => {
  await tx.update(comment).set(set).where(eq(comment.id, id))
}

/** Whether anything changed by it. */
export const settleThread = async (tx: Tx, id: string, settled: { at: Date; by: string } | null): Promise<boolean> => {
  const isOpen = isNull(comment.resolvedAt)
  const rows = await tx
    .update(comment)
    .set({ resolvedAt: settled?.at ?? null, resolvedBy: settled?.by ?? null })
    .where(and(eq(comment.id, id), settled ? isOpen : isNotNull(comment.resolvedAt)))
    .returning({ id: comment.id })
  return rows.length > 0
}

/** What the limits are held against, besides the one that has just been put down. */
export const countComments = async (
  tx: Tx,
  { id, boardId, personId }: Pick<typeof comment.$inferInsert, 'id' | 'boardId' | 'personId'>,
  since: Date,
) => {
  const ofBoard = and(eq(comment.boardId, boardId), ne(comment.id, id))
  return {
    onBoard: await tx.$count(comment, and(ofBoard, isNull(comment.removedAt))),
    // A removed one was said too, or whoever removes what they write could write without an end.
    inMinute: await tx.$count(comment, and(ofBoard, eq(comment.personId, personId), gt(comment.createdAt, since))),
  }
}

/** Which of these people are in the team. */
export const membersAmong = async (db: DbOrTx, teamId: string, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: teamMember.personId })
    .from(teamMember)
    .where(and(eq(teamMember.teamId, teamId), inArray(teamMember.personId, [...ids])))
  return rows.map(({ id }) => id)
}
