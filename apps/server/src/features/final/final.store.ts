import type { Tx, DbOrTx } from '@sheber/db/open'
import {
  exhibition,
  exhibitionDecision,
  final,
  finalist,
  finalTold,
  judge,
  judgeStand,
  person,
  score,
  stand,
  standShown,
} from '@sheber/db/schema'
import { rounds } from '@sheber/contract/judge'
import { and, asc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { asAdmitted } from '../stand/stand.admitted.ts'

/** Two organisers stand in a line, also with whoever moves the exhibition a step on. */
export const lockExhibition = async (tx: Tx, exhibitionId: string): Promise<void> => {
  await tx.select({ id: exhibition.id }).from(exhibition).where(eq(exhibition.id, exhibitionId)).for('update')
}

/** As they were chosen. */
export const finalistsOf = async (db: DbOrTx, exhibitionId: string) => {
  const rows = await db
    .select({
      standId: finalist.standId,
      byHand: finalist.byHand,
      reason: finalist.reason,
      by: person.name,
      at: finalist.chosenAt,
      insteadOf: finalist.insteadOf,
      state: stand.state,
      number: stand.number,
      entry: stand.entry,
      shown: standShown.shown,
    })
    .from(finalist)
    .innerJoin(person, eq(person.id, finalist.chosenBy))
    .innerJoin(stand, eq(stand.id, finalist.standId))
    .leftJoin(standShown, eq(standShown.standId, stand.id))
    .where(eq(finalist.exhibitionId, exhibitionId))
    .orderBy(asc(finalist.chosenAt), asc(finalist.standId))
  return rows.map(({ state, entry, shown, ...one }) => {
    const { title, nominationId } = asAdmitted({ entry, shown })
    return { ...one, title, nominationId, gone: state !== 'admitted' }
  })
}

/** Those of them that were not there yet. */
export const insertFinalists = async (tx: Tx, rows: readonly (typeof finalist.$inferInsert)[]): Promise<string[]> => {
  if (rows.length === 0) return []
  const made = await tx
    .insert(finalist)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ standId: finalist.standId })
  return made.map(({ standId }) => standId)
}

/** Of those named, who was a finalist. */
export const removeFinalists = async (tx: Tx, exhibitionId: string, standIds: readonly string[]): Promise<string[]> => {
  if (standIds.length === 0) return []
  const gone = await tx
    .delete(finalist)
    .where(and(eq(finalist.exhibitionId, exhibitionId), inArray(finalist.standId, [...standIds])))
    .returning({ standId: finalist.standId })
  return gone.map(({ standId }) => standId)
}

export const setFinal = async (tx: Tx, exhibitionId: string, set: Partial<typeof final.$inferInsert>): Promise<void> => {
  await tx
    .insert(final)
    .values({ exhibitionId, ...set })
    .onConflictDoUpdate({ target: final.exhibitionId, set })
}

export const finalIsScored = async (db: DbOrTx, exhibitionId: string): Promise<boolean> => {
  const [one] = await db
    .select({ id: score.id })
    .from(score)
    .innerJoin(stand, eq(stand.id, score.standId))
    .where(and(eq(stand.exhibitionId, exhibitionId), eq(score.round, rounds.final)))
    .limit(1)
  return one !== undefined
}

/** A final that was taken back is assigned anew when it begins again. A conflict that was declared stays. */
export const removeFinalSeats = async (tx: Tx, exhibitionId: string): Promise<void> => {
  const judges = tx.select({ id: judge.id }).from(judge).where(eq(judge.exhibitionId, exhibitionId))
  await tx
    .delete(judgeStand)
    .where(and(inArray(judgeStand.judgeId, judges), eq(judgeStand.round, rounds.final), eq(judgeStand.state, 'offered')))
}

/** Links that were made for the first round open until the final is over: nobody has to be given another card. */
export const keepLinks = async (tx: Tx, exhibitionId: string, until: Date): Promise<void> => {
  await tx
    .update(judge)
    .set({ linkUntil: until })
    .where(and(eq(judge.exhibitionId, exhibitionId), isNull(judge.endedAt), isNotNull(judge.link), lt(judge.linkUntil, until)))
}

/** In the hall now, with their people. */
export const teamsInHall = (db: DbOrTx, exhibitionId: string) =>
  db
    .select({ id: stand.id, members: stand.members })
    .from(stand)
    .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.state, 'admitted')))
    .orderBy(sql`${stand.number} asc nulls last`, asc(stand.id))

export const setTold = async (tx: Tx, row: typeof finalTold.$inferInsert): Promise<void> => {
  await tx
    .insert(finalTold)
    .values(row)
    .onConflictDoUpdate({ target: [finalTold.exhibitionId, finalTold.standId], set: { reached: row.reached, at: row.at } })
}

/** Everybody who judges in it now. */
export const jurorsOf = async (db: DbOrTx, exhibitionId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: judge.personId })
    .from(judge)
    .where(and(eq(judge.exhibitionId, exhibitionId), isNull(judge.endedAt)))
    .orderBy(asc(judge.personId))
  return rows.map(({ id }) => id)
}

/** Into the trail, for good. */
export const note = async (tx: Tx, rows: readonly (typeof exhibitionDecision.$inferInsert)[]): Promise<void> => {
  if (rows.length > 0) await tx.insert(exhibitionDecision).values([...rows])
}
