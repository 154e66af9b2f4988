import type { DbOrTx } from '@sheber/db/open'
import { organisation, project, stand, standShown as standShownTable, team } from '@sheber/db/schema'
import type { PublicStand } from '@sheber/domain/hall'
import { creditsFor, namesFor, waitsFor } from '@sheber/domain/publication'
import { namesSchool, unseenFiles } from '@sheber/domain/seen'
import { authorsIn } from '@sheber/domain/stand'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { soulsOf } from '../publication/publication.souls.ts'

/** A stand with the copy that was made of it, as consent allows at this moment. */
export interface ShownStand {
  readonly id: string
  readonly exhibitionId: string
  readonly projectId: string
  readonly teamId: string
  readonly number: number | null
  readonly place: { readonly x: number; readonly y: number } | null
  readonly shown: PublicStand
  /** When the copy was made. */
  readonly at: Date
  /** It stands in the hall; else it stood there, and was taken out by its team or by an organiser. */
  readonly admitted: boolean
  /** Whoever made it agrees that the world sees it, and whoever is named in its words agrees to that. */
  readonly open: boolean
  /** Of its authors, who may be named beside it … */
  readonly names: readonly string[]
  /** … and of the grown-ups whose hands are in it: apart from them. */
  readonly leaders: readonly string[]
  /** Who did what, of those who may be named. */
  readonly parts: readonly { readonly name: string; readonly words: string }[]
  /** Files of it that are not shown, because somebody is seen in them who may not be: `shown` names none of them. */
  readonly unseen: ReadonlySet<string>
  /** Where its team is at home; null where a child may not be named with it. */
  readonly organisation: { readonly id: string; readonly name: string } | null
}

/** The copy without what consent does not reach. */
const without = (copy: PublicStand, unseen: ReadonlySet<string>): PublicStand => {
  const mayShow = ({ fileId }: { readonly fileId: string }) => !unseen.has(fileId)
  const clip = copy.clip && mayShow(copy.clip) ? copy.clip : null
  return {
    ...copy,
    poster: copy.poster && mayShow(copy.poster) ? copy.poster : null,
    pictures: copy.pictures.filter(mayShow),
    // Whoever is seen in the film is seen in its first frame.
    clip: clip && { ...clip, still: clip.still && mayShow(clip.still) ? clip.still : null },
    seen: [],
  }
}

const wasAdmitted = inArray(stand.state, ['admitted', 'withdrawn', 'removed'])

const load = async (db: DbOrTx, ids: readonly string[], now: Date): Promise<ShownStand[]> => {
  const rows = await db
    .select({
      id: stand.id,
      exhibitionId: stand.exhibitionId,
      projectId: stand.projectId,
      state: stand.state,
      number: stand.number,
      members: stand.members,
      x: stand.x,
      y: stand.y,
      shown: standShownTable.shown,
      authors: standShownTable.authors,
      tells: standShownTable.tells,
      at: standShownTable.at,
      teamId: team.id,
      organisationId: organisation.id,
      organisationName: organisation.name,
    })
    .from(stand)
    .innerJoin(standShownTable, eq(standShownTable.standId, stand.id))
    .innerJoin(project, eq(project.id, stand.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(organisation, eq(organisation.id, team.organisationId))
    .where(and(inArray(stand.id, [...ids]), wasAdmitted))
    .orderBy(asc(stand.number), asc(stand.id))
  const seenIn = (copy: unknown) => (copy as PublicStand).seen ?? []
  const known = rows.flatMap(({ authors, tells, shown }) => [...authors, ...tells, ...seenIn(shown).flatMap((one) => one.people)])
  const people = await soulsOf(db, [...new Set(known)])
  const day = now.toISOString().slice(0, 10)
  return rows.map(({ state, members, x, y, shown, authors, tells, organisationId, organisationName, ...row }) => {
    const copy = shown as PublicStand
    // As its team stood when it was handed in, so that whoever learned then is an author for ever.
    const credits = creditsFor(authors, people, day, authorsIn(members))
    const unseen = unseenFiles(seenIn(shown), people, day)
    return {
      ...row,
      shown: without(copy, unseen),
      unseen,
      admitted: state === 'admitted',
      place: x === null || y === null ? null : { x, y },
      open: waitsFor({ authors, tells }, people, day).length === 0,
      names: credits.authors,
      leaders: credits.adults,
      parts: copy.parts.flatMap(({ personId, words }) =>
        authors.includes(personId) ? namesFor([personId], people, day).map((name) => ({ name, words })) : [],
      ),
      organisation: namesSchool(authors, people, day) ? { id: organisationId, name: organisationName } : null,
    }
  })
}

/** Rooms live on the same thread: what is made of so many stands at once holds nobody up. */
const standsAtOnce = 20

/** All that stand in a hall or stood there, by number, some at a time: between two parts whatever else has come is done first. */
export async function* standsInParts(db: DbOrTx, exhibitionId: string, now: Date): AsyncGenerator<ShownStand[], void, void> {
  const rows = await db
    .select({ id: stand.id })
    .from(stand)
    .where(and(eq(stand.exhibitionId, exhibitionId), wasAdmitted))
    .orderBy(asc(stand.number), asc(stand.id))
  for (let from = 0; from < rows.length; from += standsAtOnce)
    yield await load(
      db,
      rows.slice(from, from + standsAtOnce).map(({ id }) => id),
      now,
    )
}

/** Those of them that stand in a hall or stood there, by number. A handful at a time: what is made of many at once holds up the rooms. */
export const someShown = (db: DbOrTx, standIds: readonly string[], now: Date): Promise<ShownStand[]> =>
  standIds.length === 0 ? Promise.resolve([]) : load(db, standIds, now)

/** Null: it was never admitted. */
export const standShown = async (db: DbOrTx, standId: string, now: Date): Promise<ShownStand | null> =>
  (await load(db, [standId], now))[0] ?? null
