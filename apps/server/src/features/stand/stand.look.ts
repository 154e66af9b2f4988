import type { Stand } from '@sheber/contract/stand'
import { showsResults } from '@sheber/domain/exhibition'
import { byName } from '@sheber/domain/name'
import { may, type OfExhibition, type Who } from '@sheber/domain/permission'
import { namedIn, waitsFor } from '@sheber/domain/publication'
import { leftOut } from '@sheber/domain/seen'
import { agesUnknown, lacksOf } from '@sheber/domain/stand'
import type { DbOrTx } from '@sheber/db/open'
import { roomVersion } from '@sheber/db/schema'
import { inArray } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
import type { Services } from '../../services.ts'
import { thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { toldOf } from '../final/final.thing.ts'
import { thingOf } from '../project/project.thing.ts'
import { soulsOf } from '../publication/publication.souls.ts'
import { awardsShown, type ShownAward } from '../result/result.shown.ts'
import { choicesFor } from './stand.choices.ts'
import { decisionsOf, entriesOf, peopleOfTeams, type Around } from './stand.store.ts'

const versionsOf = async (db: DbOrTx, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, Stand['version']>()
  const rows = await db
    .select({ id: roomVersion.id, sha256: roomVersion.sha256, at: roomVersion.createdAt })
    .from(roomVersion)
    .where(inArray(roomVersion.id, [...ids]))
  return new Map(rows.map(({ at, ...row }) => [row.id, { ...row, at: at.toISOString() }]))
}

/**
 * What is answered of these stands to somebody. Their team is shown what it writes, everybody else, and whoever moderates, what it
 * handed in.
 */
export const lookAt = async (
  { db, hub, clock }: Pick<Services, 'db' | 'hub' | 'clock'>,
  who: Who | null,
  all: readonly Around[],
  { moderating = false }: { readonly moderating?: boolean } = {},
): Promise<Stand[]> => {
  const [entries, people, versions, decisions, announced] = await Promise.all([
    entriesOf(
      db,
      all.map(({ row }) => row.id),
    ),
    peopleOfTeams(
      db,
      all.map(({ team }) => team.id),
    ),
    versionsOf(
      db,
      all.flatMap(({ row }) => row.versionId ?? []),
    ),
    decisionsOf(
      db,
      all.map(({ row }) => row.id),
    ),
    toldOf(
      db,
      all.map(({ row }) => row.id),
    ),
  ])
  const at = clock.now()
  const exhibitions = new Map<string, OfExhibition>()
  /** Of those that are out. */
  const given = new Map<string, ShownAward[]>()
  for (const { row, of } of new Map(all.map((one) => [one.row.exhibitionId, one])).values()) {
    const thing = await thingOfExhibition(db, row.exhibitionId)
    if (thing) exhibitions.set(row.exhibitionId, thing)
    if (showsResults(of.plan, of.state, at)) given.set(row.exhibitionId, await awardsShown(db, row.exhibitionId, at))
  }
  const membersNow = Map.groupBy(people, ({ teamId }) => teamId)
  const ids = [...all.flatMap(({ row }) => row.members.map(({ id }) => id)), ...people.map(({ id }) => id)]
  const told = [...entries.values()].flatMap(({ authors, tells }) => [...authors, ...tells])
  const souls = await soulsOf(db, [...new Set([...ids, ...told])])
  const day = at.toISOString().slice(0, 10)

  return Promise.all(
    all.map(async ({ row, of, project, team, boardId }): Promise<Stand> => {
      const thing = {
        kind: 'stand' as const,
        id: row.id,
        of: exhibitions.get(row.exhibitionId) ?? {
          kind: 'exhibition',
          id: row.exhibitionId,
          organisers: [],
          founder: '',
          drafted: true,
          judges: [],
        },
        project: thingOf({ id: project.id, teamId: team.id, organisationId: team.organisationId, state: project.state }),
        drafted: row.state === 'draft' || row.state === 'withdrawn',
      }
      const writes = may(who, 'stand.change', thing)
      const handed = entries.get(row.id)
      const entry = writes && !moderating ? row.entry : (handed?.entry ?? row.entry)
      const moderates = may(who, 'stand.admit', thing)
      const now = (membersNow.get(team.id) ?? []).map(({ id, adult, birthYear }) => ({
        ...{ id, adult },
        // How old somebody is, nobody else infers from what is wanting.
        ...((writes || moderates) && { birthYear }),
      }))
      const isBegun = row.state === 'draft' || row.state === 'returned'
      const members = (isBegun || !handed ? now : handed.members).map(({ id, adult }) => ({ id, name: souls.get(id)?.name ?? '', adult }))
      const children = now.flatMap(({ id, adult }) => (adult ? [] : (souls.get(id) ?? [])))
      const words = [entry.title, entry.about, entry.adults, ...entry.parts.map((part) => part.words)].join('\n')
      const whose =
        handed && !isBegun
          ? { authors: handed.authors, tells: handed.tells }
          : { authors: now.map(({ id }) => id), tells: namedIn(words, children) }
      const isOfTeam = row.state === 'admitted' && may(who, 'result.ofStand', thing)
      const out = isOfTeam ? given.get(row.exhibitionId) : undefined
      const room = writes && !moderating ? await choicesFor({ db, hub }, { row, project, team, boardId }) : null
      return {
        id: row.id,
        exhibitionId: row.exhibitionId,
        exhibition: of.plan.title,
        project: { id: project.id, title: project.title, boardId },
        team: { id: team.id, name: team.name },
        members: members.sort(byName),
        entry,
        state: row.state,
        late: row.late,
        enteredAt: row.enteredAt?.toISOString() ?? null,
        changed: handed !== undefined && !isDeepStrictEqual(handed.entry, row.entry),
        version: (row.versionId && versions.get(row.versionId)) || null,
        reason: row.reason,
        history:
          writes || moderates
            ? (decisions.get(row.id) ?? []).map(({ step, reason, by, at }) => ({ step, reason, by, at: at.toISOString() }))
            : [],
        lacks: lacksOf(of.plan, entry, now, {
          direction: project.direction,
          // Whoever cannot mend it need not wait until its board is read.
          things: room?.things ?? 1,
        }),
        agesUnknown: moderates ? agesUnknown(now) : 0,
        waits: waitsFor(whose, souls, day),
        leaves: leftOut(whose.authors, entry.seen ?? [], souls, day),
        number: row.number,
        place: row.x === null || row.y === null ? null : { x: row.x, y: row.y },
        arrivedAt: row.arrivedAt?.toISOString() ?? null,
        final: isOfTeam ? (announced.get(row.id) ?? null) : null,
        result: out
          ? {
              awards: out.filter(({ standId }) => standId === row.id).map(({ degree, title, number }) => ({ degree, title, number })),
            }
          : null,
        choices: { files: room?.files ?? [], records: room?.records ?? [] },
        revision: row.revision,
        may: { write: writes, moderate: moderates },
      }
    }),
  )
}
