import type { DeliberationStep } from '@sheber/contract/result'
import type { DbOrTx, Tx } from '@sheber/db/open'
import {
  award,
  deliberation,
  exhibition,
  fact,
  judge,
  judgeStand,
  person,
  project,
  result,
  resultWord,
  score,
  stand,
  standShown,
  team,
} from '@sheber/db/schema'
import { result as promise } from '@sheber/contract/result'
import type { Computed, SeatedJudge, SentScore } from '@sheber/domain/result'
import { and, asc, desc, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { asAdmitted } from '../stand/stand.admitted.ts'

export type StoredAward = typeof award.$inferSelect
export type StoredResult = typeof result.$inferSelect

export interface StandLine {
  readonly id: string
  readonly number: number | null
  readonly title: string
  readonly nominationId: string | null
  readonly projectId: string
  readonly team: { readonly id: string; readonly name: string }
  readonly members: readonly { readonly id: string; readonly adult: boolean }[]
}

const columns = {
  ...{ id: stand.id, number: stand.number, entry: stand.entry, projectId: stand.projectId, members: stand.members },
  shown: standShown.shown,
  team: { id: team.id, name: team.name },
}
const lineOf = <Row extends Parameters<typeof asAdmitted>[0]>({ entry, shown, ...one }: Row) => {
  const { title, nominationId } = asAdmitted({ entry, shown })
  return { ...one, title, nominationId }
}

/** Those in the hall: what was withdrawn or removed is neither judged nor awarded, and its scores stay where they are. */
export const standsOf = async (db: DbOrTx, exhibitionId: string): Promise<StandLine[]> => {
  const rows = await db
    .select(columns)
    .from(stand)
    .innerJoin(project, eq(project.id, stand.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .leftJoin(standShown, eq(standShown.standId, stand.id))
    .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.state, 'admitted')))
    .orderBy(sql`${stand.number} asc nulls last`, asc(stand.id))
  return rows.map(lineOf)
}

export const oneStand = async (db: DbOrTx, standId: string): Promise<(StandLine & { exhibitionId: string }) | null> => {
  const [row] = await db
    .select({ ...columns, exhibitionId: stand.exhibitionId })
    .from(stand)
    .innerJoin(project, eq(project.id, stand.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .leftJoin(standShown, eq(standShown.standId, stand.id))
    .where(and(eq(stand.id, standId), eq(stand.state, 'admitted')))
  return row ? lineOf(row) : null
}

/** All that were ever sent, raw: which of them count is decided in `domain/result`. */
export const scoresOf = async (db: DbOrTx, exhibitionId: string): Promise<SentScore[]> => {
  const rows = await db
    .select({
      id: score.id,
      judgeId: score.judgeId,
      standId: score.standId,
      round: score.round,
      total: score.total,
      marks: score.marks,
      words: score.words,
      at: score.createdAt,
      overId: score.overId,
      seatCounts: judgeStand.counts,
      seatState: judgeStand.state,
    })
    .from(score)
    .innerJoin(judge, eq(judge.id, score.judgeId))
    .leftJoin(
      judgeStand,
      and(eq(judgeStand.judgeId, score.judgeId), eq(judgeStand.standId, score.standId), eq(judgeStand.round, score.round)),
    )
    .where(eq(judge.exhibitionId, exhibitionId))
  return rows.map(({ seatCounts, seatState, ...one }) => ({
    ...one,
    counts: seatCounts !== false && seatState !== 'conflict' && seatState !== 'skipped',
  }))
}

export const judgesOf = async (db: DbOrTx, exhibitionId: string): Promise<(SeatedJudge & { personId: string; name: string })[]> => {
  const rows = await db
    .select({ id: judge.id, personId: judge.personId, name: person.name, shadow: judge.shadow, endedAt: judge.endedAt })
    .from(judge)
    .innerJoin(person, eq(person.id, judge.personId))
    .where(eq(judge.exhibitionId, exhibitionId))
    .orderBy(asc(judge.id))
  return rows.map(({ endedAt, ...one }) => ({ ...one, ended: endedAt !== null }))
}

export const awardsOf = (db: DbOrTx, exhibitionId: string): Promise<StoredAward[]> =>
  db.select().from(award).where(eq(award.exhibitionId, exhibitionId)).orderBy(asc(award.nominationId), asc(award.degree), asc(award.id))

/** Proposed, approved or released: there is one at most. */
export const resultNow = async (db: DbOrTx, exhibitionId: string): Promise<StoredResult | null> => {
  const [row] = await db
    .select()
    .from(result)
    .where(and(eq(result.exhibitionId, exhibitionId), isNull(result.droppedAt)))
  return row ?? null
}

/** What was released, as it was approved. */
export const releasedOf = async (db: DbOrTx, exhibitionId: string): Promise<Computed | null> => {
  const row = await resultNow(db, exhibitionId)
  return row?.releasedAt ? (row.computed as Computed) : null
}

/** Whoever changes results stands in a line, also with whoever moves the exhibition a step on. */
export const lockExhibition = async (tx: Tx, exhibitionId: string): Promise<void> => {
  await tx.select({ id: exhibition.id }).from(exhibition).where(eq(exhibition.id, exhibitionId)).for('update')
}

export const wordsThrough = async (db: DbOrTx, scoreIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> => {
  if (scoreIds.length === 0) return new Map()
  const rows = await db
    .select({ id: resultWord.scoreId, through: resultWord.through })
    .from(resultWord)
    .where(inArray(resultWord.scoreId, [...scoreIds]))
  return new Map(rows.map(({ id, through }) => [id, through]))
}

export const wordsOf = async (db: DbOrTx, scoreIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (scoreIds.length === 0) return new Map()
  const rows = await db
    .select({ id: score.id, words: score.words })
    .from(score)
    .where(inArray(score.id, [...scoreIds]))
  return new Map(rows.map(({ id, words }) => [id, words]))
}

/** The score, if it is one of this exhibition. */
export const scoreIn = async (db: DbOrTx, exhibitionId: string, scoreId: string): Promise<{ standId: string } | null> => {
  const [row] = await db
    .select({ standId: score.standId })
    .from(score)
    .innerJoin(judge, eq(judge.id, score.judgeId))
    .where(and(eq(score.id, scoreId), eq(judge.exhibitionId, exhibitionId)))
  return row ?? null
}

export const letThrough = async (tx: Tx, scoreId: string, through: boolean, by: string, at: Date): Promise<void> => {
  const values = { through, decidedBy: by, decidedAt: at }
  await tx
    .insert(resultWord)
    .values({ scoreId, ...values })
    .onConflictDoUpdate({ target: resultWord.scoreId, set: values })
}

export interface Noted {
  readonly step: DeliberationStep
  readonly awardId?: string
  readonly standId?: string
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string
}

/** Appends to the log; nothing takes a line out of it. */
export const note = async (
  tx: Tx,
  of: { readonly exhibitionId: string; readonly by: string; readonly at: Date; readonly newId: () => string },
  notes: readonly Noted[],
): Promise<void> => {
  if (notes.length === 0) return
  const [last] = await tx
    .select({ place: sql<number>`coalesce(max(${deliberation.place}), 0)` })
    .from(deliberation)
    .where(eq(deliberation.exhibitionId, of.exhibitionId))
  await tx.insert(deliberation).values(
    notes.map((one, n) => ({
      ...{ id: of.newId(), exhibitionId: of.exhibitionId, personId: of.by, at: of.at, place: Number(last?.place ?? 0) + n + 1 },
      ...one,
    })),
  )
}

/** The newest first. */
export const logOf = (db: DbOrTx, exhibitionId: string) =>
  db
    .select({
      id: deliberation.id,
      step: deliberation.step,
      standId: deliberation.standId,
      entry: stand.entry,
      before: deliberation.before,
      after: deliberation.after,
      reason: deliberation.reason,
      by: person.name,
      at: deliberation.at,
    })
    .from(deliberation)
    .innerJoin(person, eq(person.id, deliberation.personId))
    .leftJoin(stand, eq(stand.id, deliberation.standId))
    .where(eq(deliberation.exhibitionId, exhibitionId))
    .orderBy(desc(deliberation.place))

export const dropResult = async (tx: Tx, exhibitionId: string, at: Date): Promise<boolean> => {
  const gone = await tx
    .update(result)
    .set({ droppedAt: at })
    .where(and(eq(result.exhibitionId, exhibitionId), isNull(result.droppedAt), isNull(result.releasedAt)))
    .returning({ id: result.id })
  if (gone.length > 0)
    await tx
      .update(award)
      .set({ state: 'proposed' })
      .where(and(eq(award.exhibitionId, exhibitionId), eq(award.state, 'approved')))
  return gone.length > 0
}

export const namesOf = async (db: DbOrTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Released, not told yet, and their hour has come. */
export const dueResults = (db: DbOrTx, now: Date): Promise<{ id: string; exhibitionId: string }[]> =>
  db
    .select({ id: result.id, exhibitionId: result.exhibitionId })
    .from(result)
    .innerJoin(exhibition, eq(exhibition.id, result.exhibitionId))
    .where(
      and(
        isNull(result.droppedAt),
        isNotNull(result.releasedAt),
        isNull(result.toldAt),
        inArray(exhibition.state, ['results', 'archived']),
        sql`(${exhibition.plan}->'windows'->>'resultsAt')::timestamptz <= ${now.toISOString()}::timestamptz`,
      ),
    )

/** What is older is no news any more. */
const newsDays = 30

/**
 * Shown without a jury: from the hall into the archive, with no results of its own. Their hour has come, and nobody was told; that
 * it was told is read in the log, for there is no other row of it.
 */
export const dueUnjudged = async (db: DbOrTx, now: Date): Promise<string[]> => {
  const hour = sql`(${exhibition.plan}->'windows'->>'resultsAt')::timestamptz`
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = await db
    .select({ id: exhibition.id })
    .from(exhibition)
    .where(
      and(
        eq(exhibition.state, 'archived'),
        sql`${hour} <= ${at}`,
        sql`greatest(${hour}, ${exhibition.changedAt}) > ${at} - make_interval(days => ${newsDays})`,
        notExists(
          db
            .select({ id: result.id })
            .from(result)
            .where(and(eq(result.exhibitionId, exhibition.id), isNull(result.droppedAt), isNotNull(result.releasedAt))),
        ),
        notExists(
          db
            .select({ position: fact.position })
            .from(fact)
            .where(and(sql`${fact.topics} @> array['exhibition:' || ${exhibition.id}]`, eq(fact.name, promise.released.name))),
        ),
      ),
    )
  return rows.map(({ id }) => id)
}

/** True for one process alone. */
export const takeDue = async (tx: Tx, id: string, now: Date): Promise<boolean> => {
  const taken = await tx
    .update(result)
    .set({ toldAt: now })
    .where(and(eq(result.id, id), isNull(result.toldAt)))
    .returning({ id: result.id })
  return taken.length > 0
}
