import type { EvidenceState } from '@sheber/contract/evidence'
import type { DbOrTx } from '@sheber/db/open'
import { board, evidence, file, notebookPage, person, portfolio, project, room, task, taskPerson, team } from '@sheber/db/schema'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { positionOfRoom } from '../notebook/notebook.words.ts'

const ofProject = {
  projectId: project.id,
  project: project.title,
  state: project.state,
  team: team.name,
  teamId: project.teamId,
  organisationId: team.organisationId,
}

export const projectsNamed = (db: DbOrTx, ids: readonly string[]) =>
  db
    .select({ id: project.id, ...ofProject })
    .from(project)
    .innerJoin(team, eq(team.id, project.teamId))
    .where(inArray(project.id, [...ids]))

export const boardsNamed = (db: DbOrTx, ids: readonly string[]) =>
  db
    .select({ id: board.id, title: board.title, frozenAt: room.frozenAt, ...ofProject })
    .from(board)
    .innerJoin(project, eq(project.id, board.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .leftJoin(room, eq(room.name, sql`'board:' || ${board.id}`))
    .where(inArray(board.id, [...ids]))

/** Also what was taken away. */
export const pagesNamed = (db: DbOrTx, ids: readonly string[]) =>
  db
    .select({
      id: notebookPage.id,
      day: notebookPage.day,
      title: notebookPage.title,
      removedAt: notebookPage.removedAt,
      words: notebookPage.words,
      wordsPosition: notebookPage.wordsPosition,
      position: positionOfRoom,
      frozenAt: room.frozenAt,
      ...ofProject,
    })
    .from(notebookPage)
    .innerJoin(project, eq(project.id, notebookPage.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .leftJoin(room, eq(room.name, sql`'notebook:' || ${notebookPage.id}`))
    .where(inArray(notebookPage.id, [...ids]))

/** Also what was taken away. */
export const tasksNamed = (db: DbOrTx, ids: readonly string[]) =>
  db
    .select({ id: task.id, title: task.title, step: task.state, due: task.due, removedAt: task.removedAt, ...ofProject })
    .from(task)
    .innerJoin(project, eq(project.id, task.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .where(inArray(task.id, [...ids]))

/** Who does them, by name. */
export const doersOf = (db: DbOrTx, taskIds: readonly string[]) =>
  db
    .select({ taskId: taskPerson.taskId, name: person.name })
    .from(taskPerson)
    .innerJoin(person, eq(person.id, taskPerson.personId))
    .where(inArray(taskPerson.taskId, [...taskIds]))
    .orderBy(asc(person.name))

const later = alias(file, 'later')

/** Also what was taken away. `newer`: a later one of the same name lies on the same board. */
export const filesNamed = (db: DbOrTx, ids: readonly string[]) =>
  db
    .select({
      id: file.id,
      name: file.name,
      boardId: file.boardId,
      portfolioId: file.portfolioId,
      by: person.name,
      removedAt: file.removedAt,
      projectId: board.projectId,
      newer: sql<boolean>`exists (${db
        .select({ one: sql`1` })
        .from(later)
        .where(
          and(
            eq(later.boardId, file.boardId),
            sql`lower(${later.name}) = lower(${file.name})`,
            sql`${later.at} > ${file.at}`,
            isNull(later.removedAt),
          ),
        )})`,
    })
    .from(file)
    .innerJoin(person, eq(person.id, file.personId))
    .leftJoin(board, eq(board.id, file.boardId))
    .where(inArray(file.id, [...ids]))

/** Whose portfolio it is, by name. */
export const ownerOf = async (db: DbOrTx, portfolioId: string): Promise<string> => {
  const [row] = await db
    .select({ name: sql<string>`coalesce(${person.name}, ${team.name})` })
    .from(portfolio)
    .leftJoin(person, eq(person.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    .where(eq(portfolio.id, portfolioId))
  return row?.name ?? ''
}

/** Claims that records carry and that nothing has taken the place of. */
export const claimsOf = (
  db: DbOrTx,
  portfolioId: string,
  recordIds: readonly string[],
): Promise<{ recordId: string; state: EvidenceState }[]> =>
  db
    .select({ recordId: evidence.recordId, state: evidence.state })
    .from(evidence)
    .where(and(eq(evidence.portfolioId, portfolioId), inArray(evidence.recordId, [...recordIds]), isNull(evidence.supersededAt)))
