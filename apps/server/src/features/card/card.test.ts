import { card } from '@sheber/contract/card'
import { board } from '@sheber/contract/board'
import { file as fileTable } from '@sheber/db/schema'
import { portfolio } from '@sheber/contract/portfolio'
import { project } from '@sheber/contract/project'
import { task } from '@sheber/contract/task'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { createWorld } from '@sheber/dev-env/world'
import { addRecord, openPortfolio, type NewRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { eq } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())

type Named = { of: 'project' | 'board' | 'record' | 'file' | 'task'; ref: string }
const look = (by: PersonName, ...cards: Named[]) => world.as(by).ask(card.look, { body: { cards } })
const of = (kind: Named['of'], ref: string): Named => ({ of: kind, ref })

const { id: portfolioId } = await world.as('aigerim').ask(portfolio.open, { body: { of: 'person', id: world.person('aigerim').id } })
const write = (record: Pick<NewRecord, 'id' | 'title' | 'audience'>) =>
  world.services.hub.write(portfolioRoom(portfolioId), { person: world.person('aigerim').id, session: null }, 'edit', (doc) =>
    addRecord(openPortfolio(doc), { kind: 'tested', from: '2026-03-01', ...record }, { by: world.person('aigerim').id, at: 1 }),
  )
await write({ id: 'mine00000000000001', title: 'Қанатты сынау', audience: [] })
await write({ id: 'team00000000000001', title: ' Көпірді сынау ', audience: ['team'] })

it('tells a title and how the thing stands, in the order asked, as often as asked', async () => {
  const asked = [of('board', world.board), of('project', world.project), of('board', world.board)]
  const [first, second, third] = await look('aigerim', ...asked)
  expect(first).toMatchObject({ of: 'board', access: 'open', title: 'Көпір макеті', whose: 'Көпір', state: null, projectId: world.project })
  expect(second).toEqual({
    ...{ of: 'project', ref: world.project, access: 'open', title: 'Көпір макеті', whose: 'Көпір', state: 'idea' },
    projectId: world.project,
  })
  expect(third).toEqual(first)
})

it('follows what is renamed, stepped on and frozen', async () => {
  const params = { projectId: world.project }
  await world.as('aigerim').ask(project.change, { params, body: { title: 'Аспалы көпір' } })
  await world.as('aigerim').ask(project.step, { params, body: { state: 'design' } })
  await world.as('madina').ask(board.freeze, { params: { boardId: world.board }, body: { frozen: true } })
  const cards = await look('daulet', of('project', world.project), of('board', world.board))
  expect(cards.map(({ title, state }) => ({ title, state }))).toEqual([
    { title: 'Аспалы көпір', state: 'design' },
    { title: 'Аспалы көпір', state: 'frozen' },
  ])
  await world.as('madina').ask(board.freeze, { params: { boardId: world.board }, body: { frozen: false } })
})

it('says nothing of what is closed to whoever asks but that it is', async () => {
  const shut = { access: 'closed', title: '', whose: '', state: null, projectId: null }
  const asked = [
    of('project', world.project),
    of('board', world.board),
    of('record', `${portfolioId}/mine00000000000001`),
    of('record', `${portfolioId}/team00000000000001`),
  ]
  for (const one of await look('timur', ...asked)) expect(one).toMatchObject(shut)
  for (const one of await look('gulnara', ...asked)) expect(one).toMatchObject(shut)
  // A record is as open as its audience, to those of the same team too.
  const [, , mine, ours] = await look('daulet', ...asked)
  expect(mine).toMatchObject(shut)
  expect(ours).toMatchObject({ access: 'open', title: 'Көпірді сынау', whose: world.person('aigerim').name, state: 'tested' })
  const [, , own] = await look('aigerim', ...asked)
  expect(own).toMatchObject({ access: 'open', title: 'Қанатты сынау' })
})

it('says of what is not there that it is gone', async () => {
  const asked = [
    of('project', idOf('nothing')),
    of('board', '../x'),
    of('file', idOf('nothing')),
    of('record', 'no record'),
    of('record', `${portfolioId}/deleted0000000001`),
    of('record', `${idOf('nothing')}/mine00000000000001`),
  ]
  expect((await look('aigerim', ...asked)).map(({ access, title }) => [access, title])).toEqual(asked.map(() => ['gone', '']))
  // … and whoever sees nothing of a portfolio is not told which of its records are there.
  expect((await look('gulnara', of('record', `${portfolioId}/deleted0000000001`))).map(({ access }) => access)).toEqual(['closed'])
})

it('tells of a file its name, a newer one beside it, and that it was taken away', async () => {
  const row = { boardId: world.board, personId: world.person('daulet').id, type: 'application/pdf', bytes: 10, sha256: 'ab' } as const
  const [old, fresh, elsewhere] = [newId(), newId(), newId()]
  await world.services.db.insert(fileTable).values([
    { ...row, id: old, name: 'Есеп.pdf', at: new Date('2026-01-01') },
    { ...row, id: fresh, name: 'есеп.PDF', at: new Date('2026-02-01') },
    { ...row, id: elsewhere, boardId: world.of('glider').board, name: 'есеп.pdf', at: new Date('2026-03-01') },
  ])
  const states = async () => (await look('aigerim', of('file', old), of('file', fresh))).map(({ access, state }) => [access, state])
  expect(await states()).toEqual([
    ['open', 'newer'],
    ['open', null],
  ])
  expect((await look('aigerim', of('file', elsewhere)))[0]).toMatchObject({ access: 'closed', title: '' })
  await world.services.db.update(fileTable).set({ removedAt: world.clock.now() }).where(eq(fileTable.id, fresh))
  expect(await states()).toEqual([
    ['open', null],
    ['gone', null],
  ])
  expect((await look('timur', of('file', fresh)))[0]).toMatchObject({ access: 'closed', title: '' })
})

it('tells of a task who does it, how it stands and until when, and that it was taken away', async () => {
  const id = newId()
  const people = ['daulet', 'aigerim'] as const
  await world.as('aigerim').ask(task.add, {
    params: { projectId: world.project },
    body: { id, title: 'Қанатын желімдеу', state: 'todo', people: people.map((name) => world.person(name).id) },
  })
  const params = { taskId: id }
  await world.as('daulet').ask(task.change, { params, body: { due: '2020-01-01' } })
  const [open] = await look('madina', of('task', id))
  const whose = people
    .map((name) => world.person(name).name)
    .sort()
    .join(', ')
  expect(open).toMatchObject({ access: 'open', title: 'Қанатын желімдеу', whose, state: 'todo', projectId: world.project })
  expect(open?.due).toEqual({ day: '2020-01-01', late: true })
  await world.as('daulet').ask(task.move, { params, body: { state: 'done' } })
  const [done] = await look('madina', of('task', id))
  expect(done).toMatchObject({ state: 'done' })
  expect(done?.due).toBeUndefined()
  expect((await look('timur', of('task', id)))[0]).toMatchObject({ access: 'closed', title: '', whose: '' })
  await world.as('daulet').ask(task.remove, { params })
  expect((await look('madina', of('task', id)))[0]).toMatchObject({ access: 'gone', title: 'Қанатын желімдеу' })
})

it('refuses a question of nothing and of too much', async () => {
  await expect(look('aigerim')).rejects.toMatchObject({ code: 'input' })
  await expect(look('aigerim', of('project', 'x'.repeat(65)))).rejects.toMatchObject({ code: 'input' })
  await expect(look('aigerim', ...Array.from({ length: 101 }, () => of('project', world.project)))).rejects.toMatchObject({ code: 'input' })
})
