import type { Task } from '@sheber/contract/task'
import { expect, it } from 'vitest'
import { changesOf, saidOf } from './changes.ts'
import { columnsOf, merged, readDeeds, unsentDeeds, writeDeeds, type Deed } from './outbox.ts'

const me = { id: 'me', name: 'Айдана' }
const timur = { id: 'timur', name: 'Тимур' }
const around = { me, projectId: 'p', members: [me, timur] }
const made = (id: string, place: string, more: Partial<Task> = {}): Task => ({
  ...{ id, projectId: 'p', title: id, words: '', state: 'todo', place, due: null, people: [], by: timur, at: '2026-12-01T00:00:00.000Z' },
  ...{ doneAt: null, removedAt: null, revision: 1 },
  ...more,
})
let deeds = 0
type Undone = Deed extends infer D ? (D extends Deed ? Omit<D, 'id'> : never) : never
const deed = (one: Undone) => ({ ...one, id: `deed${++deeds}` }) as Deed
const idsOf = (tasks: readonly Task[], ...done: Undone[]) => {
  const columns = columnsOf(tasks, done.map(deed), around)
  return Object.fromEntries(Object.entries(columns).map(([state, column]) => [state, column.map(({ id }) => id).join(' ')]))
}

it('shows columns by place, letters as bytes, and nothing that was taken away', () => {
  const tasks = [
    made('b', 'a1'),
    made('a', 'Zz'),
    made('c', 'a0', { removedAt: '2026-12-01T00:00:00.000Z' }),
    made('d', 'a0', { state: 'done' }),
  ]
  expect(idsOf(tasks)).toEqual({ todo: 'a b', doing: '', check: '', done: 'd' })
})

it('shows at once what was done here and is not sent, each upon the one before', () => {
  const tasks = [made('a', 'a0'), made('b', 'a1'), made('c', 'a2')]
  const add = { kind: 'add', taskId: 'n', title: 'Жаңа', state: 'todo', people: ['me'], at: '2026-12-01T00:00:00.000Z' } as const
  expect(idsOf(tasks, add)['todo']).toBe('a b c n')
  expect(idsOf(tasks, add, { kind: 'move', taskId: 'n', state: 'todo', after: 'a' })['todo']).toBe('a n b c')
  expect(idsOf(tasks, { kind: 'move', taskId: 'c', state: 'todo', after: null })['todo']).toBe('c a b')
  expect(idsOf(tasks, { kind: 'move', taskId: 'a', state: 'doing' })).toMatchObject({ todo: 'b c', doing: 'a' })
  // Pressed twice, and behind somebody who has gone.
  expect(idsOf(tasks, { kind: 'move', taskId: 'a', state: 'todo' })['todo']).toBe('a b c')
  expect(idsOf(tasks, { kind: 'move', taskId: 'a', state: 'todo', after: 'gone' })['todo']).toBe('b c a')
  expect(idsOf(tasks, { kind: 'remove', taskId: 'b' })['todo']).toBe('a c')
  expect(idsOf(tasks, { kind: 'remove', taskId: 'b' }, { kind: 'restore', taskId: 'b' })['todo']).toBe('a b c')
  // Of what nobody knows any more nothing is shown.
  expect(idsOf(tasks, { kind: 'move', taskId: 'x', state: 'done' })['done']).toBe('')
  // The answer was lost, and the task is there.
  expect(idsOf([...tasks, made('n', 'a3')], add)['todo']).toBe('a b c n')
})

it('says of each whether it waits, and shows new words, days and people', () => {
  const change = { title: { was: 'a', now: 'Тетік' }, due: '2026-12-24', join: ['timur', 'me'], leave: ['timur'] }
  const { todo } = columnsOf(
    [made('a', 'a0', { people: [timur] }), made('b', 'a1')],
    [deed({ kind: 'change', taskId: 'a', change })],
    around,
  )
  expect(todo[0]).toMatchObject({ title: 'Тетік', due: '2026-12-24', waits: true })
  expect(todo[0]?.people.map(({ id }) => id).sort()).toEqual(['me', 'timur'])
  expect(todo[1]?.waits).toBe(false)
})

it('keeps of two readings the newer, and what was answered while a reading was on its way', () => {
  const known = [made('a', 'a0', { revision: 3, title: 'жаңа' }), made('fresh', 'a1'), made('gone', 'a2')]
  const read = [made('a', 'a0', { revision: 2 }), made('other', 'a3', { revision: 5 })]
  expect(merged(known, read, new Set(['fresh'])).map(({ id, title }) => `${id} ${title}`)).toEqual(['a жаңа', 'other other', 'fresh fresh'])
})

const emptyShelf = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size
    },
  }
}

it('lies on the device by person and project, and leaves a shared laptop as it was found', () => {
  const shelf = emptyShelf()
  const { kept } = shelf
  const one = deed({ kind: 'remove', taskId: 'a' })
  expect(writeDeeds(shelf, 'me', 'p', [one])).toBe(true)
  expect([readDeeds(shelf, 'me', 'p'), readDeeds(shelf, 'timur', 'p'), readDeeds(shelf, 'me', 'q')]).toEqual([[one], [], []])
  writeDeeds(shelf, 'me', 'p', [])
  expect(kept.size).toBe(0)
  expect(writeDeeds(null, 'me', 'p', [one])).toBe(false)
})

it('is counted over all projects of a person who leaves the device', () => {
  const shelf = emptyShelf()
  const one = deed({ kind: 'remove', taskId: 'a' })
  shelf.setItem('sheber-theme', '"dark"')
  writeDeeds(shelf, 'me', 'p', [one, one])
  writeDeeds(shelf, 'timur', 'p', [one])
  writeDeeds(shelf, 'me', 'q', [one])
  shelf.setItem('sheber-tasks-me-broken', '[')
  expect(unsentDeeds(shelf, 'me')).toEqual([
    { projectId: 'p', deeds: 2 },
    { projectId: 'q', deeds: 1 },
  ])
  expect(unsentDeeds(shelf, 'aidana')).toEqual([])
  expect(unsentDeeds(null, 'me')).toEqual([])
})

it('sends of a form what is different, and nothing else', () => {
  const before = saidOf(made('a', 'a0', { words: 'бір', due: '2026-12-24', people: [timur] }))
  expect(changesOf(before, { ...before, title: ' a ' })).toEqual({ change: null, state: null })
  expect(changesOf(before, { ...before, due: '', people: ['me'], state: 'done' })).toEqual({
    change: { due: null, join: ['me'], leave: ['timur'] },
    state: 'done',
  })
  expect(changesOf(before, { ...before, words: 'екі' }).change).toEqual({ words: { was: 'бір', now: 'екі' } })
})
