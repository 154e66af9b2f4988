import type { QuestionState, ReactionKind } from '@sheber/contract/visitor'
import { boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { exhibition } from './exhibition.ts'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { stand } from './stand.ts'

// `device` is a hash of a random cookie and the exhibition: of two exhibitions nobody can tell that it was the same one.

/** How often a stand's page was opened on a day of the centre. By whom is written nowhere. */
export const visitorLook = pgTable(
  'visitor_look',
  {
    standId: text()
      .notNull()
      .references(() => stand.id),
    day: date({ mode: 'string' }).notNull(),
    looks: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.standId, t.day] })],
)

/** One of each kind from each device. */
export const visitorReaction = pgTable(
  'visitor_reaction',
  {
    standId: text()
      .notNull()
      .references(() => stand.id),
    device: text().notNull(),
    kind: text().$type<ReactionKind>().notNull(),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.standId, t.device, t.kind] }), index('visitor_reaction_at').on(t.at)],
)

/** For the audience's prize: one of each device, which it may move until the hour of the results. */
export const visitorVote = pgTable(
  'visitor_vote',
  {
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    device: text().notNull(),
    standId: text()
      .notNull()
      .references(() => stand.id),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.exhibitionId, t.device] }), index('visitor_vote_stand').on(t.standId)],
)

export const visitorQuestion = pgTable(
  'visitor_question',
  {
    id: id(),
    standId: text()
      .notNull()
      .references(() => stand.id),
    device: text().notNull(),
    words: text().notNull(),
    at: createdAt(),
    state: text().$type<QuestionState>().notNull().default('waiting'),
    reason: text().notNull().default(''),
    /** Whatever answer there is or comes stays off the page. */
    answerHidden: boolean().notNull().default(false),
    answerReason: text().notNull().default(''),
  },
  (t) => [index('visitor_question_stand').on(t.standId, t.at)],
)

/** The newest is the answer; the older ones are kept. */
export const visitorAnswer = pgTable(
  'visitor_answer',
  {
    id: id(),
    questionId: text()
      .notNull()
      .references(() => visitorQuestion.id),
    words: text().notNull(),
    personId: text()
      .notNull()
      .references(() => person.id),
    at: createdAt(),
  },
  (t) => [index('visitor_answer_question').on(t.questionId, t.at)],
)

export type VisitorStep = 'approve' | 'hide' | 'hold' | 'free'

/** Who let what through or kept it back, and why: written once. */
export const visitorDecision = pgTable(
  'visitor_decision',
  {
    id: id(),
    questionId: text()
      .notNull()
      .references(() => visitorQuestion.id),
    step: text().$type<VisitorStep>().notNull(),
    reason: text().notNull().default(''),
    personId: text()
      .notNull()
      .references(() => person.id),
    at: moment().notNull().defaultNow(),
  },
  (t) => [index('visitor_decision_question').on(t.questionId, t.at)],
)
