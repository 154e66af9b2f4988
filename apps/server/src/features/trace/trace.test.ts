import { session } from '@sheber/contract/session'
import { trace, tracesMax } from '@sheber/contract/trace'
import { caller } from '@sheber/dev-env/caller'
import { password, type PersonName } from '@sheber/dev-env/people'
import { createWorld } from '@sheber/dev-env/world'
import { addNote, openBoard, remove, restore, typeText, type Board } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { afterAll, expect, it } from 'vitest'
import * as Y from 'yjs'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())

const room = boardRoom(world.board)
const minutes = (n: number) => world.clock.advance(n * 60_000)
const write = (by: PersonName, deed: (board: Board) => void) =>
  world.services.hub.write(room, { person: world.person(by).id, session: null }, 'edit', (doc) => deed(openBoard(doc)))
const at = () => world.clock.now().toISOString()
const hand = (name: PersonName, when = at()) => ({ by: world.person(name), at: when })
const asked = (...things: string[]) => ({ params: { boardId: world.board }, query: { things: things.join(',') } })
const look = (...things: string[]) => world.as('aigerim').ask(trace.look, asked(...things))
const note = (id: string, by: PersonName) => ({ id, x: 0, y: 0, colour: 'yellow', text: 'жел', by: world.person(by).id, at: 1 }) as const

it('tells whose hand made a thing and whose was last in it, whatever the document says', async () => {
  const made = at()
  await write('aigerim', (board) => addNote(board, note('made0000000001', 'timur')))
  expect(await look('made0000000001')).toEqual([
    { thingId: 'made0000000001', made: hand('aigerim', made), changed: hand('aigerim', made), removed: null, unseen: [] },
  ])
  minutes(3)
  await write('daulet', (board) => typeText(board, 'made0000000001', 'жел күшті'))
  const changed = at()
  minutes(2)
  await write('yerlan', (board) => remove(board, ['made0000000001'], 'somebody else', 5))
  expect(await look('made0000000001')).toEqual([
    { thingId: 'made0000000001', made: hand('aigerim', made), changed: hand('daulet', changed), removed: hand('yerlan'), unseen: [] },
  ])
  minutes(2)
  await write('madina', (board) => restore(board, ['made0000000001']))
  expect((await look('made0000000001'))[0]).toMatchObject({ removed: null, changed: hand('daulet', changed) })
})

it('tells whose changes whoever deleted a thing had not seen', async () => {
  await write('aigerim', (board) => addNote(board, note('clash000000001', 'aigerim')))
  const offline = await world.services.hub.read(room, (doc) => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    return copy
  })
  minutes(5)
  await write('madina', (board) => remove(board, ['clash000000001'], world.person('madina').id, 5))
  minutes(5)
  typeText(openBoard(offline), 'clash000000001', 'желсіз жазылған')
  await write('daulet', ({ doc }) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(offline)))
  const [found] = await look('clash000000001')
  expect(found?.removed?.by).toEqual(world.person('madina'))
  expect(found?.unseen).toEqual([hand('daulet')])
})

it('leaves out what is not there, and answers in the order in which it was asked', async () => {
  expect((await look('clash000000001', 'nothing0000001', 'made0000000001')).map(({ thingId }) => thingId)).toEqual([
    'clash000000001',
    'made0000000001',
  ])
  expect(await look('nothing0000001')).toEqual([])
})

it.each([
  ['', 'nothing'],
  ['a b', 'a space'],
  ['../x', 'a path'],
  ['a,,b', 'a hole'],
  [Array.from({ length: tracesMax + 1 }, (_, i) => `thing${i}`).join(','), 'too much'],
])('refuses %j: %s', async (things) => {
  await expect(look(things)).rejects.toMatchObject({ code: 'input' })
})

it('tells in another process the same', async () => {
  await using other = await world.another()
  expect(other.services.hub.rooms()).toEqual([])
  const opened = await caller(other.app, null).send({ method: 'POST', url: session.open.path, payload: { login: 'madina', password } })
  const madina = caller(other.app, opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  const there = await madina.ask(trace.look, asked('made0000000001'))
  expect(there).toEqual(await look('made0000000001'))
})
