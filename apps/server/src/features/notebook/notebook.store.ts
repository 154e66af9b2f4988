import type { DbOrTx, Tx } from '@sheber/db/open'
import { group, groupLearner, notebookPage, notebookSignature, person, roomClient, roomUpdate, roomVersion } from '@sheber/db/schema'
import { notebookRoom } from '@sheber/document/room'
import { and, asc, desc, eq, inArray, isNotNull, isNull, max, min, sql } from 'drizzle-orm'
import { positionOfRoom } from './notebook.words.ts'

export type PageRow = typeof notebookPage.$inferSelect

/** All pages, also those taken away; newest day first, and of one day the last begun. */
export const pagesOf = (db: DbOrTx, projectId: string) =>
  db
    .select({
      id: notebookPage.id,
      day: notebookPage.day,
      title: notebookPage.title,
      createdBy: notebookPage.createdBy,
      removedAt: notebookPage.removedAt,
      words: notebookPage.words,
      wordsPosition: notebookPage.wordsPosition,
      position: positionOfRoom,
    })
    .from(notebookPage)
    .where(eq(notebookPage.projectId, projectId))
    .orderBy(desc(notebookPage.day), desc(notebookPage.nth))

export const onePage = async (db: DbOrTx, id: string): Promise<PageRow | undefined> =>
  (await db.select().from(notebookPage).where(eq(notebookPage.id, id)))[0]

/** Of the pages of a project that are there: which comes before this one, and which after it. */
export const neighboursOf = async (db: DbOrTx, { id, projectId }: PageRow) => {
  const rows = await db
    .select({ id: notebookPage.id })
    .from(notebookPage)
    .where(and(eq(notebookPage.projectId, projectId), sql`(${notebookPage.removedAt} is null or ${notebookPage.id} = ${id})`))
    .orderBy(asc(notebookPage.day), asc(notebookPage.nth))
  const at = rows.findIndex((row) => row.id === id)
  return { before: rows[at - 1]?.id ?? null, after: rows[at + 1]?.id ?? null }
}

/** The last page of a day that is there. */
export const pageOfDay = async (tx: Tx, projectId: string, day: string): Promise<string | null> => {
  const [row] = await tx
    .select({ id: notebookPage.id })
    .from(notebookPage)
    .where(and(eq(notebookPage.projectId, projectId), eq(notebookPage.day, day), isNull(notebookPage.removedAt)))
    .orderBy(desc(notebookPage.nth))
    .limit(1)
  return row?.id ?? null
}

/** Where the next page of a day stands: also behind those that were taken away. */
export const nextOfDay = async (tx: Tx, projectId: string, day: string): Promise<number> => {
  const [row] = await tx
    .select({ last: max(notebookPage.nth) })
    .from(notebookPage)
    .where(and(eq(notebookPage.projectId, projectId), eq(notebookPage.day, day)))
  return (row?.last ?? 0) + 1
}

export const countPages = (tx: Tx, projectId: string): Promise<number> => tx.$count(notebookPage, eq(notebookPage.projectId, projectId))

export const insertPage = async (tx: Tx, row: typeof notebookPage.$inferInsert) => {
  await tx.insert(notebookPage).values(row)
}

export const updatePage = async (tx: Tx, id: string, set: Partial<PageRow>) => {
  await tx.update(notebookPage).set(set).where(eq(notebookPage.id, id))
}

/** False: it was so already. */
export const setRemoved = async (tx: Tx, id: string, removed: { at: Date; by: string } | null): Promise<boolean> =>
  (
    await tx
      .update(notebookPage)
      .set({ removedAt: removed?.at ?? null, removedBy: removed?.by ?? null })
      .where(and(eq(notebookPage.id, id), removed ? isNull(notebookPage.removedAt) : isNotNull(notebookPage.removedAt)))
      .returning({ id: notebookPage.id })
  ).length > 0

/** By page: the people whose hands the log knows on it, the first first; who began one that nobody has written on. */
export const authorsOf = async (
  db: DbOrTx,
  pages: readonly { readonly id: string; readonly createdBy: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (pages.length === 0) return new Map()
  const rooms = pages.map(({ id }) => notebookRoom(id))
  // What came over a connection is known by its clients also when the log keeps no names any more; what the server wrote for somebody, by its rows.
  const known = [roomClient, roomUpdate].map((table) =>
    db
      .select({ room: table.room, personId: table.personId, first: min(table.position) })
      .from(table)
      .where(and(inArray(table.room, rooms), isNotNull(table.personId)))
      .groupBy(table.room, table.personId),
  )
  const found = (await Promise.all(known)).flat().sort((a, b) => (a.first ?? 0) - (b.first ?? 0))
  const byRoom = Map.groupBy(found, ({ room }) => room)
  return new Map(
    pages.map(({ id, createdBy }) => {
      const hands = byRoom.get(notebookRoom(id))?.flatMap(({ personId }) => personId ?? [])
      return [id, hands ? [...new Set(hands)] : [createdBy]] as const
    }),
  )
}

/** Of these pages, newest first. */
export const signaturesOf = (db: DbOrTx, pageIds: readonly string[]) =>
  db
    .select({
      id: notebookSignature.id,
      pageId: notebookSignature.pageId,
      personId: notebookSignature.personId,
      by: person.name,
      at: notebookSignature.at,
      sha256: roomVersion.sha256,
      withdrawnAt: notebookSignature.withdrawnAt,
    })
    .from(notebookSignature)
    .innerJoin(person, eq(person.id, notebookSignature.personId))
    .innerJoin(roomVersion, eq(roomVersion.id, notebookSignature.versionId))
    .where(inArray(notebookSignature.pageId, [...pageIds]))
    .orderBy(desc(notebookSignature.at))

/** What was seen by whoever signed. */
export const versionSigned = async (db: DbOrTx, pageId: string, signatureId: string) => {
  const [row] = await db
    .select({ id: roomVersion.id, bytes: roomVersion.bytes, sha256: roomVersion.sha256 })
    .from(notebookSignature)
    .innerJoin(roomVersion, eq(roomVersion.id, notebookSignature.versionId))
    .where(and(eq(notebookSignature.pageId, pageId), eq(notebookSignature.id, signatureId)))
  return row
}

/** What was kept of a page, by whomever and for whatever. */
export const versionOf = async (db: DbOrTx, pageId: string, versionId: string) => {
  const [row] = await db
    .select({ id: roomVersion.id, bytes: roomVersion.bytes, sha256: roomVersion.sha256 })
    .from(roomVersion)
    .where(and(eq(roomVersion.id, versionId), eq(roomVersion.room, notebookRoom(pageId))))
  return row
}

/** Of one page: how many there are, and which of them this person has kept at this position. */
export const versionsKept = async (db: DbOrTx, pageId: string, { personId, position }: { personId: string; position: number }) => {
  const rows = await db
    .select({ id: roomVersion.id, personId: roomVersion.personId, position: roomVersion.position })
    .from(roomVersion)
    .where(eq(roomVersion.room, notebookRoom(pageId)))
  return { count: rows.length, same: rows.find((row) => row.personId === personId && row.position === position)?.id ?? null }
}

export const insertSignature = async (tx: Tx, row: typeof notebookSignature.$inferInsert) => {
  await tx.insert(notebookSignature).values(row)
}

/** False: none holds. */
export const withdrawSignature = async (tx: Tx, pageId: string, at: Date): Promise<boolean> =>
  (
    await tx
      .update(notebookSignature)
      .set({ withdrawnAt: at })
      .where(and(eq(notebookSignature.pageId, pageId), isNull(notebookSignature.withdrawnAt)))
      .returning({ id: notebookSignature.id })
  ).length > 0

/** Whether somebody learns in a group whose boards are kept simple. */
export const learnsSimply = async (db: DbOrTx, personId: string): Promise<boolean> =>
  (
    await db
      .select({ id: group.id })
      .from(groupLearner)
      .innerJoin(group, eq(group.id, groupLearner.groupId))
      .where(and(eq(groupLearner.personId, personId), isNotNull(group.simpleAt)))
      .limit(1)
  ).length > 0
