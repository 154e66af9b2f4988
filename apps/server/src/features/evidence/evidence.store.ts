import type { Claim, EvidenceState, ShownEvidence } from '@sheber/contract/evidence'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { competency, dispute, evidence, framework, frameworkLevel, person, portfolio } from '@sheber/db/schema'
import type { Claimable, Claimed, NewClaim } from '@sheber/domain/evidence'
import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { acceptedOf } from './evidence.accepted.ts'
import { disputesOf } from './evidence.disputes.ts'
import { handedOf } from './evidence.handed.ts'
import { verdictsOn } from './evidence.verdicts.ts'

/** All that is claimed in one portfolio changes in a line: two devices that link at one moment link once. */
export const lockPortfolio = async (tx: Tx, id: string): Promise<void> => {
  await tx.select({ id: portfolio.id }).from(portfolio).where(eq(portfolio.id, id)).for('no key update')
}

const maker = alias(person, 'maker')

/** Claims with all that was said of them, the oldest first: five queries, however many there are. */
export const evidenceWhere = async (db: DbOrTx, which: SQL): Promise<ShownEvidence[]> => {
  const rows = await db
    .select({
      id: evidence.id,
      portfolioId: evidence.portfolioId,
      recordId: evidence.recordId,
      person: { personId: person.id, name: person.name },
      competencyId: evidence.competencyId,
      frameworkId: competency.frameworkId,
      levelId: evidence.levelId,
      why: evidence.why,
      state: evidence.state,
      by: { personId: maker.id, name: maker.name },
      at: evidence.createdAt,
      supersededAt: evidence.supersededAt,
      supersededBy: evidence.supersededBy,
      away: evidence.away,
    })
    .from(evidence)
    .innerJoin(competency, eq(competency.id, evidence.competencyId))
    .innerJoin(person, eq(person.id, evidence.personId))
    .innerJoin(maker, eq(maker.id, evidence.createdBy))
    .where(which)
    .orderBy(asc(evidence.createdAt), asc(evidence.id))
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const verdicts = await verdictsOn(db, ids)
  const against = await disputesOf(db, ids)
  const accepted = await acceptedOf(db, ids)
  const handed = await handedOf(db, [...new Set(rows.map(({ portfolioId }) => portfolioId))])
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    supersededAt: row.supersededAt?.toISOString() ?? null,
    verdicts: (verdicts.get(row.id) ?? []).map(({ evidenceId: _, ...said }) => said),
    disputes: against(row.id),
    accepted: accepted(row.id),
    handed: handed(row),
  }))
}

export const standingIn = (db: DbOrTx, portfolioId: string) =>
  evidenceWhere(db, and(eq(evidence.portfolioId, portfolioId), isNull(evidence.supersededAt)) as SQL)

export const allOfPortfolio = (db: DbOrTx, portfolioId: string) => evidenceWhere(db, eq(evidence.portfolioId, portfolioId))

/** Also what the portfolios of teams tell of them. */
export const allOfPerson = (db: DbOrTx, personId: string) => evidenceWhere(db, eq(evidence.personId, personId))

/** In some frameworks: of the people named, wherever, or of everybody in one portfolio. */
export const allInFrameworks = (db: DbOrTx, frameworks: readonly string[], of: { people: readonly string[] } | { portfolioId: string }) =>
  evidenceWhere(
    db,
    and(
      inArray(competency.frameworkId, [...frameworks]),
      'people' in of ? inArray(evidence.personId, [...of.people]) : eq(evidence.portfolioId, of.portfolioId),
    ) as SQL,
  )

export const allOfRecord = (db: DbOrTx, portfolioId: string, recordId: string) =>
  evidenceWhere(db, and(eq(evidence.portfolioId, portfolioId), eq(evidence.recordId, recordId)) as SQL)

export const oneEvidence = async (db: DbOrTx, id: string): Promise<ShownEvidence | null> =>
  (await evidenceWhere(db, eq(evidence.id, id)))[0] ?? null

/** Of the same record, person and competency, the oldest first. */
export const sameLink = (db: DbOrTx, { portfolioId, recordId, person: of, competencyId }: ShownEvidence) =>
  evidenceWhere(
    db,
    and(
      eq(evidence.portfolioId, portfolioId),
      eq(evidence.recordId, recordId),
      eq(evidence.personId, of.personId),
      eq(evidence.competencyId, competencyId),
    ) as SQL,
  )

/** As a decision looks at it. */
export const claimedOf = ({ person: of, ...one }: ShownEvidence): Claimed => ({ ...one, personId: of.personId })

/** What is known of the competencies and levels that are asked for. */
export const claimableOf = async (db: DbOrTx, claims: readonly Claim[]): Promise<Pick<Claimable, 'competencies' | 'levels'>> => {
  const ids = [...new Set(claims.map(({ competencyId }) => competencyId))]
  const competencies = await db
    .select({
      id: competency.id,
      frameworkId: competency.frameworkId,
      state: framework.state,
      retired: competency.retired,
      area: sql<boolean>`exists (select 1 from ${competency} below where below.framework_id = ${competency.frameworkId} and below.parent_id = ${competency.id})`,
    })
    .from(competency)
    .innerJoin(framework, eq(framework.id, competency.frameworkId))
    .where(inArray(competency.id, ids))
  const levels = await db
    .select({ id: frameworkLevel.id, frameworkId: frameworkLevel.frameworkId })
    .from(frameworkLevel)
    .where(inArray(frameworkLevel.id, [...new Set(claims.map(({ levelId }) => levelId))]))
  return { competencies, levels }
}

/** Levels from the lowest up, and the rule of one framework that is published or was; null for any other. */
export const ladderOf = async (db: DbOrTx, frameworkId: string) => {
  const [head] = await db.select({ state: framework.state, rollup: framework.rollup }).from(framework).where(eq(framework.id, frameworkId))
  if (!head || head.state === 'draft') return null
  const levels = await db
    .select({ id: frameworkLevel.id })
    .from(frameworkLevel)
    .where(eq(frameworkLevel.frameworkId, frameworkId))
    .orderBy(asc(frameworkLevel.place))
  return { rollup: head.rollup, levels: levels.map(({ id }) => id) }
}

interface Made {
  readonly portfolioId: string
  readonly by: string
  readonly at: Date
  readonly newId: () => string
}

/** Those who have a claim now that they had not: what is there already stays. */
export const insertEvidence = async (tx: Tx, claims: readonly NewClaim[], { portfolioId, by, at, newId }: Made): Promise<string[]> => {
  if (claims.length === 0) return []
  const made = await tx
    .insert(evidence)
    .values(claims.map((claim) => ({ ...claim, id: newId(), portfolioId, createdBy: by, createdAt: at })))
    .onConflictDoNothing()
    .returning({ personId: evidence.personId })
  return made.map(({ personId }) => personId)
}

/** It stands again. From when until when it did not is kept: the map of a day between is without it. */
export const bringBack = async (tx: Tx, { id, state }: { id: string; state: EvidenceState }, at: Date): Promise<string[]> => {
  // As the clock of a browser spells it, for whoever compares them.
  const moment = sql`to_char(${evidence.supersededAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const gone = sql`jsonb_build_array(jsonb_build_object('from', ${moment}, 'to', ${at.toISOString()}::text))`
  const back = await tx
    .update(evidence)
    .set({
      state,
      supersededAt: null,
      away: sql`case when ${evidence.supersededAt} is null then ${evidence.away} else ${evidence.away} || ${gone} end`,
    })
    .where(and(eq(evidence.id, id), isNull(evidence.supersededBy)))
    .returning({ personId: evidence.personId })
  return back.map(({ personId }) => personId)
}

export const takeBack = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx.update(evidence).set({ state: 'superseded', supersededAt: at }).where(eq(evidence.id, id))
}

/** The former one first stands aside, so that the two are never there at once. Its newer one's id. */
export const replaceEvidence = async (tx: Tx, former: string, claim: NewClaim, made: Made): Promise<string> => {
  await takeBack(tx, former, made.at)
  const id = made.newId()
  const { portfolioId, by, at } = made
  await tx.insert(evidence).values({ ...claim, id, portfolioId, createdBy: by, createdAt: at })
  await tx.update(evidence).set({ supersededBy: id }).where(eq(evidence.id, former))
  return id
}

export const insertDispute = async (tx: Tx, row: typeof dispute.$inferInsert): Promise<void> => {
  await tx.insert(dispute).values(row)
  await tx.update(evidence).set({ state: 'disputed' }).where(eq(evidence.id, row.evidenceId))
}
