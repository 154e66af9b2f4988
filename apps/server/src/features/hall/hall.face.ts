import type { DbOrTx } from '@sheber/db/open'
import { stand, standShown } from '@sheber/db/schema'
import { hallIsOpen } from '@sheber/domain/hall'
import { and, asc, count, eq, sql } from 'drizzle-orm'
import { someShown } from '../stand/stand.shown.ts'
import { finalShown, type FinalShown } from './hall.final.ts'
import { filesShown, type ShownFile } from './hall.files.ts'
import type { Listed } from './hall.open.ts'

/** What the front door shows of an exhibition beside its name. */
export interface Face {
  /** How many stand in it, those too that are not on the net. */
  readonly stands: number
  /** The poster of the first stand that the world may see; null: there is none. */
  readonly cover: Cover | null
  /** How far its final is; null: it holds none, or nothing of it has begun. */
  readonly final: FinalShown | null
  /** Of its finalists whose teams were told, what those are called that the world may see. */
  readonly finalists: readonly string[]
}

export interface Cover {
  /** Of the stand. */
  readonly id: string
  readonly fileId: string
  readonly alt: string
  readonly files: ReadonlyMap<string, ShownFile>
}

/** So many posters are tried: where no guardian of so many has agreed, there is no cover. A whole hall is long to read. */
const triesMax = 8

/** A card is no list: all of them stand on the page of the exhibition. */
const finalistsNamedMax = 20

export const emptyFace: Face = { stands: 0, cover: null, final: null, finalists: [] }

export const faceOf = async (db: DbOrTx, { id, state, plan }: Pick<Listed, 'id' | 'state' | 'plan'>, now: Date): Promise<Face> => {
  if (!hallIsOpen(state)) return emptyFace
  const admitted = and(eq(stand.exhibitionId, id), eq(stand.state, 'admitted'))
  const [counted] = await db.select({ stands: count() }).from(stand).where(admitted)
  const rows = await db
    .select({ id: stand.id })
    .from(stand)
    .innerJoin(standShown, eq(standShown.standId, stand.id))
    .where(and(admitted, sql`jsonb_typeof(${standShown.shown}->'poster') = 'object'`))
    .orderBy(asc(stand.number), asc(stand.id))
    .limit(triesMax)
  const shown = await someShown(
    db,
    rows.map((row) => row.id),
    now,
  )
  const files = await filesShown(db, shown)
  const covers = shown.flatMap((one): Cover[] => {
    const { poster } = one.shown
    const own = files.get(one.id)
    return one.open && poster && own?.has(poster.fileId) ? [{ id: one.id, fileId: poster.fileId, alt: poster.alt, files: own }] : []
  })
  const final = await finalShown(db, { id, plan, state })
  // In the archive its awards say more than who came into the final.
  const named = final && state !== 'archived' ? await someShown(db, [...final.standIds].slice(0, finalistsNamedMax), now) : []
  const finalists = named.flatMap((one) => (one.open && one.admitted ? [one.shown.title] : []))
  return { stands: counted?.stands ?? 0, cover: covers[0] ?? null, final, finalists }
}
