import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import type { DbOrTx } from '@sheber/db/open'
import { exhibition, exhibitionOrganiser, judge } from '@sheber/db/schema'
import type { OfExhibition } from '@sheber/domain/permission'
import { and, asc, eq, isNull } from 'drizzle-orm'

/** What the permission table is asked about when a request names an exhibition; null where there is none. */
export const thingOfExhibition = async (db: DbOrTx, id: string): Promise<OfExhibition | null> => {
  const [row] = await db.select({ state: exhibition.state }).from(exhibition).where(eq(exhibition.id, id))
  if (!row) return null
  const organisers = await db
    .select({ id: exhibitionOrganiser.organisationId })
    .from(exhibitionOrganiser)
    .where(eq(exhibitionOrganiser.exhibitionId, id))
    .orderBy(asc(exhibitionOrganiser.createdAt), asc(exhibitionOrganiser.organisationId))
  const judges = await db
    .select({ id: judge.personId })
    .from(judge)
    .where(and(eq(judge.exhibitionId, id), isNull(judge.endedAt)))
  return {
    kind: 'exhibition',
    id,
    organisers: organisers.map((one) => one.id),
    drafted: row.state === 'draft',
    judges: judges.map((one) => one.id),
  }
}

/** What others have to know of it before they decide: its plan and where it stands. */
export const exhibitionNow = async (
  db: DbOrTx,
  id: string,
): Promise<{ id: string; plan: Plan; state: ExhibitionState; year: number } | undefined> => {
  const [row] = await db
    .select({ id: exhibition.id, plan: exhibition.plan, state: exhibition.state, year: exhibition.year })
    .from(exhibition)
    .where(eq(exhibition.id, id))
  return row
}
