import { taskStates } from '@sheber/contract/plain'
import type { Task, TaskState } from '@sheber/contract/task'
import { byPlace } from '@sheber/domain/task'
import { endsOn, type WholeShelf } from '#lib/device/belongings.ts'
import { readFrom, writeTo, type Shelf } from '#lib/device/shelf.ts'
import type { Change } from './changes.ts'

/** What somebody has done here and the server has not said yes to: it is shown as done, kept on the device and sent in order. */

export interface Person {
  readonly id: string
  readonly name: string
}

interface Named {
  /** Of the deed itself. */
  readonly id: string
  readonly taskId: string
}

export type Deed = Named &
  (
    | { readonly kind: 'add'; readonly title: string; readonly state: TaskState; readonly people: readonly string[]; readonly at: string }
    | { readonly kind: 'move'; readonly state: TaskState; readonly after?: string | null }
    | { readonly kind: 'change'; readonly change: Change }
    | { readonly kind: 'remove' }
    | { readonly kind: 'restore' }
  )

/** Said no to: it stays here to be read, and is not tried again. */
export interface Refusal {
  readonly deed: Deed
  readonly code: string
  /** In the server's words. */
  readonly why: string
}

/** A task as it is shown: with what is done to it and not sent. */
export type Shown = Task & { readonly waits: boolean }

export type Columns = Readonly<Record<TaskState, readonly Shown[]>>

interface Around {
  readonly me: Person
  readonly projectId: string
  readonly members: readonly Person[]
}

const changed = (one: Shown, { title, words, due, join = [], leave = [] }: Change, members: readonly Person[]): Shown => {
  const have = one.people.filter(({ id }) => !leave.includes(id))
  const fresh = members.filter(({ id }) => join.includes(id) && !have.some((other) => other.id === id))
  return {
    ...one,
    ...(title && { title: title.now }),
    ...(words && { words: words.now }),
    ...(due !== undefined && { due }),
    people: [...have, ...fresh.map(({ id, name }) => ({ id, name }))],
    waits: true,
  }
}

const begun = ({ taskId, title, state, people, at }: Extract<Deed, { kind: 'add' }>, { me, projectId, members }: Around): Shown => ({
  id: taskId,
  projectId,
  title,
  words: '',
  state,
  place: '',
  due: null,
  people: members.filter(({ id }) => people.includes(id)).map(({ id, name }) => ({ id, name })),
  by: { id: me.id, name: me.name },
  at,
  doneAt: null,
  removedAt: null,
  revision: 0,
  waits: true,
})

/** Puts it behind another of the column, above all (null), or below all. */
const laid = (column: readonly Shown[], one: Shown, after: string | null | undefined): Shown[] => {
  const others = column.filter(({ id }) => id !== one.id)
  const at = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1
  const nth = after === undefined || (after !== null && at === 0) ? others.length : at
  return [...others.slice(0, nth), one, ...others.slice(nth)]
}

/** Columns as they stand at the server, in order, and then each deed on top of them. */
export const columnsOf = (tasks: readonly Task[], deeds: readonly Deed[], around: Around): Columns => {
  const all = new Map<string, Shown>(tasks.map((one) => [one.id, { ...one, waits: false }]))
  const columns = Object.fromEntries(
    taskStates.map((state) => [state, [...all.values()].filter((one) => one.state === state && one.removedAt === null).sort(byPlace)]),
  ) as Record<TaskState, Shown[]>
  const take = (one: Shown) => {
    for (const state of taskStates) columns[state] = columns[state].filter(({ id }) => id !== one.id)
  }
  const put = (one: Shown, after?: string | null) => {
    take(one)
    columns[one.state] = laid(columns[one.state], one, after)
  }
  for (const deed of deeds) {
    const one = all.get(deed.taskId)
    if (deed.kind === 'add') {
      // The answer may have been lost, and the task be there.
      if (one) continue
      const fresh = begun(deed, around)
      all.set(fresh.id, fresh)
      put(fresh)
      continue
    }
    if (!one) continue
    if (deed.kind === 'change') {
      const next = changed(one, deed.change, around.members)
      all.set(next.id, next)
      columns[next.state] = columns[next.state].map((other) => (other.id === next.id ? next : other))
    } else if (deed.kind === 'move') {
      const next = { ...one, state: deed.state, waits: true }
      all.set(next.id, next)
      // Where it stands already it stays.
      if (deed.after === undefined && one.state === deed.state) continue
      put(next, deed.after)
    } else if (deed.kind === 'remove') take(one)
    else {
      const next = { ...one, removedAt: null, waits: true }
      all.set(next.id, next)
      columns[next.state] = [...columns[next.state].filter(({ id }) => id !== next.id), next].sort(byPlace)
    }
  }
  return columns
}

/**
 * What the server has said of tasks, of two readings the newer. `fresh`: answered since the last whole reading, which may have been
 * on its way before them; they are kept through one of these.
 */
export const merged = (known: readonly Task[], read: readonly Task[], fresh: ReadonlySet<string>): Task[] => {
  const before = new Map(known.map((one) => [one.id, one]))
  const now = read.map((one) => {
    const old = before.get(one.id)
    return old && old.revision > one.revision ? old : one
  })
  const there = new Set(read.map(({ id }) => id))
  return [...now, ...known.filter(({ id }) => fresh.has(id) && !there.has(id))]
}

const namesBegin = (personId: string) => `sheber-tasks-${personId}-`
const nameOf = (personId: string, projectId: string) => `${namesBegin(personId)}${projectId}`

export const readDeeds = (shelf: Shelf | null, personId: string, projectId: string): readonly Deed[] => {
  const kept = readFrom(shelf, nameOf(personId, projectId))
  return Array.isArray(kept) ? (kept as Deed[]) : []
}

/** False: they are not kept here, and whoever works should know. */
export const writeDeeds = (shelf: Shelf | null, personId: string, projectId: string, deeds: readonly Deed[]): boolean =>
  writeTo(shelf, nameOf(personId, projectId), deeds.length === 0 ? null : deeds)

export interface UnsentDeeds {
  readonly projectId: string
  /** How many. */
  readonly deeds: number
}

/** Of this person in every project, as far as it lies on this device. */
export const unsentDeeds = (shelf: WholeShelf | null, personId: string): readonly UnsentDeeds[] =>
  endsOn(shelf, namesBegin(personId))
    .map((projectId) => ({ projectId, deeds: readDeeds(shelf, personId, projectId).length }))
    .filter(({ deeds }) => deeds > 0)
