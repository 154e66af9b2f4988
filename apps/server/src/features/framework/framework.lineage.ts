import type { Crosswalk, Former, LinkKind, Wording } from '@sheber/contract/framework'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { competency, framework, frameworkLevel, frameworkWording, organisation } from '@sheber/db/schema'
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

export interface StoredCrosswalk extends Crosswalk {
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
