import { wallDay } from '@sheber/domain/day'
import { inbox } from '@sheber/contract/inbox'
import type { Asked } from '@sheber/contract/kit'
import { project } from '@sheber/contract/project'
import { task, type Task, type TaskState } from '@sheber/contract/task'
import { team } from '@sheber/contract/team'
import { task as taskTable } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { tasksMax } from '@sheber/domain/task'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'

let world: World
beforeEach(async () => void (world = await createWorld()))
afterEach(() => world[Symbol.asyncDispose]())

const add = (by: PersonName, title: string, { id = newId(), state = 'todo' as TaskState, people = [] as PersonName[] } = {}) =>
  world.as(by).ask(task.add, {
    params: { projectId: world.project },
    body: { id, title, state, people: people.map((name) => world.person(name).id) },
  })
const move = (by: PersonName, { id }: Pick<Task, 'id'>, body: { state: TaskState; after?: string | null }) =>
  world.as(by).ask(task.move, { params: { taskId: id }, body })
const change = (by: PersonName, { id }: Pick<Task, 'id'>, body: Asked<typeof task.change>['body']) =>
  world.as(by).ask(task.change, { params: { taskId: id }, body })
const list = (by: PersonName = 'aigerim') => world.as(by).ask(task.list, { params: { projectId: world.project } })
const titles = async (state: TaskState) => (await list()).tasks.filter((one) => one.state === state).map(({ title }) => title)
const day = (days: number) => wallDay(new Date(world.clock.now().getTime() + days * 86_400_000))

describe('adding', () => {
  it('puts it below the others, is told by ids, and sent twice is there once', async () => {
    await add('aigerim', 'Біріншісі')
    const id = newId()
    const told = await toldBy(world, async () => {
      const made = await add('daulet', '  Қанатын   желімдеу ', { id })
      expect(made).toMatchObject({ id, title: 'Қанатын желімдеу', words: '', state: 'todo', due: null, people: [], revision: 1 })
      expect(made.by).toEqual({ id: world.person('daulet').id, name: world.person('daulet').name })
      expect((await add('daulet', 'Қанатын желімдеу', { id })).id).toBe(id)
    })
    expect(told).toEqual([['task.added', { taskId: id, projectId: world.project }, world.person('daulet').id]])
    expect(await titles('todo')).toEqual(['Біріншісі', 'Қанатын желімдеу'])
    // Somebody else's id is nobody's to take.
    await expect(add('aigerim', 'Басқа', { id })).rejects.toMatchObject({ code: 'input' })
  })

  it('at one moment gives each a place of its own', async () => {
    await Promise.all(['aigerim', 'daulet', 'madina', 'yerlan'].map((name) => add(name as PersonName, name)))
    expect(new Set((await list()).tasks.map(({ place }) => place)).size).toBe(4)
  })

  it('stops where a project is full', async () => {
    const row = { projectId: world.project, title: 'x', state: 'todo' as const, createdBy: world.person('aigerim').id }
    await world.services.db
      .insert(taskTable)
      .values(Array.from({ length: tasksMax - 1 }, (_, i) => ({ ...row, id: newId(), place: `a${String(i).padStart(4, '0')}1` })))
    const last = await add('aigerim', 'Соңғысы')
    await expect(add('aigerim', 'Артық')).rejects.toMatchObject({ status: 409, code: 'too-many-tasks' })
    await world.as('aigerim').ask(task.remove, { params: { taskId: last.id } })
    const other = await add('aigerim', 'Орнына')
    await expect(world.as('aigerim').ask(task.restore, { params: { taskId: last.id } })).rejects.toMatchObject({ code: 'too-many-tasks' })
    expect(other.state).toBe('todo')
  })

  it('refuses a title of nothing, and of two lines', async () => {
    for (const title of [' ', '\n', 'бір\nекі', 'x'.repeat(201)])
      await expect(add('aigerim', title)).rejects.toMatchObject({ code: 'input' })
  })
})

describe('moving', () => {
  it('sets it behind another, above all, or below all, and tells since when it is done', async () => {
    const [one, two, three] = [await add('aigerim', '1'), await add('aigerim', '2'), await add('aigerim', '3')]
    await move('daulet', three, { state: 'todo', after: one.id })
    expect(await titles('todo')).toEqual(['1', '3', '2'])
    await move('daulet', two, { state: 'todo', after: null })
    expect(await titles('todo')).toEqual(['2', '1', '3'])
    const told = await toldBy(world, async () => {
      expect(await move('madina', one, { state: 'done' })).toMatchObject({ state: 'done', doneAt: world.clock.now().toISOString() })
      // Pressed twice, it moves once.
      await move('madina', one, { state: 'done' })
    })
    expect(told).toEqual([['task.moved', { taskId: one.id, projectId: world.project }, world.person('madina').id]])
    await move('daulet', two, { state: 'done', after: one.id })
    expect(await titles('done')).toEqual(['1', '2'])
    expect(await move('aigerim', one, { state: 'doing' })).toMatchObject({ state: 'doing', doneAt: null })
    // Behind what has gone elsewhere: below all.
    await move('aigerim', three, { state: 'done', after: one.id })
    expect(await titles('done')).toEqual(['2', '3'])
  })

  it('of two at one moment leaves both somewhere, each in its own place', async () => {
    const [one, two, three] = [await add('aigerim', '1'), await add('aigerim', '2'), await add('aigerim', '3')]
    await Promise.all([
      move('aigerim', two, { state: 'doing', after: null }),
      move('daulet', three, { state: 'doing', after: null }),
      move('madina', one, { state: 'doing', after: null }),
    ])
    const { tasks } = await list()
    expect(tasks.map(({ state }) => state)).toEqual(['doing', 'doing', 'doing'])
    expect(new Set(tasks.map(({ place }) => place)).size).toBe(3)
  })
})

describe('changing', () => {
  it('is field by field, and never over words that were not read', async () => {
    const made = await add('aigerim', 'Тетік')
    await change('aigerim', made, { title: { was: 'Тетік', now: 'Тетікті басу' } })
    await change('daulet', made, { words: { was: '', now: 'PLA, 0,2 мм' }, due: day(1) })
    expect((await list()).tasks[0]).toMatchObject({ title: 'Тетікті басу', words: 'PLA, 0,2 мм', due: day(1), revision: 3 })
    await expect(change('madina', made, { title: { was: 'Тетік', now: 'Басқа' } })).rejects.toMatchObject({
      status: 409,
      code: 'task-changed',
    })
    // Nothing of a refused change stays.
    await expect(change('madina', made, { due: null, words: { was: '', now: 'x' } })).rejects.toMatchObject({ code: 'task-changed' })
    expect((await list()).tasks[0]).toMatchObject({ title: 'Тетікті басу', due: day(1), revision: 3 })
    await expect(change('madina', made, { due: '2026-02-31' })).rejects.toMatchObject({ code: 'input' })
  })

  it('of nothing tells nothing', async () => {
    const made = await add('aigerim', 'Тетік')
    expect(await toldBy(world, () => change('daulet', made, { title: { was: 'Тетік', now: ' Тетік' }, due: null, leave: [] }))).toEqual([])
  })

  it('gives it to people of the team, and each is told of it once, in one line', async () => {
    const made = await add('aigerim', 'Тетік', { people: ['aigerim'] })
    const [daulet, timur] = [world.person('daulet').id, world.person('timur').id]
    const lines = async () => (await world.as('daulet').ask(inbox.look)).lines.filter(({ name }) => name === 'task.assigned')
    expect((await change('madina', made, { join: [daulet] })).people.map(({ id }) => id).sort()).toEqual(
      [daulet, world.person('aigerim').id].sort(),
    )
    await change('madina', made, { join: [daulet] })
    await change('madina', made, { leave: [daulet] })
    expect(await lines()).toEqual([])
    await change('madina', made, { join: [daulet] })
    await change('madina', made, { words: { was: '', now: 'бір' } })
    expect(await lines()).toMatchObject([{ by: world.person('madina').name, about: 'Тетік', href: `/task/${made.id}` }])
    await expect(change('madina', made, { join: [timur] })).rejects.toMatchObject({ code: 'task-outside' })
    // One's own doing is no news.
    const told = await toldBy(world, () => change('aigerim', made, { leave: [world.person('aigerim').id] }))
    expect(told.map(([name]) => name)).toEqual(['task.changed'])
    expect(await toldBy(world, () => change('aigerim', made, { join: [world.person('aigerim').id] }))).toHaveLength(1)
    // Who has left the team is told nothing of it any more.
    await world.as('madina').ask(team.leave, { params: { teamId: world.team, personId: daulet } })
    expect(await lines()).toEqual([])
  })
})

describe('taking away', () => {
  it('hides it from the columns, and brings it back to where it stood', async () => {
    const [one, two] = [await add('aigerim', '1'), await add('aigerim', '2')]
    await world.as('daulet').ask(task.remove, { params: { taskId: one.id } })
    const { tasks, removed } = await list()
    expect([tasks.map(({ id }) => id), removed.map(({ id }) => id)]).toEqual([[two.id], [one.id]])
    await expect(move('aigerim', one, { state: 'done' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(change('aigerim', one, { due: day(0) })).rejects.toMatchObject({ code: 'not-found' })
    const told = await toldBy(world, async () => {
      await world.as('madina').ask(task.restore, { params: { taskId: one.id } })
      await world.as('madina').ask(task.restore, { params: { taskId: one.id } })
    })
    expect(told.map(([name]) => name)).toEqual(['task.restored'])
    expect(await titles('todo')).toEqual(['1', '2'])
  })
})

describe('what is due', () => {
  it('is counted for the project and told to whoever does it, until it is done', async () => {
    const [late, today, tomorrow, later] = await Promise.all(
      [-2, 0, 1, 2].map(async (days) => {
        const made = await add('madina', `${days}`, { people: ['aigerim'], state: 'doing' })
        return change('madina', made, { due: day(days) })
      }),
    )
    const mine = async (by: PersonName) => (await world.as(by).ask(task.mine)).map(({ id, when }) => [id, when])
    expect(await mine('aigerim')).toEqual([
      [late?.id, 'late'],
      [today?.id, 'today'],
      [tomorrow?.id, 'tomorrow'],
    ])
    expect(await mine('daulet')).toEqual([])
    const counts = () => world.as('botagoz').ask(task.count, { params: { projectId: world.project } })
    expect(await counts()).toEqual({ todo: 0, doing: 4, check: 0, done: 0, late: 1 })
    await move('aigerim', late as Task, { state: 'done' })
    await world.as('aigerim').ask(task.remove, { params: { taskId: today?.id ?? '' } })
    expect(await mine('aigerim')).toEqual([[tomorrow?.id, 'tomorrow']])
    expect(await counts()).toEqual({ todo: 0, doing: 2, check: 0, done: 1, late: 0 })
    expect(later?.due).toBe(day(2))
    // What rests in the archive asks for nothing.
    await world.as('madina').ask(project.step, { params: { projectId: world.project }, body: { state: 'archived' } })
    expect(await mine('aigerim')).toEqual([])
    await expect(move('aigerim', later as Task, { state: 'done' })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await list()).may).toBe('read')
  })
})
