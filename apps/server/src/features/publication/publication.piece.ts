import { idPattern } from '@sheber/contract/ids'
import { Refusal } from '@sheber/contract/refusal'
import type { Db } from '@sheber/db/open'
import { openBoard, readBoard } from '@sheber/document/board'
import { clientsIn } from '@sheber/document/hands'
import { idsInPart } from '@sheber/document/part'
import type { PortfolioRecord } from '@sheber/document/portfolio'
import { may, type Thing } from '@sheber/domain/permission'
import type { PublicPiece } from '@sheber/domain/publication'
import { createHash } from 'node:crypto'
import { whoIs } from '../person/person.who.ts'
import { frozenPiece } from '../portfolio/portfolio.piece.ts'
import { handsIn } from './publication.souls.ts'
import { membersOf } from './publication.store.ts'

export interface DraftedPiece {
  readonly piece: PublicPiece
  /** Whoever's hands are in what is seen of it, and the team whose board it is. */
  readonly authors: readonly string[]
  /** All that is written on it. */
  readonly words: string
  /** Pictures that lie on it. */
  readonly pictures: readonly { readonly fileId: string; readonly alt: string }[]
}

/** Of nothing but what is seen: another version or another part is another picture. */
const keyOf = (piece: Omit<PublicPiece, 'key'>): string => createHash('sha256').update(JSON.stringify(piece)).digest('hex').slice(0, 24)

/** Which board a record names is content: it goes out only on the word of an author who has frozen it and may still look at it. */
export const piecesOf = async (
  db: Db,
  { pieces }: Pick<PortfolioRecord, 'pieces'>,
  writers: readonly string[],
): Promise<DraftedPiece[]> => {
  const vouches = async (board: Thing, by: string) => writers.includes(by) && may(await whoIs(db, by), 'version.look', board)
  const all: DraftedPiece[] = []
  for (const one of pieces) {
    const found = await frozenPiece(db, null, one, vouches).catch((why: unknown) => {
      if (why instanceof Refusal) return null
      throw why
    })
    if (!found) continue
    const { kind, boardId, versionId, things, caption } = found.piece
    const { el } = openBoard(found.whole)
    const clients = new Set(idsInPart(found.whole, found.piece).flatMap((id) => [...clientsIn(el.get(id))]))
    const hands = await handsIn(db, found.room)
    const team = await membersOf(db, [found.board.teamId])
    const piece = { kind, boardId, versionId, things, caption }
    const board = readBoard(found.then)
    all.push({
      piece: { key: keyOf(piece), ...piece },
      authors: [...new Set([...team, ...[...clients].flatMap((client) => hands.get(client) ?? [])])],
      words: JSON.stringify(board),
      pictures: board.things.flatMap((thing) =>
        thing.kind === 'image' && idPattern.test(thing.file) ? [{ fileId: thing.file, alt: thing.text }] : [],
      ),
    })
  }
  return all
}
