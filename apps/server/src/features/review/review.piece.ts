import { refuse } from '@sheber/contract/refusal'
import { submission } from '@sheber/db/schema'
import { readBoard } from '@sheber/document/board'
import { wordsOf } from '@sheber/document/wordsof'
import type { Who } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { whoIs } from '../person/person.who.ts'
import { frozenPiece, shownOf, told } from '../portfolio/portfolio.piece.ts'
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
  return frozenPiece(db, who, named, async (_, looks) => looks(await whoIs(db, frozen.by)))
}

/** … to whoever reads the submission; a mentor is shown today's state too. */
export const pieceOf = async ({ db, hub }: Pick<Services, 'db' | 'hub'>, who: Who | null, asked: Asked) => {
  const { piece, room, opens, then } = await handedIn(db, who, asked)
  return { then: told(then), today: await hub.read(room, (doc) => told(shownOf(doc, piece))), opens }
}

/** What a thing on it says. Refuses with `place-gone` where there is no such thing, and with `piece-closed`. */
export const quoteOnPiece = async (db: Services['db'], who: Who | null, asked: Asked, thingId: string | null): Promise<string> => {
  const { then } = await handedIn(db, who, asked)
  if (thingId === null) return ''
  const thing = readBoard(then).things.find(({ id }) => id === thingId) ?? refuse('place-gone')
  return wordsOf(thing).replace(/\s+/g, ' ').trim()
}
