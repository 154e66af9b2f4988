import type { DbOrTx } from '@sheber/db/open'
import { framework } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'

type ThingOfFramework = Extract<Thing, { kind: 'framework' }>

export const thingOf = ({ organisationId, state }: { organisationId: string; state: string }): ThingOfFramework => ({
  kind: 'framework',
  organisationId,
  drafted: state === 'draft',
})

/** What the permission table is asked about when a request names a framework; null where there is none. */
export const thingOfFramework = async (db: DbOrTx, id: string): Promise<ThingOfFramework | null> => {
  const [row] = await db
    .select({ organisationId: framework.organisationId, state: framework.state })
    .from(framework)
    .where(eq(framework.id, id))
  return row ? thingOf(row) : null
}
