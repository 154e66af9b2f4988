import type { Former } from '@sheber/contract/framework'
import type { DbOrTx } from '@sheber/db/open'
import { competency, framework, frameworkLevel } from '@sheber/db/schema'
import { asc, eq, inArray, sql } from 'drizzle-orm'

/** Whatever the competencies of a framework took the place of, over however many versions, here or in other frameworks: three queries. */
export const formersOf = async (db: DbOrTx, frameworkId: string): Promise<Former[]> => {
  // `union` forgets what it has met: versions that name each other as successors end there.
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive before as (
      select c.id from competency c where c.replaced_by in (select id from competency where framework_id = ${frameworkId}::uuid)
      union
      select c.id from competency c join before on c.replaced_by = before.id)
    select id from before`)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const found = await db
    .select({
      competency: { id: competency.id, code: competency.code, title: competency.title, replacedBy: competency.replacedBy },
      of: { id: framework.id, title: framework.title, version: framework.version, rollup: framework.rollup },
    })
    .from(competency)
    .innerJoin(framework, eq(framework.id, competency.frameworkId))
    .where(sql`${competency.id} = any(${sql.param(ids)}::uuid[]) and ${framework.state} <> 'draft'`)
    .orderBy(asc(framework.createdAt), asc(framework.id), asc(competency.place))
  const heads = [...new Map(found.map(({ of }) => [of.id, of])).values()]
  if (heads.length === 0) return []
  const levels = await db
    .select()
    .from(frameworkLevel)
    .where(
      inArray(
        frameworkLevel.frameworkId,
        heads.map(({ id }) => id),
      ),
    )
    .orderBy(asc(frameworkLevel.place))
  const levelsOf = Map.groupBy(levels, ({ frameworkId: of }) => of)
  const competenciesOf = Map.groupBy(found, ({ of }) => of.id)
  return heads.map((head) => ({
    ...head,
    levels: (levelsOf.get(head.id) ?? []).map(({ id, title, text }) => ({ id, title, text })),
    competencies: (competenciesOf.get(head.id) ?? []).flatMap(({ competency: { replacedBy, ...one } }) =>
      replacedBy === null ? [] : [{ ...one, replacedBy }],
    ),
  }))
}
