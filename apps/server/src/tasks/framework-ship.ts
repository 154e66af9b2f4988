import { membership, organisation } from '@sheber/db/schema'
import { and, asc, eq } from 'drizzle-orm'
import { shipFrameworks, shipped } from '../features/framework/shipped.ts'
import type { Task } from './index.ts'
import { Wrong } from './wrong.ts'

/** Gives the frameworks that Sheber ships, and the descriptors in them, to a centre which was there before them. What its people changed stays. */
export const frameworkShip: Task = async ({ db, clock }) => {
  const [centre] = await db
    .select({ id: organisation.id, personId: membership.personId })
    .from(organisation)
    .innerJoin(membership, eq(membership.organisationId, organisation.id))
    .where(and(eq(organisation.kind, 'centre'), eq(membership.role, 'administrator')))
    .orderBy(asc(membership.createdAt))
    .limit(1)
  if (!centre) throw new Wrong('There is no centre yet: open Sheber in a browser and create it first.')
  await db.transaction((tx) => shipFrameworks(tx, centre.id, centre.personId, clock.now()))
  return shipped.map(({ draft }) => draft.title.en).join(', ')
}
