import type { DbOrTx } from '@sheber/db/open'
import { person, verdict } from '@sheber/db/schema'
import { asc, eq, sql } from 'drizzle-orm'

/** All that reviewers said of some claims, by the claim, the oldest first. */
export const verdictsOn = async (db: DbOrTx, ids: readonly string[]) => {
  const said = await db
    .select({
      evidenceId: verdict.evidenceId,
      id: verdict.id,
      reviewer: { personId: person.id, name: person.name },
      verdict: verdict.verdict,
      levelId: verdict.levelId,
      text: verdict.text,
      at: verdict.createdAt,
    })
    .from(verdict)
    .innerJoin(person, eq(person.id, verdict.reviewerId))
    .where(sql`${verdict.evidenceId} = any(${sql.param([...ids])}::text[])`)
    .orderBy(asc(verdict.createdAt), asc(verdict.id))
  return Map.groupBy(
    said.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    ({ evidenceId }) => evidenceId,
  )
}
