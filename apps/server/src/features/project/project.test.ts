import { board } from '@sheber/contract/board'
import { project, type ProjectState } from '@sheber/contract/project'
import { team } from '@sheber/contract/team'
import type { PersonName } from '@sheber/dev-env/people'
import { countRows, toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let world: World
beforeEach(async () => void (world = await createWorld()))
afterEach(() => world[Symbol.asyncDispose]())

const open = (by: PersonName, title = 'Жел өлшегіш') =>
  world
    .as(by)
    .ask(project.open, { params: { teamId: world.team }, body: { title, direction: 'electronics', brief: 'Екі жол:\n\tбірінші' } })
const step = (by: PersonName, state: ProjectState, projectId = world.project) =>
  world.as(by).ask(project.step, { params: { projectId }, body: { state } })
const look = (by: PersonName, projectId = world.project) => world.as(by).ask(project.look, { params: { projectId } })

describe('opening a project', () => {
  it('makes it, its board and the board’s room in one go, and tells the team', async () => {
    const before = await countRows(world)
    const told = await toldBy(world, async () => {
      const opened = await open('yerlan')
      expect(opened).toMatchObject({
        title: 'Жел өлшегіш',
        direction: 'electronics',
        brief: 'Екі жол:\n\tбірінші',
        state: 'idea',
        teamId: world.team,
        team: 'Көпір',
        may: 'write',
      })
      expect(opened.members).toHaveLength(4)
      expect(await world.as('aigerim').ask(board.look, { params: { boardId: opened.boardId } })).toEqual({
        id: opened.boardId,
        title: '',
        copied: [],
        projectId: opened.id,
        project: 'Жел өлшегіш',
        may: 'write',
        mayFreeze: false,
        frozen: null,
        maySimplify: false,
        simple: null,
      })
    })
    const after = await countRows(world)
    for (const table of ['project', 'board', 'room', 'fact']) expect(after[table], table).toBe((before[table] ?? 0) + 1)
    expect(told).toEqual([
      ['project.opened', { projectId: expect.any(String), teamId: world.team, title: 'Жел өлшегіш' }, world.person('yerlan').id],
    ])
  })

  it('is for adults of the team and staff', async () => {
    await expect(open('aigerim')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(open('marat')).rejects.toMatchObject({ code: 'forbidden' })
    expect((await open('botagoz')).may).toBe('read')
  })
})

describe('the list', () => {
  it('has the last changed first, and for staff those of their organisation', async () => {
    world.clock.advance(1000)
    await open('madina', 'Екінші')
    world.clock.advance(1000)
    await world.as('aigerim').ask(project.change, { params: { projectId: world.project }, body: { brief: 'Өзгерді' } })
    const titles = async (by: PersonName) => (await world.as(by).ask(project.list)).map(({ title }) => title)
    expect(await titles('daulet')).toEqual(['Көпір макеті', 'Екінші'])
    expect(await titles('botagoz')).toEqual(['Көпір макеті', 'Екінші', 'Планёр 1 м'])
    expect(await titles('timur')).toEqual(['Планёр 1 м'])
    expect(await titles('saule')).toEqual(['Планёр 1 м'])
    expect(await titles('gulnara')).toEqual([])
  })

  it('is another person’s with the next question after leaving', async () => {
    await world.as('madina').ask(team.leave, { params: { teamId: world.team, personId: world.person('daulet').id } })
    expect(await world.as('daulet').ask(project.list)).toEqual([])
    await expect(look('daulet')).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('steps', () => {
  it('go along the road, are told, and offer what may follow', async () => {
    const told = await toldBy(world, async () => {
      const stepped = await step('aigerim', 'design')
      expect(stepped).toMatchObject({ state: 'design', next: ['idea', 'build', 'archived', 'paused'] })
    })
    expect(told).toEqual([
      [
        'project.changed',
        { projectId: world.project, teamId: world.team, title: 'Көпір макеті', state: 'design' },
        world.person('aigerim').id,
      ],
    ])
    await expect(step('aigerim', 'ready')).rejects.toMatchObject({ status: 409, code: 'state-step' })
  })

  it('taken twice at one moment are taken once', async () => {
    const tries = await Promise.allSettled([step('aigerim', 'design'), step('daulet', 'design'), step('madina', 'design')])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('into the archive leave everything to be looked at; adults bring it back', async () => {
    const archived = await step('aigerim', 'archived')
    expect(archived).toMatchObject({ state: 'archived', may: 'read', next: [] })
    expect((await look('madina')).next).toContain('design')
    await expect(step('aigerim', 'idea')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      world.as('madina').ask(project.change, { params: { projectId: world.project }, body: { title: 'Жоқ' } }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect((await world.as('aigerim').ask(board.look, { params: { boardId: world.board } })).may).toBe('read')
    expect((await step('yerlan', 'idea')).may).toBe('write')
  })
})

describe('changing', () => {
  it('writes what was asked and nothing else', async () => {
    world.clock.advance(5000)
    const told = await toldBy(world, async () => {
      const changed = await world
        .as('daulet')
        .ask(project.change, { params: { projectId: world.project }, body: { title: 'Аспалы көпір', direction: 'technics' } })
      expect(changed).toMatchObject({ title: 'Аспалы көпір', direction: 'technics', brief: '', changedAt: world.clock.now().toISOString() })
    })
    expect(told.map(([name, { title }]) => `${name} ${String(title)}`)).toEqual(['project.changed Аспалы көпір'])
  })

  it('of nothing tells nothing', async () => {
    const before = await countRows(world)
    expect((await world.as('daulet').ask(project.change, { params: { projectId: world.project }, body: {} })).title).toBe('Көпір макеті')
    expect(await countRows(world)).toEqual(before)
  })
})

describe('who looks', () => {
  it.each([
    ['aigerim', 'write'],
    ['yerlan', 'write'],
    ['botagoz', 'read'],
  ] as const)('%s may %s', async (by, may) => {
    const seen = await look(by)
    expect(seen.may).toBe(may)
    expect(seen.next).toEqual(['design', 'archived', 'paused'])
  })

  it.each(['timur', 'marat', 'saule', 'gulnara', 'sergey'] as const)('%s sees nothing of it', async (by) => {
    await expect(look(by)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(world.as(by).ask(board.look, { params: { boardId: world.board } })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
