import type { Away, EvidenceState } from '@sheber/contract/evidence'
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { competency, frameworkLevel } from './framework.ts'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { portfolio } from './portfolio.ts'

/** A record shows a competency of a person. Never overwritten: whoever claims otherwise makes a new one, which supersedes. */
export const evidence = pgTable(
  'evidence',
  {
    id: id(),
    portfolioId: text()
      .notNull()
      .references(() => portfolio.id),
    /** In the portfolio's document, not in any table. */
    recordId: text().notNull(),
    /** Whose competency: the owner's, or that of a member of the owning team. */
    personId: text()
      .notNull()
      .references(() => person.id),
    competencyId: uuid()
      .notNull()
      .references(() => competency.id),
    /** As claimed. */
    levelId: uuid()
      .notNull()
      .references(() => frameworkLevel.id),
    why: text().notNull(),
    state: text().$type<EvidenceState>().notNull().default('claimed'),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    supersededAt: moment(),
    /** Null though superseded: it was taken back. */
    supersededBy: text().references((): AnyPgColumn => evidence.id),
    /** Taken back and brought back later: from when until when it did not stand, the oldest first. */
    away: jsonb().$type<Away[]>().notNull().default([]),
  },
  (t) => [
    // Two clicks, two devices, two people: one claim.
    uniqueIndex('evidence_once')
      .on(t.portfolioId, t.recordId, t.personId, t.competencyId)
      .where(sql`${t.supersededAt} is null`),
    index('evidence_person').on(t.personId, t.competencyId),
    index('evidence_portfolio').on(t.portfolioId),
  ],
)

/** What was said against its verdicts. */
export const dispute = pgTable(
  'dispute',
  {
    id: id(),
    evidenceId: text()
      .notNull()
      .references(() => evidence.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('dispute_evidence').on(t.evidenceId, t.createdAt)],
)
