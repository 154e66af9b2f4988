import type { ShownEvidence } from '@sheber/contract/evidence'
import { membership } from '@sheber/db/schema'
import { claimsForGuardian } from '@sheber/domain/guardian'
import { may, type OfPortfolio, type Who } from '@sheber/domain/permission'
import { and, inArray, ne } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { recordsFor } from './evidence.records.ts'

/** Of the claims that a portfolio's reader asked for, what they may be told: all of it, or as much as a guardian is. */
export const claimsFor = async (
  { db, hub }: Pick<Services, 'db' | 'hub'>,
  who: Who | null,
  thing: OfPortfolio,
  claims: readonly ShownEvidence[],
): Promise<ShownEvidence[]> => {
  // Whoever may make claims in it reads them too: a teacher who is the child's mother.
  if (may(who, 'evidence.link', thing)) return [...claims]
  const open = new Set<string>()
  for (const portfolioId of new Set(claims.map((one) => one.portfolioId))) {
    const of = portfolioId === thing.id ? thing : await thingOfPortfolio(db, portfolioId)
    for (const { id, deleted } of of ? await recordsFor(hub, who, of) : []) if (!deleted) open.add(`${portfolioId} ${id}`)
  }
  const makers = [...new Set(claims.map(({ by }) => by.personId))]
  const adults =
    makers.length === 0
      ? []
      : await db
          .selectDistinct({ id: membership.personId })
          .from(membership)
          .where(and(inArray(membership.personId, makers), ne(membership.role, 'learner')))
  const opens = ({ portfolioId, recordId }: Pick<ShownEvidence, 'portfolioId' | 'recordId'>) => open.has(`${portfolioId} ${recordId}`)
  return claimsForGuardian(claims, opens, new Set(adults.map(({ id }) => id)))
}
