import type { DbOrTx } from '@sheber/db/open'
import { dispute, person } from '@sheber/db/schema'
import { asc, eq, sql } from 'drizzle-orm'

/** All that was said against the verdicts of some claims, by the claim, the oldest first. */
export const disputesOf = async (db: DbOrTx, ids: readonly string[]) => {
  const said = await db
    .select({
      evidenceId: dispute.evidenceId,
      by: { personId: person.id, name: person.name },
      text: dispute.text,
      at: dispute.createdAt,
    })
    .from(dispute)
    .innerJoin(person, eq(person.id, dispute.personId))
    .where(sql`${dispute.evidenceId} = any(${sql.param([...ids])}::text[])`)
    .orderBy(asc(dispute.createdAt), asc(dispute.id))
  const of = Map.groupBy(said, ({ evidenceId }) => evidenceId)
  return (id: string) => (of.get(id) ?? []).map(({ evidenceId: _, at, ...one }) => ({ ...one, at: at.toISOString() }))
}
