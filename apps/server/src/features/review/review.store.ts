import type { GivenReview, Submission, SubmissionLine, ToldReview, Wait } from '@sheber/contract/review'
import type { DbOrTx, Tx } from '@sheber/db/open'
import {
  competency,
  dispute,
  evidence,
  frameworkLevel,
  guardianship,
  organisation,
  person,
  portfolio,
  portfolioAuthor,
  resubmission,
  review,
  roomVersion,
  submission,
  submissionReviewer,
  team,
  teamMember,
  verdict,
} from '@sheber/db/schema'
import { reachOf, type Who } from '@sheber/domain/permission'
import { openStates, reviewStateOf, type Asking, type Standing } from '@sheber/domain/review'
import { and, asc, desc, eq, exists, gt, inArray, isNotNull, isNull, ne, not, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ReadTitles } from './review.titles.ts'

const owner = alias(person, 'owner')
const reader = alias(person, 'reader')
const asker = alias(person, 'asker')

/** On one page; the oldest come first. */
const linesMax = 200

const ownerOf = (of: { personId: string | null; person: string | null; teamId: string | null; team: string | null }) =>
  of.personId !== null
    ? { kind: 'person' as const, id: of.personId, name: of.person ?? '' }
    : { kind: 'team' as const, id: of.teamId ?? '', name: of.team ?? '' }

const iso = (at: Date | null) => at?.toISOString() ?? null

/** What is claimed in what was handed in, each competency on each level once: within the one question that a queue asks. */
const claimsMax = 6
const claimed = sql<SubmissionLine['claims']>`(select coalesce(jsonb_agg(to_jsonb(c) order by c.code), '[]'::jsonb) from (
  select distinct k.code, k.title, l.title as level from ${evidence} e
    join ${competency} k on k.id = e.competency_id join ${frameworkLevel} l on l.id = e.level_id
    where e.portfolio_id = ${submission.portfolioId} and e.superseded_at is null
      and (cardinality(${submission.records}) = 0 or e.record_id = any(${submission.records}))
    order by k.code limit ${claimsMax}) c)`

/** What was said last with the version that was handed in last. */
const renewed = sql<string | null>`(select r.words from ${resubmission} r
  where r.submission_id = ${submission.id} and r.version_id = ${submission.versionId} and r.words <> ''
  order by r.created_at desc limit 1)`

interface Page {
  readonly limit?: number
  readonly offset?: number
  /** Absent: the reader may know of records what the portfolio tells them. */
  readonly readTitles?: ReadTitles
}

const lines = async (
  db: DbOrTx,
  where: SQL | undefined,
  order: SQL[],
  { limit = linesMax, offset = 0, readTitles }: Page = {},
): Promise<SubmissionLine[]> => {
  const rows = await db
    .select({
      of: submission,
      owner: { personId: owner.id, person: owner.name, teamId: team.id, team: team.name },
      organisation: { id: organisation.id, name: organisation.name },
      reviewer: { personId: reader.id, name: reader.name },
      by: { personId: asker.id, name: asker.name },
      handedAt: roomVersion.createdAt,
      disputed: sql<number>`(select count(distinct e.id)::int from ${review} r join ${verdict} v on v.review_id = r.id
        join ${evidence} e on e.id = v.evidence_id and e.state = 'disputed' and e.superseded_at is null
        where r.submission_id = ${submission.id})`,
      renewed,
      claims: claimed,
      reviews: sql<number>`(select count(*)::int from ${review} r where r.submission_id = ${submission.id})`,
    })
    .from(submission)
    .innerJoin(portfolio, eq(portfolio.id, submission.portfolioId))
    .leftJoin(owner, eq(owner.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    .innerJoin(organisation, eq(organisation.id, submission.organisationId))
    .leftJoin(reader, eq(reader.id, submission.reviewerId))
    .innerJoin(asker, eq(asker.id, submission.createdBy))
    .innerJoin(roomVersion, eq(roomVersion.id, submission.versionId))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  const titles = readTitles && (await readTitles(rows.map(({ of }) => of)))
  return rows.map(({ of, owner: whose, organisation: place, reviewer, by, handedAt, renewed: latest, reviews, disputed, claims }) => ({
    id: of.id,
    portfolioId: of.portfolioId,
    owner: ownerOf(whose),
    organisation: place,
    reviewer,
    state: of.state,
    words: latest ?? of.words,
    records: of.records.length,
    recordIds: of.records,
    titles: titles?.(of) ?? [],
    claims,
    by,
    at: of.createdAt.toISOString(),
    handedAt: handedAt.toISOString(),
    takenAt: iso(of.takenAt),
    reviewedAt: iso(of.reviewedAt),
    reviews,
    disputed,
  }))
}

const oldestFirst = [asc(roomVersion.createdAt), asc(submission.id)]
const newestFirst = [desc(submission.createdAt), desc(submission.id)]

export const oneLine = async (db: DbOrTx, id: string): Promise<SubmissionLine | null> =>
  (await lines(db, eq(submission.id, id), oldestFirst, { limit: 1 }))[0] ?? null

export const linesOfPortfolio = (db: DbOrTx, portfolioId: string) => lines(db, eq(submission.portfolioId, portfolioId), newestFirst)

/** Portfolios that somebody writes in. */
const writtenBy = (db: DbOrTx, who: Who) =>
  db
    .select({ id: portfolio.id })
    .from(portfolio)
    .where(
      or(
        eq(portfolio.personId, who.id),
        inArray(portfolio.teamId, [...who.teams]),
        inArray(
          portfolio.id,
          db.select({ id: portfolioAuthor.portfolioId }).from(portfolioAuthor).where(eq(portfolioAuthor.personId, who.id)),
        ),
      ),
    )

/** … and those that a child of theirs writes in. */
const ofFamily = (db: DbOrTx, who: Who) => {
  const children = db
    .select({ id: guardianship.childId })
    .from(guardianship)
    .where(and(eq(guardianship.guardianId, who.id), isNull(guardianship.endedAt)))
  const teams = db.select({ id: teamMember.teamId }).from(teamMember).where(inArray(teamMember.personId, children))
  const letInto = db.select({ id: portfolioAuthor.portfolioId }).from(portfolioAuthor).where(inArray(portfolioAuthor.personId, children))
  return db
    .select({ id: portfolio.id })
    .from(portfolio)
    .where(or(inArray(portfolio.personId, children), inArray(portfolio.teamId, teams), inArray(portfolio.id, letInto)))
}

/** In which something that was judged, by anybody or by one of them, is disputed and waits for a word. */
const disputedIn = (db: DbOrTx, reviewerId?: string) =>
  db
    .select({ id: review.submissionId })
    .from(dispute)
    .innerJoin(evidence, and(eq(evidence.id, dispute.evidenceId), eq(evidence.state, 'disputed'), isNull(evidence.supersededAt)))
    .innerJoin(verdict, eq(verdict.evidenceId, evidence.id))
    .innerJoin(review, and(eq(review.id, verdict.reviewId), reviewerId === undefined ? undefined : eq(review.reviewerId, reviewerId)))

const isReader = (who: Who) => who.memberships.some(({ role }) => role !== 'learner' && role !== 'guardian')

/** The four queues of a reader. Each names only columns of `submission`, so that it can be counted alone. */
const queuesOf = (db: DbOrTx, who: Who) => {
  const reach = reachOf(who)
  const mentored = who.memberships.filter(({ role }) => role === 'mentor').map(({ organisationId }) => organisationId)
  const mine = and(not(inArray(submission.portfolioId, writtenBy(db, who))), not(inArray(submission.portfolioId, ofFamily(db, who))))
  const here = reach === 'all' ? undefined : inArray(submission.organisationId, [...reach, ...mentored])
  const open = inArray(submission.state, [...openStates])
  const given = (more?: SQL) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(review)
        .where(and(eq(review.submissionId, submission.id), eq(review.reviewerId, who.id), more)),
    )
  const invited = exists(
    db
      .select({ one: sql`1` })
      .from(submissionReviewer)
      .where(and(eq(submissionReviewer.submissionId, submission.id), eq(submissionReviewer.personId, who.id))),
  )
  const unheard = not(given(eq(review.versionId, submission.versionId)))
  return {
    mine: and(
      mine,
      or(
        and(eq(submission.reviewerId, who.id), open),
        and(ne(submission.state, 'withdrawn'), or(and(invited, unheard), inArray(submission.id, disputedIn(db, who.id)))),
      ),
    ),
    unassigned: and(mine, here, open, isNull(submission.reviewerId)),
    all: and(mine, here, or(open, and(ne(submission.state, 'withdrawn'), inArray(submission.id, disputedIn(db))))),
    given: given(),
  }
}

export type Queues = ReturnType<typeof queuesOf>

export const queueOf = async (
  db: DbOrTx,
  who: Who,
  of: keyof Queues,
  { page = 0, readTitles }: { page?: number; readTitles: ReadTitles },
) => {
  if (!isReader(who)) return { lines: [], more: false, counts: { mine: 0, unassigned: 0, all: 0, given: 0 } }
  const queues = queuesOf(db, who)
  const [found, mine, unassigned, all, given] = await Promise.all([
    lines(db, queues[of], of === 'given' ? newestFirst : oldestFirst, { limit: linesMax + 1, offset: page * linesMax, readTitles }),
    db.$count(submission, queues.mine),
    db.$count(submission, queues.unassigned),
    db.$count(submission, queues.all),
    db.$count(submission, queues.given),
  ])
  return { lines: found.slice(0, linesMax), more: found.length > linesMax, counts: { mine, unassigned, all, given } }
}

/** Reviews of what somebody wrote that no author has opened yet, the newest first. */
export const toldTo = async (db: DbOrTx, who: Who): Promise<ToldReview[]> => {
  const rows = await db
    .select({
      id: review.id,
      submissionId: review.submissionId,
      portfolioId: submission.portfolioId,
      owner: { personId: owner.id, person: owner.name, teamId: team.id, team: team.name },
      reviewer: { personId: reader.id, name: reader.name },
      outcome: review.outcome,
      at: review.createdAt,
    })
    .from(review)
    .innerJoin(submission, eq(submission.id, review.submissionId))
    .innerJoin(portfolio, eq(portfolio.id, submission.portfolioId))
    .leftJoin(owner, eq(owner.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    .innerJoin(reader, eq(reader.id, review.reviewerId))
    .where(and(isNull(review.seenAt), inArray(submission.portfolioId, writtenBy(db, who))))
    .orderBy(desc(review.createdAt), desc(review.id))
    .limit(20)
  return rows.map((row) => ({ ...row, owner: ownerOf(row.owner), at: row.at.toISOString() }))
}

/** Of the organisations that somebody runs: how long authors waited for the first review, since a moment. */
export const waitsOf = async (db: DbOrTx, who: Who, since: Date): Promise<Wait[]> => {
  const run = who.memberships.filter(({ role }) => role === 'administrator').map(({ organisationId }) => organisationId)
  if (run.length === 0) return []
  const hours = sql`extract(epoch from ${submission.reviewedAt} - ${submission.createdAt}) / 3600`
  const rows = await db
    .select({
      organisation: { id: organisation.id, name: organisation.name },
      medianHours: sql<number | null>`percentile_cont(0.5) within group (order by ${hours}) filter (where ${and(
        isNotNull(submission.reviewedAt),
        gt(submission.createdAt, since),
      )})`,
      reviewed: sql<number>`count(*) filter (where ${and(isNotNull(submission.reviewedAt), gt(submission.createdAt, since))})`.mapWith(
        Number,
      ),
      waiting: sql<number>`count(*) filter (where ${inArray(submission.state, [...openStates])})`.mapWith(Number),
    })
    .from(organisation)
    .innerJoin(submission, eq(submission.organisationId, organisation.id))
    .where(inArray(organisation.id, run))
    .groupBy(organisation.id)
    .orderBy(organisation.name)
  return rows.map((row) => ({ ...row, medianHours: row.medianHours === null ? null : Math.round(row.medianHours * 10) / 10 }))
}

export interface StoredSubmission extends Standing {
  readonly id: string
  readonly portfolioId: string
  readonly organisationId: string
  readonly records: readonly string[]
  readonly takenAt: Date | null
}

/** Held until the change is done: two who decide at one moment stand in a line. */
export const lockSubmission = async (tx: Tx, id: string): Promise<StoredSubmission | null> => {
  const [row] = await tx.select().from(submission).where(eq(submission.id, id)).for('update')
  if (!row) return null
  const { reviewerId, state, versionId, portfolioId, organisationId, records, takenAt } = row
  const [reviewer] = reviewerId
    ? await tx.select({ personId: person.id, name: person.name }).from(person).where(eq(person.id, reviewerId))
    : []
  return { id, state, versionId, portfolioId, organisationId, records, takenAt, reviewer: reviewer ?? null }
}

/** One after the other: whoever asks holds the portfolio until it is known what is asked. Those that nobody has begun to read. */
export const waitingOf = async (tx: Tx, portfolioId: string): Promise<(Asking & { readonly id: string })[]> => {
  await tx.select({ id: portfolio.id }).from(portfolio).where(eq(portfolio.id, portfolioId)).for('no key update')
  const { id, records, organisationId, reviewerId, words } = submission
  return tx
    .select({ id, records, organisationId, reviewerId, words, position: roomVersion.position })
    .from(submission)
    .innerJoin(roomVersion, eq(roomVersion.id, submission.versionId))
    .where(and(eq(submission.portfolioId, portfolioId), eq(submission.state, 'submitted')))
}

/** False: there is one with this name. */
export const insertSubmission = async (tx: Tx, row: typeof submission.$inferInsert): Promise<boolean> =>
  (await tx.insert(submission).values(row).onConflictDoNothing().returning({ id: submission.id })).length > 0

export const updateSubmission = (tx: Tx, id: string, changes: Partial<typeof submission.$inferInsert>) =>
  tx.update(submission).set(changes).where(eq(submission.id, id))

/** False: the same words of the same person with the same version are there already. A device asks again when it was not answered. */
export const sayResubmitted = async (tx: Tx, row: typeof resubmission.$inferInsert): Promise<boolean> => {
  const { submissionId, versionId, personId, words } = resubmission
  const same = and(eq(submissionId, row.submissionId), eq(versionId, row.versionId), eq(personId, row.personId), eq(words, row.words))
  if ((await tx.$count(resubmission, same)) > 0) return false
  await tx.insert(resubmission).values(row)
  return true
}

/** Each time that it was handed in, the oldest first. */
export const handedOf = async (db: DbOrTx, id: string): Promise<Submission['handed']> => {
  const by = { personId: person.id, name: person.name }
  const [first] = await db
    .select({ by, at: submission.createdAt, words: submission.words })
    .from(submission)
    .innerJoin(person, eq(person.id, submission.createdBy))
    .where(eq(submission.id, id))
  const again = await db
    .select({ by, at: resubmission.createdAt, words: resubmission.words })
    .from(resubmission)
    .innerJoin(person, eq(person.id, resubmission.personId))
    .where(eq(resubmission.submissionId, id))
    .orderBy(asc(resubmission.createdAt), asc(resubmission.id))
  return [...(first ? [first] : []), ...again].map(({ at, ...one }) => ({ ...one, at: at.toISOString() }))
}

/** The oldest first. */
export const reviewsOf = async (db: DbOrTx, id: string, standing: Pick<Standing, 'state' | 'versionId'>): Promise<GivenReview[]> => {
  const rows = await db
    .select({ of: review, reviewer: { personId: person.id, name: person.name } })
    .from(review)
    .innerJoin(person, eq(person.id, review.reviewerId))
    .where(eq(review.submissionId, id))
    .orderBy(asc(review.createdAt), asc(review.id))
  return rows.map(({ of, reviewer }) => ({
    id: of.id,
    versionId: of.versionId,
    reviewer,
    state: reviewStateOf(standing, of, true),
    outcome: of.outcome,
    text: of.text,
    at: of.createdAt.toISOString(),
    seenAt: iso(of.seenAt),
    answer: of.answer,
    answeredAt: iso(of.answeredAt),
  }))
}

export const invitedTo = (db: DbOrTx, id: string) =>
  db
    .select({ personId: person.id, name: person.name })
    .from(submissionReviewer)
    .innerJoin(person, eq(person.id, submissionReviewer.personId))
    .where(eq(submissionReviewer.submissionId, id))
    .orderBy(asc(submissionReviewer.createdAt), asc(person.id))

/** False: they were asked already. */
export const insertReviewer = async (tx: Tx, row: typeof submissionReviewer.$inferInsert): Promise<boolean> =>
  (await tx.insert(submissionReviewer).values(row).onConflictDoNothing().returning({ id: submissionReviewer.personId })).length > 0

/** A word with this very name, or else their last one on this version. */
export const givenBefore = async (tx: Tx, of: { id: string; submissionId: string; versionId: string; reviewerId: string }) => {
  const same = and(eq(review.submissionId, of.submissionId), eq(review.versionId, of.versionId), eq(review.reviewerId, of.reviewerId))
  const [row] = await tx
    .select({ id: review.id, reviewerId: review.reviewerId, submissionId: review.submissionId, at: review.createdAt })
    .from(review)
    .where(or(eq(review.id, of.id), same))
    .orderBy(desc(eq(review.id, of.id)), desc(review.createdAt))
    .limit(1)
  return row ?? null
}

export const insertReview = async (tx: Tx, row: typeof review.$inferInsert): Promise<void> => {
  await tx.insert(review).values(row)
}

/** Whether anything was new to the author. */
export const seeReviews = async (tx: Tx, submissionId: string, at: Date): Promise<boolean> =>
  (
    await tx
      .update(review)
      .set({ seenAt: at })
      .where(and(eq(review.submissionId, submissionId), isNull(review.seenAt)))
      .returning({ id: review.id })
  ).length > 0

/** What was answered; null: there is no such review of it. */
export const answerReview = async (
  tx: Tx,
  { submissionId, reviewId, text, at }: { submissionId: string; reviewId: string; text: string; at: Date },
) => {
  const [fresh] = await tx
    .update(review)
    .set({ answer: text, answeredAt: at, seenAt: sql`coalesce(${review.seenAt}, ${at.toISOString()}::timestamptz)` })
    .where(and(eq(review.id, reviewId), eq(review.submissionId, submissionId), isNull(review.answer)))
    .returning({ reviewerId: review.reviewerId })
  if (fresh) return { isNew: true, answer: text, reviewerId: fresh.reviewerId }
  const [known] = await tx
    .select({ answer: review.answer, reviewerId: review.reviewerId })
    .from(review)
    .where(and(eq(review.id, reviewId), eq(review.submissionId, submissionId)))
  return known ? { isNew: false, ...known } : null
}
