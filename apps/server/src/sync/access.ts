import { board, notebookPage, project, room as roomTable, team } from '@sheber/db/schema'
import { boardRoom, notebookRoom, parseRoom } from '@sheber/document/room'
import { may, type Thing, type Who } from '@sheber/domain/permission'
import { closes } from '@sheber/sync/limits'
import type { Answer } from '@sheber/sync/room'
import type { Peer, Right } from '@sheber/sync/types'
import { eq, sql } from 'drizzle-orm'
import { thingOfPortfolio } from '../features/portfolio/portfolio.thing.ts'
import { thingOf } from '../features/project/project.thing.ts'
import { whoOfSession } from '../plugins/who.ts'
import type { Services } from '../services.ts'
import { together } from '../together.ts'

/** May come in with a right, to this very copy of the document; or is sent away with a close code. */
export type Access =
  { readonly right: Right; readonly lineage: string } | { readonly refused: typeof closes.noRight | typeof closes.unknownRoom }

/** Board → its project and its room, for many boards as for one. */
const boards = together((db) => {
  const { id, teamId, state } = project
  const found = db
    .select({
      board: board.id,
      project: { id, teamId, organisationId: team.organisationId, state },
      lineage: roomTable.lineage,
      frozenAt: roomTable.frozenAt,
    })
    .from(board)
    .innerJoin(roomTable, sql`${roomTable.name} = ${boardRoom('')} || ${board.id}`)
    .innerJoin(project, eq(project.id, board.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .where(sql`${board.id} = any(${sql.placeholder('ids')})`)
    .prepare('access to boards')
  return async (ids) => new Map((await found.execute({ ids })).map((row) => [row.board, row]))
})

/** … and for pages of notebooks. What was taken away is looked at until it is brought back. */
const pages = together((db) => {
  const { id, teamId, state } = project
  const found = db
    .select({
      page: notebookPage.id,
      removedAt: notebookPage.removedAt,
      project: { id, teamId, organisationId: team.organisationId, state },
      lineage: roomTable.lineage,
      frozenAt: roomTable.frozenAt,
    })
    .from(notebookPage)
    .innerJoin(roomTable, sql`${roomTable.name} = ${notebookRoom('')} || ${notebookPage.id}`)
    .innerJoin(project, eq(project.id, notebookPage.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .where(sql`${notebookPage.id} = any(${sql.placeholder('ids')})`)
    .prepare('access to pages')
  return async (ids) => new Map((await found.execute({ ids })).map((row) => [row.page, row]))
})

interface Found {
  readonly thing: Thing
  readonly lineage: string
  readonly frozenAt: Date | null
}

/** What the permission table is asked about when somebody wants into a room. */
const behind = async (db: Services['db'], name: string): Promise<Found | null> => {
  const parsed = parseRoom(name)
  if (parsed?.kind === 'board') {
    const found = await boards(db, parsed.id)
    return found && { ...found, thing: thingOf(found.project) }
  }
  if (parsed?.kind === 'notebook') {
    const found = await pages(db, parsed.id)
    if (!found) return null
    const thing = thingOf(found.project)
    return { ...found, thing: { ...thing, archived: thing.archived || found.removedAt !== null } }
  }
  if (parsed?.kind === 'portfolio') {
    const [row] = await db
      .select({ lineage: roomTable.lineage, frozenAt: roomTable.frozenAt })
      .from(roomTable)
      .where(eq(roomTable.name, name))
    const thing = row && (await thingOfPortfolio(db, parsed.id))
    return row && thing ? { ...row, thing } : null
  }
  return null
}

/** room → what it belongs to → the permission table. */
export const accessTo = async ({ db }: Pick<Services, 'db'>, who: Who, name: string): Promise<Access> => {
  const found = await behind(db, name)
  if (!found) return { refused: closes.unknownRoom }
  const { thing, lineage, frozenAt } = found
  if (may(who, 'room.write', thing)) return { right: frozenAt === null ? 'write' : 'aside', lineage }
  return may(who, 'room.read', thing) ? { right: 'read', lineage } : { refused: closes.noRight }
}

/** What a connection that is already in a room may do there now (R8). */
export const askPeer = async (services: Services, room: string, peer: Pick<Peer, 'session'>): Promise<Answer> => {
  const known = peer.session === null ? null : await whoOfSession(services, peer.session)
  if (!known) return 'signed-out'
  const access = await accessTo(services, known.who, room)
  return 'right' in access ? access.right : null
}
