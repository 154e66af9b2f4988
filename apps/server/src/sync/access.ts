import { board, project, room as roomTable, team } from '@sheber/db/schema'
import { parseRoom } from '@sheber/document/room'
import { may, type Who } from '@sheber/domain/permission'
import { closes } from '@sheber/sync/limits'
import type { Answer } from '@sheber/sync/room'
import type { Peer, Right } from '@sheber/sync/types'
import { eq } from 'drizzle-orm'
import { thingOf } from '../features/project/project.thing.ts'
import { whoOfSession } from '../plugins/who.ts'
import type { Services } from '../services.ts'

/** May come in with a right, to this very copy of the document; or is sent away with a close code. */
export type Access =
  { readonly right: Right; readonly lineage: string } | { readonly refused: typeof closes.noRight | typeof closes.unknownRoom }

/** room → board → project → the permission table. */
export const accessTo = async ({ db }: Pick<Services, 'db'>, who: Who, name: string): Promise<Access> => {
  const parsed = parseRoom(name)
  if (!parsed) return { refused: closes.unknownRoom }
  const [found] = await db
    .select({
      project: { id: project.id, teamId: project.teamId, organisationId: team.organisationId, state: project.state },
      lineage: roomTable.lineage,
      frozenAt: roomTable.frozenAt,
    })
    .from(roomTable)
    .innerJoin(board, eq(board.id, parsed.id))
    .innerJoin(project, eq(project.id, board.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .where(eq(roomTable.name, name))
  if (!found) return { refused: closes.unknownRoom }
  const thing = thingOf(found.project)
  if (may(who, 'room.write', thing)) return { right: found.frozenAt === null ? 'write' : 'aside', lineage: found.lineage }
  return may(who, 'room.read', thing) ? { right: 'read', lineage: found.lineage } : { refused: closes.noRight }
}

/** What a connection that is already in a room may do there now (R8). */
export const askPeer = async (services: Services, room: string, peer: Pick<Peer, 'session'>): Promise<Answer> => {
  const known = peer.session === null ? null : await whoOfSession(services, peer.session)
  if (!known) return 'signed-out'
  const access = await accessTo(services, known.who, room)
  return 'right' in access ? access.right : null
}
