import type { DbOrTx } from '@sheber/db/open'
import { judge, judgeStand, score, stand } from '@sheber/db/schema'
import { rounds } from '@sheber/contract/judge'
import { lacksOf, viewsOf, type Lack, type View } from '@sheber/domain/judge'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { finalNow } from '../final/final.thing.ts'

/** What was seen to the end by judges who count, with what they wrote in the end. */
export const countedViews = (db: DbOrTx, exhibitionId: string, round: number = rounds.first): Promise<View[]> =>
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
        eq(judgeStand.round, round),
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

/** Because of which stands the round under way cannot close yet; none: it can. */
export const judgingLacks = async (db: DbOrTx, exhibitionId: string): Promise<Lack[]> => {
  const of = await exhibitionNow(db, exhibitionId)
  if (!of) return []
  const { stage, round, finalists } = await finalNow(db, of)
  const inHall = await standsInHall(db, exhibitionId)
  const standIds = stage === 'final' ? inHall.filter((id) => finalists.has(id)) : inHall
  return lacksOf(viewsOf(standIds, await countedViews(db, exhibitionId, round)), of.plan)
}
