import type { Crosswalk, LinkKind } from '@sheber/contract/framework'
import type { DbOrTx } from '@sheber/db/open'
import { framework, organisation } from '@sheber/db/schema'
import { eq, inArray, sql } from 'drizzle-orm'

interface StoredCrosswalk extends Crosswalk {
  readonly state: string
}

/** All frameworks that links lead to from here, or from which they lead here. */
export const crosswalksOf = async (db: DbOrTx, frameworkId: string): Promise<StoredCrosswalk[]> => {
  const { rows } = await db.execute<{ other: string; here: string; there: string; kind: LinkKind; fromHere: boolean }>(sql`
    select c.framework_id as other, l.from_id as here, c.id as there, l.kind, true as "fromHere"
    from competency_link l join competency c on c.id = l.to_id
    where l.framework_id = ${frameworkId}::uuid and c.framework_id <> ${frameworkId}::uuid
    union all
    select l.framework_id, c.id, l.from_id, l.kind, false
    from competency c join competency_link l on l.to_id = c.id
    where c.framework_id = ${frameworkId}::uuid and l.framework_id <> ${frameworkId}::uuid`)
  if (rows.length === 0) return []
  const linksOf = Map.groupBy(rows, ({ other }) => other)
  const heads = await db
    .select({
      id: framework.id,
      organisation: { id: organisation.id, name: organisation.name },
      title: framework.title,
      version: framework.version,
      state: framework.state,
    })
    .from(framework)
    .innerJoin(organisation, eq(organisation.id, framework.organisationId))
    .where(inArray(framework.id, [...linksOf.keys()]))
  return heads
    .map((head) => ({ ...head, links: (linksOf.get(head.id) ?? []).map(({ other: _, ...link }) => link) }))
    .toSorted((a, b) => b.links.length - a.links.length || (a.id < b.id ? -1 : 1))
}
