import type { Draft, FrameworkLine, FrameworkState } from '@sheber/contract/framework'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { competency, competencyLink, framework, frameworkLevel, organisation } from '@sheber/db/schema'
import { and, asc, count, eq, sql } from 'drizzle-orm'

export interface StoredFramework {
  readonly id: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly state: FrameworkState
  readonly replacedBy: string | null
  readonly edition: number
  readonly changedAt: Date
  readonly draft: Draft
}

/** No area: as `countOf` in domain/framework counts. */
const holdsNothing = sql`not exists (select 1 from ${competency} below where below.parent_id = ${competency.id})`

/** All there are: the centre's, then those of schools; of each the last changed first. */
export const allFrameworks = async (db: DbOrTx): Promise<FrameworkLine[]> => {
  const rows = await db
    .select({
      id: framework.id,
      organisation: { id: organisation.id, name: organisation.name },
      title: framework.title,
      version: framework.version,
      state: framework.state,
      replacedBy: framework.replacedBy,
      changedAt: framework.changedAt,
      competencies: count(competency.id),
    })
    .from(framework)
    .innerJoin(organisation, eq(organisation.id, framework.organisationId))
    .leftJoin(competency, and(eq(competency.frameworkId, framework.id), eq(competency.retired, false), holdsNothing))
    .groupBy(framework.id, organisation.id)
    // The centre's first: whoever has linked to none yet begins with what is made for this work, and not with the goals of a school.
    .orderBy(sql`${organisation.kind} = 'centre' desc, ${framework.changedAt} desc, ${framework.id}`)
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }))
}

export const oneFramework = async (db: DbOrTx, id: string): Promise<StoredFramework | null> => {
  const [head] = await db
    .select({ of: framework, organisation: { id: organisation.id, name: organisation.name } })
    .from(framework)
    .innerJoin(organisation, eq(organisation.id, framework.organisationId))
    .where(eq(framework.id, id))
  if (!head) return null
  const levels = await db.select().from(frameworkLevel).where(eq(frameworkLevel.frameworkId, id)).orderBy(asc(frameworkLevel.place))
  const competencies = await db.select().from(competency).where(eq(competency.frameworkId, id)).orderBy(asc(competency.place))
  const links = await db.select().from(competencyLink).where(eq(competencyLink.frameworkId, id)).orderBy(asc(competencyLink.place))
  const { title, description, version, rollup, licence, attribution, state, replacedBy, edition, changedAt } = head.of
  const draft: Draft = {
    ...{ title, description, version, rollup, licence, attribution },
    levels: levels.map(({ id, title, text }) => ({ id, title, text })),
    competencies: competencies.map(({ frameworkId: _, place: __, ...one }) => one),
    links: links.map(({ id, fromId, kind, toId, toUri, toTitle }) => ({
      id,
      from: fromId,
      kind,
      to: { id: toId, uri: toUri, title: toTitle },
    })),
  }
  return { id, organisation: head.organisation, state, replacedBy, edition, changedAt, draft }
}

/** Two who save at one moment stand in a line. */
export const lockFramework = async (tx: Tx, id: string): Promise<StoredFramework | null> => {
  await tx.select({ id: framework.id }).from(framework).where(eq(framework.id, id)).for('update')
  return oneFramework(tx, id)
}

interface Fresh {
  readonly id: string
  readonly organisationId: string
  readonly createdBy: string
  readonly at: Date
  readonly draft: Draft
}

const headOf = ({ title, description, version, rollup, licence, attribution }: Draft) => ({
  ...{ title, description, version, rollup, licence, attribution },
})

/** False: there is one with this name. */
export const insertFramework = async (tx: Tx, { id, organisationId, createdBy, at, draft }: Fresh): Promise<boolean> => {
  const made = await tx
    .insert(framework)
    .values({ id, organisationId, createdBy, createdAt: at, changedAt: at, ...headOf(draft) })
    .onConflictDoNothing()
    .returning({ id: framework.id })
  if (made.length > 0) await fill(tx, id, draft)
  return made.length > 0
}

export const updateFramework = async (
  tx: Tx,
  id: string,
  { draft, at, state, replacedBy }: { draft: Draft; at: Date; state?: FrameworkState; replacedBy?: string },
): Promise<void> => {
  await tx
    .update(framework)
    .set({
      ...headOf(draft),
      changedAt: at,
      edition: sql`${framework.edition} + 1`,
      ...(state && { state }),
      ...(replacedBy && { replacedBy }),
    })
    .where(eq(framework.id, id))
  await fill(tx, id, draft)
}

/** Puts what it holds in the place of what it held. Nothing that others may lean on is taken out of the tables: its name stays. */
const fill = async (tx: Tx, frameworkId: string, { levels, competencies, links }: Draft): Promise<void> => {
  await tx.delete(competencyLink).where(eq(competencyLink.frameworkId, frameworkId))
  const kept = (ids: readonly string[]) =>
    sql`array[${sql.join(
      ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    )}]::uuid[]`
  await tx
    .delete(competency)
    .where(sql`${competency.frameworkId} = ${frameworkId} and ${competency.id} <> all(${kept(competencies.map(({ id }) => id))})`)
  await tx
    .delete(frameworkLevel)
    .where(sql`${frameworkLevel.frameworkId} = ${frameworkId} and ${frameworkLevel.id} <> all(${kept(levels.map(({ id }) => id))})`)
  // One statement each, whatever their number: unnested from one parameter.
  await tx.execute(sql`
    insert into framework_level (id, framework_id, place, title, text)
    select (l->>'id')::uuid, ${frameworkId}::uuid, n, l->'title', l->'text'
    from jsonb_array_elements(${JSON.stringify(levels)}::jsonb) with ordinality as rows (l, n)
    on conflict (id) do update set place = excluded.place, title = excluded.title, text = excluded.text
    where framework_level.framework_id = excluded.framework_id`)
  await tx.execute(sql`
    insert into competency (id, framework_id, parent_id, place, code, title, descriptors, retired, replaced_by)
    select (c->>'id')::uuid, ${frameworkId}::uuid, (c->>'parentId')::uuid, n, c->>'code', c->'title', c->'descriptors',
      (c->>'retired')::boolean, (c->>'replacedBy')::uuid
    from jsonb_array_elements(${JSON.stringify(competencies)}::jsonb) with ordinality as rows (c, n)
    on conflict (id) do update set parent_id = excluded.parent_id, place = excluded.place, code = excluded.code, title = excluded.title,
      descriptors = excluded.descriptors, retired = excluded.retired, replaced_by = excluded.replaced_by
    where competency.framework_id = excluded.framework_id`)
  await tx.execute(sql`
    insert into competency_link (id, framework_id, place, from_id, kind, to_id, to_uri, to_title)
    select (l->>'id')::uuid, ${frameworkId}::uuid, n, (l->>'from')::uuid, l->>'kind', (l->'to'->>'id')::uuid, l->'to'->>'uri', l->'to'->>'title'
    from jsonb_array_elements(${JSON.stringify(links)}::jsonb) with ordinality as rows (l, n)`)
}

/** Names of its competencies and levels that evidence, verdicts or a school's acceptances lean on: they cannot leave their tables. */
export const leantOn = async (tx: Tx, frameworkId: string): Promise<ReadonlySet<string>> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select c.id from competency c where c.framework_id = ${frameworkId}::uuid and (
      exists (select 1 from evidence where competency_id = c.id) or exists (select 1 from acceptance where goal_id = c.id))
    union all
    select l.id from framework_level l where l.framework_id = ${frameworkId}::uuid and (
      exists (select 1 from evidence where level_id = l.id) or exists (select 1 from verdict where level_id = l.id))`)
  return new Set(rows.map(({ id }) => id))
}

/** Of these names, whether one belongs to another framework already. */
export const namesElsewhere = async (tx: Tx, frameworkId: string, { levels, competencies, links }: Draft): Promise<boolean> => {
  const ids = JSON.stringify([...levels, ...competencies, ...links].map(({ id }) => id))
  const { rows } = await tx.execute(sql`
    with asked as (select value::uuid as id from jsonb_array_elements_text(${ids}::jsonb))
    select 1 from framework_level join asked using (id) where framework_id <> ${frameworkId}::uuid
    union all select 1 from competency join asked using (id) where framework_id <> ${frameworkId}::uuid
    union all select 1 from competency_link join asked using (id) where framework_id <> ${frameworkId}::uuid
    limit 1`)
  return rows.length > 0
}

/** The framework that goes by one of these names, or in which a competency or a link does. */
export const frameworkAround = async (db: DbOrTx, ids: readonly string[]): Promise<string | null> => {
  const names = JSON.stringify(ids)
  const { rows } = await db.execute<{ id: string }>(sql`
    with asked as (select value::uuid as id from jsonb_array_elements_text(${names}::jsonb))
    select framework_id as id from competency where id in (select id from asked)
    union all select framework_id from competency_link where id in (select id from asked)
    union all select id from framework where id in (select id from asked)
    limit 1`)
  return rows[0]?.id ?? null
}
