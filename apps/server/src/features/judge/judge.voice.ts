import type { DbOrTx } from '@sheber/db/open'
import { comparison, judge, judgeStand } from '@sheber/db/schema'
import type { Comparison } from '@sheber/domain/pairwise'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'

/** Whose choice it is: of the jury, or of the children who show something. Null: it counts for neither. */
export type Voice = 'jury' | 'peers'

export interface Said extends Comparison {
  readonly voice: Voice | null
}

/**
 * All that were made and not taken back, in their order. What a judge who learns has chosen, who left, or to whose conflict one of the two
 * belongs, counts no more than their scores; and a child's choice is the children's, never the jury's.
 */
export const saidOf = async (db: DbOrTx, exhibitionId: string): Promise<Said[]> => {
  const conflict = sql<boolean>`exists (
    select 1 from ${judgeStand} s where s.judge_id = ${judge.id} and s.state = 'conflict' and s.stand_id in (${comparison.betterId}, ${comparison.worseId}))`
  const rows = await db
    .select({
      id: comparison.id,
      judgeId: comparison.personId,
      winnerId: comparison.betterId,
      loserId: comparison.worseId,
      seat: judge.id,
      shadow: judge.shadow,
      endedAt: judge.endedAt,
      conflict,
    })
    .from(comparison)
    .leftJoin(judge, and(eq(judge.exhibitionId, comparison.exhibitionId), eq(judge.personId, comparison.personId)))
    .where(and(eq(comparison.exhibitionId, exhibitionId), isNull(comparison.undoneAt)))
    .orderBy(asc(comparison.createdAt), asc(comparison.id))
  return rows.map(({ seat, shadow, endedAt, conflict: conflicts, ...one }) => {
    const counts = shadow === false && endedAt === null && !conflicts
    return { ...one, voice: seat === null ? 'peers' : counts ? 'jury' : null }
  })
}

/** What the jury has said of two side by side. */
export const juryComparisons = async (db: DbOrTx, exhibitionId: string): Promise<Comparison[]> =>
  (await saidOf(db, exhibitionId)).filter(({ voice }) => voice === 'jury')
