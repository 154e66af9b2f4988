import type { acceptance } from '@sheber/contract/acceptance'
import type { notebook } from '@sheber/contract/notebook'
import type { PieceKind, portfolio } from '@sheber/contract/portfolio'
import type { review } from '@sheber/contract/review'
import type { version } from '@sheber/contract/version'
import { boardVersion } from '@sheber/document/board'
import { pageVersion } from '@sheber/document/notebook'
import { boardRoom, notebookRoom } from '@sheber/document/room'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { ask } from '#lib/api.ts'
import { openRoom } from '#lib/room.svelte.ts'
import { bytesOf } from '#lib/version/still.ts'
import type { Person } from '#lib/room/here.ts'
import { pictureUrl } from '../picture.ts'

/** A piece as it was frozen, as it is today, or what is another between the two. */
export type View = 'then' | 'today' | 'difference'

/** Where a piece is looked at: as it was frozen, as it is, and whether its board or its page may be opened. */
export interface Look {
  readonly then: Doc
  /** Null: it is not shown to this reader; answered with null: it cannot be had at the moment. */
  readonly today: (() => Promise<Doc | null>) | null
  readonly opens: boolean
  /** Where the bytes of a picture on it lie for this reader. */
  readonly pictureOf: (fileId: string) => string
}

/** A part of a board, or a page of a notebook. */
export interface Frozen {
  readonly kind: PieceKind
  readonly boardId: string
  readonly pageId: string
  readonly versionId: string
}

/** At its board or in its notebook, by whoever may open that. @throws {Refused} */
export const lookAtPlace = async (piece: Frozen, me: Person): Promise<Look> => ({
  then: await (piece.kind === 'page' ? pageThen(piece) : boardThen(piece)),
  today: () => now(piece, me),
  opens: true,
  pictureOf: pictureUrl,
})

/** What was handed in for review, which is told to its readers whether or not the board or the page is. @throws {Refused} */
export const lookAtHandedIn = async (params: { submissionId: string; recordId: string; pieceId: string }): Promise<Look> => {
  const path = '/api/review/:submissionId/record/:recordId/piece/:pieceId'
  const { then, today, opens } = await ask<typeof review.piece>(fetch, 'GET', path, { params })
  const pictureOf = pictureIn(`review/${params.submissionId}/record/${params.recordId}/piece/${params.pieceId}`, opens)
  return { then: docOf(then), today: () => Promise.resolve(docOf(today)), opens, pictureOf }
}

/** In a record that is shown to this reader: whoever may not open the board or the page sees what was frozen and no more. @throws {Refused} */
export const lookAtShown = async (
  params: { portfolioId: string; recordId: string; pieceId: string },
  piece: Frozen,
  me: Person,
): Promise<Look> => {
  const path = '/api/portfolio/:portfolioId/record/:recordId/piece/:pieceId'
  const { then, opens } = await ask<typeof portfolio.piece>(fetch, 'GET', path, { params })
  const pictureOf = pictureIn(`portfolio/${params.portfolioId}/record/${params.recordId}/piece/${params.pieceId}`, opens)
  return { then: docOf(then), today: opens ? () => now(piece, me) : null, opens, pictureOf }
}

/** What was confirmed and is offered to a school: as it was frozen, and today's state only to whoever may open the board or the page. @throws {Refused} */
export const lookAtOffered = async (
  params: { organisationId: string; evidenceId: string; pieceId: string },
  piece: Frozen,
  me: Person,
): Promise<Look> => {
  const path = '/api/organisation/:organisationId/acceptance/:evidenceId/piece/:pieceId'
  const { then, opens } = await ask<typeof acceptance.piece>(fetch, 'GET', path, { params })
  const pictureOf = pictureIn(`organisation/${params.organisationId}/acceptance/${params.evidenceId}/piece/${params.pieceId}`, opens)
  return { then: docOf(then), today: opens ? () => now(piece, me) : null, opens, pictureOf }
}

/** On the shelf of its project's board, or, to whoever may not look there, beside the piece in which it is shown. */
const pictureIn = (piece: string, opens: boolean) => (fileId: string) =>
  opens ? pictureUrl(fileId) : `/files/${piece}/${encodeURIComponent(fileId)}/960.webp`

const docOf = (update: string): Doc => {
  const doc = new Doc()
  applyUpdate(doc, bytesOf(update))
  return doc
}

/** A board as it was kept. @throws {Refused} */
const boardThen = async ({ boardId, versionId }: Frozen): Promise<Doc> => {
  const params = { boardId, versionId }
  const { update } = await ask<typeof version.look>(fetch, 'GET', '/api/board/:boardId/version/:versionId', { params })
  return docOf(update)
}

/** … and a page. @throws {Refused} */
const pageThen = async ({ pageId, versionId }: Frozen): Promise<Doc> => {
  const params = { pageId, versionId }
  const { update } = await ask<typeof notebook.kept>(fetch, 'GET', '/api/notebook/:pageId/version/:versionId', { params })
  return docOf(update)
}

const patienceMs = 10_000

/** A document as it is: its room is entered, looked at and left. Without a network it is what this device knows; null: nothing. */
const roomNow = async (asked: { readonly name: string; readonly schema: number }, me: Person): Promise<Doc | null> => {
  const room = openRoom({ ...asked, person: me, may: 'read' })
  const until = Date.now() + patienceMs
  const settled = () => room.closedFor !== null || (room.ready && room.live)
  while (!settled() && Date.now() < until) await new Promise((again) => setTimeout(again, 100))
  const doc = room.closedFor === null && room.ready ? new Doc() : null
  if (doc) applyUpdate(doc, encodeStateAsUpdate(room.doc))
  room.close()
  return doc
}

export const boardNow = (boardId: string, me: Person) => roomNow({ name: boardRoom(boardId), schema: boardVersion }, me)

const now = ({ kind, boardId, pageId }: Frozen, me: Person) =>
  kind === 'page' ? roomNow({ name: notebookRoom(pageId), schema: pageVersion }, me) : boardNow(boardId, me)
