import { contribution } from '@sheber/contract/contribution'
import { portfolio } from '@sheber/contract/portfolio'
import { roomClient } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addNote, openBoard, typeText } from '@sheber/document/board'
import { addPiece, addRecord, openPortfolio, removeRecord } from '@sheber/document/portfolio'
import { boardRoom, portfolioRoom } from '@sheber/document/room'
import { expect, it } from 'vitest'

let clients = 0
/** Written as by a browser: the room knows whose connection it was. */
const onBoard = async (world: World, boardId: string, by: PersonName, deed: (board: ReturnType<typeof openBoard>) => void) => {
  const personId = world.person(by).id
  await world.services.db.insert(roomClient).values({ room: boardRoom(boardId), client: ++clients, personId, position: 0 })
  return world.services.hub.write(boardRoom(boardId), { person: personId, session: null }, 'edit', (doc) => deed(openBoard(doc)))
}
const note = (id: string) => ({ id, x: 0, y: 0, colour: 'yellow', text: 'жел', by: '', at: 1 }) as const
const offered = async (world: World, who: PersonName) => (await world.as(who).ask(contribution.list)).map(({ boardId }) => boardId)

it('is offered to whose hands were in it by the log, until their own portfolio shows it', async () => {
  await using world = await createWorld()
  const { board } = world
  await onBoard(world, board, 'aigerim', (of) => ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].forEach((id) => addNote(of, note(id))))
  await onBoard(world, board, 'daulet', (of) => typeText(of, 'a', 'жел күшті'))
  const [mine] = await world.as('aigerim').ask(contribution.list)
  expect(mine).toMatchObject({
    boardId: board,
    title: 'Көпір макеті',
    project: { id: world.project, title: 'Көпір макеті' },
    mine: 9,
    things: 9,
  })
  // One touch by the way is nothing to ask about, and who wrote nothing is asked nothing.
  expect(await offered(world, 'daulet')).toEqual([])
  expect(await offered(world, 'timur')).toEqual([])

  const { id } = await world.as('aigerim').ask(portfolio.open, { body: { of: 'person', id: world.person('aigerim').id } })
  expect(await offered(world, 'aigerim')).toEqual([board])
  const write = (work: (of: ReturnType<typeof openPortfolio>) => void) =>
    world.services.hub.write(portfolioRoom(id), { person: null, session: null }, 'import', (doc) => work(openPortfolio(doc)))
  await write((of) => {
    addRecord(of, { id: 'r', kind: 'made' }, { by: '', at: 1 })
    addPiece(of, 'r', { id: 'p', kind: 'board', boardId: board })
  })
  expect(await offered(world, 'aigerim')).toEqual([])
  await write((of) => removeRecord(of, 'r', { by: '', at: 2 }))
  expect(await offered(world, 'aigerim')).toEqual([board])
})

it('that was declined stays declined, also after more work, and may be asked back', async () => {
  await using world = await createWorld()
  const params = { boardId: world.board }
  await onBoard(world, world.board, 'aigerim', (of) => ['a', 'b', 'c'].forEach((id) => addNote(of, note(id))))
  await world.as('aigerim').ask(contribution.decline, { params })
  await world.as('aigerim').ask(contribution.decline, { params })
  await onBoard(world, world.board, 'aigerim', (of) => ['d', 'e', 'f'].forEach((id) => addNote(of, note(id))))
  expect(await offered(world, 'aigerim')).toEqual([])
  await world.as('aigerim').ask(contribution.restore, { params })
  expect(await offered(world, 'aigerim')).toEqual([world.board])
})
