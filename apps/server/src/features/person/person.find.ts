import type { Role } from '@sheber/contract/organisation'
import type { DbOrTx } from '@sheber/db/open'
import { membership, organisation, person } from '@sheber/db/schema'
import { byName } from '@sheber/domain/name'
import { may, type Who } from '@sheber/domain/permission'
import { and, asc, eq, sql } from 'drizzle-orm'

const shownMax = 20

/** A word begins after a space or a hyphen; `ё` is looked for as `е`, as people type it. */
const spoken = (text: string) => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replaceAll('-', ' ').trim()
const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** Active people by the beginning of a word of their name, as far as `who` may invite them. */
export const findPeople = async (db: DbOrTx, who: Who | null, typed: string) => {
  const wanted = spoken(typed)
  if (wanted === '') return []
  const rows = await db
    .select({
      id: person.id,
      name: person.name,
      role: membership.role,
      organisationId: membership.organisationId,
      organisation: organisation.name,
    })
    .from(person)
    .innerJoin(membership, eq(membership.personId, person.id))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(person.active, sql`' ' || translate(lower(${person.name}), 'ё-', 'е ') like ${`% ${escaped(wanted)}%`}`))
    // The oldest place is somebody's own, and is the one that is shown.
    .orderBy(asc(membership.createdAt), asc(membership.organisationId))
  const found = new Map<string, { shown: Found; memberships: { organisationId: string; role: Role }[] }>()
  for (const { organisationId, ...shown } of rows) {
    const known = found.get(shown.id) ?? { shown, memberships: [] }
    known.memberships.push({ organisationId, role: shown.role })
    found.set(shown.id, known)
  }
  return [...found.values()]
    .filter(({ shown, memberships }) => may(who, 'person.invite', { kind: 'person', id: shown.id, memberships }))
    .map(({ shown }) => shown)
    .sort(byName)
    .slice(0, shownMax)
}

interface Found {
  id: string
  name: string
  role: Role
  organisation: string
}
