import type { ClassDraft, ClassState, RevokeWhy } from '@sheber/contract/badge'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, moment } from './kit.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { project } from './project.ts'
import { award } from './result.ts'

/** What badges are given for. Once they are, its words stay as they were read. */
export const badgeClass = pgTable(
  'badge_class',
  {
    /** Known outside too, so named as everybody names things. */
    id: uuid().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    state: text().$type<ClassState>().notNull().default('draft'),
    draft: jsonb().$type<ClassDraft>().notNull(),
    /** Counts the savings. */
    edition: integer().notNull().default(0),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    changedAt: moment().notNull().defaultNow(),
    /** Of an award: one for each, whichever process comes first. */
    awardId: text()
      .unique('badge_class_award')
      .references(() => award.id),
  },
  (t) => [index('badge_class_organisation').on(t.organisationId)],
)

/** One that was given. Nothing in it changes any more but that it may be revoked. */
export const badge = pgTable(
  'badge',
  {
    id: uuid().primaryKey(),
    classId: uuid()
      .notNull()
      .references(() => badgeClass.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    /** Where a role was had. */
    projectId: text().references(() => project.id),
    /** Whom the badge speaks of: a name made for it alone, so that two badges of one child cannot be laid together. */
    subjectId: uuid().notNull(),
    issuedBy: text()
      .notNull()
      .references(() => person.id),
    issuedAt: moment().notNull(),
    /** Null: for good. */
    validUntil: moment(),
    /** The text itself, as it was signed: another order of its fields would be another file. */
    credential: text().notNull(),
    sha256: text().notNull(),
    revokedAt: moment(),
    revokedBy: text().references(() => person.id),
    revokedWhy: text().$type<RevokeWhy>(),
  },
  (t) => [
    // Two clicks, two teachers: one badge. A role is one's own in each project; what is given for no project is given once.
    uniqueIndex('badge_once')
      .on(t.classId, t.personId, sql`coalesce(${t.projectId}, '')`)
      .where(sql`${t.revokedAt} is null`),
    index('badge_person').on(t.personId),
  ],
)

/** What an organisation signs with: the public half as everybody may read it, the private half locked by the file `badge.secret`. */
export const issuerKey = pgTable('issuer_key', {
  organisationId: text()
    .primaryKey()
    .references(() => organisation.id),
  /** Ed25519, multibase. */
  publicKey: text().notNull(),
  /** Nonce, tag and the secret key under AES-256-GCM. */
  locked: bytes().notNull(),
  createdAt: createdAt(),
})

/** What an organisation signed with before: the public half alone, so that those badges are still believed and nobody makes more of them. */
export const retiredKey = pgTable(
  'retired_key',
  {
    publicKey: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    /** As it began to sign. */
    createdAt: createdAt(),
    retiredAt: moment().notNull(),
  },
  (t) => [index('retired_key_organisation').on(t.organisationId, t.retiredAt)],
)
