import type { Group } from '@sheber/contract/group'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { group, groupLearner, membership, person } from '@sheber/db/schema'
import { drawCode, printCode } from '@sheber/domain/code'
import { byName } from '@sheber/domain/name'
import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

/** Groups of an organisation with those of their learners who may come in: two queries for all. */
export const groupsOf = (db: DbOrTx, organisationId: string): Promise<Group[]> => groups(db, eq(group.organisationId, organisationId))

export const oneGroup = async (db: DbOrTx, id: string): Promise<Group | undefined> => (await groups(db, eq(group.id, id)))[0]

const simplifier = alias(person, 'simplifier')

const groups = async (db: DbOrTx, which: SQL): Promise<Group[]> => {
  const rows = await db
    .select({
      id: group.id,
      organisationId: group.organisationId,
      name: group.name,
      code: group.code,
      by: simplifier.name,
      at: group.simpleAt,
    })
    .from(group)
    .leftJoin(simplifier, eq(simplifier.id, group.simpleBy))
    .where(which)
  const learners = await db
    .select({ groupId: group.id, id: person.id, name: person.name })
    .from(group)
    .innerJoin(groupLearner, eq(groupLearner.groupId, group.id))
    .innerJoin(person, eq(person.id, groupLearner.personId))
    .where(and(which, person.active))
  const byGroup = Map.groupBy(learners, ({ groupId }) => groupId)
  return rows
    .map(({ by, at, ...row }) => ({
      ...row,
      simple: at && { by: by ?? '', at: at.toISOString() },
      code: printCode(row.code),
      learners: (byGroup.get(row.id) ?? []).map(({ id, name }) => ({ id, name })).sort(byName),
    }))
    .sort(byName)
}

/** A code nobody has. The unique index stands behind it: of two that drew alike in one moment the second is told to try again. */
const freeCode = async (tx: Tx, newId: () => string): Promise<string> => {
  const code = drawCode(newId)
  const taken = await tx.select({ id: group.id }).from(group).where(eq(group.code, code))
  return taken.length === 0 ? code : freeCode(tx, newId)
}

export const insertGroup = async (tx: Tx, newId: () => string, row: { id: string; organisationId: string; name: string }) => {
  await tx.insert(group).values({ ...row, code: await freeCode(tx, newId) })
}

export const renewCode = async (tx: Tx, newId: () => string, id: string) => {
  await tx
    .update(group)
    .set({ code: await freeCode(tx, newId) })
    .where(eq(group.id, id))
}

/** False where it was so already. */
export const setSimple = async (tx: Tx, id: string, simple: { at: Date; by: string } | null): Promise<boolean> => {
  const changed = await tx
    .update(group)
    .set({ simpleAt: simple?.at ?? null, simpleBy: simple?.by ?? null })
    .where(and(eq(group.id, id), simple ? isNull(group.simpleAt) : isNotNull(group.simpleAt)))
    .returning({ id: group.id })
  return changed.length > 0
}

/** Learners of the organisation itself whose access is open. */
export const isLearnerOf = async (tx: Tx, organisationId: string, personId: string): Promise<boolean> => {
  const which = and(
    eq(membership.organisationId, organisationId),
    eq(membership.personId, personId),
    eq(membership.role, 'learner'),
    person.active,
  )
  const found = await tx.select({ id: person.id }).from(membership).innerJoin(person, eq(person.id, membership.personId)).where(which)
  return found.length > 0
}
