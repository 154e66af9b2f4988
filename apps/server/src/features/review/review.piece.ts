import { refuse } from '@sheber/contract/refusal'
import { submission } from '@sheber/db/schema'
import { readBoard } from '@sheber/document/board'
import { cutPart } from '@sheber/document/part'
import { wordsOf } from '@sheber/document/wordsof'
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

/** A piece of what was handed in, on the word of whoever handed it in. */
const handedIn = async (db: Services['db'], who: Who | null, asked: Asked) => {
  const { portfolioId, versionId, records } = submission
  const [row] = await db.select({ portfolioId, versionId, records }).from(submission).where(eq(submission.id, asked.submissionId))
  const frozen = await frozenOf(db, row ?? refuse('not-found'))
  frozen.doc.destroy()
  const record = frozen.records.find(({ id }) => id === asked.recordId)
  const named = record?.pieces.find(({ id }) => id === asked.pieceId)
  return frozenPiece(db, who, named, async (board) => may(await whoIs(db, frozen.by), 'version.look', board))
}

/** … to whoever reads the submission; a mentor is shown today's state too. */
export const pieceOf = async ({ db, hub }: Pick<Services, 'db' | 'hub'>, who: Who | null, asked: Asked) => {
  const { piece, room, opens, then } = await handedIn(db, who, asked)
  return { then: told(then), today: told(await hub.read(room, (doc) => cutPart(doc, piece))), opens }
}

/** What a thing on it says. Refuses with `place-gone` where there is no such thing, and with `piece-closed`. */
export const quoteOnPiece = async (db: Services['db'], who: Who | null, asked: Asked, thingId: string | null): Promise<string> => {
  const { then } = await handedIn(db, who, asked)
  if (thingId === null) return ''
  const thing = readBoard(then).things.find(({ id }) => id === thingId) ?? refuse('place-gone')
  return wordsOf(thing).replace(/\s+/g, ' ').trim()
}
