import { centre } from '@sheber/contract/centre'
import { project } from '@sheber/contract/project'
import { session } from '@sheber/contract/session'
import { team } from '@sheber/contract/team'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { groupCode, password, personNames, pin } from './people.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

it('has everybody signed in already', async () => {
  for (const name of personNames) {
    const me = await world.as(name).ask(session.me)
    expect(me.person?.name).toBe(world.person(name).name)
  }
  expect((await world.as('guest').ask(session.me)).person).toBeNull()
})

it('holds a centre, two teams, and a project with a board each', async () => {
  expect(await world.as('guest').ask(centre.look)).toMatchObject({ state: 'ready', demo: false })
  const found = await world.as('aigerim').ask(team.look, { params: { teamId: world.team } })
  expect(found.members.map(({ personId }) => personId).sort()).toEqual(
    (['aigerim', 'daulet', 'madina', 'yerlan'] as const).map((name) => world.person(name).id).sort(),
  )
  expect(await world.as('daulet').ask(project.look, { params: { projectId: world.project } })).toMatchObject({
    boardId: world.board,
    may: 'write',
  })
  expect(await world.as('timur').ask(project.look, { params: { projectId: world.of('glider').project } })).toMatchObject({ may: 'write' })
})

it('refuses as the server does, with code and status', async () => {
  const foreign = { params: { teamId: world.team } }
  await expect(world.as('timur').ask(team.look, foreign)).rejects.toMatchObject({ status: 403, code: 'forbidden' })
  await expect(world.as('guest').ask(team.look, foreign)).rejects.toMatchObject({ status: 401, code: 'sign-in-needed' })
})

it('lets its people in by password and by the code of their group', async () => {
  const guest = world.as('guest')
  await guest.ask(session.open, { body: { login: 'madina', password } })
  const { people } = await guest.ask(session.names, { body: { code: groupCode } })
  expect(people.map(({ id }) => id).sort()).toEqual([world.person('aigerim').id, world.person('timur').id].sort())
  await guest.ask(session.openByCode, { body: { code: groupCode, personId: world.person('aigerim').id, secret: pin } })
})

it('listens when asked', async () => {
  const address = await world.listen()
  const { cookie } = world.as('madina')
  const answer = await fetch(`${address}/api/session`, { headers: { cookie: cookie ?? '' } })
  expect(await answer.json()).toMatchObject({ person: { name: world.person('madina').name } })
})

it('can be empty, as on the first day', async () => {
  await using fresh = await createWorld({ empty: true })
  expect(await fresh.as('guest').ask(centre.look)).toMatchObject({ state: 'new' })
})
