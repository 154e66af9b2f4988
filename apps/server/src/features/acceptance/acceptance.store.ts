import { acceptance as promise, type Acceptable, type Acceptance } from '@sheber/contract/acceptance'
import type { DbOrTx, Tx } from '@sheber/db/open'
import {
  acceptance,
  competency,
  competencyLink,
  evidence,
  fact,
  framework,
  frameworkLevel,
  membership,
  person,
  verdict,
} from '@sheber/db/schema'
import { nearestFirst } from '@sheber/domain/crosswalk'
import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'

/** More nobody looks through at once; the newest are what is asked about. */
const shownMax = 500

/** Evidence of a pupil of the school that stands as confirmed; null: there is none such. */
export const confirmedOf = async (db: DbOrTx, organisationId: string, evidenceId: string) => {
  const [row] = await db
    .select({ id: evidence.id, personId: evidence.personId, portfolioId: evidence.portfolioId, recordId: evidence.recordId })
    .from(evidence)
    .innerJoin(membership, and(eq(membership.personId, evidence.personId), eq(membership.organisationId, organisationId)))
    .where(and(eq(evidence.id, evidenceId), eq(evidence.state, 'confirmed'), isNull(evidence.supersededAt), eq(membership.role, 'learner')))
  return row ?? null
}

/** When a pupil was last asked to open what they have shown to the school; null: never. */
export const askedAt = async (db: DbOrTx, personId: string, organisationId: string, evidenceId: string): Promise<Date | null> => {
  const [row] = await db
    .select({ at: fact.at })
    .from(fact)
    .where(
      and(
        sql`${fact.topics} @> array[${`person:${personId}`}]`,
        eq(fact.name, promise.asked.name),
        sql`${fact.body} @> ${JSON.stringify({ organisationId, evidenceId })}::jsonb`,
      ),
    )
    .orderBy(desc(fact.position))
    .limit(1)
  return row?.at ?? null
}

/** Whether this is a goal of a framework of the school. */
export const isGoalOf = async (db: DbOrTx, organisationId: string, goalId: string): Promise<boolean> => {
  const rows = await db
    .select({ id: competency.id })
    .from(competency)
    .innerJoin(framework, eq(framework.id, competency.frameworkId))
    .where(and(eq(competency.id, goalId), eq(framework.organisationId, organisationId)))
  return rows.length > 0
}

/** False: it was taken for this topic already. */
export const insertAcceptance = async (tx: Tx, row: typeof acceptance.$inferInsert): Promise<boolean> =>
  (await tx.insert(acceptance).values(row).onConflictDoNothing().returning({ id: acceptance.id })).length > 0

export const withdraw = async (tx: Tx, organisationId: string, id: string, by: string, at: Date) => {
  const [row] = await tx
    .update(acceptance)
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where(and(eq(acceptance.id, id), eq(acceptance.organisationId, organisationId), isNull(acceptance.withdrawnAt)))
    .returning({ evidenceId: acceptance.evidenceId })
  return row
}

const acceptances = (db: DbOrTx) =>
  db
    .select({
      id: acceptance.id,
      evidenceId: acceptance.evidenceId,
      topic: acceptance.topic,
      goalId: acceptance.goalId,
      by: person.name,
      at: acceptance.createdAt,
    })
    .from(acceptance)
    .innerJoin(person, eq(person.id, acceptance.acceptedBy))
    .$dynamic()

const shown = ({ evidenceId: _, at, ...row }: { evidenceId: string; at: Date } & Omit<Acceptance, 'at'>): Acceptance => ({
  ...row,
  at: at.toISOString(),
})

export const oneAcceptance = async (db: DbOrTx, organisationId: string, which: { id: string } | { evidenceId: string; topic: string }) => {
  const [row] = await acceptances(db).where(
    and(
      eq(acceptance.organisationId, organisationId),
      'id' in which
        ? eq(acceptance.id, which.id)
        : and(
            eq(acceptance.evidenceId, which.evidenceId),
            sql`lower(${acceptance.topic}) = lower(${which.topic})`,
            isNull(acceptance.withdrawnAt),
          ),
    ),
  )
  return row && shown(row)
}

/** Four queries for all, or for one: what is confirmed, by whom, the goals linked to it, and what was taken. */
export const acceptableOf = async (db: DbOrTx, organisationId: string, evidenceId?: string): Promise<Acceptable[]> => {
  const rows = await db
    .select({
      evidenceId: evidence.id,
      person: { personId: person.id, name: person.name },
      competency: { id: competency.id, frameworkId: competency.frameworkId, code: competency.code, title: competency.title },
      level: frameworkLevel.title,
      why: evidence.why,
    })
    .from(evidence)
    .innerJoin(membership, and(eq(membership.personId, evidence.personId), eq(membership.organisationId, organisationId)))
    .innerJoin(person, eq(person.id, evidence.personId))
    .innerJoin(competency, eq(competency.id, evidence.competencyId))
    .innerJoin(frameworkLevel, eq(frameworkLevel.id, evidence.levelId))
    .where(
      and(
        eq(evidence.state, 'confirmed'),
        isNull(evidence.supersededAt),
        eq(membership.role, 'learner'),
        evidenceId === undefined ? undefined : eq(evidence.id, evidenceId),
      ),
    )
    .orderBy(desc(evidence.createdAt), evidence.id)
    .limit(shownMax)
  if (rows.length === 0) return []
  const ids = rows.map(({ evidenceId }) => evidenceId)
  const confirmed = await db
    .selectDistinctOn([verdict.evidenceId], {
      evidenceId: verdict.evidenceId,
      by: person.name,
      at: verdict.createdAt,
      level: frameworkLevel.title,
    })
    .from(verdict)
    .innerJoin(person, eq(person.id, verdict.reviewerId))
    .leftJoin(frameworkLevel, eq(frameworkLevel.id, verdict.levelId))
    .where(and(inArray(verdict.evidenceId, ids), eq(verdict.verdict, 'confirmed')))
    .orderBy(verdict.evidenceId, desc(verdict.createdAt))
  const goals = await goalsOf(db, organisationId, [...new Set(rows.map((row) => row.competency.id))])
  const taken = await acceptances(db)
    .where(and(eq(acceptance.organisationId, organisationId), inArray(acceptance.evidenceId, ids), isNull(acceptance.withdrawnAt)))
    .orderBy(asc(acceptance.createdAt))
  const [words, accepted] = [new Map(confirmed.map((one) => [one.evidenceId, one])), Map.groupBy(taken, (one) => one.evidenceId)]
  return rows.flatMap((row) => {
    const word = words.get(row.evidenceId)
    if (!word) return []
    return {
      ...row,
      level: word.level ?? row.level,
      confirmed: { by: word.by, at: word.at.toISOString() },
      goals: goals.get(row.competency.id) ?? [],
      accepted: (accepted.get(row.evidenceId) ?? []).map(shown),
    }
  })
}

/** Goals of the school's frameworks, by the competency they are linked to: in whichever of the two frameworks the link was drawn. */
const goalsOf = async (db: DbOrTx, organisationId: string, competencies: readonly string[]): Promise<Map<string, Acceptable['goals']>> => {
  const rows = await db
    .select({
      goal: { id: competency.id, frameworkId: competency.frameworkId, code: competency.code, title: competency.title },
      from: competencyLink.fromId,
      to: competencyLink.toId,
      kind: competencyLink.kind,
    })
    .from(competencyLink)
    .innerJoin(competency, or(eq(competency.id, competencyLink.fromId), eq(competency.id, competencyLink.toId)))
    .innerJoin(framework, eq(framework.id, competency.frameworkId))
    .where(
      and(
        eq(framework.organisationId, organisationId),
        or(inArray(competencyLink.fromId, [...competencies]), inArray(competencyLink.toId, [...competencies])),
      ),
    )
    .orderBy(competency.place)
  const goals = new Map<string, Acceptable['goals']>()
  for (const { goal, from, to, kind } of rows) {
    const of = goal.id === from ? to : from
    if (of === null || of === goal.id) continue
    goals.set(of, [...(goals.get(of) ?? []), { ...goal, kind, forth: of === from }])
  }
  return new Map([...goals].map(([of, all]) => [of, nearestFirst(all)]))
}
