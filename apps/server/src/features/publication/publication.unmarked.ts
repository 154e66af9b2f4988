import type { OfPortfolio } from '@sheber/domain/permission'
import { unmarkedIn } from '@sheber/domain/seen'
import type { Services } from '../../services.ts'
import { draftOf, type Draft } from './publication.draft.ts'
import { picturesOf } from '@sheber/document/pictured'
import { publicationOf, recordsOut, type RecordRow, type Row } from './publication.store.ts'

type Known = ReadonlyMap<string, readonly string[]>

/** Of what went out: the cover's, those in the words, and those on pieces or that are pieces, which are shown where both were chosen. */
const shownOn = (row: Row, out: readonly RecordRow[], known: Known): string[] => {
  if (!row.fields.pictures) return []
  const face = row.cover?.picture ? [row.cover.picture.fileId] : []
  const inWords = out.flatMap(({ shown }) => picturesOf(shown.body).map(({ fileId }) => fileId))
  const onPieces = piecesIn(out).flatMap(({ key, pictures }) => pictures ?? known.get(key) ?? [])
  return [...face, ...inWords, ...onPieces]
}

const piecesIn = (records: readonly Pick<RecordRow, 'shown'>[]) => records.flatMap(({ shown }) => shown.pieces ?? [])

/** Where no child could be seen there is nothing to be said. */
export const unmarkedOn = (row: Row, out: readonly RecordRow[], now: Pick<Draft, 'children' | 'records'>): string[] => {
  if (now.children.length === 0) return []
  // What went out before pictures of pieces were written down is found where it is drafted still.
  const known = new Map(piecesIn(now.records).map(({ key, pictures }) => [key, pictures ?? []]))
  return unmarkedIn(shownOn(row, out, known), row.seen)
}

/**
 * How many pictures, films and documents of an open page wait for a word of who is seen in them. It is asked at every look at a
 * portfolio: boards are opened for it only where one may wait.
 */
export const unmarkedFor = async (services: Pick<Services, 'db' | 'hub'>, of: OfPortfolio): Promise<number> => {
  const row = await publicationOf(services.db, { portfolioId: of.id })
  if (!row || row.withdrawnAt !== null || !row.fields.pictures) return 0
  const out = await recordsOut(services.db, row.id)
  const isTold = piecesIn(out).every(({ pictures }) => pictures !== undefined)
  if (isTold && unmarkedIn(shownOn(row, out, new Map()), row.seen).length === 0) return 0
  return unmarkedOn(row, out, await draftOf(services, of, row.fields)).length
}
