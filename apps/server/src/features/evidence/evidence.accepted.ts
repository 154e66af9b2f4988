import type { Accepted } from '@sheber/contract/evidence'
import type { DbOrTx } from '@sheber/db/open'
import { acceptance, competency, organisation, person } from '@sheber/db/schema'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'

/** What schools have taken of some claims, by the claim, the oldest first. */
export const acceptedOf = async (db: DbOrTx, ids: readonly string[]) => {
  const rows = await db
    .select({
      evidenceId: acceptance.evidenceId,
      id: acceptance.id,
      school: organisation.name,
      topic: acceptance.topic,
      goal: { id: competency.id, code: competency.code, title: competency.title },
      by: person.name,
      at: acceptance.createdAt,
    })
    .from(acceptance)
    .innerJoin(organisation, eq(organisation.id, acceptance.organisationId))
    .innerJoin(person, eq(person.id, acceptance.acceptedBy))
    .leftJoin(competency, eq(competency.id, acceptance.goalId))
    .where(and(sql`${acceptance.evidenceId} = any(${sql.param([...ids])}::text[])`, isNull(acceptance.withdrawnAt)))
    .orderBy(asc(acceptance.createdAt), asc(acceptance.id))
  const of = Map.groupBy(rows, ({ evidenceId }) => evidenceId)
  return (id: string): Accepted[] => (of.get(id) ?? []).map(({ evidenceId: _, at, ...one }) => ({ ...one, at: at.toISOString() }))
}
