import type { SeenStand } from '@sheber/contract/judge'
import type { Direction } from '@sheber/contract/project'
import type { Entry } from '@sheber/contract/stand'
import type { DbOrTx } from '@sheber/db/open'
import { project, stand, standShown } from '@sheber/db/schema'
import type { PublicStand } from '@sheber/domain/hall'
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'

export interface StandRow extends SeenStand {
  /** In the hall now. */
  readonly admitted: boolean
  readonly direction: Direction
}

interface Row {
  readonly id: string
  readonly number: number | null
  readonly state: string
  readonly entry: Entry
  readonly shown: unknown
  readonly direction: Direction
}

const seenOf = (row: Row): StandRow => {
  // The copy is written by the server itself, at admission.
  const shown = row.shown as PublicStand | null
  const admitted = row.state === 'admitted'
  return {
    id: row.id,
    number: row.number,
    title: shown?.title ?? row.entry.title,
    about: shown?.about ?? row.entry.about,
    nominationId: shown?.nominationId ?? row.entry.nominationId,
    pictures: [...(shown?.poster ? [shown.poster] : []), ...(shown?.pictures ?? [])].map(({ fileId, alt, width, height }) => ({
      fileId,
      alt,
      width,
      height,
    })),
    video: shown?.video ?? null,
    adults: shown?.adults ?? row.entry.adults,
    gone: !admitted,
    admitted,
    direction: row.direction,
  }
}

/** Every stand that was handed in, in the order of the hall: what was never numbered comes last. */
export const seenStands = async (db: DbOrTx, exhibitionId: string): Promise<StandRow[]> => {
  const rows = await db
    .select({
      id: stand.id,
      number: stand.number,
      state: stand.state,
      entry: stand.entry,
      shown: standShown.shown,
      direction: project.direction,
    })
    .from(stand)
    .innerJoin(project, eq(project.id, stand.projectId))
    .leftJoin(standShown, eq(standShown.standId, stand.id))
    .where(and(eq(stand.exhibitionId, exhibitionId), isNotNull(stand.enteredAt)))
    .orderBy(sql`${stand.number} asc nulls last`, asc(stand.createdAt), asc(stand.id))
  return rows.map(seenOf)
}

/** As the contract has it. */
export const bareStand = ({ admitted: _admitted, direction: _direction, ...seen }: StandRow): SeenStand => seen
