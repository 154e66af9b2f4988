import type { Asked } from '@sheber/contract/kit'
import type { Task, task, TaskState } from '@sheber/contract/task'

/** What somebody has said of a task in its form. */
export interface Said {
  readonly title: string
  readonly words: string
  /** '' for no day. */
  readonly due: string
  readonly people: readonly string[]
  readonly state: TaskState
}

export type Change = Asked<typeof task.change>['body']

/** As it stood when the form was opened. */
export const saidOf = ({ title, words, due, people, state }: Task): Said => ({
  title,
  words,
  due: due ?? '',
  people: people.map(({ id }) => id),
  state,
})

/** Only what is different: who changed a day has not written over somebody's words. Null: nothing. */
export const changesOf = (before: Said, now: Said): { readonly change: Change | null; readonly state: TaskState | null } => {
  const join = now.people.filter((id) => !before.people.includes(id))
  const leave = before.people.filter((id) => !now.people.includes(id))
  const change: Change = {
    ...(now.title.trim() !== before.title && { title: { was: before.title, now: now.title.trim() } }),
    ...(now.words.trim() !== before.words && { words: { was: before.words, now: now.words.trim() } }),
    ...(now.due !== before.due && { due: now.due || null }),
    ...(join.length > 0 && { join }),
    ...(leave.length > 0 && { leave }),
  }
  return { change: Object.keys(change).length > 0 ? change : null, state: now.state === before.state ? null : now.state }
}
