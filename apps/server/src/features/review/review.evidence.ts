import type { ReviewedEvidence, ReviewedFramework } from '@sheber/contract/review'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { competency, dispute, evidence, framework, frameworkLevel, person, verdict } from '@sheber/db/schema'
import type { AskedReview, Claim, Disputed } from '@sheber/domain/review'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { disputesOf } from '../evidence/evidence.disputes.ts'
import { verdictsOn } from '../evidence/evidence.verdicts.ts'

const standing = (portfolioId: string, records: readonly string[]) =>
  and(eq(evidence.portfolioId, portfolioId), inArray(evidence.recordId, [...records]), isNull(evidence.supersededAt))

/** Whose claims a change moved, each named once. */
const people = (moved: readonly { personId: string }[]): string[] => [...new Set(moved.map(({ personId }) => personId))]

/** Handed in: whose claims wait now. What was confirmed stays confirmed, and what is disputed stays so until somebody speaks. */
export const markEvidence = async (tx: Tx, portfolioId: string, records: readonly string[]): Promise<string[]> =>
  people(
    await tx
      .update(evidence)
      .set({ state: 'ready' })
      .where(and(standing(portfolioId, records), inArray(evidence.state, ['claimed', 'partly', 'not_yet'])))
      .returning({ personId: evidence.personId }),
  )

/** Taken back, and whose it was: it is again what the last verdict made of it, if there was one. */
export const unmarkEvidence = async (tx: Tx, portfolioId: string, records: readonly string[]): Promise<string[]> => {
  const last = tx
    .select({ verdict: verdict.verdict })
    .from(verdict)
    .where(eq(verdict.evidenceId, evidence.id))
    .orderBy(desc(verdict.createdAt), desc(verdict.id))
    .limit(1)
  return people(
    await tx
      .update(evidence)
      .set({ state: sql`coalesce((${last}), 'claimed')` })
      .where(and(standing(portfolioId, records), eq(evidence.state, 'ready')))
      .returning({ personId: evidence.personId }),
  )
}

/** What these records show, in the order of its claims, with all that was said of it. */
export const evidenceOf = async (db: DbOrTx, portfolioId: string, records: readonly string[]): Promise<ReviewedEvidence[]> => {
  if (records.length === 0) return []
  const rows = await db
    .select({ of: evidence, person: { personId: person.id, name: person.name }, frameworkId: competency.frameworkId })
    .from(evidence)
    .innerJoin(person, eq(person.id, evidence.personId))
    .innerJoin(competency, eq(competency.id, evidence.competencyId))
    .where(standing(portfolioId, records))
    .orderBy(asc(evidence.createdAt), asc(evidence.id))
  const ids = rows.map(({ of }) => of.id)
  const said = await verdictsOn(db, ids)
  const against = await disputesOf(db, ids)
  return rows.map(({ of, person: whose, frameworkId }) => ({
    id: of.id,
    recordId: of.recordId,
    person: whose,
    competencyId: of.competencyId,
    frameworkId,
    levelId: of.levelId,
    why: of.why,
    state: of.state,
    verdicts: (said.get(of.id) ?? []).map(({ evidenceId: _, ...one }) => one),
    disputes: against(of.id),
  }))
}

/** Those of some claims that stand disputed, by the last word against each. */
export const disputedOf = async (db: DbOrTx, ids: readonly string[]): Promise<Disputed[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectDistinctOn([dispute.evidenceId], { evidenceId: dispute.evidenceId, disputeId: dispute.id, at: dispute.createdAt })
    .from(dispute)
    .innerJoin(evidence, and(eq(evidence.id, dispute.evidenceId), eq(evidence.state, 'disputed'), isNull(evidence.supersededAt)))
    .where(inArray(dispute.evidenceId, [...ids]))
    .orderBy(dispute.evidenceId, desc(dispute.createdAt), desc(dispute.id))
  return rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() }))
}

/** What may be judged, and on which levels. */
export const claimsOf = async (db: DbOrTx, portfolioId: string, records: readonly string[]): Promise<Claim[]> => {
  if (records.length === 0) return []
  const rows = await db
    .select({ id: evidence.id, frameworkId: competency.frameworkId })
    .from(evidence)
    .innerJoin(competency, eq(competency.id, evidence.competencyId))
    .where(and(eq(evidence.portfolioId, portfolioId), inArray(evidence.recordId, [...records])))
  const frameworks = [...new Set(rows.map(({ frameworkId }) => frameworkId))]
  const levels = await db
    .select({ id: frameworkLevel.id, frameworkId: frameworkLevel.frameworkId })
    .from(frameworkLevel)
    .where(inArray(frameworkLevel.frameworkId, frameworks))
  const by = Map.groupBy(levels, ({ frameworkId }) => frameworkId)
  return rows.map(({ id, frameworkId }) => ({ id, levels: (by.get(frameworkId) ?? []).map((one) => one.id) }))
}

/** Only what is claimed, and every level it may stand on. */
export const frameworksOf = async (db: DbOrTx, claimed: readonly ReviewedEvidence[]): Promise<ReviewedFramework[]> => {
  const ids = [...new Set(claimed.map(({ frameworkId }) => frameworkId))]
  if (ids.length === 0) return []
  const [heads, levels, competencies] = await Promise.all([
    db.select({ id: framework.id, title: framework.title, rollup: framework.rollup }).from(framework).where(inArray(framework.id, ids)),
    db.select().from(frameworkLevel).where(inArray(frameworkLevel.frameworkId, ids)).orderBy(asc(frameworkLevel.place)),
    db
      .select()
      .from(competency)
      .where(inArray(competency.id, [...new Set(claimed.map(({ competencyId }) => competencyId))])),
  ])
  return heads.map((head) => ({
    ...head,
    levels: levels.filter(({ frameworkId }) => frameworkId === head.id).map(({ id, title, text }) => ({ id, title, text })),
    competencies: competencies
      .filter(({ frameworkId }) => frameworkId === head.id)
      .map(({ id, code, title, descriptors }) => ({ id, code, title, descriptors })),
  }))
}

/** Verdicts stand side by side; the newest says in what state the evidence is. Answers whose it is. */
export const insertVerdicts = async (
  tx: Tx,
  of: { reviewId: string; reviewerId: string; at: Date; newId: () => string; verdicts: AskedReview['verdicts'] },
): Promise<string[]> => {
  if (of.verdicts.length === 0) return []
  const { reviewId, reviewerId, at } = of
  await tx.insert(verdict).values(of.verdicts.map((one) => ({ id: of.newId(), ...one, reviewId, reviewerId, createdAt: at })))
  const moved = new Set<string>()
  for (const [state, judged] of Map.groupBy(of.verdicts, (one) => one.verdict)) {
    const ids = judged.map(({ evidenceId }) => evidenceId)
    const rows = await tx
      .update(evidence)
      .set({ state })
      .where(and(inArray(evidence.id, ids), isNull(evidence.supersededAt)))
      .returning({ personId: evidence.personId })
    for (const { personId } of rows) moved.add(personId)
  }
  return [...moved]
}
