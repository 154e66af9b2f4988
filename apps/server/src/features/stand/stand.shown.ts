import type { DbOrTx } from '@sheber/db/open'
import { organisation, project, stand, standShown as standShownTable, team } from '@sheber/db/schema'
import type { PublicStand } from '@sheber/domain/hall'
import { namesFor, waitsFor } from '@sheber/domain/publication'
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
  /** Who may be named beside it. */
  readonly names: readonly string[]
  /** Who did what, of those who may be named. */
  readonly parts: readonly { readonly name: string; readonly words: string }[]
  /** Where its team is at home; null where a child may not be named: in a small village the school is as good as a name. */
  readonly organisation: { readonly id: string; readonly name: string } | null
}

const load = async (db: DbOrTx, of: { exhibitionId: string } | { standId: string }, now: Date): Promise<ShownStand[]> => {
  const rows = await db
    .select({
      id: stand.id,
      exhibitionId: stand.exhibitionId,
      projectId: stand.projectId,
      state: stand.state,
      number: stand.number,
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
    .where(
      and(
        'standId' in of ? eq(stand.id, of.standId) : eq(stand.exhibitionId, of.exhibitionId),
        inArray(stand.state, ['admitted', 'withdrawn', 'removed']),
      ),
    )
    .orderBy(asc(stand.number), asc(stand.id))
  const people = await soulsOf(db, [...new Set(rows.flatMap(({ authors, tells }) => [...authors, ...tells]))])
  const day = now.toISOString().slice(0, 10)
  return rows.map(({ state, x, y, shown, authors, tells, organisationId, organisationName, ...row }) => {
    const copy = shown as PublicStand
    const names = namesFor(authors, people, day)
    const isNamed = (id: string) => namesFor([id], people, day).length > 0
    return {
      ...row,
      shown: copy,
      admitted: state === 'admitted',
      place: x === null || y === null ? null : { x, y },
      open: waitsFor({ authors, tells }, people, day).length === 0,
      names,
      parts: copy.parts.flatMap(({ personId, words }) =>
        authors.includes(personId) ? namesFor([personId], people, day).map((name) => ({ name, words })) : [],
      ),
      organisation: authors.every(isNamed) ? { id: organisationId, name: organisationName } : null,
    }
  })
}

/** All that stand in a hall or stood there, by number. Two questions to the database and one more, however many there are. */
export const standsShown = (db: DbOrTx, exhibitionId: string, now: Date): Promise<ShownStand[]> => load(db, { exhibitionId }, now)

/** Null: it was never admitted. */
export const standShown = async (db: DbOrTx, standId: string, now: Date): Promise<ShownStand | null> =>
  (await load(db, { standId }, now))[0] ?? null
