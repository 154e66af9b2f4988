import { refuse } from '@sheber/contract/refusal'
import { submission } from '@sheber/db/schema'
import { cutPart } from '@sheber/document/part'
import { may, type Who } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { whoIs } from '../person/person.who.ts'
import { frozenPiece, told } from '../portfolio/portfolio.piece.ts'
import { frozenOf } from './review.version.ts'

interface Asked {
  readonly submissionId: string
  readonly recordId: string
  readonly pieceId: string
}

/** A piece of what was handed in, to whoever reads the submission, on the word of whoever handed it in; a mentor is shown today's state too. */
export const pieceOf = async ({ db, hub }: Pick<Services, 'db' | 'hub'>, who: Who | null, asked: Asked) => {
  const { portfolioId, versionId, records } = submission
  const [row] = await db.select({ portfolioId, versionId, records }).from(submission).where(eq(submission.id, asked.submissionId))
  const frozen = await frozenOf(db, row ?? refuse('not-found'))
  frozen.doc.destroy()
  const record = frozen.records.find(({ id }) => id === asked.recordId)
  const named = record?.pieces.find(({ id }) => id === asked.pieceId)
  const { piece, room, opens, then } = await frozenPiece(db, who, named, async (board) =>
    may(await whoIs(db, frozen.by), 'version.look', board),
  )
  return { then: told(then), today: told(await hub.read(room, (doc) => cutPart(doc, piece))), opens }
}
