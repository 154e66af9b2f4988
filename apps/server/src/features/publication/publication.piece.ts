import type { FileType } from '@sheber/contract/file'
import { idPattern } from '@sheber/contract/ids'
import type { Left, SeeableKind } from '@sheber/contract/publication'
import { Refusal } from '@sheber/contract/refusal'
import type { Db } from '@sheber/db/open'
import { openBoard, readBoard } from '@sheber/document/board'
import { clientsIn } from '@sheber/document/hands'
import { pageBody, readPage } from '@sheber/document/notebook'
import { idsInPart } from '@sheber/document/part'
import type { Piece, PortfolioRecord } from '@sheber/document/portfolio'
import { isForWorld, isPicture, isSeen } from '@sheber/domain/file'
import { isFilm } from '@sheber/domain/film'
import type { PublicPiece } from '@sheber/domain/publication'
import { createHash } from 'node:crypto'
import { projectOf } from '../notebook/notebook.thing.ts'
import { whoIs } from '../person/person.who.ts'
import { frozenPiece } from '../portfolio/portfolio.piece.ts'
import { handsIn } from './publication.souls.ts'
import { picturesOf } from '@sheber/document/pictured'
import { filesOf, membersOf } from './publication.store.ts'

export interface DraftedPiece {
  readonly piece: PublicPiece
  /** Whoever's hands are in what is seen of it, and the team whose board or notebook it is. */
  readonly authors: readonly string[]
  /** Of them, whoever is of that team. */
  readonly team: readonly string[]
  /** All that is written on it. */
  readonly words: string
  /** Pictures that lie on it, or the picture, film or PDF that it is. */
  readonly pictures: readonly Seeable[]
}

/** What somebody may be seen in. */
export interface Seeable {
  readonly fileId: string
  readonly alt: string
  /** Absent: a picture. */
  readonly kind?: SeeableKind
}

/** Of nothing but what is seen: another version or another part is another picture. */
const keyOf = (piece: Omit<PublicPiece, 'key'>): string => createHash('sha256').update(JSON.stringify(piece)).digest('hex').slice(0, 24)

type Found = Awaited<ReturnType<typeof frozenPiece>>

/** What is seen of a part of a board. */
const ofBoard = ({ piece: { kind, boardId, versionId, things, caption }, whole, then, piece }: Found) => {
  const { el } = openBoard(whole)
  const board = readBoard(then)
  return {
    shown: { kind, boardId, versionId, things, caption },
    clients: idsInPart(whole, piece).flatMap((id) => [...clientsIn(el.get(id))]),
    words: JSON.stringify(board),
    pictures: board.things.flatMap((thing) =>
      thing.kind === 'image' && idPattern.test(thing.file) ? [{ fileId: thing.file, alt: thing.text }] : [],
    ),
  }
}

/** … and of a page of a notebook, whose pictures lie on the shelf of its project's first board. */
const ofPage = async (db: Db, { piece: { kind, versionId, things, caption }, whole, thing }: Found) => {
  const body = readPage(whole)
  return {
    shown: { kind, boardId: (await projectOf(db, thing.id))?.boardId ?? '', versionId, things, caption, body },
    clients: [...clientsIn(pageBody(whole))],
    words: JSON.stringify(body),
    pictures: picturesOf(body),
  }
}

const kindOf = (type: FileType): SeeableKind => (isPicture(type) ? 'picture' : isFilm(type) ? 'film' : 'document')

/** A file of this very shelf, whoever named it: it is theirs who brought it. */
const ofFile = async (db: Db, portfolioId: string, { kind, fileId, caption }: Piece): Promise<DraftedPiece | Left> => {
  const [found] = idPattern.test(fileId) ? await filesOf(db, portfolioId, [], [fileId]) : []
  if (!found) return { caption, why: 'away' }
  if (!isForWorld(found.type)) return { caption, why: 'kind' }
  const shown = { kind, boardId: '', versionId: '', things: [], caption, fileId }
  return {
    piece: { key: keyOf(shown), ...shown },
    authors: [found.personId],
    team: [],
    words: '',
    pictures: isSeen(found.type) ? [{ fileId, alt: caption, kind: kindOf(found.type) }] : [],
  }
}

export interface DraftedPieces {
  readonly shown: readonly DraftedPiece[]
  readonly left: readonly Left[]
}

/**
 * What of a record's pieces may go out, in their order, and what may not. Which board or page a record names is content: it goes out
 * only on the word of an author who has frozen it and may still look at it.
 */
export const piecesOf = async (
  db: Db,
  portfolioId: string,
  { pieces }: Pick<PortfolioRecord, 'pieces'>,
  writers: readonly string[],
): Promise<DraftedPieces> => {
  const all: DraftedPiece[] = []
  const left: Left[] = []
  for (const one of pieces) {
    if (one.kind === 'file') {
      const file = await ofFile(db, portfolioId, one)
      if ('why' in file) left.push(file)
      else all.push(file)
      continue
    }
    const found = await frozenPiece(db, null, one, async (by, looks) => writers.includes(by) && looks(await whoIs(db, by))).catch(
      (why: unknown) => {
        if (why instanceof Refusal) return null
        throw why
      },
    )
    if (!found) {
      left.push({ caption: one.caption, why: 'closed' })
      continue
    }
    const { shown, clients, words, pictures } = one.kind === 'page' ? await ofPage(db, found) : ofBoard(found)
    const hands = await handsIn(db, found.room)
    const team = await membersOf(db, [found.thing.teamId])
    all.push({
      piece: { key: keyOf(shown), ...shown },
      authors: [...new Set([...team, ...new Set(clients.flatMap((client) => hands.get(client) ?? []))])],
      team,
      words,
      pictures,
    })
  }
  return { shown: all, left }
}
