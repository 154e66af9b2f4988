import { carriedMax, file } from '@sheber/contract/file'
import { file as fileTable } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld } from '@sheber/dev-env/world'
import { fileLimits } from '@sheber/domain/file'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { send } from './testing/send.ts'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())

const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b6e99' } })
  .png()
  .toBuffer()
const there = await send(world.as('timur'), world.of('glider').board, bytes, 'қанат.png')
const here = await send(world.as('aigerim'), world.board, bytes, 'көпір.png')

const carry = (by: PersonName, boardId: string, ...files: { id: string; fileId: string }[]) =>
  world.as(by).ask(file.carry, { params: { boardId }, body: { files } })
const rowOf = async (id: string) => (await world.services.db.select().from(fileTable).where(eq(fileTable.id, id)))[0]

it('brings a file of a board that one sees to another, with the bytes it has, and tells those who look at it', async () => {
  const id = newId()
  // Botagoz runs the centre and sees both; only whoever works on a board brings to it.
  await expect(carry('botagoz', world.board, { id, fileId: there.id })).rejects.toMatchObject({ code: 'forbidden' })
  const own = newId()
  const facts = await toldBy(world, async () => {
    expect(await carry('aigerim', world.board, { id: own, fileId: here.id })).toEqual({ carried: [own], closed: [], gone: [] })
  })
  expect(facts).toEqual([['file.added', { fileId: own, boardId: world.board, projectId: world.project }, world.person('aigerim').id]])
  expect(await rowOf(own)).toMatchObject({ name: 'көпір.png', width: 40, height: 30, personId: world.person('aigerim').id })
  const shown = await world.as('daulet').send({ method: 'GET', url: `/files/${own}/320.webp` })
  expect(shown.statusCode).toBe(200)
  expect((await sharp(shown.rawPayload).metadata()).width).toBe(40)
})

it('names what whoever asks may not see, and what there is not, and brings the rest', async () => {
  const [shut, none, fine] = [newId(), newId(), newId()]
  const wishes = [
    { id: shut, fileId: there.id },
    { id: none, fileId: newId() },
    { id: fine, fileId: here.id },
  ]
  expect(await carry('aigerim', world.board, ...wishes)).toEqual({ carried: [fine], closed: [shut], gone: [none] })
  expect(await rowOf(shut)).toBeUndefined()
})

it('asked twice is there once, and takes no place of another', async () => {
  const id = newId()
  await carry('aigerim', world.board, { id, fileId: here.id })
  const facts = await toldBy(world, async () => {
    expect((await carry('daulet', world.board, { id, fileId: here.id })).carried).toEqual([id])
  })
  expect(facts).toEqual([])
  await expect(carry('aigerim', world.board, { id: there.id, fileId: here.id })).rejects.toMatchObject({ code: 'file-id-taken' })
})

it('refuses where the board has no room, and then has brought none', async () => {
  const big = newId()
  const row = { id: big, boardId: world.board, personId: world.person('aigerim').id, name: 'x.pdf', type: 'application/pdf' } as const
  await world.services.db.insert(fileTable).values({ ...row, bytes: fileLimits.boardBytesMax - 10, sha256: 'cd' })
  const [one, two] = [newId(), newId()]
  await expect(carry('aigerim', world.board, { id: one, fileId: here.id }, { id: two, fileId: here.id })).rejects.toMatchObject({
    code: 'too-many-files',
  })
  expect(await rowOf(one)).toBeUndefined()
  await expect(
    carry('aigerim', world.board, ...Array.from({ length: carriedMax + 1 }, () => ({ id: newId(), fileId: here.id }))),
  ).rejects.toMatchObject({ code: 'input' })
})
