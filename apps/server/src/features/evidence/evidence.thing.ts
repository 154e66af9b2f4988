import type { DbOrTx } from '@sheber/db/open'
import { evidence } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { and, eq } from 'drizzle-orm'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'

/** What the permission table is asked about when a request names a claim; null where that portfolio has no such claim. */
export const thingOfEvidence = async (
  db: DbOrTx,
  { portfolioId, evidenceId }: { portfolioId: string; evidenceId: string },
): Promise<Extract<Thing, { kind: 'evidence' }> | null> => {
  const [row] = await db
    .select({ personId: evidence.personId })
    .from(evidence)
    .where(and(eq(evidence.id, evidenceId), eq(evidence.portfolioId, portfolioId)))
  const portfolio = row && (await thingOfPortfolio(db, portfolioId))
  return portfolio ? { kind: 'evidence', portfolio, personId: row.personId } : null
}
