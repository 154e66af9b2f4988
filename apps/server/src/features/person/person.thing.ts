import type { Role } from '@sheber/contract/organisation'
import type { DbOrTx } from '@sheber/db/open'
import { membership, person } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { and, eq, inArray } from 'drizzle-orm'

type ThingOfPerson = Extract<Thing, { kind: 'person' }>

/** What the permission table is asked about when a request names a person; null where there is none. */
export const thingOfPerson = async (db: DbOrTx, id: string): Promise<ThingOfPerson | null> => {
  const rows = await db
    .select({ organisationId: membership.organisationId, role: membership.role })
    .from(person)
    .leftJoin(membership, eq(membership.personId, person.id))
    .where(eq(person.id, id))
  return rows.length > 0 ? { kind: 'person', id, memberships: rows.filter(isPlace) } : null
}

/** A person with a name, for those who are to be taken into a team: only whose access is open. */
export const activePeople = async (db: DbOrTx, ids: readonly string[]): Promise<Map<string, ThingOfPerson & { name: string }>> => {
  const rows = await db
    .select({ id: person.id, name: person.name, organisationId: membership.organisationId, role: membership.role })
    .from(person)
    .leftJoin(membership, eq(membership.personId, person.id))
    .where(and(inArray(person.id, [...ids]), person.active))
  const people = new Map<string, { kind: 'person'; id: string; name: string; memberships: Place[] }>()
  for (const { id, name, ...place } of rows) {
    const found = people.get(id) ?? { kind: 'person', id, name, memberships: [] }
    if (isPlace(place)) found.memberships.push(place)
    people.set(id, found)
  }
  return people
}

interface Place {
  organisationId: string
  role: Role
}
const isPlace = (row: { organisationId: string | null; role: Role | null }): row is Place => row.organisationId !== null
