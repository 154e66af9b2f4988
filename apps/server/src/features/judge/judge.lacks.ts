import type { DbOrTx } from '@sheber/db/open'
import { judge, judgeStand, score, stand } from '@sheber/db/schema'
import { lacksOf, viewsOf, type Lack, type View } from '@sheber/domain/judge'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'

/** What was seen to the end by judges who count, with what they wrote in the end. */
export const countedViews = (db: DbOrTx, exhibitionId: string): Promise<View[]> =>
  db
    .selectDistinctOn([judgeStand.judgeId, judgeStand.standId], { standId: judgeStand.standId, words: score.words })
    .from(judgeStand)
    .innerJoin(judge, eq(judge.id, judgeStand.judgeId))
    .innerJoin(score, and(eq(score.judgeId, judgeStand.judgeId), eq(score.standId, judgeStand.standId), eq(score.round, judgeStand.round)))
    .where(
      and(
        eq(judge.exhibitionId, exhibitionId),
        eq(judge.shadow, false),
        isNull(judge.endedAt),
        eq(judgeStand.round, 1),
        eq(judgeStand.counts, true),
        eq(judgeStand.state, 'done'),
      ),
    )
    .orderBy(judgeStand.judgeId, judgeStand.standId, desc(score.createdAt))

const standsInHall = async (db: DbOrTx, exhibitionId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: stand.id })
    .from(stand)
    .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.state, 'admitted')))
    .orderBy(sql`${stand.number} asc nulls last`, asc(stand.id))
  return rows.map(({ id }) => id)
}

/** Because of which stands a round of judging cannot close yet; none: it can. Asked by the step from judging to deliberation. */
export const judgingLacks = async (db: DbOrTx, exhibitionId: string): Promise<Lack[]> => {
  const of = await exhibitionNow(db, exhibitionId)
  if (!of) return []
  const [standIds, views] = [await standsInHall(db, exhibitionId), await countedViews(db, exhibitionId)]
  return lacksOf(viewsOf(standIds, views), of.plan)
}
