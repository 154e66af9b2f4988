import { exhibition } from '@sheber/contract/exhibition'
import { stand } from '@sheber/contract/stand'
import type { Tx } from '@sheber/db/open'
import { exhibition as exhibitionTable } from '@sheber/db/schema'
import { dueMark, openedMark } from '@sheber/domain/call'
import { eq, sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { sweepEvery } from '../../sweep.ts'

/** Nobody misses a call by ten minutes. */
const sweepMs = 600_000
/** A transaction that tells holds the log's lock: a large call is told in several. */
const toldMax = 200

/**
 * Whoever could enter and has not heard of this call: members of teams at work, of any school where the centre invites, else of the
 * organisers' own. A team that has begun an entry knows.
 */
const unheard = (tx: Tx, exhibitionId: string) =>
  tx.execute<{ id: string }>(sql`
    select distinct m.person_id as id
    from team_member m
    join team t on t.id = m.team_id
    join person p on p.id = m.person_id and p.active
    where exists (select 1 from project j where j.team_id = t.id and j.state <> 'archived')
      and not exists (select 1 from stand s join project j on j.id = s.project_id
        where s.exhibition_id = ${exhibitionId} and j.team_id = t.id)
      and exists (select 1 from exhibition_organiser o join organisation c on c.id = o.organisation_id
        where o.exhibition_id = ${exhibitionId} and (c.kind = 'centre' or c.id = t.organisation_id))
      and not exists (select 1 from fact f where f.name = ${exhibition.called.name}
        and f.topics @> array['person:' || m.person_id] and f.body ->> 'exhibitionId' = ${exhibitionId})
    order by 1 limit ${toldMax}`)

/** Members of teams whose entry is begun and not handed in, and who have not heard it since `since`. */
const unwarned = (tx: Tx, exhibitionId: string, days: number, since: Date) =>
  tx.execute<{ standId: string; personId: string }>(sql`
    select s.id as "standId", m.person_id as "personId"
    from stand s
    join project j on j.id = s.project_id
    join team_member m on m.team_id = j.team_id
    join person p on p.id = m.person_id and p.active
    where s.exhibition_id = ${exhibitionId} and s.state in ('draft', 'returned')
      and not exists (select 1 from fact f where f.name = ${stand.reminded.name}
        and f.topics @> array['person:' || m.person_id] and f.body ->> 'standId' = s.id
        and (f.body ->> 'days')::integer <= ${days} and f.at >= ${since.toISOString()}::timestamptz)
    order by 1, 2 limit ${toldMax}`)

/** Returns how many were told; nought: nobody is left. */
const tellSome = (services: Services, exhibitionId: string, now: Date): Promise<number> =>
  change(services, null, async (tx, tell) => {
    const [of] = await tx.select().from(exhibitionTable).where(eq(exhibitionTable.id, exhibitionId)).for('update')
    if (of?.state !== 'call') return 0
    const { windows } = of.plan
    const mark = dueMark(windows, now)
    const called = openedMark(windows, now) ? (await unheard(tx, exhibitionId)).rows : []
    const reminded = mark ? (await unwarned(tx, exhibitionId, mark.days, mark.since)).rows : []
    for (const { id: personId } of called) await tell(exhibition.called, { exhibitionId, personId })
    for (const { standId, personId } of reminded) await tell(stand.reminded, { standId, personId, days: mark?.days ?? 0 })
    return called.length + reminded.length
  })

/**
 * Tells of calls that are open now, and reminds teams before one closes. Asked as often as one likes, by as many processes: each
 * person hears of each once, because what was told is looked up in the log under the exhibition's own lock.
 */
export const tellCalls = async (services: Services): Promise<void> => {
  const now = services.clock.now()
  const calling = await services.db.select().from(exhibitionTable).where(eq(exhibitionTable.state, 'call'))
  for (const { id } of calling) while ((await tellSome(services, id, now)) > 0);
}

export const sweepCalls = (app: FastifyInstance, services: Services): void =>
  sweepEvery(app, services, { everyMs: sweepMs, failed: 'calls were not told', work: () => tellCalls(services) })
