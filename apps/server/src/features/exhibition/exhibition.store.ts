import type { ExhibitionState, Invitation, Plan, PlanPart } from '@sheber/contract/exhibition'
import { rounds } from '@sheber/contract/judge'
import type { DbOrTx, Tx } from '@sheber/db/open'
import {
  exhibition,
  exhibitionDecision,
  exhibitionInvitation,
  exhibitionOrganiser,
  fact,
  final,
  organisation,
  person,
  score,
  stand,
} from '@sheber/db/schema'
import { isDrafted } from '@sheber/domain/exhibition'
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

export interface StoredExhibition {
  readonly id: string
  readonly year: number
  readonly plan: Plan
  readonly state: ExhibitionState
  readonly was: ExhibitionState | null
  readonly reason: string
  readonly revision: number
  readonly founderId: string
  readonly createdBy: string
  readonly organisers: readonly { readonly id: string; readonly name: string }[]
  readonly invited: readonly { readonly id: string; readonly name: string; readonly declined: boolean }[]
  readonly stands: { readonly all: number; readonly entered: number; readonly admitted: number }
}

/** Each with its organisers and figures, the one whose hall opens last first. Four questions, however many there are. */
const stored = async (db: DbOrTx, id?: string): Promise<StoredExhibition[]> => {
  const { year, plan, state, was, reason, revision, founderId, createdBy } = exhibition
  const rows = await db
    .select({ id: exhibition.id, year, plan, state, was, reason, revision, founderId, createdBy })
    .from(exhibition)
    .where(id === undefined ? undefined : eq(exhibition.id, id))
  const organisers = await db
    .select({ of: exhibitionOrganiser.exhibitionId, id: organisation.id, name: organisation.name })
    .from(exhibitionOrganiser)
    .innerJoin(organisation, eq(organisation.id, exhibitionOrganiser.organisationId))
    .where(id === undefined ? undefined : eq(exhibitionOrganiser.exhibitionId, id))
    .orderBy(asc(exhibitionOrganiser.createdAt), asc(exhibitionOrganiser.organisationId))
  const invited = await db
    .select({
      ...{ of: exhibitionInvitation.exhibitionId, id: organisation.id, name: organisation.name },
      declined: sql<boolean>`${exhibitionInvitation.declinedAt} is not null`,
    })
    .from(exhibitionInvitation)
    .innerJoin(organisation, eq(organisation.id, exhibitionInvitation.organisationId))
    .where(id === undefined ? undefined : eq(exhibitionInvitation.exhibitionId, id))
    .orderBy(asc(exhibitionInvitation.createdAt), asc(exhibitionInvitation.organisationId))
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
  const asked = Map.groupBy(invited, ({ of }) => of)
  return rows
    .map((row) => ({
      ...row,
      // The founder first, whoever agreed within the same moment.
      organisers: (by.get(row.id) ?? [])
        .map(({ id, name }) => ({ id, name }))
        .toSorted((a, b) => Number(b.id === row.founderId) - Number(a.id === row.founderId)),
      invited: (asked.get(row.id) ?? []).map(({ of: _, ...one }) => one),
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
    .values({ id, plan, year, founderId: organisationId, createdBy: by, createdAt: at, changedAt: at })
    .onConflictDoNothing()
    .returning({ id: exhibition.id })
  if (made.length === 0) return false
  await addOrganiser(tx, { exhibitionId: id, organisationId, by, at })
  return true
}

export const updateExhibition = async (
  tx: Tx,
  id: string,
  { at, ...set }: Partial<Pick<StoredExhibition, 'plan' | 'year' | 'state' | 'was' | 'reason'>> & { readonly at: Date },
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

interface Organising {
  readonly exhibitionId: string
  readonly organisationId: string
  readonly by: string
  readonly at: Date
}

export const addOrganiser = async (tx: Tx, { exhibitionId, organisationId, by, at }: Organising): Promise<void> => {
  await tx.insert(exhibitionOrganiser).values({ exhibitionId, organisationId, addedBy: by, createdAt: at })
}

export const dropOrganiser = async (tx: Tx, exhibitionId: string, organisationId: string): Promise<void> => {
  await tx
    .delete(exhibitionOrganiser)
    .where(and(eq(exhibitionOrganiser.exhibitionId, exhibitionId), eq(exhibitionOrganiser.organisationId, organisationId)))
}

/** One that was refused is asked anew. */
export const addInvitation = async (tx: Tx, { exhibitionId, organisationId, by, at }: Organising): Promise<void> => {
  const asked = { invitedBy: by, createdAt: at, declinedAt: null }
  await tx
    .insert(exhibitionInvitation)
    .values({ exhibitionId, organisationId, ...asked })
    .onConflictDoUpdate({ target: [exhibitionInvitation.exhibitionId, exhibitionInvitation.organisationId], set: asked })
}

const isInvitation = (exhibitionId: string, organisationId: string) =>
  and(eq(exhibitionInvitation.exhibitionId, exhibitionId), eq(exhibitionInvitation.organisationId, organisationId))

/** Who asked, and whether it was refused; null: it was taken back, or never made. */
export const oneInvitation = async (
  tx: Tx,
  exhibitionId: string,
  organisationId: string,
): Promise<{ invitedBy: string; declinedAt: Date | null } | null> => {
  const { invitedBy, declinedAt } = exhibitionInvitation
  const [row] = await tx.select({ invitedBy, declinedAt }).from(exhibitionInvitation).where(isInvitation(exhibitionId, organisationId))
  return row ?? null
}

export const dropInvitation = async (tx: Tx, exhibitionId: string, organisationId: string): Promise<void> => {
  await tx.delete(exhibitionInvitation).where(isInvitation(exhibitionId, organisationId))
}

export const declineInvitation = async (tx: Tx, exhibitionId: string, organisationId: string, at: Date): Promise<void> => {
  await tx.update(exhibitionInvitation).set({ declinedAt: at }).where(isInvitation(exhibitionId, organisationId))
}

/** To these organisations, the newest first. */
export const invitationsTo = async (db: DbOrTx, organisationIds: readonly string[]): Promise<Invitation[]> => {
  const founder = alias(organisation, 'founder')
  const rows = await db
    .select({
      ...{ exhibitionId: exhibition.id, plan: exhibition.plan, state: exhibition.state, by: person.name, founder: founder.name },
      ...{ organisation: { id: organisation.id, name: organisation.name }, at: exhibitionInvitation.createdAt },
      declinedAt: exhibitionInvitation.declinedAt,
    })
    .from(exhibitionInvitation)
    .innerJoin(exhibition, eq(exhibition.id, exhibitionInvitation.exhibitionId))
    .innerJoin(organisation, eq(organisation.id, exhibitionInvitation.organisationId))
    .innerJoin(founder, eq(founder.id, exhibition.founderId))
    .innerJoin(person, eq(person.id, exhibitionInvitation.invitedBy))
    .where(and(inArray(exhibitionInvitation.organisationId, [...organisationIds]), ne(exhibition.state, 'removed')))
    .orderBy(desc(exhibitionInvitation.createdAt), exhibition.id, organisation.id)
  return rows.map(({ plan, state, at, declinedAt, ...row }) => ({
    ...row,
    ...{ title: plan.title, kind: plan.kind, hallFrom: plan.windows.hallFrom, called: !isDrafted(state) },
    ...{ at: at.toISOString(), declined: declinedAt !== null },
  }))
}

/** Nobody has begun an entry in it. */
export const isUnentered = async (tx: Tx, id: string): Promise<boolean> => (await tx.$count(stand, eq(stand.exhibitionId, id))) === 0

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
