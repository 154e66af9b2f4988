import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx } from '@sheber/db/open'
import { roomVersion } from '@sheber/db/schema'
import { cutPart } from '@sheber/document/part'
import type { Piece } from '@sheber/document/portfolio'
import { boardRoom } from '@sheber/document/room'
import { may, type Thing, type Who } from '@sheber/domain/permission'
import { and, eq } from 'drizzle-orm'
import * as Y from 'yjs'
import { openVersion, soundVersion } from '../../sync/room-version.ts'
import { thingOfBoard } from '../project/project.thing.ts'

export const told = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

/**
 * A piece of a board as it was frozen, and nothing beside it, for somebody who need not be of the team whose board it is. Which
 * board a record names is content, so anybody who writes may have written it there: it is shown to whoever may look at the board
 * themselves, and else on the word of somebody who may (`vouches`; `by` has made the version). Refuses with `piece-closed`.
 */
export const frozenPiece = async (
  db: DbOrTx,
  who: Who | null,
  piece: Piece | undefined,
  vouches: (board: Thing, by: string) => Promise<boolean>,
) => {
  if (!piece || piece.kind === 'file') return refuse('piece-closed')
  const room = boardRoom(piece.boardId)
  const { id, bytes, sha256, personId: by } = roomVersion
  const [board, [kept]] = await Promise.all([
    thingOfBoard(db, piece.boardId),
    db
      .select({ id, bytes, sha256, by })
      .from(roomVersion)
      .where(and(eq(roomVersion.id, piece.versionId), eq(roomVersion.room, room))),
  ])
  if (!board || !kept) return refuse('piece-closed')
  const opens = may(who, 'version.look', board)
  if (!opens && !(await vouches(board, kept.by))) return refuse('piece-closed')
  const whole = openVersion(soundVersion(kept).bytes)
  return { piece, room, board, opens, whole, then: cutPart(whole, piece) }
}
