import type { Plan } from '@sheber/contract/exhibition'
import type { DbOrTx } from '@sheber/db/open'
import { exhibition, exhibitionOrganiser, judge } from '@sheber/db/schema'
import { isDrafted, type Stood } from '@sheber/domain/exhibition'
import type { OfExhibition, Thing } from '@sheber/domain/permission'
import { and, asc, eq, isNull } from 'drizzle-orm'

/** What the permission table is asked about when a request names an exhibition; null where there is none. */
export const thingOfExhibition = async (db: DbOrTx, id: string): Promise<OfExhibition | null> => {
  const [row] = await db.select({ state: exhibition.state, founder: exhibition.founderId }).from(exhibition).where(eq(exhibition.id, id))
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
    founder: row.founder,
    drafted: isDrafted(row.state),
    judges: judges.map((one) => one.id),
  }
}

/** What an organisation is to it: one that runs it, one that is asked to, or none. */
export const thingOfOrganiser = async (db: DbOrTx, id: string, organisationId: string): Promise<Thing | null> => {
  const of = await thingOfExhibition(db, id)
  return of && { kind: 'organiser', of, organisationId }
}

export interface ExhibitionNow extends Stood {
  readonly id: string
  readonly plan: Plan
  readonly year: number
  /** Why it is called off; empty: it is not. */
  readonly reason: string
}

/** What others have to know of it before they decide: its plan and where it stands. */
export const exhibitionNow = async (db: DbOrTx, id: string): Promise<ExhibitionNow | undefined> => {
  const { plan, state, was, reason, year } = exhibition
  const [row] = await db.select({ id: exhibition.id, plan, state, was, reason, year }).from(exhibition).where(eq(exhibition.id, id))
  return row
}
