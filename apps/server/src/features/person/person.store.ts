import type { Role } from '@sheber/contract/organisation'
import type { Person } from '@sheber/contract/person'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { group, groupLearner, membership, organisation, person } from '@sheber/db/schema'
import { byName } from '@sheber/domain/name'
import { and, DrizzleQueryError, eq, ne, sql, type SQL } from 'drizzle-orm'

export type PersonRow = typeof person.$inferSelect

/** People of one organisation by name: two queries, however many they are. */
export const peopleOf = (db: DbOrTx, organisationId: string): Promise<Person[]> =>
  people(db, organisationId, eq(membership.organisationId, organisationId))

export const onePerson = async (db: DbOrTx, organisationId: string, personId: string): Promise<Person | undefined> =>
  (await people(db, organisationId, and(eq(membership.organisationId, organisationId), eq(person.id, personId))))[0]

const people = async (db: DbOrTx, organisationId: string, which: SQL | undefined): Promise<Person[]> => {
  const rows = await db
    .select({
      id: person.id,
      name: person.name,
      login: person.login,
      role: membership.role,
      organisationId: membership.organisationId,
      organisation: organisation.name,
      signIn: sql<
        Person['signIn']
      >`coalesce(${person.secretKind}, case when ${person.passwordHash} is null then 'none' else 'password' end)`,
      active: person.active,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(which)
  const groups = await groupsByLearner(db, organisationId)
  return rows.map((row) => ({ ...row, groups: groups.get(row.id) ?? [] })).sort(byName)
}

const groupsByLearner = async (db: DbOrTx, organisationId: string) => {
  const rows = await db
    .select({ personId: groupLearner.personId, id: group.id, name: group.name })
    .from(group)
    .innerJoin(groupLearner, eq(groupLearner.groupId, group.id))
    .where(eq(group.organisationId, organisationId))
    .orderBy(group.name)
  const groups = new Map<string, { id: string; name: string }[]>()
  for (const { personId, ...one } of rows) {
    const known = groups.get(personId)
    if (known) known.push(one)
    else groups.set(personId, [one])
  }
  return groups
}

type NewPerson = Pick<PersonRow, 'id' | 'name'> & Partial<PersonRow>

/** False where the login is taken: the index decides, not a look before. */
export const insertPerson = async (tx: Tx, row: NewPerson, organisationId: string, role: Role): Promise<boolean> => {
  const added = await tx.insert(person).values(row).onConflictDoNothing().returning({ id: person.id })
  if (added.length === 0) return false
  await tx.insert(membership).values({ personId: row.id, organisationId, role })
  return true
}

export const rowOfPerson = async (db: DbOrTx, id: string): Promise<PersonRow | undefined> =>
  (await db.select().from(person).where(eq(person.id, id)))[0]

export const updatePerson = async (tx: Tx, id: string, set: Partial<PersonRow>) => {
  await tx.update(person).set(set).where(eq(person.id, id))
}

/** False where the login is taken; the transaction is over then. */
export const setSignIn = async (tx: Tx, id: string, set: Partial<PersonRow>): Promise<boolean> => {
  try {
    await updatePerson(tx, id, set)
    return true
  } catch (error) {
    const broken = error instanceof DrizzleQueryError && error.cause && 'constraint' in error.cause ? error.cause.constraint : null
    if (broken === 'person_login') return false
    throw error
  }
}

/** Whoever decides about administrators does so one after another. */
export const lockCentre = async (tx: Tx): Promise<string | undefined> =>
  (await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.kind, 'centre')).for('no key update'))[0]?.id

const place = (organisationId: string, personId: string) =>
  and(eq(membership.organisationId, organisationId), eq(membership.personId, personId))

export const roleIn = async (tx: Tx, organisationId: string, personId: string): Promise<Role | undefined> =>
  (await tx.select({ role: membership.role }).from(membership).where(place(organisationId, personId)))[0]?.role

export const setRole = async (tx: Tx, organisationId: string, personId: string, role: Role) => {
  await tx.update(membership).set({ role }).where(place(organisationId, personId))
}

/** Active administrators beside this one. */
export const otherAdministrators = (tx: Tx, organisationId: string, personId: string): Promise<number> =>
  tx.$count(
    tx
      .select({ id: person.id })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.personId))
      .where(
        and(
          eq(membership.organisationId, organisationId),
          eq(membership.role, 'administrator'),
          ne(membership.personId, personId),
          person.active,
        ),
      )
      .as('other'),
  )
