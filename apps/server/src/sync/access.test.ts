import { project } from '@sheber/contract/project'
import { team } from '@sheber/contract/team'
import { createWorld, type World } from '@sheber/dev-env/world'
import { boardRoom } from '@sheber/document/room'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whoOfCookie } from '../plugins/who.ts'
import { accessTo, askPeer } from './access.ts'
import type { PersonName } from '@sheber/dev-env/people'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const known = async (name: PersonName) => {
  const found = await whoOfCookie(world.services, world.as(name).cookie ?? undefined)
  if (!found) throw new Error(`${name} is not signed in`)
  return found
}
const access = async (name: PersonName, asked = boardRoom(world.board)) => accessTo(world.services, (await known(name)).who, asked)

describe('who may open which room', () => {
  it('the team writes, its staff looks, everybody else is sent away', async () => {
    for (const name of ['aigerim', 'daulet', 'madina', 'yerlan'] as const) expect(await access(name)).toMatchObject({ right: 'write' })
    expect(await access('botagoz')).toMatchObject({ right: 'read' })
    for (const name of ['timur', 'gulnara', 'sergey', 'marat'] as const) expect(await access(name)).toEqual({ refused: 4403 })
  })

  it.each(['', 'board:', 'board:..', 'board:../person', 'Board:x', `board:${'0'.repeat(20)}`, '__proto__', 'team:x'])(
    '%j is no room',
    async (name) => {
      expect(await access('aigerim', name)).toEqual({ refused: 4404 })
    },
  )

  it('is asked again with the sign-in of the connection: archive, team and sign-out take the right away', async () => {
    const glider = boardRoom(world.of('glider').board)
    const { sessionId } = await known('timur')
    const peer = { session: sessionId }
    expect(await askPeer(world.services, glider, peer)).toBe('write')
    await world.as('marat').ask(project.step, { params: { projectId: world.of('glider').project }, body: { state: 'archived' } })
    expect(await askPeer(world.services, glider, peer)).toBe('read')
    await world.as('marat').ask(team.leave, { params: { teamId: world.of('glider').team, personId: world.person('timur').id } })
    expect(await askPeer(world.services, glider, peer)).toBeNull()
    expect(await askPeer(world.services, glider, { session: 'no such session' })).toBe('signed-out')
    expect(await askPeer(world.services, glider, { session: null })).toBe('signed-out')
  })
})
