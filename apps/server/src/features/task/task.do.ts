import { isDay } from '@sheber/domain/day'
import { refuse } from '@sheber/contract/refusal'
import { task, type TaskState } from '@sheber/contract/task'
import type { Asked } from '@sheber/contract/kit'
import type { Tx } from '@sheber/db/open'
import { keyAbove, keyBetween, topOf } from '@sheber/document/order'
import { cleanTitle, cleanWords, moveTask, newPeople, tasksMax, writeOver } from '@sheber/domain/task'
import { change, type Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { lockProject } from '../project/project.lock.ts'
import { addPeople, columnOf, countThere, dropPeople, insertTask, lockTask, peopleOf, projectOf, teamOf, updateTask } from './task.store.ts'

/** Tasks of one project are laid one after another, so that two never get one place; what was archived meanwhile is left alone. */
const lockOpen = async (tx: Tx, projectId: string) => {
  const state = await lockProject(tx, projectId)
  if (state === undefined) return refuse('not-found')
  if (state === 'archived') return refuse('forbidden')
}

/** Each is told once that it is theirs now, and nobody of their own doing. */
const tellEach = async (tell: Tell, named: { taskId: string; projectId: string }, people: readonly string[], byId: string) => {
  for (const personId of people) if (personId !== byId) await tell(task.assigned, { ...named, personId })
}

const placeIn = async (tx: Tx, projectId: string, state: TaskState, id: string, after: string | null | undefined): Promise<string> => {
  const others = (await columnOf(tx, projectId, state)).filter((one) => one.id !== id)
  const at = after === null ? 0 : others.findIndex((one) => one.id === after) + 1
  if (after === undefined || (after !== null && at === 0)) return keyAbove(topOf(others.map(({ place }) => place)))
  return keyBetween(others[at - 1]?.place ?? null, others[at]?.place ?? null)
}

/** Its author may send it again when no answer came: it is added once. */
export const addTask = (
  services: Services,
  projectId: string,
  byId: string,
  { id, title, state, people }: Asked<typeof task.add>['body'],
): Promise<void> =>
  change(services, byId, async (tx, tell) => {
    await lockOpen(tx, projectId)
    const now = services.clock.now()
    const place = await placeIn(tx, projectId, state, id, undefined)
    const at = { createdBy: byId, createdAt: now, doneAt: state === 'done' ? now : null }
    if (!(await insertTask(tx, { id, projectId, title: cleanTitle(title), state, place, ...at }))) {
      const there = await lockTask(tx, id)
      return there?.createdBy === byId && there.projectId === projectId ? undefined : refuse('input')
    }
    if ((await countThere(tx, projectId)) > tasksMax) refuse('too-many-tasks', { max: tasksMax })
    const doing = newPeople(people, [], await teamOf(tx, projectId))
    await addPeople(tx, id, doing, now)
    await tell(task.added, { taskId: id, projectId })
    await tellEach(tell, { taskId: id, projectId }, doing, byId)
  })

/** Runs on the locked row of a task that is there; what was taken away is first brought back. */
const onTask = <T>(
  services: Services,
  id: string,
  byId: string,
  work: (of: {
    tx: Tx
    tell: Tell
    before: NonNullable<Awaited<ReturnType<typeof lockTask>>>
    named: { taskId: string; projectId: string }
  }) => Promise<T>,
): Promise<T> =>
  change(services, byId, async (tx, tell) => {
    const projectId = (await projectOf(tx, id)) ?? refuse('not-found')
    await lockOpen(tx, projectId)
    const before = (await lockTask(tx, id)) ?? refuse('not-found')
    return work({ tx, tell, before, named: { taskId: id, projectId } })
  })

/** What changes nothing is told to nobody. */
export const changeTask = (
  services: Services,
  id: string,
  byId: string,
  { title, words, due, join = [], leave = [] }: Asked<typeof task.change>['body'],
): Promise<void> =>
  onTask(services, id, byId, async ({ tx, tell, before, named }) => {
    if (before.removedAt) return refuse('not-found')
    if (due && !isDay(due)) refuse('input')
    const set = {
      ...(title && { title: writeOver(before.title, { was: title.was, now: cleanTitle(title.now) }) }),
      ...(words && { words: writeOver(before.words, { was: words.was, now: cleanWords(words.now) }) }),
      ...(due !== undefined && { due }),
    }
    const isNew = Object.entries(set).some(([name, value]) => before[name as keyof typeof set] !== value)
    const have = await peopleOf(tx, id)
    const fresh = newPeople(
      join.filter((one) => !have.includes(one)),
      have,
      await teamOf(tx, named.projectId),
    )
    await addPeople(tx, id, fresh, services.clock.now())
    const gone = await dropPeople(tx, id, leave)
    if (!isNew && fresh.length === 0 && gone === 0) return
    await updateTask(tx, id, set)
    await tell(task.changed, named)
    await tellEach(tell, named, fresh, byId)
  })

export const moveTaskTo = (
  services: Services,
  id: string,
  byId: string,
  { state, after }: Asked<typeof task.move>['body'],
): Promise<void> =>
  onTask(services, id, byId, async ({ tx, tell, before, named }) => {
    if (before.removedAt) return refuse('not-found')
    // Where it stands already it stays: pressed twice, it moves once.
    if (after === undefined && state === before.state) return
    const place = after === id ? before.place : await placeIn(tx, named.projectId, state, id, after)
    await updateTask(tx, id, { ...moveTask(before, state, services.clock.now()), place })
    await tell(task.moved, named)
  })

/** Out of sight, or back to where it stood. */
export const setRemoved = (services: Services, id: string, byId: string, removed: boolean): Promise<void> =>
  onTask(services, id, byId, async ({ tx, tell, before, named }) => {
    if ((before.removedAt !== null) === removed) return
    if (!removed && (await countThere(tx, named.projectId)) >= tasksMax) refuse('too-many-tasks', { max: tasksMax })
    await updateTask(tx, id, { removedAt: removed ? services.clock.now() : null })
    await tell(removed ? task.removed : task.restored, named)
  })
