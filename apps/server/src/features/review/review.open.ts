import { Refusal } from '@sheber/contract/refusal'
import type { OpenRemark } from '@sheber/contract/review'
import type { Who } from '@sheber/domain/permission'
import type { Services } from '../../services.ts'
import { shownPiece } from '../portfolio/portfolio.piece.ts'
import { isOnPage, placesOn } from './review.piece.ts'
import { openRemarksOf } from './review.remarks.ts'

/** What nobody has settled of a portfolio, the oldest first, and which of it points at what its page of a notebook has no more. */
export const openRemarks = async (services: Pick<Services, 'db' | 'hub'>, who: Who, portfolioId: string): Promise<OpenRemark[]> => {
  const open = await openRemarksOf(services.db, portfolioId)
  const lost = new Set<string>()
  const onPages = open.flatMap(({ threadId, recordId, anchor }) => (isOnPage(anchor) ? [{ threadId, recordId, anchor }] : []))
  for (const said of Map.groupBy(onPages, ({ recordId, anchor }) => `${recordId} ${anchor.pieceId}`).values()) {
    const [first] = said
    if (!first) continue
    const { recordId, anchor } = first
    // Of a page that is closed to the reader, or stands in the record no more, nothing is told here.
    const page = await shownPiece(services, who, { portfolioId, recordId, pieceId: anchor.pieceId }).catch((why: unknown) => {
      if (why instanceof Refusal) return null
      throw why
    })
    if (page?.piece.kind !== 'page') continue
    const anchors = said.map((one) => one.anchor)
    const places = await services.hub.read(page.room, (doc) => placesOn(doc, anchors))
    for (const [at, { threadId }] of said.entries()) if (!places[at]?.held && places[at]?.place === null) lost.add(threadId)
  }
  return open.map((one) => ({ ...one, lost: lost.has(one.threadId) }))
}
