import type { DueTask, Task, TaskCount, TaskState } from '@sheber/contract/task'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { person, project, task, taskPerson, team, teamMember } from '@sheber/db/schema'
import { byName } from '@sheber/domain/name'
import { may, type Who } from '@sheber/domain/permission'
import { byPlace, dueWhen, isLate } from '@sheber/domain/task'
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte, ne, sql, type SQL } from 'drizzle-orm'
import { thingOf } from '../project/project.thing.ts'

/** So many of those taken away are offered back; what is older is still kept. */
const removedMost = 30

/** Of a project, by place, and the newest of those that were taken away. */
export const tasksOf = async (db: DbOrTx, projectId: string): Promise<{ tasks: Task[]; removed: Task[] }> => {
  const ofProject = eq(task.projectId, projectId)
  const [there, gone] = await Promise.all([
    db
      .select()
      .from(task)
      .where(and(ofProject, isNull(task.removedAt))),
    db
      .select()
      .from(task)
      .where(and(ofProject, isNotNull(task.removedAt)))
      .orderBy(desc(task.removedAt))
      .limit(removedMost),
  ])
  const shown = await show(db, [...there, ...gone])
  return { tasks: shown.slice(0, there.length).sort(byPlace), removed: shown.slice(there.length) }
}

export const oneTask = async (db: DbOrTx, id: string): Promise<Task | undefined> =>
  (await show(db, await db.select().from(task).where(eq(task.id, id))))[0]

/** Fill and show: two queries for all. */
const show = async (db: DbOrTx, rows: readonly (typeof task.$inferSelect)[]): Promise<Task[]> => {
  if (rows.length === 0) return []
  const [doers, authors] = await Promise.all([
    db
      .select({ taskId: taskPerson.taskId, id: person.id, name: person.name })
      .from(taskPerson)
      .innerJoin(person, eq(person.id, taskPerson.personId))
      .where(
        inArray(
          taskPerson.taskId,
          rows.map(({ id }) => id),
        ),
      ),
    db
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(inArray(person.id, [...new Set(rows.map(({ createdBy }) => createdBy))])),
  ])
  const byTask = Map.groupBy(doers, ({ taskId }) => taskId)
  const names = new Map(authors.map(({ id, name }) => [id, name]))
  return rows.map(({ createdBy, createdAt, doneAt, removedAt, ...row }) => ({
    ...row,
    people: (byTask.get(row.id) ?? []).map(({ id, name }) => ({ id, name })).sort(byName),
    by: { id: createdBy, name: names.get(createdBy) ?? '' },
    at: createdAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    removedAt: removedAt?.toISOString() ?? null,
  }))
}

export const countTasks = async (db: DbOrTx, projectId: string, today: string): Promise<TaskCount> => {
  const rows = await db
    .select({ state: task.state, due: task.due, n: count() })
    .from(task)
    .where(and(eq(task.projectId, projectId), isNull(task.removedAt)))
    .groupBy(task.state, task.due)
  const sum = (which: (row: (typeof rows)[number]) => boolean) => rows.filter(which).reduce((all, { n }) => all + n, 0)
  const of = (state: TaskState) => sum((row) => row.state === state)
  return { todo: of('todo'), doing: of('doing'), check: of('check'), done: of('done'), late: sum((row) => isLate(row, today)) }
}

/** Somebody's own that are late or due until `tomorrow`, in projects that they work on. */
export const dueTasks = async (db: DbOrTx, who: Who, today: string, tomorrow: string): Promise<DueTask[]> => {
  const rows = await db
    .select({
      id: task.id,
      title: task.title,
      state: task.state,
      due: task.due,
      project: project.title,
      thing: { id: project.id, teamId: project.teamId, organisationId: team.organisationId, state: project.state },
    })
    .from(taskPerson)
    .innerJoin(task, eq(task.id, taskPerson.taskId))
    .innerJoin(project, eq(project.id, task.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .where(and(eq(taskPerson.personId, who.id), ne(task.state, 'done'), isNull(task.removedAt), lte(task.due, tomorrow)))
    .orderBy(asc(task.due), asc(task.id))
  return rows.flatMap(({ thing, id, title, state, due, ...named }) => {
    const when = dueWhen({ state, due }, today)
    if (!when || due === null || !may(who, 'task.move', thingOf(thing))) return []
    return [{ id, title, ...named, projectId: thing.id, due, when }]
  })
}

export const projectOf = async (db: DbOrTx, id: string): Promise<string | undefined> =>
  (await db.select({ projectId: task.projectId }).from(task).where(eq(task.id, id)))[0]?.projectId

/** False: its id was there already. */
export const insertTask = async (tx: Tx, row: typeof task.$inferInsert): Promise<boolean> =>
  (await tx.insert(task).values(row).onConflictDoNothing().returning({ id: task.id })).length > 0

export const lockTask = async (tx: Tx, id: string) => {
  const [row] = await tx.select().from(task).where(eq(task.id, id)).for('no key update')
  return row
}

export const updateTask = async (tx: Tx, id: string, set: Partial<typeof task.$inferSelect>) => {
  await tx
    .update(task)
    .set({ ...set, revision: sql`${task.revision} + 1` })
    .where(eq(task.id, id))
}

/** What stands in a column, in order. */
export const columnOf = async (tx: Tx, projectId: string, state: TaskState): Promise<{ id: string; place: string }[]> => {
  const inColumn: SQL | undefined = and(eq(task.projectId, projectId), eq(task.state, state), isNull(task.removedAt))
  const rows = await tx.select({ id: task.id, place: task.place }).from(task).where(inColumn)
  // The database may sort letters as a language does; keys are sorted as bytes.
  return rows.sort(byPlace)
}

export const countThere = (tx: Tx, projectId: string): Promise<number> =>
  tx.$count(task, and(eq(task.projectId, projectId), isNull(task.removedAt)))

export const peopleOf = async (tx: Tx, taskId: string): Promise<string[]> =>
  (await tx.select({ id: taskPerson.personId }).from(taskPerson).where(eq(taskPerson.taskId, taskId))).map(({ id }) => id)

export const addPeople = async (tx: Tx, taskId: string, people: readonly string[], at: Date) => {
  if (people.length === 0) return
  await tx
    .insert(taskPerson)
    .values(people.map((personId) => ({ taskId, personId, createdAt: at })))
    .onConflictDoNothing()
}

/** How many it was who did it and do it no more. */
export const dropPeople = async (tx: Tx, taskId: string, people: readonly string[]): Promise<number> => {
  if (people.length === 0) return 0
  const rows = await tx
    .delete(taskPerson)
    .where(and(eq(taskPerson.taskId, taskId), inArray(taskPerson.personId, [...people])))
    .returning({ id: taskPerson.personId })
  return rows.length
}

/** Who is in the team of a project. */
export const teamOf = async (tx: Tx, projectId: string): Promise<string[]> => {
  const rows = await tx
    .select({ id: teamMember.personId })
    .from(teamMember)
    .innerJoin(project, eq(project.teamId, teamMember.teamId))
    .where(eq(project.id, projectId))
  return rows.map(({ id }) => id)
}
