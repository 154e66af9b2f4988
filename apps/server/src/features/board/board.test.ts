import { board } from '@sheber/contract/board'
import { project } from '@sheber/contract/project'
import { createWorld } from '@sheber/dev-env/world'
import { afterAll, expect, it } from 'vitest'

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

it('of an archived project is only looked at', async () => {
  await world.as('madina').ask(project.step, { params: { projectId: world.project }, body: { state: 'archived' } })
  for (const by of ['madina', 'aigerim', 'botagoz'] as const) expect((await look(by)).may).toBe('read')
})
