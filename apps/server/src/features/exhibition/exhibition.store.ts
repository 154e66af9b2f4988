import type { ExhibitionState, Plan, PlanPart } from '@sheber/contract/exhibition'
import { rounds } from '@sheber/contract/judge'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { exhibition, exhibitionDecision, exhibitionOrganiser, fact, final, organisation, score, stand } from '@sheber/db/schema'
import { and, asc, desc, eq, sql } from 'drizzle-orm'

export interface StoredExhibition {
  readonly id: string
  readonly year: number
  readonly plan: Plan
  readonly state: ExhibitionState
  readonly revision: number
  readonly createdBy: string
  readonly organisers: readonly { readonly id: string; readonly name: string }[]
  readonly stands: { readonly all: number; readonly entered: number; readonly admitted: number }
}

/** Each with its organisers and figures, the one whose hall opens last first. Three questions, however many there are. */
const stored = async (db: DbOrTx, id?: string): Promise<StoredExhibition[]> => {
  const { year, plan, state, revision, createdBy } = exhibition
  const rows = await db
    .select({ id: exhibition.id, year, plan, state, revision, createdBy })
    .from(exhibition)
    .where(id === undefined ? undefined : eq(exhibition.id, id))
  const organisers = await db
    .select({ of: exhibitionOrganiser.exhibitionId, id: organisation.id, name: organisation.name })
    .from(exhibitionOrganiser)
    .innerJoin(organisation, eq(organisation.id, exhibitionOrganiser.organisationId))
    .where(id === undefined ? undefined : eq(exhibitionOrganiser.exhibitionId, id))
    .orderBy(asc(exhibitionOrganiser.createdAt), asc(exhibitionOrganiser.organisationId))
  const stands = await db
    .select({
      of: stand.exhibitionId,
      // What its team has not handed in yet, or took back, is nobody else's business.
      all: sql<number>`count(*) filter (where ${stand.state} not in ('draft', 'withdrawn'))::int`,
      entered: sql<number>`count(*) filter (where ${stand.state} = 'entered')::int`,
      admitted: sql<number>`count(*) filter (where ${stand.state} = 'admitted')::int`,
    })
    .from(stand)
    .where(id === undefined ? undefined : eq(stand.exhibitionId, id))
    .groupBy(stand.exhibitionId)
  const counted = new Map(stands.map(({ of, ...one }) => [of, one]))
  const by = Map.groupBy(organisers, ({ of }) => of)
  return rows
    .map((row) => ({
      ...row,
      organisers: (by.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
      stands: counted.get(row.id) ?? { all: 0, entered: 0, admitted: 0 },
    }))
    .toSorted((a, b) => Date.parse(b.plan.windows.hallFrom) - Date.parse(a.plan.windows.hallFrom) || (a.id < b.id ? -1 : 1))
}

export const allExhibitions = (db: DbOrTx): Promise<StoredExhibition[]> => stored(db)

export const oneExhibition = async (db: DbOrTx, id: string): Promise<StoredExhibition | null> => (await stored(db, id))[0] ?? null

/** When its plan was changed since it was called, the newest first: facts, which nobody edits. */
export const trailOf = async (db: DbOrTx, id: string): Promise<{ at: string; parts: PlanPart[] }[]> => {
  const rows = await db
    .select({ at: fact.at, body: fact.body })
    .from(fact)
    .where(and(eq(fact.name, 'exhibition.replanned'), sql`${fact.topics} @> array[${`exhibition:${id}`}]`))
    .orderBy(desc(fact.position))
    .limit(200)
  return rows.map(({ at, body }) => ({ at: at.toISOString(), parts: (body as { parts: PlanPart[] }).parts }))
}

/** Two organisers who change it at one moment stand in a line. */
export const lockExhibition = async (tx: Tx, id: string): Promise<StoredExhibition | null> => {
  await tx.select({ id: exhibition.id }).from(exhibition).where(eq(exhibition.id, id)).for('update')
  return oneExhibition(tx, id)
}

interface Fresh {
  readonly id: string
  readonly organisationId: string
  readonly plan: Plan
  readonly year: number
  readonly by: string
  readonly at: Date
}

/** False: there is one with this id. */
export const insertExhibition = async (tx: Tx, { id, organisationId, plan, year, by, at }: Fresh): Promise<boolean> => {
  const made = await tx
    .insert(exhibition)
    .values({ id, plan, year, createdBy: by, createdAt: at, changedAt: at })
    .onConflictDoNothing()
    .returning({ id: exhibition.id })
  if (made.length === 0) return false
  await addOrganiser(tx, { exhibitionId: id, organisationId, by, at })
  return true
}

export const updateExhibition = async (
  tx: Tx,
  id: string,
  { at, ...set }: { readonly at: Date; readonly plan?: Plan; readonly year?: number; readonly state?: ExhibitionState },
): Promise<void> => {
  await tx
    .update(exhibition)
    .set({ ...set, changedAt: at, revision: sql`${exhibition.revision} + 1` })
    .where(eq(exhibition.id, id))
}

/** What was done to its rules or its road, kept for good. */
export const noteDecision = async (tx: Tx, row: typeof exhibitionDecision.$inferInsert): Promise<void> => {
  await tx.insert(exhibitionDecision).values(row)
}

/** False: it is one of them already. */
export const addOrganiser = async (
  tx: Tx,
  { exhibitionId, organisationId, by, at }: { exhibitionId: string; organisationId: string; by: string; at: Date },
): Promise<boolean> => {
  const added = await tx
    .insert(exhibitionOrganiser)
    .values({ exhibitionId, organisationId, addedBy: by, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: exhibitionOrganiser.organisationId })
  return added.length > 0
}

export const dropOrganiser = async (tx: Tx, exhibitionId: string, organisationId: string): Promise<void> => {
  await tx
    .delete(exhibitionOrganiser)
    .where(and(eq(exhibitionOrganiser.exhibitionId, exhibitionId), eq(exhibitionOrganiser.organisationId, organisationId)))
}

/** What leans on the plan: scores on its criteria, stands on its nominations. A draft of a team leans on its nomination too. */
export const leantOn = async (
  tx: Tx,
  id: string,
): Promise<{ scored: boolean; finalBegun: boolean; finalScored: boolean; nominations: ReadonlySet<string> }> => {
  const scored = await tx
    .selectDistinct({ round: score.round })
    .from(score)
    .innerJoin(stand, eq(stand.id, score.standId))
    .where(eq(stand.exhibitionId, id))
  const [held] = await tx.select({ begunAt: final.begunAt }).from(final).where(eq(final.exhibitionId, id))
  const nominations = await tx
    .selectDistinct({ id: sql<string | null>`${stand.entry} ->> 'nominationId'` })
    .from(stand)
    .where(eq(stand.exhibitionId, id))
  const finalScored = scored.some(({ round }) => round === rounds.final)
  const finalBegun = held !== undefined && held.begunAt !== null
  return {
    scored: scored.length > 0,
    finalBegun,
    finalScored,
    nominations: new Set(nominations.flatMap((one) => (one.id === null ? [] : [one.id]))),
  }
}

/** Stands of which nobody has said yet whether they come into the hall. */
export const undecidedOf = async (tx: Tx, id: string): Promise<number> => {
  const rows = await tx
    .select({ id: stand.id })
    .from(stand)
    .where(and(eq(stand.exhibitionId, id), eq(stand.state, 'entered')))
  return rows.length
}
