import { file } from '@sheber/contract/file'
import { portfolio } from '@sheber/contract/portfolio'
import { review } from '@sheber/contract/review'
import { version } from '@sheber/contract/version'
import { file as fileTable } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addNote, openBoard, readBoard, typeText, type Board } from '@sheber/document/board'
import { addPiece, addRecord, addSection, openPortfolio, removeRecord, sayInRecord } from '@sheber/document/portfolio'
import { boardRoom, portfolioRoom } from '@sheber/document/room'
import type { Audience } from '@sheber/contract/portfolio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../new-id.ts'
import { begin, bring } from '../file/testing/send.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const own = async (who: PersonName) => (await world.as(who).ask(portfolio.open, { body: { of: 'person', id: world.person(who).id } })).id
const write = (id: string, who: PersonName, deed: (of: ReturnType<typeof openPortfolio>) => void) =>
  world.services.hub.write(portfolioRoom(id), { person: world.person(who).id, session: null }, 'edit', (doc) => deed(openPortfolio(doc)))
const record = (id: string, who: PersonName, name: string, audience: readonly Audience[], section = '') =>
  write(id, who, (of) => {
    addRecord(of, { id: name, kind: 'made', audience, section }, { by: world.person(who).id, at: 1 })
    sayInRecord(of, name, 'title', name)
  })
const read = async (id: string, who: PersonName) =>
  (await world.as(who).ask(portfolio.records, { params: { portfolioId: id } })).records.map((one) => one.id)
const code = async (asked: Promise<unknown>) => {
  try {
    await asked
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}

describe('a portfolio', () => {
  it('is one, however often it is opened', async () => {
    expect(new Set(await Promise.all([own('aigerim'), own('aigerim'), own('aigerim')])).size).toBe(1)
  })

  it('shows a reader the records that are for them, and no section that has none', async () => {
    const id = await own('aigerim')
    await write(id, 'aigerim', (of) => {
      addSection(of, { id: 'open', title: 'Ашық' })
      addSection(of, { id: 'hidden', title: 'Құпия' })
    })
    await record(id, 'aigerim', 'mine', [], 'hidden')
    await record(id, 'aigerim', 'team', ['team'], 'open')
    await record(id, 'aigerim', 'centre', ['centre'])
    await record(id, 'aigerim', 'world', ['public', 'guardian'])
    await record(id, 'aigerim', 'gone', ['team', 'centre'])
    await write(id, 'aigerim', (of) => removeRecord(of, 'gone', { by: world.person('aigerim').id, at: 2 }))

    expect(await read(id, 'aigerim')).toEqual(['mine', 'team', 'centre', 'world'])
    // Of her team; of the centre.
    expect(await read(id, 'daulet')).toEqual(['team'])
    expect(await read(id, 'timur')).toEqual(['centre'])
    expect(await read(id, 'yerlan')).toEqual(['team'])
    const shown = await world.as('daulet').ask(portfolio.records, { params: { portfolioId: id } })
    expect(shown.sections).toEqual([{ id: 'open', title: 'Ашық' }])
    expect(JSON.stringify(shown)).not.toContain('Құпия')
  })

  it('lets in whom one works with, and nobody else', async () => {
    const id = await own('aigerim')
    const params = { portfolioId: id }
    const strangers = world.person('gulnara').id
    expect(await code(world.as('aigerim').ask(portfolio.letIn, { params, body: { personId: strangers } }))).toBe('works-elsewhere')
    expect(await code(world.as('aigerim').ask(portfolio.letIn, { params, body: { personId: newId() } }))).toBe('not-found')
    const { authors } = await world.as('aigerim').ask(portfolio.letIn, { params, body: { personId: world.person('yerlan').id } })
    expect(authors.map(({ name }) => name)).toContain(world.person('yerlan').name)
    expect(await read(id, 'yerlan')).toContain('mine')
    await world.as('aigerim').ask(portfolio.letOut, { params: { ...params, personId: world.person('yerlan').id } })
    expect(await read(id, 'yerlan')).not.toContain('mine')
  })

  it('is found by a part of the name, by those who answer for its owner', async () => {
    const id = await own('aigerim')
    const find = async (who: PersonName, name: string) =>
      (await world.as(who).ask(portfolio.find, { query: { name, page: '0' } })).lines.map((one) => one.id)
    const name = world.person('aigerim').name
    expect(await find('botagoz', name.slice(1, 4))).toContain(id)
    expect(await find('botagoz', '%')).toEqual([])
    expect(await find('daulet', '')).toEqual([])
    expect((await world.as('aigerim').ask(portfolio.list)).map((one) => one.id)).toContain(id)
  })

  it('has a shelf: what lies there is seen by whoever may read a record in which it stands, and by no one else', async () => {
    const portfolioId = await own('aigerim')
    const aigerim = world.as('aigerim')
    const bytes = new TextEncoder().encode('Сынақ хаттамасы\n')
    const id = newId()
    expect((await begin(aigerim, { id, portfolioId, bytes: bytes.byteLength, name: 'сынақ.txt' })).statusCode).toBe(201)
    expect((await bring(aigerim, id, 0, bytes)).statusCode).toBe(204)
    const asked = { params: { portfolioId }, body: { id } }
    expect(await aigerim.ask(file.shelve, asked)).toMatchObject({ id, portfolioId, boardId: null, type: 'text/plain' })
    expect(await aigerim.ask(file.shelve, asked)).toMatchObject({ id })
    const fetched = async (who: PersonName) => (await world.as(who).send({ method: 'GET', url: `/files/${id}` })).statusCode
    // It stands in nothing yet: her own.
    expect([await fetched('aigerim'), await fetched('daulet'), await fetched('botagoz')]).toEqual([200, 403, 403])
    const holding = (name: string, audience: readonly Audience[]) =>
      write(portfolioId, 'aigerim', (of) => {
        const trace = { by: world.person('aigerim').id, at: 1 }
        addRecord(of, { id: name, kind: 'tested', audience }, trace)
        addPiece(of, name, { id: `piece-${name}`, kind: 'file', fileId: id })
      })
    await holding('hers', [])
    expect(await fetched('daulet')).toBe(403)
    await holding('teams', ['team'])
    expect([await fetched('daulet'), await fetched('timur'), await fetched('gulnara')]).toEqual([200, 403, 403])
    await write(portfolioId, 'aigerim', (of) => removeRecord(of, 'teams', { by: world.person('aigerim').id, at: 2 }))
    expect(await fetched('daulet')).toBe(403)

    // Whoever is asked to review the record reads what it holds, whatever its audience, until it is taken back.
    expect(await fetched('madina')).toBe(403)
    const handedIn = { id: newId(), records: ['hers'], organisationId: world.organisation('centre'), words: '' }
    const madina = world.person('madina').id
    await aigerim.ask(review.request, { params: { portfolioId }, body: { ...handedIn, reviewerId: madina } })
    expect([await fetched('madina'), await fetched('daulet')]).toEqual([200, 403])
    await aigerim.ask(review.withdraw, { params: { submissionId: handedIn.id } })
    expect(await fetched('madina')).toBe(403)
    // The same from a board that she sees, and from none that she does not: it stays when the board has it no more.
    const { db } = world.services
    const onBoard = { id: newId(), name: 'тор.stl', type: 'model/stl', bytes: 684, sha256: 'ab', personId: madina } as const
    await db.insert(fileTable).values([{ ...onBoard, boardId: world.board }])
    const other = { ...onBoard, id: newId(), boardId: world.of('glider').board }
    await db.insert(fileTable).values([other])
    const brought = { id: newId(), fileId: onBoard.id }
    const bringIt = (body: { id: string; fileId: string }) => aigerim.ask(file.bring, { params: { portfolioId }, body })
    for (const _ of [1, 2]) expect(await bringIt(brought)).toMatchObject({ id: brought.id, portfolioId, boardId: null, name: 'тор.stl' })
    expect(await code(bringIt({ id: newId(), fileId: other.id }))).toBe('forbidden')
    expect(await code(bringIt({ id, fileId: onBoard.id }))).toBe('file-id-taken')
    await world.as('madina').ask(file.remove, { params: { fileId: onBoard.id } })
    expect(await code(bringIt({ id: newId(), fileId: onBoard.id }))).toBe('not-found')
    expect(await aigerim.ask(file.look, { params: { fileId: brought.id } })).toMatchObject({ bytes: 684 })
    // Two places at once are none.
    expect((await begin(aigerim, { portfolioId, boardId: world.board, bytes: 3 })).statusCode).toBe(400)
    expect((await begin(world.as('daulet'), { portfolioId, bytes: 3 })).statusCode).toBe(403)
  })
})

describe('a piece of a board in a record', () => {
  const things = (update: string) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(update, 'base64'))
    return readBoard(doc).things.map(({ text }) => text)
  }
  const writeBoard = (boardId: string, work: (board: Board) => void) =>
    world.services.hub.write(boardRoom(boardId), { person: null, session: null }, 'import', (doc) => work(openBoard(doc)))
  const kept = async (boardId: string, who: PersonName) =>
    (await world.as(who).ask(version.make, { params: { boardId }, body: { name: 'Көрсететін' } })).id
  const note = (text: string, x: number) => (of: Board) => addNote(of, { id: text, x, y: 0, text, colour: 'yellow', by: '', at: 1 })

  it('is seen as it was frozen by whoever reads the record, though the board be closed to them; what strangers have frozen is not', async () => {
    const portfolioId = await own('aigerim')
    const [boardId, theirs] = [world.board, world.of('glider').board]
    await writeBoard(boardId, note('датчик', 0))
    await writeBoard(boardId, note('жанында', 400))
    const versionId = await kept(boardId, 'aigerim')
    await writeBoard(boardId, (of) => typeText(of, 'датчик', 'кейін'))
    await record(portfolioId, 'aigerim', 'forMother', ['guardian'])
    const theirVersion = await kept(theirs, 'timur')
    await write(portfolioId, 'aigerim', (of) => {
      addPiece(of, 'forMother', { id: 'p', kind: 'things', boardId, versionId, things: ['датчик'] })
      addPiece(of, 'forMother', { id: 'q', kind: 'board', boardId: theirs, versionId: theirVersion, things: [] })
    })
    const see = (who: PersonName, pieceId: string, recordId = 'forMother') =>
      world.as(who).ask(portfolio.piece, { params: { portfolioId, recordId, pieceId } })

    const seen = await see('zhanna', 'p')
    expect([things(seen.then), seen.opens]).toEqual([['датчик'], false])
    expect(Buffer.from(seen.then, 'base64').toString()).not.toContain('жанында')
    expect((await see('aigerim', 'p')).opens).toBe(true)
    expect(await code(see('zhanna', 'q'))).toBe('piece-closed')
    expect(await code(see('zhanna', 'p', 'nowhere'))).toBe('piece-closed')
    // Not one of those that the record is for.
    expect(await code(see('timur', 'p'))).toBe('piece-closed')
  })
})
