import type { BoardLine } from '@sheber/contract/board'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { board, boardCopy, file, group, groupLearner, person, project, team } from '@sheber/db/schema'
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'

export const oneBoard = async (db: DbOrTx, id: string) => {
  const [row] = await db
    .select({ id: board.id, projectId: board.projectId, project: project.title, title: board.title })
    .from(board)
    .innerJoin(project, eq(project.id, board.projectId))
    .where(eq(board.id, id))
  return row
}

/** Who keeps this board simple for everybody who does not lead it, and since when; null: nobody. */
export const simpleBoard = async (db: DbOrTx, id: string) => {
  const [row] = await db
    .select({ by: person.name, at: board.simpleAt })
    .from(board)
    .innerJoin(person, eq(person.id, board.simpleBy))
    .where(eq(board.id, id))
  return row?.at ? { by: row.by, at: row.at, group: null } : null
}

/** Who keeps every board simple for a learner, by the group in which it was done first; null: nobody. */
export const simpleFor = async (db: DbOrTx, personId: string) => {
  const [row] = await db
    .select({ by: person.name, at: group.simpleAt, group: group.name })
    .from(groupLearner)
    .innerJoin(group, eq(group.id, groupLearner.groupId))
    .innerJoin(person, eq(person.id, group.simpleBy))
    .where(eq(groupLearner.personId, personId))
    .orderBy(asc(group.simpleAt))
    .limit(1)
  return row?.at ? { by: row.by, at: row.at, group: row.group } : null
}

/** False where it was so already. */
export const setSimple = async (tx: Tx, id: string, simple: { at: Date; by: string } | null): Promise<boolean> => {
  const changed = await tx
    .update(board)
    .set({ simpleAt: simple?.at ?? null, simpleBy: simple?.by ?? null })
    .where(and(eq(board.id, id), simple ? isNull(board.simpleAt) : isNotNull(board.simpleAt)))
    .returning({ id: board.id })
  return changed.length > 0
}

export const boardsOf = async (db: DbOrTx, projectId: string): Promise<BoardLine[]> => {
  const rows = await db
    .select({ id: board.id, title: board.title, from: boardCopy.fromId, at: board.createdAt })
    .from(board)
    .leftJoin(boardCopy, eq(boardCopy.boardId, board.id))
    .where(eq(board.projectId, projectId))
    .orderBy(asc(board.createdAt), asc(board.title))
  return rows.map(({ from, at, ...row }) => ({ ...row, copied: from !== null, at: at.toISOString() }))
}

export const oneCopy = async (db: DbOrTx, boardId: string) => {
  const [row] = await db
    .select({ fromId: boardCopy.fromId, personId: boardCopy.personId, projectId: board.projectId })
    .from(boardCopy)
    .innerJoin(board, eq(board.id, boardCopy.boardId))
    .where(eq(boardCopy.boardId, boardId))
  return row
}

/** Nobody makes a chain so long by hand; a circle there is none, for a copy is younger than what it was made from. */
const chainMax = 50

/** What a board was copied from, the nearest first. */
export const chainOf = async (db: DbOrTx, boardId: string) => {
  const { rows } = await db.execute<{ from_id: string; authors: string[]; created_at: Date; nth: number }>(sql`
    with recursive chain as (
      select from_id, authors, created_at, 1 as nth from board_copy where board_id = ${boardId}
      union all
      select c.from_id, c.authors, c.created_at, nth + 1 from board_copy c join chain on c.board_id = chain.from_id where nth < ${chainMax}
    ) select * from chain order by nth`)
  if (rows.length === 0) return []
  const boards = await db
    .select({
      id: board.id,
      title: board.title,
      project: project.title,
      team: team.name,
      thing: { id: project.id, teamId: project.teamId, organisationId: team.organisationId, state: project.state },
    })
    .from(board)
    .innerJoin(project, eq(project.id, board.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .where(
      inArray(
        board.id,
        rows.map((row) => row.from_id),
      ),
    )
  return rows.flatMap(({ from_id, authors, created_at }) => {
    const found = boards.find(({ id }) => id === from_id)
    return found ? [{ ...found, authors, at: new Date(created_at) }] : []
  })
}

/** False: the id was there already. */
export const insertBoard = async (tx: Tx, row: typeof board.$inferInsert): Promise<boolean> =>
  (await tx.insert(board).values(row).onConflictDoNothing().returning({ id: board.id })).length > 0

export const insertCopy = async (tx: Tx, row: typeof boardCopy.$inferInsert) => {
  await tx.insert(boardCopy).values(row)
}

export const countBoards = (tx: Tx, projectId: string): Promise<number> => tx.$count(board, eq(board.projectId, projectId))

/** Files that lie on a board and have not been taken away. */
export const filesOn = (db: DbOrTx, boardId: string) =>
  db
    .select()
    .from(file)
    .where(and(eq(file.boardId, boardId), isNull(file.removedAt)))

/** Rows that name bytes which lie there already. */
export const insertFiles = async (tx: Tx, rows: readonly (typeof file.$inferInsert)[]) => {
  if (rows.length > 0) await tx.insert(file).values([...rows])
}
