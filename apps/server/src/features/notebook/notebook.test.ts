import { wallDay } from '@sheber/domain/day'
import { aside } from '@sheber/contract/aside'
import { card } from '@sheber/contract/card'
import { notebook } from '@sheber/contract/notebook'
import { project } from '@sheber/contract/project'
import { fact, roomAside, roomVersion } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld } from '@sheber/dev-env/world'
import { linedWords, pageBody, readPage } from '@sheber/document/notebook'
import { notebookRoom } from '@sheber/document/room'
import { FrozenRoom } from '@sheber/sync/types'
import { and, eq, like } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../new-id.ts'
import { whoOfCookie } from '../../plugins/who.ts'
import { accessTo } from '../../sync/access.ts'
import { sha256 } from '../../sync/postgres-storage.ts'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())

const params = { projectId: world.project }
const today = wallDay(world.clock.now())
const open = (by: PersonName, { day = null as string | null, another = false, id = newId() } = {}) =>
  world.as(by).ask(notebook.open, { params, body: { id, day, another } })
const list = (by: PersonName, words?: string) => world.as(by).ask(notebook.list, { params, query: words === undefined ? {} : { words } })
const look = (by: PersonName, pageId: string) => world.as(by).ask(notebook.look, { params: { pageId } })
const write = (by: PersonName, pageId: string, words: string) =>
  world.services.hub.write(notebookRoom(pageId), { person: world.person(by).id, session: null }, 'edit', (doc) => {
    // From a device of its own, as everybody writes: by it the log knows whose hand it was.
    const device = new Y.Doc()
    Y.applyUpdate(device, Y.encodeStateAsUpdate(doc))
    const line = new Y.XmlElement('paragraph')
    line.insert(0, [new Y.XmlText(words)])
    pageBody(device).push([line])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(device))
  })
const right = async (by: PersonName, pageId: string) => {
  const known = await whoOfCookie(world.services, world.as(by).cookie ?? '')
  const access = known && (await accessTo(world.services, known.who, notebookRoom(pageId)))
  return access && 'right' in access ? access.right : null
}

describe('a page of a day', () => {
  it('is one, whoever asks and however often', async () => {
    const [mine, yours] = await Promise.all([open('aigerim'), open('daulet')])
    expect(mine.id).toBe(yours.id)
    expect(mine).toMatchObject({ day: today, openedOn: today, title: '', may: 'write', mayChange: true, maySign: false, signatures: [] })
    expect((await open('yerlan')).maySign).toBe(true)
    expect((await list('aigerim')).pages).toHaveLength(1)
  })

  it('may be followed by another of the same day, and asked twice that is one', async () => {
    const id = newId()
    const first = await open('aigerim', { another: true, id })
    expect((await open('aigerim', { another: true, id })).id).toBe(first.id)
    await expect(open('daulet', { another: true, id })).rejects.toMatchObject({ code: 'input' })
    expect((await open('daulet')).id).toBe(id)
    const { before, after } = await look('aigerim', id)
    expect(after).toBeNull()
    expect((await look('aigerim', before ?? '')).after).toBe(id)
  })

  it('is of a day that was, and of no other', async () => {
    const then = await open('aigerim', { day: '2026-03-01' })
    expect(then).toMatchObject({ day: '2026-03-01', openedOn: today, before: null })
    await expect(open('aigerim', { day: '2126-03-01' })).rejects.toMatchObject({ code: 'page-day' })
    await expect(open('aigerim', { day: '2026-02-30' })).rejects.toMatchObject({ code: 'page-day' })
    const to = (day: string, title: string) =>
      world.as('daulet').ask(notebook.change, { params: { pageId: then.id }, body: { day, title } })
    expect(await to('2026-03-02', 'Сынақ')).toMatchObject({ day: '2026-03-02', title: 'Сынақ' })
    await expect(to('2126-03-02', 'Сынақ')).rejects.toMatchObject({ code: 'page-day' })
  })

  it('goes and comes back, and a new one of its day does not get in its way', async () => {
    const { id } = await open('aigerim', { day: '2026-04-01' })
    await world.as('daulet').ask(notebook.remove, { params: { pageId: id } })
    expect((await list('aigerim')).removed.map((one) => one.id)).toEqual([id])
    expect(await right('aigerim', id)).toBe('read')
    const fresh = await open('aigerim', { day: '2026-04-01' })
    expect(fresh.id).not.toBe(id)
    expect(await world.as('aigerim').ask(notebook.restore, { params: { pageId: id } })).toMatchObject({ may: 'write', removed: false })
    expect(await right('aigerim', id)).toBe('write')
    expect((await list('aigerim')).removed).toEqual([])
  })
})

describe('what stands on it', () => {
  it('is found, told in the list and counted by days, and nobody reads the document twice', async () => {
    const { id } = await open('aigerim', { day: '2026-05-01' })
    await write('aigerim', id, 'Қорғасын салмақ 250 г')
    await write('daulet', id, 'Канат 12 мм')
    const [found, ...none] = (await list('aigerim', 'ҚОРҒАСЫН')).pages
    expect(none).toEqual([])
    expect(found).toMatchObject({ id, words: 'Қорғасын салмақ 250 г Канат 12 мм' })
    expect(found?.authors).toEqual([world.person('aigerim').name, world.person('daulet').name])
    expect((await list('aigerim', '100%')).pages).toEqual([])
    await write('daulet', id, 'Тағы бір жол')
    expect((await list('aigerim', 'тағы бір')).pages.map((one) => one.id)).toEqual([id])
    const { id: second } = await open('daulet', { day: '2026-05-02' })
    await write('daulet', second, 'Келесі күн')
    expect((await list('madina')).hands).toEqual([
      { name: world.person('daulet').name, days: 2 },
      { name: world.person('aigerim').name, days: 1 },
    ])
  })

  it('is shown by a card as far as whoever asks may see it', async () => {
    const { id } = await open('aigerim', { day: '2026-05-01' })
    await world.as('aigerim').ask(notebook.change, { params: { pageId: id }, body: { title: 'Тіреу' } })
    const ask = async (by: PersonName) => (await world.as(by).ask(card.look, { body: { cards: [{ of: 'page', ref: id }] } }))[0]
    expect(await ask('daulet')).toMatchObject({
      ...{ access: 'open', title: '01.05.2026 · Тіреу', state: null, projectId: world.project },
      whose: 'Қорғасын салмақ 250 г Канат 12 мм Тағы бір жол',
    })
    expect(await ask('timur')).toMatchObject({ access: 'closed', title: '', whose: '' })
    await world.as('aigerim').ask(notebook.remove, { params: { pageId: id } })
    expect(await ask('daulet')).toMatchObject({ access: 'gone', title: '01.05.2026 · Тіреу', whose: '' })
    await world.as('aigerim').ask(notebook.restore, { params: { pageId: id } })
  })
})

describe('a signature', () => {
  const facts = (pageId: string) =>
    world.services.db
      .select({ body: fact.body })
      .from(fact)
      .where(eq(fact.name, 'notebook.signed'))
      .then((rows) => rows.map(({ body }) => body).filter((body) => body['pageId'] === pageId))

  it('says who has seen what, and freezes it', async () => {
    const { id } = await open('aigerim', { day: '2026-06-01' })
    const sign = (by: PersonName) => world.as(by).ask(notebook.sign, { params: { pageId: id } })
    await expect(sign('aigerim')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(sign('yerlan')).rejects.toMatchObject({ code: 'page-empty' })
    expect(await right('aigerim', id)).toBe('write')
    await write('aigerim', id, 'Жүк 4,2 кг, иілу 3 мм')
    const signed = await sign('yerlan')
    expect(signed).toMatchObject({ may: 'read', mayChange: false, maySign: false })
    const [signature] = signed.signatures
    expect(signature).toMatchObject({ by: { id: world.person('yerlan').id }, withdrawnAt: null })

    expect(await right('aigerim', id)).toBe('aside')
    await expect(write('aigerim', id, 'кейін')).rejects.toThrow(FrozenRoom)
    const asked = { params: { pageId: id } }
    await expect(world.as('aigerim').ask(notebook.remove, asked)).rejects.toMatchObject({ code: 'page-signed' })
    await expect(world.as('aigerim').ask(notebook.change, { ...asked, body: { title: 'x' } })).rejects.toMatchObject({
      code: 'page-signed',
    })

    const proof = await world.as('aigerim').ask(notebook.proof, { params: { pageId: id, signatureId: signature?.id ?? '' } })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(proof.update, 'base64'))
    expect(linedWords(readPage(doc), 100)).toBe('Жүк 4,2 кг, иілу 3 мм')
    expect(sha256(Buffer.from(proof.update, 'base64'))).toBe(signature?.sha256)
    expect((await list('daulet')).pages.find((one) => one.id === id)?.signed?.by).toBe(world.person('yerlan').name)
    expect(await facts(id)).toEqual([{ pageId: id, projectId: world.project, signed: true }])
  })

  it('is given once, and taken back by whoever gave it; that it was there stays known', async () => {
    const { id } = await open('aigerim', { day: '2026-06-02' })
    await write('daulet', id, 'Бірінші')
    const asked = { params: { pageId: id } }
    await Promise.all([world.as('yerlan').ask(notebook.sign, asked), world.as('madina').ask(notebook.sign, asked)])
    const { signatures } = await look('aigerim', id)
    expect(signatures).toHaveLength(1)
    const signer = signatures[0]?.by.id === world.person('yerlan').id ? 'yerlan' : 'madina'
    const other = signer === 'yerlan' ? 'madina' : 'yerlan'
    await expect(world.as(other).ask(notebook.unsign, asked)).rejects.toMatchObject({ code: 'forbidden' })
    world.clock.advance(60_000)
    const free = await world.as(signer).ask(notebook.unsign, asked)
    expect(free.signatures.map(({ withdrawnAt }) => withdrawnAt)).toEqual([world.clock.now().toISOString()])
    expect(await right('daulet', id)).toBe('write')
    await write('daulet', id, 'Екінші')
    await world.as(other).ask(notebook.sign, asked)
    const [newest, older] = (await look('daulet', id)).signatures
    expect([newest?.withdrawnAt === null, older?.withdrawnAt === null]).toEqual([true, false])
    expect(newest?.sha256).not.toBe(older?.sha256)
    const kept = await world.services.db.$count(roomVersion, and(eq(roomVersion.room, notebookRoom(id)), like(roomVersion.sha256, '%')))
    expect(kept).toBe(2)
  })

  it('is not put on what was taken away', async () => {
    const { id } = await open('aigerim', { day: '2026-06-03' })
    await write('daulet', id, 'н')
    await world.as('aigerim').ask(notebook.remove, { params: { pageId: id } })
    await expect(world.as('yerlan').ask(notebook.sign, { params: { pageId: id } })).rejects.toMatchObject({ code: 'page-removed' })
  })
})

describe('words that reach a signed page too late', () => {
  const asked = async (by: PersonName, pageId: string) => world.as(by).ask(aside.lookAtPage, { params: { pageId } })
  const settle = (by: PersonName, pageId: string, to: 'taken' | 'dropped' | 'offered') =>
    world.as(by).ask(aside.settleOfPage, { params: { pageId }, body: { to } })
  const words = async (pageId: string) => linedWords(await world.services.hub.read(notebookRoom(pageId), readPage), 200)
  const late = async (day: string) => {
    const { id } = await open('aigerim', { day })
    await write('aigerim', id, 'Уақытында')
    const device = new Y.Doc()
    Y.applyUpdate(device, (await world.services.hub.snapshot(notebookRoom(id))).bytes)
    const before = Y.encodeStateVector(device)
    const line = new Y.XmlElement('paragraph')
    line.insert(0, [new Y.XmlText('кешікті')])
    pageBody(device).push([line])
    await world.as('yerlan').ask(notebook.sign, { params: { pageId: id } })
    const bytes = Y.encodeStateAsUpdate(device, before)
    const personId = world.person('aigerim').id
    const row = { room: notebookRoom(id), personId, bytes, sha256: sha256(bytes), doneAt: null, createdAt: world.clock.now() }
    await world.services.db.insert(roomAside).values(row)
    return id
  }

  it('wait for their author alone, who lays them down and takes that back', async () => {
    const id = await late('2026-07-01')
    expect(await asked('aigerim', id)).toMatchObject({ times: 1, down: 0 })
    expect(await asked('daulet', id)).toEqual({ times: 0, at: null, update: null, down: 0 })
    await settle('daulet', id, 'dropped')
    expect(await settle('aigerim', id, 'dropped')).toMatchObject({ times: 0, update: null, down: 1 })
    expect(await settle('aigerim', id, 'offered')).toMatchObject({ times: 1, down: 0 })
    expect(await settle('aigerim', id, 'taken')).toMatchObject({ times: 0, down: 0 })
    // What is on another page is not offered a second time.
    expect(await settle('aigerim', id, 'offered')).toMatchObject({ times: 0, down: 0 })
    await expect(asked('timur', id)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are put on the page once no signature holds on it', async () => {
    const id = await late('2026-07-02')
    const take = () => world.as('aigerim').ask(aside.takeToPage, { params: { pageId: id } })
    await expect(take()).rejects.toMatchObject({ code: 'page-signed' })
    await world.as('yerlan').ask(notebook.unsign, { params: { pageId: id } })
    await take()
    expect(await words(id)).toBe('Уақытында кешікті')
    expect(await asked('aigerim', id)).toMatchObject({ times: 0 })
  })
})

it('is only looked at in the archive', async () => {
  const { id } = await open('aigerim')
  await world.as('madina').ask(project.step, { params, body: { state: 'archived' } })
  expect(await right('aigerim', id)).toBe('read')
  expect(await look('yerlan', id)).toMatchObject({ may: 'read', mayChange: false, maySign: false })
  expect((await list('aigerim')).may).toBe('read')
  await expect(open('aigerim')).rejects.toMatchObject({ code: 'forbidden' })
  expect(await right('timur', id)).toBeNull()
})
