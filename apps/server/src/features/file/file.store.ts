import type { DbOrTx, Tx } from '@sheber/db/open'
import { file, fileUpload, person } from '@sheber/db/schema'
import { hourMs, type Sent } from '@sheber/domain/file-room'
import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { FilePlace } from './file.place.ts'

export type Upload = typeof fileUpload.$inferSelect
export type FileRow = Awaited<ReturnType<typeof oneFile>>

const shown = {
  id: file.id,
  boardId: file.boardId,
  portfolioId: file.portfolioId,
  name: file.name,
  type: file.type,
  bytes: file.bytes,
  width: file.width,
  height: file.height,
  by: person.name,
  at: file.at,
}

/** What a reader is shown of it; not what was taken away. */
export const oneFile = async (db: DbOrTx, id: string) => {
  const [row] = await db
    .select({ ...shown, sha256: file.sha256, personId: file.personId })
    .from(file)
    .innerJoin(person, eq(person.id, file.personId))
    .where(and(eq(file.id, id), isNull(file.removedAt)))
  return row
}

/** … of several, in no order. */
export const manyFiles = async (db: DbOrTx, ids: readonly string[]) =>
  db
    .select({ ...shown, sha256: file.sha256, personId: file.personId })
    .from(file)
    .innerJoin(person, eq(person.id, file.personId))
    .where(and(inArray(file.id, [...ids]), isNull(file.removedAt)))

export const insertFile = async (db: DbOrTx, row: typeof file.$inferInsert) => {
  await db.insert(file).values(row).onConflictDoNothing()
}

export const removeFile = async (db: DbOrTx, id: string, by: string, at: Date) => {
  await db
    .update(file)
    .set({ removedAt: at, removedBy: by })
    .where(and(eq(file.id, id), isNull(file.removedAt)))
}

/** How large the picture with these very bytes is, if it was taken in before. */
export const twinOf = async (db: DbOrTx, sha256: string) => {
  const [row] = await db.select({ width: file.width, height: file.height }).from(file).where(eq(file.sha256, sha256)).limit(1)
  return row
}

export const oneUpload = async (db: DbOrTx, id: string): Promise<Upload | undefined> =>
  (await db.select().from(fileUpload).where(eq(fileUpload.id, id)))[0]

/** One person begins one file after another, so that two at one moment are counted as two. */
export const lockSender = async (tx: Tx, personId: string) => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`file ${personId}`}, 0))`)
}

const sum = sql<number>`coalesce(sum(bytes), 0)::float8`.mapWith(Number)
const count = sql<number>`count(*)::int`

export const sentBy = async (tx: Tx, personId: string, { boardId, portfolioId }: FilePlace, now: Date): Promise<Sent> => {
  // One of the two; the other is equal to nothing.
  const lies = (of: typeof file | typeof fileUpload) => (boardId === null ? eq(of.portfolioId, portfolioId ?? '') : eq(of.boardId, boardId))
  const [hour] = await tx
    .select({ bytes: sum, files: count, oldest: sql<Date | null>`min(${fileUpload.at})`.mapWith(fileUpload.at) })
    .from(fileUpload)
    .where(and(eq(fileUpload.personId, personId), gt(fileUpload.at, new Date(now.getTime() - hourMs))))
  const [kept] = await tx.select({ bytes: sum, files: count }).from(file).where(lies(file))
  const [coming] = await tx
    .select({ bytes: sum, files: count })
    .from(fileUpload)
    .where(and(lies(fileUpload), isNull(fileUpload.endedAt)))
  return {
    hour: hour ?? { bytes: 0, files: 0, oldest: null },
    board: { bytes: (kept?.bytes ?? 0) + (coming?.bytes ?? 0), files: (kept?.files ?? 0) + (coming?.files ?? 0) },
  }
}

export const insertUpload = async (tx: Tx, row: typeof fileUpload.$inferInsert) => {
  await tx.insert(fileUpload).values(row)
}

export const endUpload = async (db: DbOrTx, id: string, at: Date) => {
  await db
    .update(fileUpload)
    .set({ endedAt: at })
    .where(and(eq(fileUpload.id, id), isNull(fileUpload.endedAt)))
}

export const uploadsBefore = (db: DbOrTx, at: Date): Promise<Upload[]> => db.select().from(fileUpload).where(lt(fileUpload.at, at))

export const forgetUpload = async (db: DbOrTx, id: string) => {
  await db.delete(fileUpload).where(eq(fileUpload.id, id))
}
