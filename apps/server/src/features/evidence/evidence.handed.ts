import type { Handed } from '@sheber/contract/evidence'
import type { DbOrTx } from '@sheber/db/open'
import { roomVersion, submission } from '@sheber/db/schema'
import { eq, sql } from 'drizzle-orm'

interface Claim {
  readonly portfolioId: string
  readonly recordId: string
  /** From here on it may have been handed in. */
  readonly at: Date
  readonly supersededAt: Date | null
}

/** When some portfolios' records were handed in, and whether they were taken out of the queue again: for each claim, the oldest first. */
export const handedOf = async (db: DbOrTx, portfolios: readonly string[]): Promise<(claim: Claim) => Handed[]> => {
  const rows = await db
    .select({
      portfolioId: submission.portfolioId,
      records: submission.records,
      first: submission.createdAt,
      again: roomVersion.createdAt,
      state: submission.state,
      changedAt: submission.changedAt,
    })
    .from(submission)
    .innerJoin(roomVersion, eq(roomVersion.id, submission.versionId))
    .where(sql`${submission.portfolioId} = any(${sql.param([...portfolios])}::text[])`)
  const of = Map.groupBy(rows, ({ portfolioId }) => portfolioId)
  return ({ portfolioId, recordId, at, supersededAt }) =>
    (of.get(portfolioId) ?? [])
      // None: the whole portfolio.
      .filter(({ records }) => records.length === 0 || records.includes(recordId))
      .flatMap(({ first, again, state, changedAt }) => {
        const until = state === 'withdrawn' ? changedAt.toISOString() : null
        // Handed in anew, a submission knows its first hour and its last one.
        return [...new Set([first.getTime(), again.getTime()])].map((time) => ({ time, until }))
      })
      .filter(({ time }) => time >= at.getTime() && (supersededAt === null || time < supersededAt.getTime()))
      .toSorted((a, b) => a.time - b.time)
      .map(({ time, until }) => ({ at: new Date(time).toISOString(), until }))
}
