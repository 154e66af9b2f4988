import type { Said } from '@sheber/contract/framework'
import type { DeliberationStep } from '@sheber/contract/result'
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { exhibition } from './exhibition.ts'
import { score } from './judge.ts'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { stand } from './stand.ts'

/** What was made of an exhibition's scores, as it was approved. A newer one takes its place and the older stays. */
export const result = pgTable(
  'result',
  {
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    /** Means, severity, intervals and places, as `domain` made them of the scores there were. */
    computed: jsonb().$type<unknown>().notNull(),
    /** Of `computed` and the awards, in hex: what was approved is what is released. */
    sha256: text().notNull(),
    proposedBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    /** Somebody else than whoever proposed it. */
    approvedBy: text().references(() => person.id),
    approvedAt: moment(),
    /** A newer one was proposed, or awards were changed after it. */
    droppedAt: moment(),
    /** Fixed for good: it is shown from the hour of the plan on. */
    releasedAt: moment(),
    /** When teams were told: once, by whichever process came first after the hour. */
    toldAt: moment(),
  },
  (t) => [
    uniqueIndex('result_one')
      .on(t.exhibitionId)
      .where(sql`${t.droppedAt} is null`),
  ],
)

export type AwardState = 'proposed' | 'approved' | 'issued' | 'revoked'

export const award = pgTable(
  'award',
  {
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    standId: text()
      .notNull()
      .references(() => stand.id),
    /** Null: an award of its own, by hand. */
    nominationId: text(),
    /** One to three; null: it has a name instead. */
    degree: integer(),
    title: jsonb().$type<Said>().notNull(),
    /** Given by people and not by the rule: the rule, applied again, leaves it alone. */
    byHand: boolean().notNull().default(false),
    /** Shared with others, for nothing tells them apart. */
    tied: boolean().notNull().default(false),
    /** Needed where it was given by hand. */
    reason: text().notNull().default(''),
    state: text().$type<AwardState>().notNull().default('proposed'),
    /** Of the diploma; public, so that anybody may check it. */
    number: text().notNull().unique(),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    issuedAt: moment(),
    /** Where this Sheber was found by whoever released it: its badges are signed at an hour when nobody asks. Empty: it has none. */
    address: text().notNull().default(''),
    revokedAt: moment(),
    revokedBy: text().references(() => person.id),
    /** For its team; the world is told that it holds no more, and not why. */
    revokeReason: text().notNull().default(''),
  },
  (t) => [index('award_exhibition').on(t.exhibitionId), index('award_stand').on(t.standId)],
)

/** What was done to the results, by whom and when: written once, never changed. */
export const deliberation = pgTable(
  'deliberation',
  {
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    step: text().$type<DeliberationStep>().notNull(),
    /** No reference: what was removed is still told of. */
    awardId: text(),
    standId: text().references(() => stand.id),
    /** The award as it was and as it became. */
    before: jsonb().$type<unknown>(),
    after: jsonb().$type<unknown>(),
    reason: text().notNull().default(''),
    personId: text()
      .notNull()
      .references(() => person.id),
    /** Of what is told at one moment. */
    place: integer().notNull().default(0),
    at: createdAt(),
  },
  (t) => [index('deliberation_of').on(t.exhibitionId, t.at)],
)

/** Whether what a judge wrote reaches the team, where an organiser is to say so. */
export const resultWord = pgTable('result_word', {
  scoreId: text()
    .primaryKey()
    .references(() => score.id),
  through: boolean().notNull(),
  decidedBy: text()
    .notNull()
    .references(() => person.id),
  decidedAt: moment().notNull().defaultNow(),
})

export type PaperKind = 'diploma' | 'certificate' | 'thanks'

interface Named {
  readonly id: string
  readonly name: string
}

/** All that stands on a paper, as it was when it was given. Who may be named to the world is asked at each look, by these ids. */
export interface PaperSaid {
  readonly exhibition: Said
  readonly organiser: Said
  readonly day: string
  /** Of the work. */
  readonly title: string
  /** Null: it is given in none. */
  readonly nomination: Said | null
  /** One to three; null: it has a name instead, or is no diploma. */
  readonly degree: number | null
  readonly award: Said
  readonly team: readonly Named[]
  readonly adults: readonly Named[]
  /** Null: a child of it may not be named with its school. */
  readonly school: string | null
  readonly signers: readonly { readonly name: string; readonly office: Said }[]
}

/**
 * Every diploma, certificate and letter that was given, in the order in which they were: nothing is taken out of it, so a number that was
 * given once is nobody else's, and none is left out. What was revoked keeps its row.
 */
export const paper = pgTable(
  'paper',
  {
    id: id(),
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    year: integer().notNull(),
    /** From one up, without a gap. */
    nth: integer().notNull(),
    kind: text().$type<PaperKind>().notNull(),
    standId: text()
      .notNull()
      .references(() => stand.id),
    /** Of a diploma. */
    awardId: text().references(() => award.id),
    /** Null: the team's. */
    personId: text().references(() => person.id),
    /** By which anybody checks it: by chance, so that nobody guesses the next. Of a team's diploma it is its award's. */
    code: text().notNull().unique(),
    /** Null: given before it was kept; such a paper says what its stand and its people are called today. */
    said: jsonb().$type<PaperSaid>(),
    issuedAt: moment().notNull().defaultNow(),
    revokedAt: moment(),
  },
  (t) => [
    uniqueIndex('paper_number').on(t.exhibitionId, t.year, t.nth),
    uniqueIndex('paper_once').on(t.kind, t.standId, sql`coalesce(${t.awardId}, '')`, sql`coalesce(${t.personId}, '')`),
  ],
)
