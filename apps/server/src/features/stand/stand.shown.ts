import type { DbOrTx } from '@sheber/db/open'
import { organisation, project, stand, standShown as copy, team } from '@sheber/db/schema'
import type { PublicStand } from '@sheber/domain/hall'
import { namesFor, waitsFor } from '@sheber/domain/publication'
import { and, asc, eq, type SQL } from 'drizzle-orm'
import { soulsOf } from '../publication/publication.souls.ts'

/** A stand in the hall, as it was admitted. */
export interface ShownStand {
  readonly id: string
  readonly exhibitionId: string
  readonly projectId: string
  readonly team: { readonly id: string; readonly name: string; readonly organisationId: string; readonly organisation: string }
  readonly number: number | null
  readonly place: { readonly x: number; readonly y: number } | null
  readonly shown: PublicStand
  readonly sha256: string
  /** When the copy was made. */
  readonly at: Date
  readonly authors: readonly string[]
  /** The world may see it at this moment: everybody's consent holds. */
  readonly open: boolean
  /** Of the authors, those who may be named. */
  readonly names: readonly { readonly id: string; readonly name: string }[]
}

const load = async (db: DbOrTx, which: SQL | undefined, now: Date): Promise<ShownStand[]> => {
  const rows = await db
    .select({
      ...{ id: stand.id, exhibitionId: stand.exhibitionId, projectId: stand.projectId, number: stand.number, x: stand.x, y: stand.y },
      team: { id: team.id, name: team.name, organisationId: team.organisationId, organisation: organisation.name },
      ...{ shown: copy.shown, sha256: copy.sha256, at: copy.at },
      ...{ authors: copy.authors, tells: copy.tells },
    })
    .from(stand)
    .innerJoin(copy, eq(copy.standId, stand.id))
    .innerJoin(project, eq(project.id, stand.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(organisation, eq(organisation.id, team.organisationId))
    .where(and(which, eq(stand.state, 'admitted')))
    .orderBy(asc(stand.number), asc(stand.id))
  const souls = await soulsOf(db, [...new Set(rows.flatMap(({ authors, tells }) => [...authors, ...tells]))])
  const day = now.toISOString().slice(0, 10)
  return rows.map(({ x, y, shown, tells, authors, ...row }) => ({
    ...row,
    authors,
    place: x === null || y === null ? null : { x, y },
    shown: shown as PublicStand,
    open: waitsFor({ authors, tells }, souls, day).length === 0,
    names: authors.flatMap((id) => namesFor([id], souls, day).map((name) => ({ id, name }))),
  }))
}

/** Those in the hall, by their numbers, with what holds at this moment: two queries for all of them. */
export const standsShown = (db: DbOrTx, exhibitionId: string, now: Date): Promise<ShownStand[]> =>
  load(db, eq(stand.exhibitionId, exhibitionId), now)

export const standShown = async (db: DbOrTx, standId: string, now: Date): Promise<ShownStand | null> =>
  (await load(db, eq(stand.id, standId), now))[0] ?? null
