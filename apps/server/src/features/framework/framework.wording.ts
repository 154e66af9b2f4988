import type { Wording } from '@sheber/contract/framework'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { frameworkWording } from '@sheber/db/schema'
import { asc, eq } from 'drizzle-orm'

/** What a framework's texts said before they were reworded. */
export const wordingsOf = async (db: DbOrTx, frameworkId: string): Promise<Wording[]> => {
  const rows = await db
    .select()
    .from(frameworkWording)
    .where(eq(frameworkWording.frameworkId, frameworkId))
    .orderBy(asc(frameworkWording.until), asc(frameworkWording.edition))
  return rows.map(({ ofId, until, frameworkId: _, ...one }) => ({ ...one, of: ofId, until: until.toISOString() }))
}

export const keepWordings = async (
  tx: Tx,
  frameworkId: string,
  edition: number,
  until: Date,
  wordings: readonly Omit<Wording, 'edition' | 'until'>[],
): Promise<void> => {
  if (wordings.length === 0) return
  await tx
    .insert(frameworkWording)
    .values(wordings.map(({ of, ...one }) => ({ ...one, frameworkId, ofId: of, edition, until })))
    .onConflictDoNothing()
}
