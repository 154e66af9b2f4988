import type { DbOrTx } from '@sheber/db/open'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { judgingOf } from './result.compute.ts'
import { resultNow } from './result.store.ts'

/**
 * What stands in the way of releasing its results; null: nothing.
 *
 *   result-unapproved  no second person has said yes to them
 *   result-changed     scores or awards became others after that
 */
export const resultLacks = async (db: DbOrTx, exhibitionId: string): Promise<'result-unapproved' | 'result-changed' | null> => {
  const of = await exhibitionNow(db, exhibitionId)
  const now = await resultNow(db, exhibitionId)
  if (!of || !now?.approvedAt) return 'result-unapproved'
  if (now.releasedAt) return null
  return (await judgingOf(db, of)).sha256 === now.sha256 ? null : 'result-changed'
}
