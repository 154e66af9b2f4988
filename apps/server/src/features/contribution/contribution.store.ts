import type { DbOrTx, Tx } from '@sheber/db/open'
import { board, contributionDeclined, portfolio, project, roomClient, team, teamMember } from '@sheber/db/schema'
import { boardRoom } from '@sheber/document/room'
import { and, desc, eq, exists, notExists, sql } from 'drizzle-orm'

/** More boards are not walked through for one look: what is older was offered in its time. */
const boardsMax = 6

/** Boards of teams somebody is in, to which their hand has written and that they have not declined; the newest first. */
export const boardsTouched = (db: DbOrTx, personId: string) =>
  db
    .select({ boardId: board.id, title: board.title, projectId: project.id, project: project.title })
    .from(board)
    .innerJoin(project, eq(project.id, board.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(teamMember, and(eq(teamMember.teamId, team.id), eq(teamMember.personId, personId)))
    .where(
      and(
        exists(
          db
            .select({ one: sql`1` })
            .from(roomClient)
            .where(and(eq(roomClient.room, sql`${boardRoom('')} || ${board.id}`), eq(roomClient.personId, personId))),
        ),
        notExists(
          db
            .select({ one: sql`1` })
            .from(contributionDeclined)
            .where(and(eq(contributionDeclined.boardId, board.id), eq(contributionDeclined.personId, personId))),
        ),
      ),
    )
    .orderBy(desc(board.createdAt), desc(board.id))
    .limit(boardsMax)

export const ownPortfolio = async (db: DbOrTx, personId: string): Promise<string | null> => {
  const [row] = await db.select({ id: portfolio.id }).from(portfolio).where(eq(portfolio.personId, personId))
  return row?.id ?? null
}

/** Twice is once. */
export const decline = async (tx: Tx, row: { personId: string; boardId: string; createdAt: Date }): Promise<void> => {
  await tx.insert(contributionDeclined).values(row).onConflictDoNothing()
}

export const restore = async (tx: Tx, { personId, boardId }: { personId: string; boardId: string }): Promise<void> => {
  await tx.delete(contributionDeclined).where(and(eq(contributionDeclined.personId, personId), eq(contributionDeclined.boardId, boardId)))
}
