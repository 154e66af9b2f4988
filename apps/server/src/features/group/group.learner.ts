import type { Tx } from '@sheber/db/open'
import { group, groupLearner } from '@sheber/db/schema'
import { and, eq, inArray } from 'drizzle-orm'

/** Who sits in which group: groups and people both change it. */

export const isGroupOf = async (tx: Tx, groupId: string, organisationId: string): Promise<boolean> => {
  const here = and(eq(group.id, groupId), eq(group.organisationId, organisationId))
  return (await tx.select({ id: group.id }).from(group).where(here)).length > 0
}

/** False for one who is in the group already. */
export const seatLearner = async (tx: Tx, groupId: string, personId: string): Promise<boolean> => {
  const seated = await tx.insert(groupLearner).values({ groupId, personId }).onConflictDoNothing().returning()
  return seated.length > 0
}

/** False for one who was not in the group. */
export const unseatLearner = async (tx: Tx, groupId: string, personId: string): Promise<boolean> => {
  const here = and(eq(groupLearner.groupId, groupId), eq(groupLearner.personId, personId))
  return (await tx.delete(groupLearner).where(here).returning()).length > 0
}

/** Takes a person out of every group of an organisation; the groups' ids. */
export const leaveGroups = async (tx: Tx, organisationId: string, personId: string): Promise<string[]> => {
  const here = tx.select({ id: group.id }).from(group).where(eq(group.organisationId, organisationId))
  const left = await tx
    .delete(groupLearner)
    .where(and(eq(groupLearner.personId, personId), inArray(groupLearner.groupId, here)))
    .returning({ id: groupLearner.groupId })
  return left.map(({ id }) => id)
}
