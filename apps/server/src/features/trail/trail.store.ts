import type { TrailSource, TrailWay } from '@sheber/contract/trail'
import type { DbOrTx } from '@sheber/db/open'
import { exhibitionDecision, fact, trail, trailHead } from '@sheber/db/schema'
import type { Chain, Link } from '@sheber/domain/trail'
import { asc, eq, sql } from 'drizzle-orm'

/** A link with what its row says today. */
export interface Told extends Link {
  readonly way: TrailWay | null
}

/** All of an exhibition's, by place. */
export const chainOf = async (db: DbOrTx, exhibitionId: string): Promise<Omit<Chain, 'links'> & { readonly links: readonly Told[] }> => {
  const { rows } = await db.execute<{
    nth: number
    source: TrailSource
    row_id: string
    row_sha256: string
    sha256: string
    said: string | null
    way: TrailWay | null
  }>(sql`
    select t.nth, t.source, t.row_id, t.row_sha256, t.sha256, r.said,
      (select x.way from trail_release x where x.source = t.source and x.row_id = t.row_id order by x.at desc limit 1) as way
    from ${trail} t left join lateral trail_row(t.source, t.row_id) r on true
    where t.exhibition_id = ${exhibitionId} order by t.nth`)
  const [head] = await db
    .select({ nth: trailHead.nth, sha256: trailHead.sha256 })
    .from(trailHead)
    .where(eq(trailHead.exhibitionId, exhibitionId))
  const loose = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from trail_rows(${exhibitionId}) r
    where not exists (select 1 from ${trail} t where t.source = r.source and t.row_id = r.row_id)`)
  return {
    exhibitionId,
    links: rows.map(({ row_id: rowId, row_sha256: rowSha256, way, ...one }) => ({ ...one, rowId, rowSha256, way, released: way !== null })),
    head: head ?? null,
    unlinked: loose.rows[0]?.n ?? 0,
  }
}

export interface Line {
  readonly nth: number
  readonly source: TrailSource
  readonly step: string
  readonly about: string
  readonly reason: string
  readonly by: string
  readonly at: string | null
  readonly way: TrailWay | null
  readonly sha256: string
}

/** As people read it, the newest first. What a judge gave is nobody's to read here: of a score it is told that there is one. */
export const linesOf = async (db: DbOrTx, exhibitionId: string, before: number, limit: number): Promise<Line[]> => {
  const { rows } = await db.execute<Omit<Line, 'at'> & { at: string | null }>(sql`
    select t.nth, t.source, t.sha256, coalesce(e.step, m.step, d.step, v.step, f.name, x.way, '') as step,
      coalesce(sm.entry ->> 'title', sd.entry ->> 'title', sv.entry ->> 'title', sc.entry ->> 'title', case when e.step = 'stepped' then e.after #>> '{}' end, se.entry ->> 'title', oe.name, '') as about,
      coalesce(e.reason, m.reason, d.reason, v.reason, x.reason, '') as reason, coalesce(p.name, '') as by,
      trail_time(coalesce(e.at, m.at, d.at, v.at, c.created_at, f.at, x.at)) as at,
      (select y.way from trail_release y where y.source = t.source and y.row_id = t.row_id order by y.at desc limit 1) as way
    from ${trail} t
    left join exhibition_decision e on t.source = 'exhibition_decision' and e.id = t.row_id
    -- A finalist, and whoever is none any more.
    left join stand se on e.step in ('chosen', 'unchosen', 'called') and se.id = e.after ->> 'standId'
    -- An organisation that helps to run it, or is asked to.
    left join organisation oe on e.step in ('invited', 'uninvited', 'joined', 'declined', 'parted') and oe.id = e.after ->> 'organisationId'
    left join stand_decision m on t.source = 'stand_decision' and m.id = t.row_id left join stand sm on sm.id = m.stand_id
    left join deliberation d on t.source = 'deliberation' and d.id = t.row_id left join stand sd on sd.id = d.stand_id
    left join visitor_decision v on t.source = 'visitor_decision' and v.id = t.row_id
      left join visitor_question q on q.id = v.question_id left join stand sv on sv.id = q.stand_id
    left join score c on t.source = 'score' and c.id = t.row_id left join stand sc on sc.id = c.stand_id left join judge j on j.id = c.judge_id
    left join ${fact} f on t.source = 'fact' and f.position = (case when t.source = 'fact' then t.row_id end)::bigint
    left join trail_release x on t.source = 'trail_release' and x.id = t.row_id
    left join person p on p.id = coalesce(e.person_id, m.person_id, d.person_id, v.person_id, j.person_id, f.person_id)
    where t.exhibition_id = ${exhibitionId} and t.nth < ${before} order by t.nth desc limit ${limit}`)
  return rows
}

/** Exhibitions that have a trail. */
export const trailed = async (db: DbOrTx): Promise<string[]> =>
  (await db.select({ id: trailHead.exhibitionId }).from(trailHead).orderBy(asc(trailHead.exhibitionId))).map(({ id }) => id)

/** Rows with words of one's own that somebody wrote, or in whose words one of these names stands; not yet erased. */
export const wordsAbout = async (
  db: DbOrTx,
  { personId, names }: { readonly personId: string; readonly names: readonly string[] },
): Promise<{ source: TrailSource; id: string }[]> => {
  const { rows } = await db.execute<{ source: TrailSource; id: string }>(sql`
    select u.source, u.id from (
      select 'exhibition_decision' as source, id, person_id, reason as words from ${exhibitionDecision}
      union all select 'stand_decision', id, person_id, reason from stand_decision
      union all select 'deliberation', id, person_id, reason from deliberation
      union all select 'visitor_decision', id, person_id, reason from visitor_decision
      union all select 'score', c.id, j.person_id, c.words from score c join judge j on j.id = c.judge_id
    ) u
    where u.words <> '' and (u.person_id = ${personId} or exists (
      select 1 from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) n where position(lower(n) in lower(u.words)) > 0))
    order by u.source, u.id`)
  return rows
}

export const freeRow = async (
  db: DbOrTx,
  {
    releaseId,
    source,
    id,
    way,
    reason,
    at,
  }: { releaseId: string; source: TrailSource; id: string; way: TrailWay; reason: string; at: Date },
): Promise<void> => {
  await db.execute(sql`select trail_free(${releaseId}, ${source}, ${id}, ${way}, ${reason}, ${at.toISOString()}::timestamptz)`)
}
