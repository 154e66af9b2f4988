import type { Said } from '@sheber/contract/framework'
import type { DbOrTx } from '@sheber/db/open'
import { award } from '@sheber/db/schema'
import { showsResults } from '@sheber/domain/exhibition'
import { and, asc, eq } from 'drizzle-orm'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'

export interface ShownAward {
  readonly id: string
  readonly standId: string
  readonly nominationId: string | null
  /** One to three; null: it has a name instead. */
  readonly degree: number | null
  readonly title: Said
  /** Of the diploma. */
  readonly number: string
}

/** What may be seen of an exhibition's results by whoever is no organiser: nothing before the hour of their release. */
export const awardsShown = async (db: DbOrTx, exhibitionId: string, now: Date): Promise<ShownAward[]> => {
  const of = await exhibitionNow(db, exhibitionId)
  if (!of || !showsResults(of.plan, of.state, now)) return []
  return db
    .select({
      id: award.id,
      standId: award.standId,
      nominationId: award.nominationId,
      degree: award.degree,
      title: award.title,
      number: award.number,
    })
    .from(award)
    .where(and(eq(award.exhibitionId, exhibitionId), eq(award.state, 'issued')))
    .orderBy(asc(award.nominationId), asc(award.degree), asc(award.id))
}
