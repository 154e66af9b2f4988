import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import type { DbOrTx, Tx } from '@sheber/db/open'
import {
  board,
  exhibition,
  file,
  person,
  project,
  roomVersion,
  stand,
  standDecision,
  standEntry,
  standShown,
  team,
  teamMember,
} from '@sheber/db/schema'
import type { PublicStand } from '@sheber/domain/hall'
import { and, asc, count, desc, eq, inArray, isNull, notInArray, sql, type SQL } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { isAdult } from '../person/person.adult.ts'

export type StandRow = typeof stand.$inferSelect
export type EntryRow = typeof standEntry.$inferSelect

/** A stand with all that is said around it. */
export interface Around {
  readonly row: StandRow
  readonly of: { readonly plan: Plan; readonly state: ExhibitionState }
  readonly project: Pick<typeof project.$inferSelect, 'id' | 'title' | 'brief' | 'direction' | 'state' | 'teamId'>
  readonly team: { readonly id: string; readonly name: string; readonly organisationId: string }
  /** Of the board that is handed in: the project's first. */
  readonly boardId: string
}

const around = async (db: DbOrTx, which: SQL | undefined): Promise<Around[]> => {
  const rows = await db
    .selectDistinctOn([stand.id], {
      row: stand,
      of: { plan: exhibition.plan, state: exhibition.state },
      project: {
        id: project.id,
        title: project.title,
        brief: project.brief,
        direction: project.direction,
        state: project.state,
        teamId: project.teamId,
      },
      team: { id: team.id, name: team.name, organisationId: team.organisationId },
      boardId: board.id,
    })
    .from(stand)
    .innerJoin(exhibition, eq(exhibition.id, stand.exhibitionId))
    .innerJoin(project, eq(project.id, stand.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(board, eq(board.projectId, project.id))
    .where(which)
    .orderBy(stand.id, asc(board.createdAt), asc(board.title))
  return rows
}

export const oneStand = async (db: DbOrTx, id: string): Promise<Around | undefined> => (await around(db, eq(stand.id, id)))[0]

/** The newest first. */
export const standsOfProject = async (db: DbOrTx, projectId: string): Promise<Around[]> =>
  (await around(db, eq(stand.projectId, projectId))).sort((a, b) => b.row.createdAt.getTime() - a.row.createdAt.getTime())

/** What is still its team's own is nobody's to look through; the one that was handed in first stands first. */
export const standsOfExhibition = async (db: DbOrTx, exhibitionId: string): Promise<Around[]> => {
  const found = await around(db, and(eq(stand.exhibitionId, exhibitionId), notInArray(stand.state, ['draft', 'withdrawn'])))
  const at = ({ row }: Around) => (row.enteredAt ?? row.createdAt).getTime()
  return found.sort((a, b) => at(a) - at(b) || (a.row.id < b.row.id ? -1 : 1))
}

/** Whoever decides about it stands in a line. */
export const lockStand = async (tx: Tx, id: string): Promise<Around | undefined> => {
  await tx.select({ id: stand.id }).from(stand).where(eq(stand.id, id)).for('update')
  return oneStand(tx, id)
}

/** … and whoever gives numbers, in a line of the exhibition's own. */
export const lockNumbers = async (tx: Tx, exhibitionId: string): Promise<void> => {
  await tx.select({ id: exhibition.id }).from(exhibition).where(eq(exhibition.id, exhibitionId)).for('no key update')
}

export const hasNumber = async (tx: Tx, exhibitionId: string, number: number): Promise<string | undefined> =>
  (
    await tx
      .select({ id: stand.id })
      .from(stand)
      .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.number, number)))
  )[0]?.id

/** There is one of each project: the id of the one that is there. */
export const insertStand = async (tx: Tx, row: typeof stand.$inferInsert): Promise<{ id: string; isNew: boolean } | undefined> => {
  const made = await tx.insert(stand).values(row).onConflictDoNothing().returning({ id: stand.id })
  if (made[0]) return { id: made[0].id, isNew: true }
  const [known] = await tx
    .select({ id: stand.id })
    .from(stand)
    .where(and(eq(stand.exhibitionId, row.exhibitionId), eq(stand.projectId, row.projectId)))
  return known && { id: known.id, isNew: false }
}

export const standBegun = async (db: DbOrTx, exhibitionId: string, projectId: string): Promise<string | undefined> =>
  (
    await db
      .select({ id: stand.id })
      .from(stand)
      .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.projectId, projectId)))
  )[0]?.id

export const updateStand = async (tx: Tx, id: string, set: Partial<typeof stand.$inferInsert>): Promise<void> => {
  await tx
    .update(stand)
    .set({ ...set, revision: sql`${stand.revision} + 1` })
    .where(eq(stand.id, id))
}

/** What nobody loses words by: their revision stays. */
export const touchStand = async (tx: Tx, id: string, set: Partial<typeof stand.$inferInsert>): Promise<void> => {
  await tx.update(stand).set(set).where(eq(stand.id, id))
}

/** As each was handed in last. */
export const entriesOf = async (db: DbOrTx, ids: readonly string[]): Promise<Map<string, EntryRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([standEntry.standId])
    .from(standEntry)
    .where(inArray(standEntry.standId, [...ids]))
    .orderBy(standEntry.standId, desc(standEntry.nth))
  return new Map(rows.map((row) => [row.standId, row]))
}

export const insertEntry = async (tx: Tx, row: Omit<typeof standEntry.$inferInsert, 'nth'>): Promise<void> => {
  const [made] = await tx.select({ n: count() }).from(standEntry).where(eq(standEntry.standId, row.standId))
  await tx.insert(standEntry).values({ ...row, nth: (made?.n ?? 0) + 1 })
}

/** What became of it, kept for good. */
export const noteDecision = async (tx: Tx, row: typeof standDecision.$inferInsert): Promise<void> => {
  await tx.insert(standDecision).values(row)
}

/** Of each stand all that became of it, the oldest first. */
export const decisionsOf = async (db: DbOrTx, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, never[]>()
  const { standId, step, reason, at } = standDecision
  const rows = await db
    .select({ standId, step, reason, at, by: person.name })
    .from(standDecision)
    .innerJoin(person, eq(person.id, standDecision.personId))
    .where(inArray(standId, [...ids]))
    .orderBy(asc(at), asc(standDecision.id))
  return Map.groupBy(rows, (row) => row.standId)
}

export const putShown = async (
  tx: Tx,
  standId: string,
  { shown, authors, tells, at }: { shown: PublicStand; authors: string[]; tells: string[]; at: Date },
): Promise<void> => {
  const sha256 = createHash('sha256').update(JSON.stringify(shown)).digest('hex')
  const row = { shown, sha256, authors, tells, at }
  await tx
    .insert(standShown)
    .values({ standId, ...row })
    .onConflictDoUpdate({ target: standShown.standId, set: row })
}

/** Of several teams at once: who they are now. */
export const peopleOfTeams = async (db: DbOrTx, teams: readonly string[]) => {
  if (teams.length === 0) return []
  return db
    .select({ teamId: teamMember.teamId, id: person.id, name: person.name, birthYear: person.birthYear, adult: isAdult })
    .from(teamMember)
    .innerJoin(person, eq(person.id, teamMember.personId))
    .where(inArray(teamMember.teamId, [...new Set(teams)]))
}

/** Of those named, what lies on the boards of a project and was not taken away. */
export const filesOfProject = async (db: DbOrTx, projectId: string, ids: readonly string[]) => {
  if (ids.length === 0) return []
  return db
    .select({
      ...{ id: file.id, type: file.type, name: file.name, width: file.width, height: file.height },
      personId: file.personId,
      sha256: file.sha256,
    })
    .from(file)
    .innerJoin(board, eq(board.id, file.boardId))
    .where(and(eq(board.projectId, projectId), isNull(file.removedAt), inArray(file.id, [...new Set(ids)])))
}

/** At which position of its room's log a version was made. */
export const positionOf = async (db: DbOrTx, versionId: string): Promise<number | undefined> =>
  (await db.select({ position: roomVersion.position }).from(roomVersion).where(eq(roomVersion.id, versionId)))[0]?.position

/** A project with the board that is handed in: its first. */
export const projectBegun = async (db: DbOrTx, id: string) => {
  const [row] = await db
    .select({ project: { id: project.id, teamId: project.teamId, title: project.title, brief: project.brief }, boardId: board.id })
    .from(project)
    .innerJoin(board, eq(board.projectId, project.id))
    .where(eq(project.id, id))
    .orderBy(asc(board.createdAt), asc(board.title))
    .limit(1)
  return row
}
