import { room } from '@sheber/contract/room'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addNote, openBoard } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { afterAll, beforeAll, expect, it } from 'vitest'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

it('shows a room that is open, and what is in its document', async () => {
  const name = boardRoom(world.board)
  const author = { person: world.person('aigerim').id, session: null }
  const note = { id: 'n1', x: 0, y: 0, colour: 'yellow', by: author.person, at: 1 } as const
  await world.services.hub.write(name, author, 'edit', (doc) => {
    addNote(openBoard(doc), note)
    doc.getMap('el').set('from a newer Sheber', { t: 'model' })
  })
  const rooms = await world.as('botagoz').ask(room.list)
  const shown = rooms.find((one) => one.name === name) ?? expect.unreachable('the room is not in the list')
  expect(shown).toMatchObject({ waitingBytes: 0, peers: [] })
  expect(shown.position).toBeGreaterThan(0)
  const { roots } = await world.as('botagoz').ask(room.look, { params: { room: name } })
  expect(roots).toMatchObject({ el: { n1: { t: 'note', by: author.person }, 'from a newer Sheber': { t: 'model' } } })
})

it('refuses the name of nothing', async () => {
  await expect(world.as('botagoz').ask(room.look, { params: { room: `board:${'0'.repeat(20)}` } })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(world.as('botagoz').ask(room.look, { params: { room: '../x' } })).rejects.toMatchObject({ code: 'not-found' })
})
