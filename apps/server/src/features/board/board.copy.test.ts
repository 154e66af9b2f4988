import { board } from '@sheber/contract/board'
import { version } from '@sheber/contract/version'
import { board as boardTable, file as fileTable, roomUpdate } from '@sheber/db/schema'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld } from '@sheber/dev-env/world'
import { addNote, addThings, openBoard, readBoard, remove, type Board } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { boardsMax } from '@sheber/domain/board'
import { eq } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())

const write = (by: PersonName, deed: (board: Board) => void, boardId = world.board) =>
  world.services.hub.write(boardRoom(boardId), { person: world.person(by).id, session: null }, 'edit', (doc) => deed(openBoard(doc)))
const note = (id: string, by: PersonName, text: string) =>
  ({ id, x: 0, y: 0, colour: 'yellow', text, by: world.person(by).id, at: 1 }) as const
const thingsOn = (boardId: string) => world.services.hub.read(boardRoom(boardId), (doc) => readBoard(doc).things)

const picture = newId()
const row = { id: picture, boardId: world.board, personId: world.person('aigerim').id, name: 'қанат.png', type: 'image/png' } as const
await world.services.db.insert(fileTable).values({ ...row, bytes: 10, width: 4, height: 3, sha256: 'abc' })
await write('aigerim', (board) => {
  addNote(board, note('wing000000000001', 'aigerim', 'Қанат'))
  addThings(board, [{ kind: 'image', id: 'image00000000001', file: picture, by: world.person('aigerim').id, at: 1 }])
})
world.clock.advance(120_000)
await write('daulet', (board) => addNote(board, note('motor00000000001', 'daulet', 'Мотор')))
await write('yerlan', (board) => {
  addNote(board, note('gone000000000001', 'yerlan', 'Жоқ'))
  remove(board, ['gone000000000001'], world.person('yerlan').id, 2)
})

type Body = Partial<Parameters<typeof asked>[1]>
const asked = (boardId: string, body: { id: string; projectId: string; title: string; things: string[] | null }) => ({
  params: { boardId },
  body,
})
const copy = (by: PersonName, body: Body = {}, boardId = world.board) => {
  world.clock.advance(1_000)
  return world.as(by).ask(board.copy, asked(boardId, { id: newId(), projectId: world.project, title: 'Көшірме', things: null, ...body }))
}

it('makes a board with all that lay there, by the hand of whoever copies', async () => {
  const facts = await toldBy(world, async () => {
    const made = await copy('aigerim')
    expect(made).toMatchObject({ title: 'Көшірме', projectId: world.project, may: 'write', frozen: null })
    expect((await thingsOn(made.id)).map(({ text }) => text).sort()).toEqual(['', 'Мотор', 'Қанат'])
    const rows = await world.services.db
      .select()
      .from(roomUpdate)
      .where(eq(roomUpdate.room, boardRoom(made.id)))
    expect(rows.map(({ kind, personId, position }) => ({ kind, personId, position }))).toEqual([
      { kind: 'import', personId: world.person('aigerim').id, position: 1 },
    ])
  })
  expect(facts.map(([name]) => name)).toEqual(['board.copied'])
})

it('says whom it is owed to, and keeps the chain', async () => {
  const first = await copy('aigerim')
  expect(first.copied).toEqual([
    {
      boardId: world.board,
      title: '',
      project: 'Көпір макеті',
      team: 'Көпір',
      by: [world.person('aigerim').name, world.person('daulet').name],
      at: world.clock.now().toISOString(),
    },
  ])
  world.clock.advance(120_000)
  await write('daulet', (board) => addNote(board, note('more000000000001', 'daulet', 'Тағы')), first.id)
  const second = await copy('madina', { title: 'Екінші' }, first.id)
  expect(second.copied.map(({ boardId, title, by }) => ({ boardId, title, by }))).toEqual([
    { boardId: world.board, title: '', by: first.copied[0]?.by },
    { boardId: first.id, title: 'Көшірме', by: [world.person('aigerim').name, world.person('daulet').name] },
  ])
})

it('names no child to those who may not look at the board they made', async () => {
  const made = await copy('aigerim')
  // It comes to another team, as when somebody of both takes it over.
  await world.services.db
    .update(boardTable)
    .set({ projectId: world.of('glider').project })
    .where(eq(boardTable.id, made.id))
  const seen = await world.as('timur').ask(board.look, { params: { boardId: made.id } })
  expect(seen.copied).toEqual([
    { boardId: null, title: '', project: 'Көпір макеті', team: 'Көпір', by: [], at: expect.any(String) as string },
  ])
  expect(JSON.stringify(seen)).not.toContain(world.person('aigerim').name)
  await world.services.db.update(boardTable).set({ projectId: world.project }).where(eq(boardTable.id, made.id))
})

it('takes the chosen things alone, and the files that they name under names of their own', async () => {
  const made = await copy('daulet', { things: ['wing000000000001', 'image00000000001', 'gone000000000001'] })
  const things = await thingsOn(made.id)
  expect(things.map(({ id }) => id).sort()).toEqual(['image00000000001', 'wing000000000001'])
  const files = await world.services.db.select().from(fileTable).where(eq(fileTable.boardId, made.id))
  const [image] = things.filter(({ kind }) => kind === 'image')
  expect(files).toHaveLength(1)
  expect(image).toMatchObject({ file: files[0]?.id })
  expect(files[0]).toMatchObject({ sha256: 'abc', name: 'қанат.png', personId: world.person('daulet').id })
  expect(files[0]?.id).not.toBe(picture)
  expect(made.copied[0]?.by).toEqual([world.person('aigerim').name])
  const without = await copy('daulet', { things: ['motor00000000001'] })
  expect(await world.services.db.$count(fileTable, eq(fileTable.boardId, without.id))).toBe(0)
})

it('asked twice is there once, and takes nobody’s place', async () => {
  const id = newId()
  const first = await copy('aigerim', { id })
  const facts = await toldBy(world, async () => expect((await copy('aigerim', { id, title: 'Басқа атау' })).title).toBe(first.title))
  expect(facts).toEqual([])
  await expect(copy('daulet', { id })).rejects.toMatchObject({ code: 'input' })
  await expect(copy('aigerim', { id: world.board })).rejects.toMatchObject({ code: 'input' })
  expect(await thingsOn(world.board)).toHaveLength(3)
})

it('says when what was chosen is not there any more', async () => {
  await expect(copy('aigerim', { things: ['gone000000000001', 'nothing000000001'] })).rejects.toMatchObject({ code: 'nothing-to-copy' })
  await expect(copy('aigerim', { things: [] })).rejects.toMatchObject({ code: 'input' })
  await expect(copy('aigerim', { title: '\u202e' })).rejects.toMatchObject({ code: 'input' })
})

it('of nothing, or to nowhere, is not found', async () => {
  await expect(copy('aigerim', {}, idOf('nothing'))).rejects.toMatchObject({ code: 'not-found' })
  await expect(copy('aigerim', { projectId: idOf('nothing') })).rejects.toMatchObject({ code: 'not-found' })
})

it('lives on by itself: versions, and a process that opens it anew', async () => {
  const { id } = await copy('aigerim')
  await write('daulet', (board) => remove(board, ['wing000000000001'], world.person('daulet').id, 3), id)
  await world.as('aigerim').ask(version.make, { params: { boardId: id }, body: { name: 'Бірінші' } })
  await using other = await world.another()
  const things = await other.services.hub.read(boardRoom(id), (doc) => readBoard(doc).things.map(({ text }) => text))
  expect(things.sort()).toEqual(['', 'Мотор'])
  expect(await thingsOn(world.board)).toHaveLength(3)
})

it('is listed with its project, and the first board stays the project’s own', async () => {
  const listed = await world.as('daulet').ask(board.list, { params: { projectId: world.project } })
  expect(listed[0]).toEqual({ id: world.board, title: '', copied: false, at: expect.any(String) as string })
  expect(listed.slice(1).every(({ copied, title }) => copied && title !== '')).toBe(true)
})

it('comes to an end', async () => {
  const [{ count }] = (await world.database.pool.query<{ count: number }>('select count(*)::int as count from board')).rows as [
    { count: number },
  ]
  for (let i = count; i < boardsMax + 1; i++) await copy('aigerim')
  await expect(copy('aigerim')).rejects.toMatchObject({ code: 'too-many-boards' })
})
