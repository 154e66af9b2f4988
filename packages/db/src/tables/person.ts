import type { Language } from '@sheber/contract/words'
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './kit.ts'

export const person = pgTable(
  'person',
  {
    id: id(),
    name: text().notNull(),
    language: text().$type<Language>().notNull().default('kk'),
    /** Null for those who sign in by group code only. */
    login: text(),
    /** argon2id */
    passwordHash: text(),
    secretKind: text().$type<'pin' | 'pictures'>(),
    /** argon2id */
    secretHash: text(),
    /** Of a learner, where it is known: a year and no day, for the ages of an exhibition. Shown to those who answer for them alone. */
    birthYear: integer(),
    active: boolean().notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('person_login').on(sql`lower(${t.login})`),
    index('person_name').on(sql`lower(${t.name})`),
    check('person_birth_year', sql`${t.birthYear} between 1930 and 2100`),
    check('person_secret_whole', sql`(${t.secretKind} is null) = (${t.secretHash} is null)`),
  ],
)

/** Wrong tries, by what is being guessed: `person:<id>`, `device:<hash>:person:<id>`, `device:<hash>:code`. */
export const attempt = pgTable('attempt', {
  key: text().primaryKey(),
  failed: integer().notNull(),
  at: moment().notNull(),
})
