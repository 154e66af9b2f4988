import type { DbOrTx } from '@sheber/db/open'
import { comparing, judge, stand } from '@sheber/db/schema'
import type { OfExhibition } from '@sheber/domain/permission'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { thingOfExhibition } from '../exhibition/exhibition.thing.ts'

/** What the permission table is asked about when a request names a judge: the exhibition they judge in. */
export const thingOfJudge = async (db: DbOrTx, judgeId: string): Promise<OfExhibition | null> => {
  const [row] = await db.select({ exhibitionId: judge.exhibitionId }).from(judge).where(eq(judge.id, judgeId))
  return row ? thingOfExhibition(db, row.exhibitionId) : null
}

/** … and when stands are compared, which may be the choice of those who show one. */
export const thingOfComparing = async (db: DbOrTx, exhibitionId: string): Promise<OfExhibition | null> => {
  const of = await thingOfExhibition(db, exhibitionId)
  const [round] = await db
    .select({ peers: comparing.peers })
    .from(comparing)
    .where(and(eq(comparing.exhibitionId, exhibitionId), isNull(comparing.closedAt)))
  if (!of || !round?.peers) return of
  const peers = await db
    .selectDistinct({ id: sql<string>`member->>'id'` })
    .from(stand)
    .innerJoin(sql`jsonb_array_elements(${stand.members}) as member`, sql`true`)
    .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.state, 'admitted'), sql`not (member->>'adult')::boolean`))
  return { ...of, peers: peers.map(({ id }) => id) }
}
