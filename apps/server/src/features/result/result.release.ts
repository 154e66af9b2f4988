import { exhibition as exhibitionPromise, type ExhibitionState } from '@sheber/contract/exhibition'
import { refuse } from '@sheber/contract/refusal'
import type { Tx } from '@sheber/db/open'
import { award, exhibition, exhibitionDecision, result } from '@sheber/db/schema'
import { audienceTitle } from '@sheber/domain/visitor'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { audienceOf } from '../visitor/visitor.prize.ts'
import { newCode } from './result.code.ts'
import { givePapersOfAwards } from './result.paper.ts'
import { resultLacks } from './result.ready.ts'
import { awardsOf, note } from './result.store.ts'

interface Ended {
  readonly exhibitionId: string
  readonly year: number
  readonly by: string
  /** Where this Sheber is found by whoever does it; empty: awards have no badges. */
  readonly address: string
}

/**
 * Gives the audience's prize, which no jury has decided: to whoever has the most votes, and to all of them where they tie. In the same
 * transaction in which voting ends; like every other award it is seen from the hour of the plan on.
 */
export const giveAudience = async (
  tx: Tx,
  { clock, newId }: Pick<Services, 'clock' | 'newId'>,
  { exhibitionId, year, by, address }: Ended,
): Promise<void> => {
  const at = clock.now()
  const [of] = await tx.select({ plan: exhibition.plan }).from(exhibition).where(eq(exhibition.id, exhibitionId))
  // Turned off, it is nobody's; the votes are kept.
  if (!of?.plan.visitors.vote) return
  const { standIds, tied } = await audienceOf(tx, exhibitionId)
  for (const standId of standIds) {
    const given = { standId, nominationId: null, degree: null, title: audienceTitle, tied }
    const id = newId()
    await tx
      .insert(award)
      .values({ id, exhibitionId, ...given, state: 'issued', number: newCode(year), createdBy: by, createdAt: at, issuedAt: at, address })
    await note(tx, { exhibitionId, by, at, newId }, [{ step: 'given', awardId: id, standId, after: given }])
  }
  await givePapersOfAwards(tx, { exhibitionId, year, at, newId })
}

/**
 * Fixes results for good, in the transaction of whoever takes the exhibition to `results`: its row is locked already. Awards are
 * issued and get their numbers; that they are seen from the hour of the plan on and not before is asked wherever they are shown.
 */
export const releaseResults = async (
  tx: Tx,
  { clock, newId }: Pick<Services, 'clock' | 'newId'>,
  { exhibitionId, year, by, address }: Ended,
): Promise<void> => {
  const lacks = await resultLacks(tx, exhibitionId)
  if (lacks) return refuse(lacks)
  const at = clock.now()
  const fixed = await tx
    .update(result)
    .set({ releasedAt: at })
    .where(and(eq(result.exhibitionId, exhibitionId), isNull(result.droppedAt), isNull(result.releasedAt)))
    .returning({ id: result.id })
  if (fixed.length === 0) return
  for (const one of await awardsOf(tx, exhibitionId))
    await tx
      .update(award)
      .set({ state: 'issued', issuedAt: at, number: newCode(year), address })
      .where(and(eq(award.id, one.id), eq(award.state, 'approved')))
  // The jury's come first.
  await givePapersOfAwards(tx, { exhibitionId, year, at, newId })
  await giveAudience(tx, { clock, newId }, { exhibitionId, year, by, address })
  await note(tx, { exhibitionId, by, at, newId }, [{ step: 'released' }])
}

interface Opened {
  readonly exhibitionId: string
  readonly before: ExhibitionState
  readonly by: string
  readonly at: Date
  /** Of the line in its trail. */
  readonly id: string
}

/** The step itself. */
export const openResults = async (tx: Tx, tell: Tell, { exhibitionId, before, by, at, id }: Opened): Promise<void> => {
  await tx.insert(exhibitionDecision).values({ id, exhibitionId, step: 'stepped', before, after: 'results', personId: by, at })
  await tx.update(exhibition).set({ state: 'results', changedAt: at }).where(eq(exhibition.id, exhibitionId))
  await tell(exhibitionPromise.changed, { exhibitionId, state: 'results' })
}
