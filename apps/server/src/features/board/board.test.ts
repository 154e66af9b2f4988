import { board } from '@sheber/contract/board'
import { group } from '@sheber/contract/group'
import { project } from '@sheber/contract/project'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld } from '@sheber/dev-env/world'
import { afterAll, describe, expect, it } from 'vitest'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())
const look = (by: Parameters<typeof world.as>[0], boardId = world.board) => world.as(by).ask(board.look, { params: { boardId } })

it.each(['madina', 'yerlan', 'aigerim', 'daulet'] as const)('is written on by %s of the team, child or adult alike', async (by) => {
  const mayFreeze = by === 'madina'
  expect(await look(by)).toEqual({
    id: world.board,
    projectId: world.project,
    project: 'Көпір макеті',
    title: '',
    copied: [],
    may: 'write',
    mayFreeze,
    frozen: null,
    maySimplify: mayFreeze,
    simple: null,
  })
})

it('is looked at by staff who are not of the team', async () => {
  expect((await look('botagoz')).may).toBe('read')
})

it.each(['timur', 'marat', 'saule', 'gulnara', 'sergey'] as const)('is closed to %s', async (by) => {
  await expect(look(by)).rejects.toMatchObject({ status: 403 })
})

it('is closed to guests, whether it is there or not', async () => {
  await expect(look('guest')).rejects.toMatchObject({ status: 401 })
  await expect(look('guest', '00000000000000000000')).rejects.toMatchObject({ status: 401 })
  await expect(look('madina', '00000000000000000000')).rejects.toMatchObject({ status: 404 })
})

describe('in junior mode', () => {
  const keep = (simple: boolean) => world.as('madina').ask(board.simplify, { params: { boardId: world.board }, body: { simple } })
  const keepGroup = (simple: boolean) => world.as('madina').ask(group.simplify, { params: { groupId: world.group }, body: { simple } })
  const by = world.person('madina').name

  it('is kept by who leads it, for everybody, and each is told by whom', async () => {
    const told = await toldBy(world, async () => {
      expect(await keep(true)).toMatchObject({ maySimplify: true, simple: { by, group: null } })
      await keep(true)
    })
    expect(told).toEqual([
      ['board.simplified', { boardId: world.board, projectId: world.project, simple: true }, world.person('madina').id],
    ])
    for (const who of ['aigerim', 'daulet', 'yerlan'] as const) {
      expect(await look(who)).toMatchObject({ may: 'write', maySimplify: false, simple: { by, group: null } })
    }
  })

  it('is kept for a whole group, on every board of its learners and of nobody else', async () => {
    await keepGroup(true)
    expect((await look('aigerim')).simple).toMatchObject({ by, group: null })
    expect((await keep(false)).simple).toBeNull()
    expect((await look('aigerim')).simple).toMatchObject({ by, group: expect.stringMatching(/./) as string })
    expect((await look('yerlan')).simple).toBeNull()
    const told = await toldBy(world, () => keepGroup(false))
    const learners = told.flatMap(([name, body]) => (name === 'group.simplified' ? [body['personId']] : []))
    expect(learners).toContain(world.person('aigerim').id)
    expect(told).toHaveLength(1 + learners.length)
    expect((await look('aigerim')).simple).toBeNull()
  })

  it('is not left by a pupil alone', async () => {
    await keep(true)
    const leave = world.as('aigerim').ask(board.simplify, { params: { boardId: world.board }, body: { simple: false } })
    await expect(leave).rejects.toMatchObject({ code: 'forbidden' })
    await keep(false)
  })
})

it('of an archived project is only looked at', async () => {
  await world.as('madina').ask(project.step, { params: { projectId: world.project }, body: { state: 'archived' } })
  for (const by of ['madina', 'aigerim', 'botagoz'] as const) expect((await look(by)).may).toBe('read')
})
