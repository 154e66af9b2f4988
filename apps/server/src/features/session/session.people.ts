import type { DbOrTx } from '@sheber/db/open'
import { group, groupLearner, person } from '@sheber/db/schema'
import { and, eq, isNotNull, sql } from 'drizzle-orm'

/** What a sign-in reads of people: ways in, and nothing else. */

const ways = { id: person.id, login: person.login, passwordHash: person.passwordHash }

export const byLogin = async (db: DbOrTx, login: string) => {
  const [found] = await db
    .select(ways)
    .from(person)
    .where(and(sql`lower(${person.login}) = lower(${login.normalize('NFC')})`, eq(person.active, true)))
  return found
}

export const byId = async (db: DbOrTx, personId: string) => {
  const [found] = await db.select(ways).from(person).where(eq(person.id, personId))
  return found
}

export const setPassword = (db: DbOrTx, personId: string, passwordHash: string) =>
  db.update(person).set({ passwordHash }).where(eq(person.id, personId))

/** `code` as `readCode` gives it. */
export const groupByCode = async (db: DbOrTx, code: string) => {
  const [found] = await db.select({ id: group.id, name: group.name }).from(group).where(eq(group.code, code))
  return found
}

const canOpen = and(eq(person.active, true), isNotNull(person.secretHash))

/** Those of the group who have a secret to sign in with. */
export const namesOf = async (db: DbOrTx, groupId: string) => {
  const people = await db
    .select({ id: person.id, name: person.name, kind: person.secretKind })
    .from(groupLearner)
    .innerJoin(person, eq(person.id, groupLearner.personId))
    .where(and(eq(groupLearner.groupId, groupId), canOpen))
  return people.flatMap(({ kind, ...who }) => (kind ? [{ ...who, kind }] : []))
}

export const secretBehind = async (db: DbOrTx, code: string, personId: string) => {
  const [found] = await db
    .select({ id: person.id, secretHash: person.secretHash })
    .from(group)
    .innerJoin(groupLearner, eq(groupLearner.groupId, group.id))
    .innerJoin(person, eq(person.id, groupLearner.personId))
    .where(and(eq(group.code, code), eq(person.id, personId), canOpen))
  return found
}

export const setLanguage = (db: DbOrTx, personId: string, language: 'kk' | 'ru' | 'en') =>
  db.update(person).set({ language }).where(eq(person.id, personId))
