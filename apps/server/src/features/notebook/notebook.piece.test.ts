import { consent } from '@sheber/contract/consent'
import { notebook } from '@sheber/contract/notebook'
import { portfolio } from '@sheber/contract/portfolio'
import { publication, type PublicFields } from '@sheber/contract/publication'
import { review } from '@sheber/contract/review'
import { version } from '@sheber/contract/version'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld } from '@sheber/dev-env/world'
import { noFields } from '@sheber/dev-env/seed/publication'
import { addThings, openBoard } from '@sheber/document/board'
import { linedWords, pageBody, readPage } from '@sheber/document/notebook'
import { addPiece, addRecord, openPortfolio } from '@sheber/document/portfolio'
import { boardRoom, notebookRoom, portfolioRoom } from '@sheber/document/room'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../new-id.ts'
import { openVersion } from '../../sync/room-version.ts'
import { send } from '../file/testing/send.ts'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())

const begun = async (who: PersonName, projectId = world.project) =>
  (await world.as(who).ask(notebook.open, { params: { projectId }, body: { id: newId(), day: null, another: true } })).id
const put = (who: PersonName, pageId: string, element: Y.XmlElement) =>
  world.services.hub.write(notebookRoom(pageId), { person: world.person(who).id, session: null }, 'edit', (doc) =>
    pageBody(doc).push([element]),
  )
const write = (who: PersonName, pageId: string, words: string) => {
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText(words)])
  return put(who, pageId, line)
}
const keep = async (who: PersonName, pageId: string) => (await world.as(who).ask(notebook.keep, { params: { pageId } })).versionId
const saidIn = (update: string) => linedWords(readPage(openVersion(Buffer.from(update, 'base64'))), 200)

const inPortfolio = (portfolioId: string, work: (of: ReturnType<typeof openPortfolio>) => void) =>
  world.services.hub.write(portfolioRoom(portfolioId), { person: world.person('aigerim').id, session: null }, 'edit', (doc) =>
    work(openPortfolio(doc)),
  )
const own = async () => (await world.as('aigerim').ask(portfolio.open, { body: { of: 'person', id: world.person('aigerim').id } })).id

describe('a page that is kept', () => {
  it('stays as it was, is kept once while nothing changes, and not while it is empty', async () => {
    const id = await begun('aigerim')
    await expect(keep('aigerim', id)).rejects.toMatchObject({ code: 'page-empty' })
    await write('aigerim', id, 'Жүк 4,2 кг')
    const first = await keep('aigerim', id)
    expect(await keep('aigerim', id)).toBe(first)
    // Each has a word of their own to give.
    expect(await keep('daulet', id)).not.toBe(first)
    await write('daulet', id, 'иілу 3 мм')
    const second = await keep('aigerim', id)
    expect(second).not.toBe(first)
    const kept = (versionId: string, pageId = id) => world.as('yerlan').ask(notebook.kept, { params: { pageId, versionId } })
    expect(saidIn((await kept(first)).update)).toBe('Жүк 4,2 кг')
    expect(saidIn((await kept(second)).update)).toBe('Жүк 4,2 кг иілу 3 мм')
    await expect(kept(first, await begun('aigerim'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(keep('timur', id)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

const jpeg = (background = '#1e6ec8') =>
  sharp({ create: { width: 800, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer()

/** A picture on the shelf of the board beside the page, and on the page where that is wanted. */
const photograph = async (who: PersonName, pageId: string, onPage = true) => {
  const hand = world.as(who)
  const { boardId } = await hand.ask(notebook.look, { params: { pageId } })
  const { id } = await send(hand, boardId, await jpeg(), 'сынақ.jpg')
  if (onPage) await depict(who, pageId, id)
  return id
}
const depict = (who: PersonName, pageId: string, fileId: string) => {
  const picture = new Y.XmlElement('picture')
  picture.setAttribute('fileId', fileId)
  picture.setAttribute('alt', 'Көпір үстелде')
  return put(who, pageId, picture)
}

const handIn = async (portfolioId: string, recordId: string) => {
  const reviewerId = world.person('yerlan').id
  const body = { id: newId(), records: [recordId], organisationId: world.organisation('centre'), reviewerId, words: '' }
  return (await world.as('aigerim').ask(review.request, { params: { portfolioId }, body })).id
}

describe('a page in a record', () => {
  it('is read as it was frozen by whoever reads the record, and on the word of nobody else', async () => {
    const [id, portfolioId] = [await begun('aigerim'), await own()]
    await write('aigerim', id, 'Бірінші сынақ')
    const versionId = await keep('aigerim', id)
    await write('aigerim', id, 'кейін жазылған')
    const theirs = await begun('timur', world.of('glider').project)
    await write('timur', theirs, 'құпия')
    const strangers = await keep('timur', theirs)
    await inPortfolio(portfolioId, (of) => {
      addRecord(of, { id: 'r', kind: 'tested', title: 'Сынақ', audience: ['guardian'] }, { by: world.person('aigerim').id, at: 1 })
      addPiece(of, 'r', { id: 'p', kind: 'page', pageId: id, versionId })
      addPiece(of, 'r', { id: 'q', kind: 'page', pageId: theirs, versionId: strangers })
      addPiece(of, 'r', { id: 'wrong', kind: 'page', pageId: id, versionId: strangers })
    })
    const see = (who: PersonName, pieceId: string) =>
      world.as(who).ask(portfolio.piece, { params: { portfolioId, recordId: 'r', pieceId } })
    const seen = await see('zhanna', 'p')
    expect([saidIn(seen.then), seen.opens]).toEqual(['Бірінші сынақ', false])
    expect((await see('aigerim', 'p')).opens).toBe(true)
    for (const closed of ['q', 'wrong']) await expect(see('zhanna', closed)).rejects.toMatchObject({ code: 'piece-closed' })

    const submissionId = await handIn(portfolioId, 'r')
    const read = await world.as('yerlan').ask(review.piece, { params: { submissionId, recordId: 'r', pieceId: 'p' } })
    expect([read.then, read.today].map(saidIn)).toEqual(['Бірінші сынақ', 'Бірінші сынақ кейін жазылған'])
  })

  it('shows its pictures to whoever reads the record, and none that it does not hold or that lies with another project', async () => {
    const [id, portfolioId] = [await begun('aigerim'), await own()]
    await write('aigerim', id, 'Көпір')
    const kept = await photograph('aigerim', id)
    const strange = await photograph('timur', await begun('timur', world.of('glider').project), false)
    await depict('aigerim', id, strange)
    const versionId = await keep('aigerim', id)
    const later = await photograph('aigerim', id)
    await inPortfolio(portfolioId, (of) => {
      const trace = { by: world.person('aigerim').id, at: 1 }
      for (const [record, audience] of [
        ['family', 'guardian'],
        ['mates', 'team'],
      ] as const) {
        addRecord(of, { id: record, kind: 'tested', title: 'Көпір', audience: [audience] }, trace)
        addPiece(of, record, { id: `of ${record}`, kind: 'page', pageId: id, versionId })
      }
    })
    const get = async (who: PersonName | 'guest', url: string) => (await world.as(who).send({ method: 'GET', url })).statusCode
    const seen = (who: PersonName | 'guest', record: string, fileId: string) =>
      get(who, `/files/portfolio/${portfolioId}/record/${record}/piece/${encodeURIComponent(`of ${record}`)}/${fileId}/960.webp`)
    const everybody = ['guest', 'zhanna', 'madina', 'timur', 'yerlan', 'daulet', 'aigerim'] as const
    const all = async (record: string, fileId: string) =>
      Object.fromEntries(await Promise.all(everybody.map(async (who) => [who, await seen(who, record, fileId)] as const)))
    // Where the piece itself stays closed, so does what lies on it: a teammate may open the page and does not read this record.
    const no = { guest: 401, zhanna: 404, madina: 404, timur: 404, yerlan: 404, daulet: 404, aigerim: 200 }
    expect(await all('family', kept)).toEqual({ ...no, zhanna: 200 })
    expect(await all('mates', kept)).toEqual({ ...no, madina: 200, yerlan: 200, daulet: 200 })
    for (const fileId of [strange, later]) expect(await seen('zhanna', 'family', fileId)).toBe(403)
    expect(await seen('zhanna', 'family', newId())).toBe(404)
    expect(await get('zhanna', `/files/${kept}/960.webp`)).toBe(403)

    // What was handed in is shown with today's page beside it.
    const submissionId = await handIn(portfolioId, 'family')
    const read = (who: PersonName, fileId: string) =>
      get(who, `/files/review/${submissionId}/record/family/piece/${encodeURIComponent('of family')}/${fileId}/960.webp`)
    for (const fileId of [kept, later]) expect(await read('yerlan', fileId)).toBe(200)
    expect(await read('yerlan', strange)).toBe(403)
    for (const who of ['zhanna', 'timur', 'daulet'] as const) expect(await read(who, kept)).toBe(403)
  })

  it('as a part of a board does, of which nothing beside it is shown', async () => {
    const [aigerim, portfolioId] = [world.as('aigerim'), await own()]
    const { boardId } = await aigerim.ask(notebook.look, { params: { pageId: await begun('aigerim') } })
    const [shown, beside] = [await send(aigerim, boardId, await jpeg()), await send(aigerim, boardId, await jpeg('#aa2200'))]
    const by = world.person('aigerim').id
    await world.services.hub.write(boardRoom(boardId), { person: by, session: null }, 'edit', (doc) => {
      const image = (id: string, fileId: string) => ({ kind: 'image' as const, id, file: fileId, by, at: 1, text: 'Көпір' })
      addThings(openBoard(doc), [image('shown', shown.id), image('beside', beside.id)])
    })
    const { id: versionId } = await aigerim.ask(version.make, { params: { boardId }, body: { name: 'Сурет' } })
    await inPortfolio(portfolioId, (of) => {
      addRecord(of, { id: 'pinned', kind: 'made', title: 'Көпір', audience: ['guardian'] }, { by, at: 1 })
      addPiece(of, 'pinned', { id: 'p', kind: 'things', boardId, versionId, things: ['shown'] })
    })
    const get = async (who: PersonName, fileId: string) =>
      (await world.as(who).send({ method: 'GET', url: `/files/portfolio/${portfolioId}/record/pinned/piece/p/${fileId}/960.webp` }))
        .statusCode
    expect(await get('zhanna', shown.id)).toBe(200)
    expect(await get('zhanna', beside.id)).toBe(403)
    expect(await get('timur', shown.id)).toBe(404)
  })

  it('is spoken about at its words, which are found in the living page until they are gone', async () => {
    const [id, portfolioId, yerlan] = [await begun('aigerim'), await own(), world.as('yerlan')]
    await write('aigerim', id, 'Арқан 12 кг көтерді')
    const versionId = await keep('aigerim', id)
    await inPortfolio(portfolioId, (of) => {
      addRecord(of, { id: 'said', kind: 'tested', title: 'Арқан' }, { by: world.person('aigerim').id, at: 1 })
      addPiece(of, 'said', { id: 'p', kind: 'page', pageId: id, versionId })
    })
    const submissionId = await handIn(portfolioId, 'said')
    const remark = (span: { start: number; end: number }, pieceId = 'p') => {
      const at = { kind: 'page' as const, place: { part: 'page' as const, pieceId, ...span } }
      const body = { id: newId(), recordId: 'said', threadId: null, at, text: 'Қалай өлшедің?' }
      return yerlan.ask(review.remark, { params: { submissionId }, body })
    }
    const stands = async () => (await yerlan.ask(review.look, { params: { submissionId } })).remarks.map(({ anchor }) => anchor)
    await remark({ start: 6, end: 11 })
    const at = (start: number, end: number) => ({ part: 'page', pieceId: 'p', start, end })
    expect(await stands()).toEqual([{ kind: 'page', quote: '12 кг', then: at(6, 11), now: at(6, 11), point: null }])
    await expect(remark({ start: 600, end: 611 })).rejects.toMatchObject({ code: 'place-gone' })
    await expect(remark({ start: 6, end: 11 }, 'q')).rejects.toMatchObject({ code: 'piece-closed' })

    const living = (change: (line: Y.XmlText) => void) =>
      world.services.hub.write(notebookRoom(id), { person: world.person('aigerim').id, session: null }, 'edit', (doc) =>
        change((pageBody(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText),
      )
    await living((line) => line.insert(0, 'Бүгін '))
    expect(await stands()).toMatchObject([{ then: at(6, 11), now: at(12, 17) }])
    await living((line) => line.delete(12, 5))
    expect(await stands()).toMatchObject([{ quote: '12 кг', then: at(6, 11), now: null }])
  })

  it('is spoken about at a place of a picture on it, and of none that was not handed in; what is gone keeps what it was called', async () => {
    const [id, portfolioId] = [await begun('aigerim'), await own()]
    await write('aigerim', id, 'Көпір')
    const [shown, beside] = [await photograph('aigerim', id), await photograph('aigerim', id, false)]
    const versionId = await keep('aigerim', id)
    const later = await photograph('aigerim', id)
    const theirs = await begun('timur', world.of('glider').project)
    const foreign = await photograph('timur', theirs)
    const strangers = await keep('timur', theirs)
    await inPortfolio(portfolioId, (of) => {
      addRecord(of, { id: 'pointed', kind: 'tested', title: 'Көпір' }, { by: world.person('aigerim').id, at: 1 })
      addPiece(of, 'pointed', { id: 'p', kind: 'page', pageId: id, versionId })
      addPiece(of, 'pointed', { id: 'q', kind: 'page', pageId: theirs, versionId: strangers })
    })
    const submissionId = await handIn(portfolioId, 'pointed')
    const remark = (who: PersonName, fileId: string, pieceId?: string) => {
      const at = { kind: 'picture' as const, fileId, x: 0.25, y: 0.75, ...(pieceId !== undefined && { pieceId }) }
      const body = { id: newId(), recordId: 'pointed', threadId: null, at, text: 'Мұнда не?' }
      return world.as(who).ask(review.remark, { params: { submissionId }, body })
    }
    await remark('yerlan', shown, 'p')
    const anchor = async () => (await world.as('yerlan').ask(review.look, { params: { submissionId } })).remarks.map((one) => one.anchor)
    const point = { fileId: shown, pieceId: 'p', thingId: null, x: 0.25, y: 0.75 }
    const said = { kind: 'picture', quote: 'Көпір үстелде', then: null, now: null }
    expect(await anchor()).toEqual([{ ...said, point: { ...point, lost: false } }])
    for (const fileId of [beside, later, foreign, newId()])
      await expect(remark('yerlan', fileId, 'p')).rejects.toMatchObject({ code: 'place-gone' })
    await expect(remark('yerlan', shown)).rejects.toMatchObject({ code: 'place-gone' })
    // Whose page it is, nobody who handed it in may tell.
    await expect(remark('yerlan', foreign, 'q')).rejects.toMatchObject({ code: 'piece-closed' })
    await expect(remark('timur', shown, 'p')).rejects.toMatchObject({ code: 'forbidden' })
    await remark('aigerim', shown, 'p')

    await world.services.hub.write(notebookRoom(id), { person: world.person('aigerim').id, session: null }, 'edit', (doc) =>
      pageBody(doc).delete(1, 1),
    )
    const gone = { ...said, point: { ...point, lost: true } }
    expect(await anchor()).toEqual([gone, gone])
  })
})

it('goes along with the portfolio, words and picture, and out to the world by the consent of all who wrote it', async () => {
  const [id, portfolioId, aigerim] = [await begun('aigerim'), await own(), world.as('aigerim')]
  const { boardId } = await aigerim.ask(notebook.look, { params: { pageId: id } })
  const [photo, gone] = [await photograph('aigerim', id, false), newId()]
  await write('aigerim', id, 'Арқан 12 кг көтерді')
  for (const fileId of [photo, gone]) await depict('aigerim', id, fileId)
  const versionId = await keep('aigerim', id)
  await inPortfolio(portfolioId, (of) => {
    addRecord(of, { id: 'w', kind: 'tested', title: 'Арқан', audience: ['public'] }, { by: world.person('aigerim').id, at: 1 })
    addPiece(of, 'w', { id: 'p', kind: 'page', pageId: id, versionId, caption: 'Күнделік, 1 қазан' })
  })
  await write('aigerim', id, 'кейін жазылған')

  const fetched = (url: string) => aigerim.send({ method: 'GET', url })
  const files = unzipSync((await fetched(`/files/portfolio/${portfolioId}.zip`)).rawPayload)
  const page = strFromU8(files['index.html'] ?? new Uint8Array())
  expect(page).toContain('<figcaption>Күнделік, 1 қазан</figcaption><p>Арқан 12 кг көтерді</p>')
  expect(page).toContain(`<img src="media/${photo}.webp" alt="Көпір үстелде">`)
  expect(page).not.toMatch(/кейін жазылған.*Арқан 12/s)
  expect(page).not.toContain(gone)
  expect(files[`media/${photo}.webp`]?.byteLength).toBeGreaterThan(100)
  expect((await fetched(`/files/portfolio/${portfolioId}.pdf`)).statusCode).toBe(200)

  const agree = (who: PersonName) => {
    const body = { id: newId(), scope: 'work' as const, guardian: 'Ата', from: world.clock.now().toISOString().slice(0, 10), until: null }
    return world.as('botagoz').ask(consent.record, { params: { personId: world.person(who).id }, body })
  }
  const publish = (fields: Partial<PublicFields>) => {
    return aigerim.ask(publication.publish, { params: { portfolioId }, body: { fields: { ...noFields, ...fields } } })
  }
  const look = (url: string) => world.as('guest').send({ method: 'GET', url })
  await agree('aigerim')
  // What a team writes in is everybody's in it.
  await expect(publish({ pieces: true })).rejects.toMatchObject({ code: 'nothing-public' })
  await agree('daulet')
  const path = `/p/${(await publish({ pieces: true })).address}`
  const plain = (await look(path)).body
  expect(plain).toContain('Арқан 12 кг көтерді')
  for (const one of ['Көпір үстелде', 'кейін жазылған', id, versionId, boardId]) expect(plain).not.toContain(one)
  await publish({ pieces: true, pictures: true })
  expect((await look(path)).body).toContain(`src="${path}/${photo}.webp"`)
  expect((await look(`${path}/${photo}.webp`)).statusCode).toBe(200)
  await publish({ pictures: true })
  expect((await look(path)).body).not.toContain('Арқан 12')
  expect((await look(`${path}/${photo}.webp`)).statusCode).toBe(404)
})
