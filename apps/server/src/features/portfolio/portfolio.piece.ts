import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx } from '@sheber/db/open'
import { roomVersion } from '@sheber/db/schema'
import { cutPart } from '@sheber/document/part'
import { readPortfolio, type Piece } from '@sheber/document/portfolio'
import { boardRoom, notebookRoom, portfolioRoom } from '@sheber/document/room'
import { may, type Who } from '@sheber/domain/permission'
import { readsRecord } from '@sheber/domain/portfolio'
import { and, eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Services } from '../../services.ts'
import { openVersion, soundVersion } from '../../sync/room-version.ts'
import { thingOfPage } from '../notebook/notebook.thing.ts'
import { whoIs } from '../person/person.who.ts'
import { thingOfBoard, type ThingOfProject } from '../project/project.thing.ts'
import { onePortfolio } from './portfolio.store.ts'
import { thingOfPortfolio } from './portfolio.thing.ts'

export const told = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

/** What of a room a piece shows: a page is shown whole. */
export const shownOf = (doc: Y.Doc, piece: Piece): Y.Doc => (piece.kind === 'page' ? doc : cutPart(doc, piece))

/** Who made the version, and whether somebody may look at what it is of themselves. */
type Vouches = (by: string, looks: (who: Who | null) => boolean) => Promise<boolean>

interface Place {
  readonly room: string
  /** Of its project. */
  readonly thing: ThingOfProject | null
  readonly deed: 'version.look' | 'notebook.kept'
}

const placeOf = async (db: DbOrTx, { kind, boardId, pageId }: Piece): Promise<Place> =>
  kind === 'page'
    ? { room: notebookRoom(pageId), thing: await thingOfPage(db, pageId), deed: 'notebook.kept' }
    : { room: boardRoom(boardId), thing: await thingOfBoard(db, boardId), deed: 'version.look' }

/**
 * A piece of a board, or a page of a notebook, as it was frozen, and nothing beside it, for somebody who need not be of the team
 * whose it is. Which one a record names is content, so anybody who writes may have written it there: it is shown to whoever may look
 * at the board or the page themselves, and else on the word of somebody who may (`vouches`). Refuses with `piece-closed`.
 */
export const frozenPiece = async (db: DbOrTx, who: Who | null, piece: Piece | undefined, vouches: Vouches) => {
  if (!piece || piece.kind === 'file') return refuse('piece-closed')
  const { room, thing, deed } = await placeOf(db, piece)
  const { id, bytes, sha256, personId: by } = roomVersion
  const [kept] = await db
    .select({ id, bytes, sha256, by })
    .from(roomVersion)
    .where(and(eq(roomVersion.id, piece.versionId), eq(roomVersion.room, room)))
  if (!thing || !kept) return refuse('piece-closed')
  const looks = (one: Who | null) => may(one, deed, thing)
  const opens = looks(who)
  if (!opens && !(await vouches(kept.by, looks))) return refuse('piece-closed')
  const whole = openVersion(soundVersion(kept).bytes)
  return { piece, room, thing, opens, whole, then: shownOf(whole, piece) }
}

export type FrozenPiece = Awaited<ReturnType<typeof frozenPiece>>

/** A piece of a record, to whoever reads that record. Refuses with `not-found` and `piece-closed`. */
export const shownPiece = async (
  { db, hub }: Pick<Services, 'db' | 'hub'>,
  who: Who,
  { portfolioId, recordId, pieceId }: { readonly portfolioId: string; readonly recordId: string; readonly pieceId: string },
): Promise<FrozenPiece> => {
  const [thing, found] = await Promise.all([thingOfPortfolio(db, portfolioId), onePortfolio(db, portfolioId)])
  if (!thing || !found) return refuse('not-found')
  const { records } = await hub.read(portfolioRoom(portfolioId), readPortfolio)
  const record = records.find(({ id, audience }) => id === recordId && readsRecord(who, thing, audience))
  const piece = record?.pieces.find(({ id }) => id === pieceId)
  // An author has frozen it, and may still look at the board or the page: what strangers to it have written in stays closed.
  return frozenPiece(
    db,
    who,
    piece,
    async (by, looks) => found.authors.some(({ personId }) => personId === by) && looks(await whoIs(db, by)),
  )
}
