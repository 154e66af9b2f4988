import type { PublicFields } from '@sheber/contract/publication'
import type { Seen } from '@sheber/contract/stand'
import type { Db, DbOrTx, Tx } from '@sheber/db/open'
import {
  badge,
  badgeClass,
  file,
  organisation,
  person,
  portfolio,
  publication,
  publicationRecord,
  roomUpdate,
  teamMember,
} from '@sheber/db/schema'
import type { PublicCover, PublicRecord } from '@sheber/domain/publication'
import { and, asc, eq, inArray, isNull, max, or, sql, type Placeholder, type SQL } from 'drizzle-orm'
import { souls, soulsFrom } from './publication.souls.ts'

export type Row = NonNullable<Awaited<ReturnType<typeof publicationOf>>>
export type RecordRow = Awaited<ReturnType<typeof recordsOut>>[number]

const whole = {
  id: publication.id,
  portfolioId: publication.portfolioId,
  fields: publication.fields,
  cover: publication.cover,
  coverTells: publication.coverTells,
  badges: publication.badges,
  seen: publication.seen,
  publishedAt: publication.publishedAt,
  by: person.name,
  withdrawnAt: publication.withdrawnAt,
  /** Another one with every change of the row, and of its records, which change with it. */
  version: sql<string>`${publication}.xmin::text`,
}

const publications = (db: DbOrTx, which: SQL) =>
  db
    .select({ ...whole, ownerId: portfolio.personId, teamId: portfolio.teamId })
    .from(publication)
    .innerJoin(portfolio, eq(portfolio.id, publication.portfolioId))
    .innerJoin(person, eq(person.id, publication.publishedBy))
    .where(which)

export const publicationOf = async (db: DbOrTx, { portfolioId }: { portfolioId: string }) => {
  const [row] = await publications(db, eq(publication.portfolioId, portfolioId))
  return row ?? null
}

const records = (db: DbOrTx, publicationId: string | Placeholder) =>
  db.select().from(publicationRecord).where(eq(publicationRecord.publicationId, publicationId)).orderBy(asc(publicationRecord.place))
const recordsFrom = (rows: Awaited<ReturnType<typeof records>>) =>
  rows.map(({ shown, ...row }) => ({ ...row, shown: shown as PublicRecord }))

export const recordsOut = async (db: DbOrTx, publicationId: string) => recordsFrom(await records(db, publicationId))

export interface Given {
  readonly id: string
  readonly portfolioId: string
  readonly fields: PublicFields
  readonly cover: PublicCover | null
  readonly coverTells: string[]
  readonly seen: readonly Seen[]
  readonly badges: string[]
  readonly by: string
  readonly at: Date
  readonly records: readonly Omit<typeof publicationRecord.$inferInsert, 'publicationId' | 'place'>[]
}

/** Two who publish at one moment do it one after the other: the page is whole either way. */
export const putPublication = async (tx: Tx, { id, portfolioId, by, at, records, ...given }: Given): Promise<void> => {
  const now = { ...given, publishedBy: by, publishedAt: at, withdrawnAt: null, withdrawnBy: null }
  const [row] = await tx
    .insert(publication)
    .values({ id, portfolioId, ...now })
    .onConflictDoUpdate({ target: publication.portfolioId, set: now })
    .returning({ id: publication.id })
  const publicationId = (row as { id: string }).id
  await tx.delete(publicationRecord).where(eq(publicationRecord.publicationId, publicationId))
  await tx.insert(publicationRecord).values(records.map((one, place) => ({ ...one, place, publicationId })))
}

/** False: it is not there for anybody already. */
export const withdrawPublication = async (tx: Tx, portfolioId: string, by: string, at: Date): Promise<boolean> => {
  const gone = await tx
    .update(publication)
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where(and(eq(publication.portfolioId, portfolioId), isNull(publication.withdrawnAt)))
    .returning({ id: publication.id })
  return gone.length > 0
}

export const membersOf = async (db: DbOrTx, teams: readonly string[]): Promise<string[]> => {
  if (teams.length === 0) return []
  const rows = await db
    .selectDistinct({ id: teamMember.personId })
    .from(teamMember)
    .where(inArray(teamMember.teamId, [...teams]))
  return rows.map(({ id }) => id)
}

/** Given to a person and not revoked; of those named, where some are. */
export const badgesOf = async (db: DbOrTx, personId: string, ids?: readonly string[]) => {
  if (ids?.length === 0) return []
  return db
    .select({ id: badge.id, draft: badgeClass.draft, issuer: organisation.name, at: badge.issuedAt })
    .from(badge)
    .innerJoin(badgeClass, eq(badgeClass.id, badge.classId))
    .innerJoin(organisation, eq(organisation.id, badgeClass.organisationId))
    .where(and(eq(badge.personId, personId), isNull(badge.revokedAt), ids && inArray(badge.id, [...ids])))
    .orderBy(asc(badge.issuedAt), asc(badge.id))
}

/** What lies on a portfolio's shelf, or on those of boards, of those named. */
export const filesOf = async (db: DbOrTx, portfolioId: string, boardIds: readonly string[], ids: readonly string[]) => {
  if (ids.length === 0) return []
  return db
    .select({
      id: file.id,
      type: file.type,
      bytes: file.bytes,
      width: file.width,
      height: file.height,
      sha256: file.sha256,
      personId: file.personId,
    })
    .from(file)
    .where(
      and(or(eq(file.portfolioId, portfolioId), inArray(file.boardId, [...boardIds])), isNull(file.removedAt), inArray(file.id, [...ids])),
    )
}

/** What is asked at every look of the world, written and planned once. */
export const openLooks = (db: Db) => {
  const page = publications(db, eq(publication.id, sql.placeholder('address'))).prepare('public page')
  const around = souls(db, sql.placeholder('ids')).prepare('public souls')
  const out = records(db, sql.placeholder('address')).prepare('public records')
  const written = db
    .select({ position: max(roomUpdate.position) })
    .from(roomUpdate)
    .where(eq(roomUpdate.room, sql.placeholder('room')))
    .prepare('public room')
  return {
    publicationAt: async (address: string) => (await page.execute({ address }))[0] ?? null,
    recordsOut: async (address: string) => recordsFrom(await out.execute({ address })),
    /** Up to which a room is written: what was read of it there need not be read again. */
    positionOf: async (room: string): Promise<number> => (await written.execute({ room }))[0]?.position ?? 0,
    soulsOf: async (ids: readonly string[]) => soulsFrom(ids.length === 0 ? [] : await around.execute({ ids: [...ids] })),
  }
}
