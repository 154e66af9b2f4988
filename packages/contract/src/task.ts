import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { taskPeopleMax, taskStates, taskTitleMax, taskWordsMax } from './plain.ts'
import { Closed, Moment } from './words.ts'

export const TaskState = Type.Enum(taskStates)
export type TaskState = Static<typeof TaskState>

/** One line that shows something; no controls. */
const Title = Type.String({
  minLength: 1,
  maxLength: taskTitleMax,
  pattern: String.raw`^(?=.*[\p{L}\p{N}\p{P}\p{S}])[\P{C}\u200d]*$`,
})
const TaskWords = Type.String({ maxLength: taskWordsMax, pattern: String.raw`^[\P{C}\t\n\r\u200d]*$` })
/** Of the calendar on the wall of the centre: `2026-12-24`. */
const Day = Type.String({ maxLength: 10, pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })
const People = Type.Array(Id, { maxItems: taskPeopleMax, uniqueItems: true })

const Person = Closed({ id: Id, name: Type.String() })

export const Task = Closed({
  id: Id,
  projectId: Id,
  title: Type.String(),
  words: Type.String(),
  state: TaskState,
  /** A fractional key: which of two tasks of a column stands first. */
  place: Type.String(),
  due: Type.Union([Type.String(), Type.Null()]),
  /** Who does it, by name. */
  people: Type.Array(Person),
  by: Person,
  at: Moment,
  doneAt: Type.Union([Moment, Type.Null()]),
  removedAt: Type.Union([Moment, Type.Null()]),
  /** Grows with every change: of two readings the higher one is the newer. */
  revision: Type.Integer(),
})
export type Task = Static<typeof Task>

/** What asks to be thought of: it is due, and it is the reader's to do. */
export const DueTask = Closed({
  id: Id,
  projectId: Id,
  title: Type.String(),
  project: Type.String(),
  due: Type.String(),
  when: Type.Enum(['late', 'today', 'tomorrow'] as const),
})
export type DueTask = Static<typeof DueTask>

export const TaskCount = Closed({
  todo: Type.Integer(),
  doing: Type.Integer(),
  check: Type.Integer(),
  done: Type.Integer(),
  /** Of those that are not done. */
  late: Type.Integer(),
})
export type TaskCount = Static<typeof TaskCount>

const projectId = Closed({ projectId: Id })
const taskId = Closed({ taskId: Id })
/** What was read before it was written over: where somebody else has written since, nothing is lost in silence. */
const over = <S extends ReturnType<typeof Type.String>>(words: S) => Closed({ was: Type.String({ maxLength: taskWordsMax }), now: words })

const named = Closed({ taskId: Id, projectId: Id })
const ofProject = ({ projectId: id }: { projectId: string }) => [`project:${id}`] as const

export const task = {
  /** By place; those taken away too, the newest of them, for whoever brings them back. */
  list: route({
    name: 'task.list',
    method: 'GET',
    path: '/api/project/:projectId/task',
    params: projectId,
    reply: Closed({
      tasks: Type.Array(Task),
      removed: Type.Array(Task),
      /** On the wall of the centre. */
      today: Type.String(),
      may: Type.Enum(['read', 'write'] as const),
    }),
  }),
  count: route({ name: 'task.count', method: 'GET', path: '/api/project/:projectId/task/count', params: projectId, reply: TaskCount }),
  /** Below all others of its column. `id` is made by its author: what is sent twice is there once. */
  add: route({
    name: 'task.add',
    method: 'POST',
    path: '/api/project/:projectId/task',
    params: projectId,
    body: Closed({ id: Id, title: Title, state: TaskState, people: People }),
    reply: Task,
    refusals: ['too-many-tasks', 'task-outside'],
  }),
  look: route({
    name: 'task.look',
    method: 'GET',
    path: '/api/task/:taskId',
    params: taskId,
    reply: Closed({ task: Task, today: Type.String(), may: Type.Enum(['read', 'write'] as const) }),
  }),
  /** Field by field: two who change different things both have their way. */
  change: route({
    name: 'task.change',
    method: 'PATCH',
    path: '/api/task/:taskId',
    params: taskId,
    body: Closed({
      title: Type.Optional(over(Title)),
      words: Type.Optional(over(TaskWords)),
      due: Type.Optional(Type.Union([Day, Type.Null()])),
      join: Type.Optional(People),
      leave: Type.Optional(People),
    }),
    reply: Task,
    refusals: ['task-changed', 'task-outside'],
  }),
  move: route({
    name: 'task.move',
    method: 'POST',
    path: '/api/task/:taskId/move',
    params: taskId,
    /** Behind which task of that column; null: above all of it. Not said, or said of one that has gone: below all of it. */
    body: Closed({ state: TaskState, after: Type.Optional(Type.Union([Id, Type.Null()])) }),
    reply: Task,
  }),
  /** Shown in no column any more. It is not destroyed. */
  remove: route({ name: 'task.remove', method: 'DELETE', path: '/api/task/:taskId', params: taskId, reply: Task }),
  restore: route({
    name: 'task.restore',
    method: 'POST',
    path: '/api/task/:taskId/restore',
    params: taskId,
    reply: Task,
    refusals: ['too-many-tasks'],
  }),
  /** Mine that are late or due until tomorrow, the oldest day first. */
  mine: route({ name: 'task.mine', method: 'GET', path: '/api/task', reply: Type.Array(DueTask) }),
  added: fact('task.added', named, ofProject),
  changed: fact('task.changed', named, ofProject),
  moved: fact('task.moved', named, ofProject),
  removed: fact('task.removed', named, ofProject),
  restored: fact('task.restored', named, ofProject),
  /** Told to whoever is to do it now. */
  assigned: fact('task.assigned', Closed({ taskId: Id, projectId: Id, personId: Id }), ({ personId }) => [`person:${personId}`]),
}
