import type { DbOrTx } from '@sheber/db/open'
import { exhibitionOrganiser } from '@sheber/db/schema'
import { eq } from 'drizzle-orm'
import { staffOf } from '../exhibition/exhibition.hear.ts'

/** Who runs an exhibition, as people: the staff of its organisers. */
export const organisersOf = async (db: DbOrTx, exhibitionId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: exhibitionOrganiser.organisationId })
    .from(exhibitionOrganiser)
    .where(eq(exhibitionOrganiser.exhibitionId, exhibitionId))
  return staffOf(
    db,
    rows.map(({ id }) => id),
  )
}
