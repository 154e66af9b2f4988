import { board, notebookPage } from '@sheber/db/schema'
import { boardRoom, notebookRoom } from '@sheber/document/room'
import { eq } from 'drizzle-orm'
import type { Services } from '../services.ts'
import { askPeer } from '../sync/access.ts'
import type { Sockets } from './emit.ts'
import type { Tail } from './tail.ts'

/**
 * A right that was taken is gone from whatever is open, in every process, within a second: the rooms and the topics
 * of those concerned are asked again, each of the same table as at the door.
 */
export const revokeOnFacts = (services: Services, tail: Tail, sockets: Sockets): void => {
  const askPerson = async (personId: string) => {
    await Promise.all([
      services.hub.reask(
        ({ person }) => person === personId,
        (room, peer) => askPeer(services, room, peer),
      ),
      ...sockets
        .all()
        .filter(({ data }) => data.personId === personId)
        .map(sockets.ask),
    ])
  }

  // Into the archive and out of it: everybody in its rooms. Who hears of it stays the same.
  const askProject = async (projectId: string) => {
    const { db } = services
    const [boards, pages] = await Promise.all([
      db.select({ id: board.id }).from(board).where(eq(board.projectId, projectId)),
      db.select({ id: notebookPage.id }).from(notebookPage).where(eq(notebookPage.projectId, projectId)),
    ])
    await askRooms(services, new Set([...boards.map(({ id }) => boardRoom(id)), ...pages.map(({ id }) => notebookRoom(id))]))
  }

  tail.listen(async ({ name, body }) => {
    switch (name) {
      case 'session.ended':
      case 'person.changed':
      case 'team.joined':
      case 'team.left':
      case 'portfolio.changed':
      case 'guardian.added':
      case 'guardian.ended':
      case 'judge.changed':
      case 'exhibition.parted':
        return askPerson(body.personId)
      case 'project.changed':
        return askProject(body.projectId)
      case 'board.changed':
        return askRooms(services, new Set([boardRoom(body.boardId)]))
      case 'notebook.changed':
      case 'notebook.signed':
        return askRooms(services, new Set([notebookRoom(body.pageId)]))
    }
  })
}

/** Everybody in these rooms is asked again. */
export const askRooms = (services: Services, rooms: ReadonlySet<string>): Promise<void> =>
  services.hub.reask(
    () => true,
    async (room, peer) => (rooms.has(room) ? askPeer(services, room, peer) : peer.may),
  )
