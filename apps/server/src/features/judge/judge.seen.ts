import type { SeenStand } from '@sheber/contract/judge'
import type { Direction } from '@sheber/contract/project'
import type { Entry } from '@sheber/contract/stand'
import type { DbOrTx } from '@sheber/db/open'
import { person, project, stand, standShown } from '@sheber/db/schema'
import type { PublicStand } from '@sheber/domain/hall'
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'

export interface StandRow extends Omit<SeenStand, 'whole'> {
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

const partsOf = ({ shown, entry }: Row): PublicStand['parts'] =>
  (shown as PublicStand | null)?.parts ?? entry.parts.filter(({ confirmed, words }) => confirmed && words.trim() !== '')

const seenOf = (row: Row, nameOf: (personId: string) => string | undefined): StandRow => {
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
    parts: partsOf(row).flatMap(({ personId, words }) => {
      const name = nameOf(personId)
      return name === undefined ? [] : [{ name, words }]
    }),
    gone: !admitted,
    admitted,
    direction: row.direction,
  }
}

/** Every stand that was handed in, or those of them that are asked for, in the order of the hall: what was never numbered comes last. */
export const seenStands = async (db: DbOrTx, exhibitionId: string, standIds?: readonly string[]): Promise<StandRow[]> => {
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
    .where(
      and(
        eq(stand.exhibitionId, exhibitionId),
        isNotNull(stand.enteredAt),
        standIds === undefined ? undefined : inArray(stand.id, [...standIds]),
      ),
    )
    .orderBy(sql`${stand.number} asc nulls last`, asc(stand.createdAt), asc(stand.id))
  const ids = [...new Set(rows.flatMap((row) => partsOf(row).map(({ personId }) => personId)))]
  const people = ids.length === 0 ? [] : await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => seenOf(row, (id) => names.get(id)))
}

/** As the contract has it. To children who choose, no more is told than to the world. */
export const bareStand = (
  { admitted: _admitted, direction: _direction, parts, ...seen }: StandRow,
  { whole }: { whole: boolean },
): SeenStand => ({
  ...seen,
  parts: whole ? parts : [],
  whole,
})
