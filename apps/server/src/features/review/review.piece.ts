import { refuse } from '@sheber/contract/refusal'
import { roomVersion, submission } from '@sheber/db/schema'
import { cutPart } from '@sheber/document/part'
import { boardRoom } from '@sheber/document/room'
import { may, type Who } from '@sheber/domain/permission'
import { and, eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Services } from '../../services.ts'
import { soundVersion } from '../../sync/room-version.ts'
import { whoIs } from '../person/person.who.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { frozenOf, openVersion } from './review.version.ts'

interface Asked {
  readonly submissionId: string
  readonly recordId: string
  readonly pieceId: string
}

const told = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

/**
 * A piece of what was handed in, to whoever reads the submission: a mentor need not be of the team whose board it is. Which board a
 * record names is content, so anybody who writes may have written it there: what whoever handed it in, or the reader, may not look at
 * themselves stays closed.
 */
export const pieceOf = async ({ db, hub }: Pick<Services, 'db' | 'hub'>, who: Who | null, asked: Asked) => {
  const { portfolioId, versionId, records } = submission
  const [row] = await db.select({ portfolioId, versionId, records }).from(submission).where(eq(submission.id, asked.submissionId))
  const frozen = await frozenOf(db, row ?? refuse('not-found'))
  frozen.doc.destroy()
  const record = frozen.records.find(({ id }) => id === asked.recordId)
  const piece = record?.pieces.find(({ id }) => id === asked.pieceId)
  if (!piece || piece.kind === 'file') return refuse('piece-closed')
  const board = (await thingOfBoard(db, piece.boardId)) ?? refuse('piece-closed')
  const opens = may(who, 'version.look', board)
  if (!opens && !may(await whoIs(db, frozen.by), 'version.look', board)) return refuse('piece-closed')
  const room = boardRoom(piece.boardId)
  const { id, bytes, sha256 } = roomVersion
  const [kept] = await db
    .select({ id, bytes, sha256 })
    .from(roomVersion)
    .where(and(eq(roomVersion.id, piece.versionId), eq(roomVersion.room, room)))
  const then = openVersion(soundVersion(kept ?? refuse('piece-closed')).bytes)
  const [was, is] = [cutPart(then, piece), await hub.read(room, (doc) => cutPart(doc, piece))]
  return { then: told(was), today: told(is), opens }
}
