import { evidence } from '@sheber/contract/evidence'
import type { Tx } from '@sheber/db/open'
import { linkEvidence, type AskedLink, type Claimable } from '@sheber/domain/evidence'
import type { Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { allOfRecord, bringBack, claimableOf, claimedOf, insertEvidence, lockPortfolio } from './evidence.store.ts'

export interface Linking extends Pick<Claimable, 'records' | 'people'> {
  readonly portfolioId: string
  readonly by: string
  readonly asked: AskedLink
}

/** Decides and saves; tells each person once, however many claims they have now. How many there are that were not there before. */
export const linkIn = async (
  tx: Tx,
  tell: Tell,
  { clock, newId }: Pick<Services, 'clock' | 'newId'>,
  { portfolioId, by, asked, records, people }: Linking,
): Promise<number> => {
  await lockPortfolio(tx, portfolioId)
  const already = (await allOfRecord(tx, portfolioId, asked.recordId)).map(claimedOf)
  const { fresh, back } = linkEvidence({ ...(await claimableOf(tx, asked.claims)), records, people }, asked, already)
  const made = await insertEvidence(tx, fresh, { portfolioId, by, at: clock.now(), newId })
  for (const one of back) made.push(...(await bringBack(tx, one, clock.now())))
  for (const personId of new Set(made)) await tell(evidence.linked, { portfolioId, personId })
  return made.length
}
