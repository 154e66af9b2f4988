import { refuse, Refusal } from '@sheber/contract/refusal'
import type { Anchor } from '@sheber/contract/review'
import type { DbOrTx } from '@sheber/db/open'
import { submission } from '@sheber/db/schema'
import { anchorOnPage, spanOnPage } from '@sheber/document/anchor'
import { readBoard } from '@sheber/document/board'
import { readPage } from '@sheber/document/notebook'
import { picturesOf } from '@sheber/document/pictured'
import type { PortfolioRecord } from '@sheber/document/portfolio'
import { wordsOf } from '@sheber/document/wordsof'
import type { Who } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'
import type * as Y from 'yjs'
import type { Services } from '../../services.ts'
import { whoIs } from '../person/person.who.ts'
import { frozenPiece, shownOf, told } from '../portfolio/portfolio.piece.ts'
import { anchorHeld, anchorKept, quoteMax, type OnPiece, type Standing, type StoredRemark } from './review.remarks.ts'
import { frozenOf, type Frozen } from './review.version.ts'

interface Place {
  readonly recordId: string
  readonly pieceId: string
}

interface Asked extends Place {
  readonly submissionId: string
}

/** On the word of whoever handed it in. Refuses with `piece-closed`. */
const pieceIn = (db: DbOrTx, who: Who | null, { records, by }: Pick<Frozen, 'records' | 'by'>, { recordId, pieceId }: Place) => {
  const named = records.find(({ id }) => id === recordId)?.pieces.find(({ id }) => id === pieceId)
  return frozenPiece(db, who, named, async (_, looks) => looks(await whoIs(db, by)))
}

/** A piece of what was handed in, for whoever reads the submission. Refuses with `piece-closed`. */
export const handedIn = async (db: DbOrTx, who: Who | null, asked: Asked) => {
  const { portfolioId, versionId, records } = submission
  const [row] = await db.select({ portfolioId, versionId, records }).from(submission).where(eq(submission.id, asked.submissionId))
  const frozen = await frozenOf(db, row ?? refuse('not-found'))
  frozen.doc.destroy()
  return pieceIn(db, who, frozen, asked)
}

/** … a mentor is shown today's state too. */
export const pieceOf = async ({ db, hub }: Pick<Services, 'db' | 'hub'>, who: Who | null, asked: Asked) => {
  const { piece, room, opens, then } = await handedIn(db, who, asked)
  return { then: told(then), today: await hub.read(room, (doc) => told(shownOf(doc, piece))), opens }
}

/** What a thing on it says. */
const quoteOf = (then: Y.Doc, thingId: string): string => {
  const thing = readBoard(then).things.find(({ id }) => id === thingId) ?? refuse('place-gone')
  return wordsOf(thing).replace(/\s+/g, ' ').trim()
}

/** What is said of a picture on a page. */
const altOf = (then: Y.Doc, asked: string): string =>
  (picturesOf(readPage(then)).find(({ fileId }) => fileId === asked) ?? refuse('place-gone')).alt

/** A point of a board, or words or a point of a picture of a page, as they were handed in. Refuses with `place-gone` where there is nothing, and with `piece-closed`. */
export const anchorOnPiece = async (db: DbOrTx, who: Who | null, where: Omit<Asked, 'pieceId'>, at: OnPiece): Promise<Anchor> => {
  const { pieceId } = at.kind === 'page' ? at.place : at
  const { piece, then } = await handedIn(db, who, { ...where, pieceId })
  if (at.kind === 'page') return { kind: 'page', pieceId, ...anchorKept(piece.kind === 'page' ? anchorOnPage(then, at.place) : null) }
  if (at.kind === 'picture')
    return { ...at, quote: (piece.kind === 'page' ? altOf(then, at.fileId) : refuse('place-gone')).slice(0, quoteMax) }
  return { ...at, kind: 'piece', quote: at.thingId === null ? '' : quoteOf(then, at.thingId).slice(0, quoteMax) }
}

export type OnPage = Extract<Anchor, { kind: 'page' }> | (Extract<Anchor, { kind: 'picture' }> & { pieceId: string })
export const isOnPage = (anchor: Anchor | null): anchor is OnPage =>
  anchor?.kind === 'page' || (anchor?.kind === 'picture' && anchor.pieceId !== undefined)

/** Where places stand in a state of the page that they are on. */
export const placesOn = (doc: Y.Doc, anchors: readonly OnPage[]) => {
  const pictures = new Set(picturesOf(readPage(doc)).map(({ fileId }) => fileId))
  return anchors.map((one) => {
    if (one.kind === 'picture') return { place: null, held: pictures.has(one.fileId) }
    const span = spanOnPage(doc, anchorHeld(one))
    return { place: span && { part: 'page' as const, pieceId: one.pieceId, ...span }, held: false }
  })
}

/** Where remarks on pages of notebooks stand, as they were handed in and today, by the remark. */
export const placesOnPages = async (
  { db, hub }: Pick<Services, 'db' | 'hub'>,
  who: Who | null,
  frozen: Pick<Frozen, 'records' | 'by'>,
  today: readonly PortfolioRecord[],
  remarks: readonly StoredRemark[],
): Promise<ReadonlyMap<string, Standing>> => {
  const found = new Map<string, Standing>()
  const said = remarks.flatMap(({ of: { id, recordId, anchor } }) => (isOnPage(anchor) ? [{ id, recordId, anchor }] : []))
  const byPiece = Map.groupBy(said, ({ recordId, anchor: { pieceId } }) => `${recordId} ${pieceId}`)
  for (const [first, ...others] of byPiece.values()) {
    if (!first) continue
    const { recordId, anchor } = first
    const { pieceId } = anchor
    // What was handed in anew may hold this page no more: then it is nowhere, and keeps its quote.
    const page = await pieceIn(db, who, frozen, { recordId, pieceId }).catch((why: unknown) => {
      if (why instanceof Refusal) return null
      throw why
    })
    if (page?.piece.kind !== 'page') continue
    const isThere = today.some(({ id, pieces }) => id === recordId && pieces.some((one) => one.id === pieceId))
    const anchors = [first, ...others].map((one) => one.anchor)
    const standing = (doc: Y.Doc) => placesOn(doc, anchors)
    const [then, now] = [standing(page.then), isThere ? await hub.read(page.room, standing) : []]
    for (const [at, { id }] of [first, ...others].entries())
      found.set(id, { then: then[at]?.place ?? null, now: now[at]?.place ?? null, held: now[at]?.held ?? false })
  }
  return found
}
