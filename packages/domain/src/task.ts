import { refuse } from '@sheber/contract/refusal'
import type { DueTask, Task, TaskState } from '@sheber/contract/task'

/** Of one project, those taken away apart: a year of a large team stays below, and all of them are one answer. */
export const tasksMax = 500

/** Days from one day of the calendar to another. */
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

type Dated = Pick<Task, 'state' | 'due'>

/** Its day has passed, and it is not done. The day itself is still a day to do it. */
export const isLate = ({ state, due }: Dated, today: string): boolean => due !== null && state !== 'done' && due < today

/** Whether it asks to be thought of today; null: it does not. */
export const dueWhen = (one: Dated, today: string): DueTask['when'] | null => {
  if (one.due === null || one.state === 'done') return null
  const days = daysBetween(today, one.due)
  if (days < 0) return 'late'
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : null
}

/** What usually follows; null once it is done. */
export const nextState = (state: TaskState): TaskState | null =>
  ({ todo: 'doing', doing: 'check', check: 'done', done: null })[state] as TaskState | null

/** One spelling for one letter, one space for many, and nothing around it; refuses what then shows nothing. */
export const cleanTitle = (title: string): string => title.normalize('NFC').replace(/\s+/gu, ' ').trim() || refuse('input')
export const cleanWords = (words: string): string => words.normalize('NFC').replace(/\r\n?/g, '\n').trim()

export const byPlace = (a: Pick<Task, 'id' | 'place'>, b: Pick<Task, 'id' | 'place'>): number => {
  if (a.place !== b.place) return a.place < b.place ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** `doneAt` tells since when: a second look at what is done does not make it newer. */
export const moveTask = (
  { state, doneAt }: { readonly state: TaskState; readonly doneAt: Date | null },
  to: TaskState,
  now: Date,
): { state: TaskState; doneAt: Date | null } => ({ state: to, doneAt: to !== 'done' ? null : state === 'done' && doneAt ? doneAt : now })

/** What somebody wrote over what they had read: refuses where other words stand there by now. Sent twice, it is written once. */
export const writeOver = (stands: string, { was, now }: { readonly was: string; readonly now: string }): string =>
  stands === now || stands === was ? now : refuse('task-changed')

/** Only people of the team are given a task; whoever has it already may have left since. */
export const newPeople = (asked: readonly string[], have: readonly string[], team: readonly string[]): string[] => {
  const fresh = asked.filter((id) => !have.includes(id))
  if (fresh.some((id) => !team.includes(id))) refuse('task-outside')
  return fresh
}
