import type { DbOrTx, Tx } from '@sheber/db/open'
import { consent, person } from '@sheber/db/schema'
import type { Given } from '@sheber/domain/consent'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'

/** Of one child, the newest first. */
export const consentsOf = (db: DbOrTx, personId: string) =>
  db
    .select({
      id: consent.id,
      scope: consent.scope,
      guardian: consent.guardian,
      from: consent.fromDay,
      until: consent.untilDay,
      recordedBy: person.name,
      at: consent.createdAt,
      withdrawnAt: consent.withdrawnAt,
    })
    .from(consent)
    .innerJoin(person, eq(person.id, consent.recordedBy))
    .where(eq(consent.personId, personId))
    .orderBy(desc(consent.createdAt), desc(consent.id))

/** Of many children at once, as the decision needs them. */
export const givenFor = async (db: DbOrTx, people: readonly string[]): Promise<Map<string, Given[]>> => {
  const rows = await db
    .select({
      personId: consent.personId,
      scope: consent.scope,
      from: consent.fromDay,
      until: consent.untilDay,
      withdrawnAt: consent.withdrawnAt,
    })
    .from(consent)
    .where(inArray(consent.personId, [...people]))
  const given = new Map<string, Given[]>()
  for (const { personId, withdrawnAt, ...one } of rows)
    given.set(personId, [...(given.get(personId) ?? []), { ...one, withdrawn: withdrawnAt !== null }])
  return given
}

/** False: this very one is there already. */
export const insertConsent = async (tx: Tx, row: typeof consent.$inferInsert): Promise<boolean> =>
  (await tx.insert(consent).values(row).onConflictDoNothing().returning({ id: consent.id })).length > 0

export const withdrawConsent = async (tx: Tx, personId: string, id: string, by: string, at: Date): Promise<boolean> => {
  const gone = await tx
    .update(consent)
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where(and(eq(consent.id, id), eq(consent.personId, personId), isNull(consent.withdrawnAt)))
    .returning({ id: consent.id })
  return gone.length > 0
}
