import type { Anchor, SubmissionState, Verdict } from '@sheber/contract/review'
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { dispute, evidence } from './evidence.ts'
import { frameworkLevel } from './framework.ts'
import { createdAt, id, moment } from './kit.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { portfolio } from './portfolio.ts'
import { roomVersion } from './room.ts'

/** Records, or a whole portfolio, as they were when a reading of them was asked for. The living work goes on. */
export const submission = pgTable(
  'submission',
  {
    /** Chosen by the device of whoever asks: what is asked twice is there once. */
    id: id(),
    portfolioId: text()
      .notNull()
      .references(() => portfolio.id),
    /** In the portfolio's document; none: the whole portfolio. */
    records: text().array().notNull(),
    /** What lies on the portfolio's shelf and stands in them: whoever reads them sees it, and nothing else of it. */
    files: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** As it was; the next one once it was returned and handed in again. */
    versionId: text()
      .notNull()
      .references(() => roomVersion.id),
    /** Whose queue it waits in. */
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    /** Null: whoever of them takes it first. */
    reviewerId: text().references(() => person.id),
    state: text().$type<SubmissionState>().notNull().default('submitted'),
    /** What its authors want to be asked about, as they first handed it in: never written over. Of what was handed in before migration 0027, as they last said it. */
    words: text().notNull(),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    takenAt: moment(),
    /** Of the first review given: from `createdAt` to here somebody waited. */
    reviewedAt: moment(),
    changedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index('submission_queue').on(t.organisationId, t.state, t.createdAt),
    index('submission_of_reviewer').on(t.reviewerId, t.state),
    index('submission_portfolio').on(t.portfolioId),
  ],
)

/** What its authors said when they handed it in again after it was returned. Two who did so at one moment have one version, and a word each. */
export const resubmission = pgTable(
  'resubmission',
  {
    id: id(),
    submissionId: text()
      .notNull()
      .references(() => submission.id),
    versionId: text()
      .notNull()
      .references(() => roomVersion.id),
    words: text().notNull(),
    personId: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [index('resubmission_submission').on(t.submissionId, t.createdAt)],
)

/** Who else was asked to read it: a second opinion, or reading together. */
export const submissionReviewer = pgTable(
  'submission_reviewer',
  {
    submissionId: text()
      .notNull()
      .references(() => submission.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    invitedBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.personId] }), index('submission_reviewer_person').on(t.personId)],
)

/** One reviewer's word about one version of it; another one after each time that somebody disagreed. Several stand side by side. */
export const review = pgTable(
  'review',
  {
    id: id(),
    submissionId: text()
      .notNull()
      .references(() => submission.id),
    versionId: text()
      .notNull()
      .references(() => roomVersion.id),
    reviewerId: text()
      .notNull()
      .references(() => person.id),
    outcome: text().$type<'accepted' | 'returned' | 'opinion'>().notNull(),
    text: text().notNull(),
    /** What its reviewer was answered with and speaks to; null: their first word. */
    disputeId: text().references(() => dispute.id),
    createdAt: createdAt(),
    /** The author has opened it. */
    seenAt: moment(),
    /** What the author says to it. */
    answer: text(),
    answeredAt: moment(),
  },
  (t) => [unique('review_once').on(t.submissionId, t.versionId, t.reviewerId, t.disputeId).nullsNotDistinct()],
)

/** One reviewer's verdict on one evidence. Never changed; who thinks better of it gives another. */
export const verdict = pgTable(
  'verdict',
  {
    id: id(),
    evidenceId: text()
      .notNull()
      .references(() => evidence.id),
    reviewId: text()
      .notNull()
      .references(() => review.id),
    reviewerId: text()
      .notNull()
      .references(() => person.id),
    verdict: text().$type<Verdict>().notNull(),
    /** Null: not yet on any. */
    levelId: uuid().references(() => frameworkLevel.id),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('verdict_evidence').on(t.evidenceId, t.createdAt), unique('verdict_once').on(t.reviewId, t.evidenceId)],
)

/** Said at a place of a submitted record. It follows the living work, and keeps its quote where the place is gone. */
export const remark = pgTable(
  'remark',
  {
    id: id(),
    submissionId: text()
      .notNull()
      .references(() => submission.id),
    /** The first remark's: the first one names itself. */
    threadId: text()
      .notNull()
      .references((): AnyPgColumn => remark.id),
    recordId: text().notNull(),
    /** Null: the record as a whole, and answers. */
    anchor: jsonb().$type<Anchor>(),
    text: text().notNull(),
    personId: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    resolvedAt: moment(),
    resolvedBy: text().references(() => person.id),
  },
  (t) => [index('remark_submission').on(t.submissionId, t.createdAt)],
)
