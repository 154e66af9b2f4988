import type { FinalStage } from '@sheber/contract/final'
import type { Round } from '@sheber/contract/judge'
import type { Plan } from '@sheber/contract/exhibition'
import type { DbOrTx } from '@sheber/db/open'
import { final, finalist, finalTold } from '@sheber/db/schema'
import { roundOf, stageOf, windowOf } from '@sheber/domain/final'
import { eq, inArray } from 'drizzle-orm'

/** How far the final of an exhibition is, for everybody who has to know before they decide. */
export interface FinalNow {
  readonly stage: FinalStage
  /** Whose scores are taken. */
  readonly round: Round
  readonly finalists: ReadonlySet<string>
}

export const finalNow = async (db: DbOrTx, { id, plan }: { readonly id: string; readonly plan: Plan }): Promise<FinalNow> => {
  if (!plan.final) return { stage: 'first', round: roundOf('first'), finalists: new Set() }
  const [row] = await db.select().from(final).where(eq(final.exhibitionId, id))
  const stage = stageOf(plan, row ? { closed: row.closedAt !== null, begun: row.begunAt !== null } : null)
  const chosen = await db.select({ standId: finalist.standId }).from(finalist).where(eq(finalist.exhibitionId, id))
  return { stage, round: roundOf(stage), finalists: new Set(chosen.map(({ standId }) => standId)) }
}

/** Of these stands, whether their team was told that it is in the final, or that it is not; of whom nobody was told there is nothing. */
export const toldOf = async (db: DbOrTx, standIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> => {
  if (standIds.length === 0) return new Map()
  const rows = await db
    .select({ standId: finalTold.standId, reached: finalTold.reached })
    .from(finalTold)
    .where(inArray(finalTold.standId, [...standIds]))
  return new Map(rows.map(({ standId, reached }) => [standId, reached]))
}

/** Of the round under way, as a page tells it. */
export const windowNow = (plan: Plan, { round }: Pick<FinalNow, 'round'>) => {
  const { from, to } = windowOf(plan, round)
  return { judgingFrom: from, judgingTo: to }
}
