import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import { visitor, type ReactionKind, type Reactions } from '@sheber/contract/visitor'
import type { DbOrTx, Tx } from '@sheber/db/open'
import {
  exhibition,
  fact,
  person,
  project,
  stand,
  visitorAnswer,
  visitorDecision,
  visitorLook,
  visitorQuestion,
  visitorReaction,
  visitorVote,
} from '@sheber/db/schema'
import { and, arrayContains, asc, count, desc, eq, gte, inArray, sql } from 'drizzle-orm'

export interface StandAt {
  readonly id: string
  readonly exhibitionId: string
  readonly teamId: string
  readonly admitted: boolean
  /** Who was of the team when it was handed in. */
  readonly members: readonly string[]
  readonly plan: Plan
  readonly state: ExhibitionState
}

const around = (db: DbOrTx) =>
  db
    .select({
      ...{ id: stand.id, exhibitionId: stand.exhibitionId, teamId: project.teamId, standState: stand.state },
      ...{ members: stand.members, plan: exhibition.plan, state: exhibition.state },
    })
    .from(stand)
    .innerJoin(exhibition, eq(exhibition.id, stand.exhibitionId))
    .innerJoin(project, eq(project.id, stand.projectId))

const standFrom = ({ standState, members, ...row }: Awaited<ReturnType<typeof around>>[number]): StandAt => ({
  ...row,
  admitted: standState === 'admitted',
  members: members.map(({ id }) => id),
})

export const oneStand = async (db: DbOrTx, standId: string): Promise<StandAt | undefined> =>
  (await around(db).where(eq(stand.id, standId))).map(standFrom)[0]

/** What a visitor does and the release of results wait for one another: no vote comes after it was counted. */
export const standForVisitor = async (tx: Tx, standId: string): Promise<StandAt | undefined> =>
  (await around(tx).where(eq(stand.id, standId)).for('share', { of: exhibition })).map(standFrom)[0]

export interface StandIn {
  readonly id: string
  readonly number: number | null
  readonly title: string
  readonly members: readonly string[]
}

/** Those in the hall, by number. */
export const standsIn = async (db: DbOrTx, exhibitionId: string): Promise<StandIn[]> => {
  const rows = await db
    .select({ id: stand.id, number: stand.number, title: sql<string>`${stand.entry}->>'title'`, members: stand.members })
    .from(stand)
    .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.state, 'admitted')))
    .orderBy(sql`${stand.number} asc nulls last`, asc(stand.id))
  return rows.map(({ members, ...row }) => ({ ...row, members: members.map(({ id }) => id) }))
}

/** Once of each kind from each device, however often it is sent. */
export const putReaction = async (tx: Tx, row: typeof visitorReaction.$inferInsert): Promise<void> => {
  await tx.insert(visitorReaction).values(row).onConflictDoNothing()
}

/** The one vote of a device, wherever it stood before. */
export const putVote = async (tx: Tx, { standId, at, ...row }: typeof visitorVote.$inferInsert): Promise<void> => {
  await tx
    .insert(visitorVote)
    .values({ standId, at, ...row })
    .onConflictDoUpdate({ target: [visitorVote.exhibitionId, visitorVote.device], set: { standId, at } })
}

export const waitingAt = (db: DbOrTx, standId: string): Promise<number> =>
  db.$count(visitorQuestion, and(eq(visitorQuestion.standId, standId), eq(visitorQuestion.state, 'waiting')))

/** The very words of the very device are there once: a form sent twice is one question. True: it is new. */
export const insertQuestion = async (tx: Tx, row: typeof visitorQuestion.$inferInsert): Promise<boolean> => {
  const same = and(eq(visitorQuestion.standId, row.standId), eq(visitorQuestion.device, row.device), eq(visitorQuestion.words, row.words))
  if ((await tx.$count(visitorQuestion, same)) > 0) return false
  await tx.insert(visitorQuestion).values(row)
  return true
}

export type StoredQuestion = typeof visitorQuestion.$inferSelect
export interface Answered {
  readonly words: string
  readonly by: string
  readonly at: Date
}
export interface AskedAndAnswered {
  readonly question: StoredQuestion
  readonly answer: Answered | null
}

const answersOf = async (db: DbOrTx, ids: readonly string[]): Promise<Map<string, Answered>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([visitorAnswer.questionId], {
      ...{ questionId: visitorAnswer.questionId, words: visitorAnswer.words, by: person.name, at: visitorAnswer.at },
    })
    .from(visitorAnswer)
    .innerJoin(person, eq(person.id, visitorAnswer.personId))
    .where(inArray(visitorAnswer.questionId, [...ids]))
    .orderBy(visitorAnswer.questionId, desc(visitorAnswer.at), desc(visitorAnswer.id))
  return new Map(rows.map(({ questionId, ...answer }) => [questionId, answer]))
}

const answered = async (db: DbOrTx, rows: readonly StoredQuestion[]): Promise<AskedAndAnswered[]> => {
  const answers = await answersOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((question) => ({ question, answer: answers.get(question.id) ?? null }))
}

/** The newest first. */
export const questionsOf = async (
  db: DbOrTx,
  standIds: readonly string[],
  { state, max }: { readonly state?: 'waiting' | 'approved'; readonly max: number },
): Promise<AskedAndAnswered[]> => {
  if (standIds.length === 0) return []
  const rows = await db
    .select()
    .from(visitorQuestion)
    .where(and(inArray(visitorQuestion.standId, [...standIds]), state && eq(visitorQuestion.state, state)))
    .orderBy(desc(visitorQuestion.at), desc(visitorQuestion.id))
    .limit(max)
  return answered(db, rows)
}

export const oneQuestion = async (db: DbOrTx, standId: string, id: string): Promise<AskedAndAnswered | undefined> => {
  const rows = await db
    .select()
    .from(visitorQuestion)
    .where(and(eq(visitorQuestion.id, id), eq(visitorQuestion.standId, standId)))
  return (await answered(db, rows))[0]
}

/** Whoever decides about it stands in a line. */
export const lockQuestion = async (tx: Tx, standId: string, id: string): Promise<AskedAndAnswered | undefined> => {
  await tx.select({ id: visitorQuestion.id }).from(visitorQuestion).where(eq(visitorQuestion.id, id)).for('update')
  return oneQuestion(tx, standId, id)
}

export const updateQuestion = async (tx: Tx, id: string, set: Partial<typeof visitorQuestion.$inferInsert>): Promise<void> => {
  await tx.update(visitorQuestion).set(set).where(eq(visitorQuestion.id, id))
}

export const insertAnswer = async (tx: Tx, row: typeof visitorAnswer.$inferInsert): Promise<void> => {
  await tx.insert(visitorAnswer).values(row)
}

export const noteDecision = async (tx: Tx, row: typeof visitorDecision.$inferInsert): Promise<void> => {
  await tx.insert(visitorDecision).values(row)
}

const none = (): Record<ReactionKind, number> => ({ like: 0, wow: 0, idea: 0 })

/** By stand; whoever has none is not among them. */
export const reactionsOf = async (db: DbOrTx, standIds: readonly string[]): Promise<Map<string, Reactions>> => {
  if (standIds.length === 0) return new Map()
  const rows = await db
    .select({ standId: visitorReaction.standId, kind: visitorReaction.kind, n: count() })
    .from(visitorReaction)
    .where(inArray(visitorReaction.standId, [...standIds]))
    .groupBy(visitorReaction.standId, visitorReaction.kind)
  const found = new Map<string, Record<ReactionKind, number>>()
  for (const { standId, kind, n } of rows) {
    const one = found.get(standId) ?? none()
    one[kind] = n
    found.set(standId, one)
  }
  return found
}

export const noReactions: Reactions = none()

/** Stands of all exhibitions. */
export const reactedSince = async (db: DbOrTx, since: Date): Promise<string[]> =>
  (await db.selectDistinct({ id: visitorReaction.standId }).from(visitorReaction).where(gte(visitorReaction.at, since))).map(({ id }) => id)

/** By stand, of those that are still in the hall: what was taken out of it wins nothing. */
export const votesIn = async (db: DbOrTx, exhibitionId: string): Promise<Map<string, number>> => {
  const rows = await db
    .select({ standId: visitorVote.standId, n: count() })
    .from(visitorVote)
    .innerJoin(stand, eq(stand.id, visitorVote.standId))
    .where(and(eq(visitorVote.exhibitionId, exhibitionId), eq(stand.state, 'admitted')))
    .groupBy(visitorVote.standId)
  return new Map(rows.map(({ standId, n }) => [standId, n]))
}

export const looksOf = async (
  db: DbOrTx,
  standIds: readonly string[],
  today: string,
): Promise<Map<string, { today: number; all: number }>> => {
  if (standIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(visitorLook)
    .where(inArray(visitorLook.standId, [...standIds]))
  return new Map(
    [...Map.groupBy(rows, ({ standId }) => standId)].map(([standId, days]) => [
      standId,
      {
        today: days.find(({ day }) => day === today)?.looks ?? 0,
        all: days.reduce((sum, { looks }) => sum + looks, 0),
      },
    ]),
  )
}

/** By stand: all questions, and those that wait. */
export const askedOf = async (db: DbOrTx, standIds: readonly string[]): Promise<Map<string, { asked: number; waiting: number }>> => {
  if (standIds.length === 0) return new Map()
  const rows = await db
    .select({
      standId: visitorQuestion.standId,
      asked: count(),
      waiting: sql<number>`(count(*) filter (where ${visitorQuestion.state} = 'waiting'))::int`,
    })
    .from(visitorQuestion)
    .where(inArray(visitorQuestion.standId, [...standIds]))
    .groupBy(visitorQuestion.standId)
  return new Map(rows.map(({ standId, asked, waiting }) => [standId, { asked, waiting }]))
}

export const addLooks = async (db: DbOrTx, rows: (typeof visitorLook.$inferInsert)[]): Promise<void> => {
  if (rows.length === 0) return
  const column = (of: keyof (typeof rows)[number]) => sql.param(rows.map((row) => row[of]))
  // Three lists and not three values a row: hundreds of stands are written at once while rooms are at work.
  await db.execute(sql`
    insert into ${visitorLook} (stand_id, day, looks)
    select * from unnest(${column('standId')}::text[], ${column('day')}::date[], ${column('looks')}::int[])
    on conflict (stand_id, day) do update set looks = ${visitorLook}.looks + excluded.looks`)
}

const crowdsMax = 12

/** When one network brought more new devices than are counted, the newest first. */
export const crowdsOf = async (db: DbOrTx, exhibitionId: string): Promise<Date[]> => {
  const rows = await db
    .select({ at: fact.at })
    .from(fact)
    .where(and(arrayContains(fact.topics, [`exhibition:${exhibitionId}`]), eq(fact.name, visitor.crowded.name)))
    .orderBy(desc(fact.position))
    .limit(crowdsMax)
  return rows.map(({ at }) => at)
}
