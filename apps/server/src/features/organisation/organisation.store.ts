import type { Organisation, OrganisationKind } from '@sheber/contract/organisation'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { membership, organisation, person } from '@sheber/db/schema'
import { and, eq, sql } from 'drizzle-orm'

const shown = {
  id: organisation.id,
  name: organisation.name,
  kind: organisation.kind,
  learners: sql<number>`count(${person.id}) filter (where ${membership.role} = 'learner')`.mapWith(Number),
  adults: sql<number>`count(${person.id}) filter (where ${membership.role} not in ('learner', 'guardian'))`.mapWith(Number),
}

const counted = (db: DbOrTx) =>
  db
    .select(shown)
    .from(organisation)
    .leftJoin(membership, eq(membership.organisationId, organisation.id))
    .leftJoin(person, and(eq(person.id, membership.personId), person.active))
    .groupBy(organisation.id)

/** With how many active people each, in no order. */
export const everyOrganisation = (db: DbOrTx): Promise<Organisation[]> => counted(db)

export const oneOrganisation = async (db: DbOrTx, id: string): Promise<Organisation | undefined> =>
  (await counted(db).where(eq(organisation.id, id)))[0]

export const insertOrganisation = async (tx: Tx, row: { id: string; name: string; kind: OrganisationKind }) => {
  await tx.insert(organisation).values(row)
}

export const renameOrganisation = async (tx: Tx, id: string, name: string) => {
  await tx.update(organisation).set({ name }).where(eq(organisation.id, id))
}
