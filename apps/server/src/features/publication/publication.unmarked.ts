import type { OfPortfolio } from '@sheber/domain/permission'
import { unmarkedIn } from '@sheber/domain/seen'
import type { Services } from '../../services.ts'
import { draftOf, picturesOf, type Draft } from './publication.draft.ts'
import { publicationOf, recordsOut, type RecordRow, type Row } from './publication.store.ts'

/** Of what went out: the cover's, those in the words, and those on boards, which are shown where both were chosen. */
const shownOn = (row: Row, out: readonly RecordRow[], onBoards: readonly string[]): string[] => {
  if (!row.fields.pictures) return []
  const face = row.cover?.picture ? [row.cover.picture.fileId] : []
  const inWords = out.flatMap(({ shown }) => picturesOf(shown.body).map(({ fileId }) => fileId))
  return [...face, ...inWords, ...(row.fields.pieces ? onBoards : [])]
}

/** Where no child could be seen there is nothing to be said. */
export const unmarkedOn = (row: Row, out: readonly RecordRow[], now: Pick<Draft, 'children' | 'onBoards'>): string[] =>
  now.children.length === 0 ? [] : unmarkedIn(shownOn(row, out, now.onBoards), row.seen)

/**
 * How many pictures of an open page wait for a word of who is seen in them, where any of its cover or its words does. It is asked at every
 * look at a portfolio, and no board is opened for it: what lies on boards is counted beside the others, and found by whoever publishes.
 */
export const unmarkedFor = async (services: Pick<Services, 'db' | 'hub'>, of: OfPortfolio): Promise<number> => {
  const row = await publicationOf(services.db, { portfolioId: of.id })
  if (!row || row.withdrawnAt !== null || !row.fields.pictures) return 0
  const out = await recordsOut(services.db, row.id)
  if (unmarkedIn(shownOn(row, out, []), row.seen).length === 0) return 0
  return unmarkedOn(row, out, await draftOf(services, of, row.fields)).length
}
