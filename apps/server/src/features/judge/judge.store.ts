import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import type { Language } from '@sheber/contract/words'
import { rounds } from '@sheber/contract/judge'
import type { Role } from '@sheber/contract/organisation'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { exhibition, final, judge, judgeStand, membership, person, score } from '@sheber/db/schema'
import { and, asc, desc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm'

export type JudgeRow = typeof judge.$inferSelect
export type SeatRow = typeof judgeStand.$inferSelect
export type ScoreRow = typeof score.$inferSelect

export interface KnownJudge extends JudgeRow {
  readonly name: string
  readonly hasSignIn: boolean
  readonly active: boolean
  readonly memberships: readonly { readonly role: Role }[]
}

const known = {
  of: judge,
  name: person.name,
  active: person.active,
  hasSignIn: sql<boolean>`(${person.login} is not null or ${person.passwordHash} is not null or ${person.secretHash} is not null)`,
  memberships: sql<{ role: Role }[]>`(
    select coalesce(json_agg(json_build_object('role', ${membership.role})), '[]') from ${membership} where ${membership.personId} = ${person.id})`,
}

const knownJudges = (db: DbOrTx) => db.select(known).from(judge).innerJoin(person, eq(person.id, judge.personId))
const flat = ({ of, ...rest }: Awaited<ReturnType<typeof knownJudges>>[number]): KnownJudge => ({ ...of, ...rest })

/** All there ever were, by name. */
export const judgesOf = async (db: DbOrTx, exhibitionId: string): Promise<KnownJudge[]> =>
  (await knownJudges(db).where(eq(judge.exhibitionId, exhibitionId)).orderBy(asc(person.name), asc(judge.id))).map(flat)

export const oneJudge = async (db: DbOrTx, id: string): Promise<KnownJudge | undefined> =>
  (await knownJudges(db).where(eq(judge.id, id))).map(flat)[0]

export const judgeByLink = async (db: DbOrTx, link: string): Promise<KnownJudge | undefined> =>
  (await knownJudges(db).where(eq(judge.link, link))).map(flat)[0]

/** Whoever judges in it now. */
export const judgeOf = async (db: DbOrTx, exhibitionId: string, personId: string): Promise<JudgeRow | undefined> =>
  (
    await db
      .select()
      .from(judge)
      .where(and(eq(judge.exhibitionId, exhibitionId), eq(judge.personId, personId), isNull(judge.endedAt)))
  )[0]

/** False: this person judges in it already, or did. */
export const insertJudge = async (tx: Tx, row: typeof judge.$inferInsert): Promise<boolean> =>
  (await tx.insert(judge).values(row).onConflictDoNothing().returning({ id: judge.id })).length > 0

export const updateJudge = async (tx: Tx, id: string, set: Partial<typeof judge.$inferInsert>): Promise<void> => {
  await tx.update(judge).set(set).where(eq(judge.id, id))
}

/** Somebody who is here to judge and for nothing else; without any way to sign in but the link. */
export const insertJuror = async (
  tx: Tx,
  { organisationId, ...row }: { id: string; name: string; language: Language; organisationId: string; createdAt: Date },
): Promise<void> => {
  await tx.insert(person).values(row)
  await tx.insert(membership).values({ personId: row.id, organisationId, role: 'judge', createdAt: row.createdAt })
}

export const seatsOf = (db: DbOrTx, exhibitionId: string): Promise<SeatRow[]> =>
  db
    .select({
      judgeId: judgeStand.judgeId,
      standId: judgeStand.standId,
      round: judgeStand.round,
      counts: judgeStand.counts,
      place: judgeStand.place,
      state: judgeStand.state,
      reason: judgeStand.reason,
      createdAt: judgeStand.createdAt,
      changedAt: judgeStand.changedAt,
    })
    .from(judgeStand)
    .innerJoin(judge, eq(judge.id, judgeStand.judgeId))
    .where(eq(judge.exhibitionId, exhibitionId))
    .orderBy(asc(judgeStand.round), asc(judgeStand.place), asc(judgeStand.standId))

export const seatsOfJudge = (db: DbOrTx, judgeId: string): Promise<SeatRow[]> =>
  db
    .select()
    .from(judgeStand)
    .where(eq(judgeStand.judgeId, judgeId))
    .orderBy(asc(judgeStand.round), asc(judgeStand.place), asc(judgeStand.standId))

/** Held until the change is done: two devices that score one stand stand in a line. */
export const lockSeat = async (tx: Tx, judgeId: string, standId: string, round: number): Promise<SeatRow | undefined> =>
  (
    await tx
      .select()
      .from(judgeStand)
      .where(and(eq(judgeStand.judgeId, judgeId), eq(judgeStand.standId, standId), eq(judgeStand.round, round)))
      .for('update')
  )[0]

interface NewSeat {
  readonly judgeId: string
  readonly standId: string
  readonly round: number
  readonly place: number
  readonly at: Date
  readonly state?: SeatRow['state']
  readonly reason?: string
}

/** What is there already stays as it is. */
export const insertSeats = async (tx: Tx, seats: readonly NewSeat[]): Promise<void> => {
  if (seats.length === 0) return
  await tx
    .insert(judgeStand)
    .values(seats.map(({ at, ...one }) => ({ ...one, counts: one.round > 0, createdAt: at, changedAt: at })))
    .onConflictDoNothing()
}

export const setSeat = async (
  tx: Tx,
  { judgeId, standId, round }: Pick<SeatRow, 'judgeId' | 'standId' | 'round'>,
  set: { state: SeatRow['state']; reason?: string; at: Date },
): Promise<void> => {
  await tx
    .update(judgeStand)
    .set({ state: set.state, changedAt: set.at, ...(set.reason !== undefined && { reason: set.reason }) })
    .where(and(eq(judgeStand.judgeId, judgeId), eq(judgeStand.standId, standId), eq(judgeStand.round, round)))
}

/** From now on never proposed again. What was scored in a round before this one is closed, and stays as it is. */
export const setConflict = async (tx: Tx, seat: NewSeat & { readonly reason: string }): Promise<void> => {
  const { at, ...row } = seat
  await tx
    .insert(judgeStand)
    .values({ ...row, state: 'conflict', counts: true, createdAt: at, changedAt: at })
    .onConflictDoUpdate({
      target: [judgeStand.judgeId, judgeStand.standId, judgeStand.round],
      set: { state: 'conflict', reason: seat.reason, changedAt: at },
    })
  await tx
    .update(judgeStand)
    .set({ state: 'conflict', reason: seat.reason, changedAt: at })
    .where(
      and(
        eq(judgeStand.judgeId, seat.judgeId),
        eq(judgeStand.standId, seat.standId),
        ne(judgeStand.state, 'conflict'),
        // To calibrate belongs to the first.
        seat.round === rounds.first ? undefined : gte(judgeStand.round, seat.round),
      ),
    )
}

export const removeSeat = async (tx: Tx, judgeId: string, standId: string, round: number): Promise<void> => {
  await tx.delete(judgeStand).where(and(eq(judgeStand.judgeId, judgeId), eq(judgeStand.standId, standId), eq(judgeStand.round, round)))
}

/** Nobody scores this to calibrate any more, but for those who have. */
export const clearCalibration = async (tx: Tx, exhibitionId: string): Promise<void> => {
  const judges = tx.select({ id: judge.id }).from(judge).where(eq(judge.exhibitionId, exhibitionId))
  const scored = sql`exists (select 1 from ${score} s where s.judge_id = ${judgeStand.judgeId} and s.stand_id = ${judgeStand.standId} and s.round = 0)`
  await tx.delete(judgeStand).where(and(inArray(judgeStand.judgeId, judges), eq(judgeStand.round, 0), sql`not ${scored}`))
}

/** The stand that is scored to calibrate: the newest that was chosen. */
export const calibrationOf = (seats: readonly SeatRow[]): string | null =>
  seats
    .filter(({ round }) => round === 0)
    .reduce<SeatRow | null>((newest, one) => (newest && newest.createdAt >= one.createdAt ? newest : one), null)?.standId ?? null

/** In the order in which the server was given them. */
export const scoresOfSeat = (db: DbOrTx, judgeId: string, standId: string, round: number): Promise<ScoreRow[]> =>
  db
    .select()
    .from(score)
    .where(and(eq(score.judgeId, judgeId), eq(score.standId, standId), eq(score.round, round)))
    .orderBy(asc(score.createdAt))

export const scoresOfJudge = (db: DbOrTx, judgeId: string): Promise<ScoreRow[]> =>
  db.select().from(score).where(eq(score.judgeId, judgeId)).orderBy(asc(score.createdAt))

/** Null: there is none with this id. */
export const oneScore = async (db: DbOrTx, id: string): Promise<ScoreRow | null> =>
  (await db.select().from(score).where(eq(score.id, id)))[0] ?? null

export const insertScore = async (tx: Tx, row: typeof score.$inferInsert): Promise<boolean> =>
  (await tx.insert(score).values(row).onConflictDoNothing().returning({ id: score.id })).length > 0

/** Which seats have a score at all, whole or not. */
export const begunOf = async (db: DbOrTx, exhibitionId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectDistinct({ judgeId: score.judgeId, standId: score.standId, round: score.round })
    .from(score)
    .innerJoin(judge, eq(judge.id, score.judgeId))
    .where(eq(judge.exhibitionId, exhibitionId))
  return new Set(rows.map(seatKey))
}
export const seatKey = ({ judgeId, standId, round }: Pick<SeatRow, 'judgeId' | 'standId' | 'round'>) => `${judgeId} ${standId} ${round}`

/** Whole marks that judges who are still here gave one stand to calibrate: of each the newest. */
export const calibrationMarks = async (db: DbOrTx, exhibitionId: string, standId: string): Promise<ScoreRow['marks'][]> => {
  const rows = await db
    .selectDistinctOn([score.judgeId], { marks: score.marks, total: score.total })
    .from(score)
    .innerJoin(judge, eq(judge.id, score.judgeId))
    .where(and(eq(judge.exhibitionId, exhibitionId), eq(score.standId, standId), eq(score.round, 0), isNull(judge.endedAt)))
    .orderBy(score.judgeId, desc(score.createdAt))
  return rows.filter(({ total }) => total !== null).map(({ marks }) => marks)
}

export interface MineRow {
  readonly exhibitionId: string
  readonly plan: Plan
  readonly state: ExhibitionState
  readonly declaredAt: Date | null
  readonly done: number
  readonly all: number
}

/** Where somebody judges now, the newest first. */
export const exhibitionsOfJudge = (db: DbOrTx, personId: string): Promise<MineRow[]> =>
  db
    .select({
      exhibitionId: exhibition.id,
      plan: exhibition.plan,
      state: exhibition.state,
      declaredAt: judge.declaredAt,
      done: sql<number>`(count(*) filter (where ${judgeStand.state} = 'done'))::int`,
      all: sql<number>`(count(*) filter (where ${judgeStand.state} in ('done', 'offered')))::int`,
    })
    .from(judge)
    .innerJoin(exhibition, eq(exhibition.id, judge.exhibitionId))
    .leftJoin(final, eq(final.exhibitionId, exhibition.id))
    // Of the round under way; a final that is not in the plan any more is none.
    .leftJoin(
      judgeStand,
      and(
        eq(judgeStand.judgeId, judge.id),
        sql`${judgeStand.round} = case when ${final.closedAt} is not null and ${final.begunAt} is not null and ${exhibition.plan} ? 'final'
          then ${rounds.final}::int else ${rounds.first}::int end`,
      ),
    )
    .where(and(eq(judge.personId, personId), isNull(judge.endedAt)))
    .groupBy(exhibition.id, judge.id)
    .orderBy(desc(exhibition.createdAt), desc(exhibition.id))
