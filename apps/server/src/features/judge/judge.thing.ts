import type { DbOrTx } from '@sheber/db/open'
import { comparing, exhibition, judge, stand } from '@sheber/db/schema'
import type { OfExhibition } from '@sheber/domain/permission'
import { and, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import { thingOfExhibition } from '../exhibition/exhibition.thing.ts'

/** What the permission table is asked about when a request names a judge: the exhibition they judge in. */
export const thingOfJudge = async (db: DbOrTx, judgeId: string): Promise<OfExhibition | null> => {
  const [row] = await db.select({ exhibitionId: judge.exhibitionId }).from(judge).where(eq(judge.id, judgeId))
  return row ? thingOfExhibition(db, row.exhibitionId) : null
}

/** The children of what stands in the hall. */
export const peersOf = async (db: DbOrTx, exhibitionId: string): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: sql<string>`member->>'id'` })
    .from(stand)
    .innerJoin(sql`jsonb_array_elements(${stand.members}) as member`, sql`true`)
    .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.state, 'admitted'), sql`not (member->>'adult')::boolean`))
  return rows.map(({ id }) => id)
}

/** … and when stands are compared, which may be the choice of those who show one; once it is over they still come, and are told so. */
export const thingOfComparing = async (db: DbOrTx, exhibitionId: string): Promise<OfExhibition | null> => {
  const of = await thingOfExhibition(db, exhibitionId)
  const [round] = await db.select({ peers: comparing.peers }).from(comparing).where(eq(comparing.exhibitionId, exhibitionId))
  return of && round?.peers ? { ...of, peers: await peersOf(db, exhibitionId) } : of
}

/** Where a child's choice is open to this child now; `now` null: or was until its hour came. */
export const choosesIn = (db: DbOrTx, personId: string, now: Date | null) =>
  db
    .select({ exhibitionId: exhibition.id, plan: exhibition.plan })
    .from(comparing)
    .innerJoin(exhibition, eq(exhibition.id, comparing.exhibitionId))
    .where(
      and(
        comparing.peers,
        ne(exhibition.state, 'cancelled'),
        isNull(comparing.closedAt),
        now === null ? undefined : or(isNull(comparing.until), gt(comparing.until, now)),
        sql`exists (select 1 from ${stand} s where s.exhibition_id = ${exhibition.id} and s.state = 'admitted'
          and s.members @> ${JSON.stringify([{ id: personId, adult: false }])}::jsonb)`,
      ),
    )
    .orderBy(desc(comparing.openedAt))
