import type { Fact } from '@sheber/contract/kit'
import type { Tx } from '@sheber/db/open'
import { fact as factTable } from '@sheber/db/schema'
import { sql } from 'drizzle-orm'
import type { Static, TSchema } from 'typebox'
import type { Services } from '../services.ts'

/** Appends one fact to the log, inside the transaction that made it true. */
export type Tell = <N extends string, S extends TSchema>(fact: Fact<N, S>, body: Static<S>) => Promise<void>

// One number for the whole installation, taken by everyone who tells a fact.
const factLock = 4_207_001

/**
 * A command's one transaction: rows and facts are saved together or not at all, and the bell rings after
 * the commit. `by` is the person whose hand it was; null is the system.
 */
export const change = async <T>(
  services: Pick<Services, 'db' | 'bell' | 'clock'>,
  by: string | null,
  work: (tx: Tx, tell: Tell) => Promise<T>,
): Promise<T> => {
  let told = 0
  const result = await services.db.transaction(async (tx) => {
    const tell: Tell = async (fact, body) => {
      // A sequence is not commit order. The lock is held until the commit, so whoever reads up to a position
      // has seen everything before it.
      if (told === 0) await tx.execute(sql`select pg_advisory_xact_lock(${factLock})`)
      told += 1
      await tx.insert(factTable).values({
        position: sql`(select coalesce(max(${factTable.position}), 0) + 1 from ${factTable})`,
        name: fact.name,
        body: body as Record<string, unknown>,
        topics: [...fact.topics(body)],
        personId: by,
        at: services.clock.now(),
      })
    }
    return work(tx, tell)
  })
  if (told > 0) services.bell.ring()
  return result
}
