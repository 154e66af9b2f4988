import { badge } from '@sheber/contract/badge'
import { file } from '@sheber/contract/file'
import { framework } from '@sheber/contract/framework'
import { portfolio } from '@sheber/contract/portfolio'
import { publication, type PublicFields } from '@sheber/contract/publication'
import { version } from '@sheber/contract/version'
import { languages } from '@sheber/contract/words'
import { fact } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld } from '@sheber/dev-env/world'
import { noFields as nothing } from '@sheber/dev-env/seed/publication'
import { addNote, addThings, openBoard } from '@sheber/document/board'
import { addPiece, addSection, changeRecord, pictureCover, removeRecord, sayInRecord, sayOnCover } from '@sheber/document/portfolio'
import { boardRoom } from '@sheber/document/room'
import { draft as frameworkDraft, said, uuid } from '@sheber/domain/framework.fixture'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { confirm } from '../badge/testing/confirm.ts'
import { begin, bring, send } from '../file/testing/send.ts'
import { agree, block, look, opened, paragraph, tell, withdraw, write } from './testing/publish.ts'

const everything: PublicFields = {
  cover: true,
  names: true,
  pictures: true,
  pieces: false,
  reflection: false,
  sections: false,
  competencies: true,
  badges: true,
}

describe('a portfolio that is published', () => {
  it('has the picture of its cover where cover and pictures were chosen, and as long as nobody’s name keeps it in', async () => {
    await using world = await createWorld()
    const params = await opened(world)
    const { portfolioId } = params
    const aigerim = world.as('aigerim')
    const photo = await sharp({ create: { width: 1_200, height: 600, channels: 3, background: '#1e6ec8' } })
      .jpeg()
      .toBuffer()
    const id = newId()
    await begin(aigerim, { id, portfolioId, name: 'cover.jpg', bytes: photo.byteLength })
    await bring(aigerim, id, 0, photo)
    await aigerim.ask(file.shelve, { params, body: { id } })
    const fileFor = async (who: PersonName) => (await world.as(who).send({ method: 'GET', url: `/files/${id}/960.webp` })).statusCode

    await tell(world, portfolioId, 'r1', 'Аспалы мост', ['public'], [paragraph('Держит 12 кг.')])
    await tell(world, portfolioId, 'r2', 'Мост командам', ['team'])
    expect(await fileFor('daulet')).toBe(403)
    await write(world, portfolioId, (of) => pictureCover(of, id, 'Мост над рекой'))
    // Whoever reads any of the records sees the cover; whoever reads none does not.
    expect(await fileFor('daulet')).toBe(200)
    expect(await fileFor('timur')).not.toBe(200)

    await agree(world, 'aigerim', 'work')
    const publish = (fields: Partial<PublicFields>) =>
      aigerim.ask(publication.publish, { params, body: { fields: { ...nothing, ...fields } } })
    const { address } = await publish({ cover: true })
    const [path, picture] = [`/p/${address}`, `/p/${address}/${id}.webp`]
    expect((await look(world, path)).body).not.toContain('.webp')
    expect((await look(world, picture)).statusCode).toBe(404)

    await publish({ cover: true, pictures: true })
    expect((await look(world, path)).body).toContain(`<img class="face" src="${picture}" width="960" height="480" alt="Мост над рекой">`)
    expect((await look(world, picture)).statusCode).toBe(200)
    expect(await aigerim.ask(publication.look, { params })).toMatchObject({ changed: false })

    // Another picture is not out before it is published.
    await write(world, portfolioId, (of) => pictureCover(of, id, 'Айгерім на мосту'))
    expect(await aigerim.ask(publication.look, { params })).toMatchObject({
      coverWaits: [{ name: world.person('aigerim').name, why: 'name' }],
    })
    await publish({ cover: true, pictures: true })
    expect((await look(world, path)).body).not.toContain('Айгерім')
    expect((await look(world, picture)).statusCode).toBe(404)
  })

  it('shows no picture in which a child is seen without consent to that: not on the cover, not in the words, and at once', async () => {
    await using world = await createWorld()
    const params = await opened(world)
    const { portfolioId } = params
    const aigerim = world.as('aigerim')
    const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#1e6ec8' } })
      .jpeg()
      .toBuffer()
    const shelve = async () => {
      const id = newId()
      await begin(aigerim, { id, portfolioId, name: 'photo.jpg', bytes: photo.byteLength })
      await bring(aigerim, id, 0, photo)
      await aigerim.ask(file.shelve, { params, body: { id } })
      return id
    }
    const [face, both, bridge] = [await shelve(), await shelve(), await shelve()]
    const picture = (fileId: string, alt: string) => block('picture', { fileId, alt, caption: `${alt}.` })
    await tell(world, portfolioId, 'r1', 'Мост', ['public'], [picture(both, 'Испытание'), picture(bridge, 'Только мост')])
    await write(world, portfolioId, (of) => pictureCover(of, face, 'На выставке'))
    await agree(world, 'aigerim', 'work')
    const hers = await agree(world, 'aigerim', 'picture')
    const [aigerimId, dauletId, sergeyId] = (['aigerim', 'daulet', 'sergey'] as const).map((name) => world.person(name).id) as [
      string,
      string,
      string,
    ]
    const fields = { ...nothing, cover: true, pictures: true }
    const seen = [
      { fileId: face, people: [aigerimId] },
      // A grown-up and a stranger to the portfolio are nobody's to mark, and a picture that is not there holds nobody.
      { fileId: both, people: [aigerimId, dauletId, sergeyId] },
      { fileId: newId(), people: [aigerimId] },
    ]
    // As it went out before anybody was asked who is seen.
    const old = await aigerim.ask(publication.publish, { params, body: { fields } })
    expect(old.unmarked).toEqual([face, both, bridge])
    const unmarked = async (name: PersonName) => (await world.as(name).ask(portfolio.look, { params })).unmarked
    expect([await unmarked('aigerim'), await unmarked('daulet')]).toEqual([3, 0])
    const out = await aigerim.ask(publication.publish, { params, body: { fields, seen } })
    expect(out.unmarked).toEqual([bridge])
    expect(await unmarked('aigerim')).toBe(1)
    expect(out.pictures.map(({ fileId, alt }) => [fileId, alt])).toEqual([
      [face, 'На выставке'],
      [both, 'Испытание'],
      [bridge, 'Только мост'],
    ])
    expect(out.children.map(({ id }) => id)).toEqual(expect.arrayContaining([aigerimId, dauletId]))
    expect(out.children.map(({ id }) => id)).not.toContain(sergeyId)
    expect(out.seen).toEqual([
      { fileId: face, people: [aigerimId] },
      { fileId: both, people: [aigerimId, dauletId] },
    ])
    expect(out.unseen).toEqual([world.person('daulet').name])

    // That nobody is seen in it was said too.
    const said = await aigerim.ask(publication.publish, { params, body: { fields, seen: [...seen, { fileId: bridge, people: [] }] } })
    expect([said.unmarked, await unmarked('aigerim')]).toEqual([[], 0])

    const path = `/p/${out.address}`
    const shows = async () => {
      const { body } = await look(world, path)
      const answered = []
      for (const id of [face, both, bridge])
        answered.push([body.includes(`${id}.webp`), (await look(world, `${path}/${id}.webp`)).statusCode === 200])
      return answered
    }
    const [yes, no] = [
      [true, true],
      [false, false],
    ]
    expect(await shows()).toEqual([yes, no, yes])
    await agree(world, 'daulet', 'picture')
    expect(await shows()).toEqual([yes, yes, yes])
    // Published again without a word of who is seen, what was said stands.
    await aigerim.ask(publication.publish, { params, body: { fields } })
    await withdraw(world, hers)
    expect(await shows()).toEqual([no, no, yes])
    expect((await look(world, path)).body).not.toContain('На выставке')
    expect((await aigerim.ask(publication.look, { params })).unseen).toEqual([world.person('aigerim').name])
  })

  it('is a copy for guests, which changes when it is published again', async () => {
    await using world = await createWorld()
    const params = await opened(world)
    const aigerim = world.as('aigerim')
    await tell(
      world,
      params.portfolioId,
      'r1',
      'Аспалы мост',
      ['public'],
      [paragraph('Держит 12 кг.'), block('formula', { tex: 'F = \\frac{m}{g}' })],
    )
    await expect(aigerim.ask(publication.publish, { params, body: { fields: nothing } })).rejects.toMatchObject({ code: 'nothing-public' })
    expect((await aigerim.ask(publication.look, { params })).records).toEqual([
      { id: 'r1', title: 'Аспалы мост', state: 'fresh', left: [], waits: [{ name: world.person('aigerim').name, why: 'work' }] },
    ])

    await agree(world, 'aigerim', 'work')
    const out = await aigerim.ask(publication.publish, { params, body: { fields: nothing } })
    expect(out).toMatchObject({ open: true, changed: false, records: [{ id: 'r1', state: 'same', waits: [] }], publishes: true })
    const path = `/p/${out.address}`
    const page = await look(world, path)
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers['x-robots-tag']).toContain('noindex')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.body).toContain('<html lang="ru" data-mark="')
    expect(page.body).toContain('Держит 12 кг.')
    expect(page.body).toContain('<math')
    expect(page.body).not.toMatch(/<script(?! src="\/e\/fresh\.js" defer>)|style="|https?:\/\/(?!sheber\.test|www\.w3\.org)/)
    expect((await look(world, path, { 'if-none-match': String(page.headers['etag']) })).statusCode).toBe(304)
    const packed = await look(world, path, { 'accept-encoding': 'gzip, deflate, br' })
    expect(packed.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(page.body)
    expect(packed.rawPayload.byteLength).toBeLessThan(15_000)
    for (const language of languages)
      expect((await look(world, `${path}?lang=${language}`)).body).toContain(`<html lang="${language}" data-mark="`)

    await write(world, params.portfolioId, (of) => sayInRecord(of, 'r1', 'title', 'Вантовый мост'))
    expect((await look(world, path)).body).toContain('Аспалы мост')
    expect(await aigerim.ask(publication.look, { params })).toMatchObject({ changed: true, records: [{ state: 'changed' }] })
    const again = await aigerim.ask(publication.publish, { params, body: { fields: nothing } })
    expect([again.address, again.changed]).toEqual([out.address, false])
    expect((await look(world, path)).body).toContain('Вантовый мост')
  })

  it('is taken back by its authors or by staff, and its address says so', async () => {
    await using world = await createWorld()
    const params = await opened(world)
    await tell(world, params.portfolioId, 'r1', 'Мост', ['public'])
    await agree(world, 'aigerim', 'work')
    const publish = () => world.as('aigerim').ask(publication.publish, { params, body: { fields: nothing } })
    const { address } = await publish()
    const gone = await world.as('madina').ask(publication.withdraw, { params })
    expect(gone).toMatchObject({ open: false, publishes: false, withdrawnAt: world.clock.now().toISOString() })
    const page = await look(world, `/p/${address}`)
    expect([page.statusCode, page.headers['cache-control']]).toEqual([410, 'no-store'])
    expect(page.body).toContain('Эту страницу закрыли')
    expect(page.body).not.toContain('Мост')
    await world.as('aigerim').ask(publication.withdraw, { params })
    // Nobody learns from the answer what there is: an address that never was looks like one that is no address.
    for (const path of [`/p/${newId()}`, '/p/nothing']) expect((await look(world, path)).statusCode).toBe(404)
    await publish()
    expect((await look(world, `/p/${address}`)).statusCode).toBe(200)
    const told = (await world.services.db.select().from(fact)).map(({ name }) => name).filter((name) => name.startsWith('publication'))
    expect(told).toEqual(['publication.published', 'publication.withdrawn', 'publication.published'])
  })

  it('loses a record that is no longer for everybody, or removed, within ten seconds', async () => {
    await using world = await createWorld()
    const params = await opened(world)
    for (const [id, title] of [
      ['r1', 'Мост'],
      ['r2', 'Кран'],
      ['r3', 'Башня'],
    ] as const)
      await tell(world, params.portfolioId, id, title, ['public'])
    await agree(world, 'aigerim', 'work')
    const { address } = await world.as('aigerim').ask(publication.publish, { params, body: { fields: nothing } })
    expect((await look(world, `/p/${address}`)).body).toContain('Кран')
    await write(world, params.portfolioId, (of, trace) => {
      changeRecord(of, 'r2', { audience: ['team'] })
      removeRecord(of, 'r3', trace)
    })
    world.clock.advance(10_000)
    const { body } = await look(world, `/p/${address}`)
    expect([body.includes('Мост'), body.includes('Кран'), body.includes('Башня')]).toEqual([true, false, false])
    expect((await world.as('aigerim').ask(publication.look, { params })).records.map(({ state }) => state)).toEqual([
      'same',
      'gone',
      'gone',
    ])
  })

  it('tells an open page by its mark that something of it was taken back, without sending it again', async () => {
    await using world = await createWorld()
    const params = await opened(world)
    for (const [id, title] of [
      ['r1', 'Мост'],
      ['r2', 'Кран'],
    ] as const)
      await tell(world, params.portfolioId, id, title, ['public'])
    const work = await agree(world, 'aigerim', 'work')
    const name = await agree(world, 'aigerim', 'name')
    const { address } = await world.as('aigerim').ask(publication.publish, { params, body: { fields: { ...nothing, names: true } } })
    const path = `/p/${address}`
    const marked = async () => {
      const page = await look(world, path)
      const mark = /^<!doctype html>\n<html lang="ru" data-mark="([\w-]{16})">/.exec(page.body)?.[1]
      expect(page.body).toContain('<script src="/e/fresh.js" defer></script>')
      // Whoever leafs back without a script is shown no child from what the browser still has.
      expect(page.headers['cache-control']).toBe('no-store')
      const told = await world.as('guest').send({ method: 'HEAD', url: path, headers: { 'accept-language': 'ru' } })
      expect([told.statusCode, told.body, told.headers['x-mark']]).toEqual([200, '', mark ?? expect.unreachable()])
      return mark
    }
    const [before, still] = [await marked(), await marked()]
    expect(still).toBe(before)
    await write(world, params.portfolioId, (of) => changeRecord(of, 'r2', { audience: ['team'] }))
    world.clock.advance(10_000)
    const fewer = await marked()
    await withdraw(world, name)
    const nameless = await marked()
    expect(new Set([before, fewer, nameless]).size).toBe(3)
    await withdraw(world, work)
    const shut = await world.as('guest').send({ method: 'HEAD', url: path })
    expect([shut.statusCode, shut.headers['x-mark']]).toEqual([410, undefined])
    expect((await look(world, path)).body).not.toContain('<script')
  })

  it('needs the consent for every child of the team, whenever somebody reads it', async () => {
    await using world = await createWorld()
    const params = await opened(world, 'team')
    await tell(world, params.portfolioId, 'r1', 'Мост', ['public'])
    await agree(world, 'aigerim', 'work')
    const publish = () => world.as('madina').ask(publication.publish, { params, body: { fields: { ...nothing, names: true } } })
    await expect(publish()).rejects.toMatchObject({ code: 'nothing-public' })
    const paper = await agree(world, 'daulet', 'work')
    await agree(world, 'aigerim', 'name')
    const { address } = await publish()
    const { body } = await look(world, `/p/${address}`)
    expect(body).toContain(world.person('aigerim').name)
    expect(body).toContain(world.person('madina').name)
    expect(body).not.toContain(world.person('daulet').name)
    await withdraw(world, paper)
    expect((await look(world, `/p/${address}`)).statusCode).toBe(410)
    expect((await world.as('yerlan').ask(publication.look, { params })).records).toMatchObject([
      { waits: [{ name: world.person('daulet').name, why: 'work' }] },
    ])
  })

  it('keeps in the words that name a child until the guardian agrees to the name, and again when that is taken back', async () => {
    await using world = await createWorld()
    const params = await opened(world)
    await tell(world, params.portfolioId, 'r1', 'Мост', ['public'])
    await tell(world, params.portfolioId, 'r2', 'Айгерімнің көпірі', ['public'])
    await tell(world, params.portfolioId, 'r3', 'Дәулетпен бірге', ['public'])
    await agree(world, 'aigerim', 'work')
    const publish = () => world.as('aigerim').ask(publication.publish, { params, body: { fields: nothing } })
    const { address, records } = await publish()
    expect(records.map(({ waits }) => waits.map(({ why }) => why))).toEqual([[], ['name'], ['name']])
    const named = async () => (await look(world, `/p/${address}`)).body.includes('Айгерімнің')
    expect(await named()).toBe(false)
    const paper = await agree(world, 'aigerim', 'name')
    await publish()
    expect(await named()).toBe(true)
    await withdraw(world, paper)
    expect(await named()).toBe(false)
    expect((await look(world, `/p/${address}`)).body).toContain('Мост')
  })
})

it('shows the work itself, its part and thoughts where they were chosen, once all whose work it is agree, and no board of others', async () => {
  await using world = await createWorld()
  const params = await opened(world)
  const { portfolioId } = params
  const draw = (who: PersonName, boardId: string, id: string, text: string) =>
    world.services.hub.write(boardRoom(boardId), { person: world.person(who).id, session: null }, 'edit', (doc) =>
      addNote(openBoard(doc), { id, x: 0, y: 0, text, colour: 'yellow', by: world.person(who).id, at: 1 }),
    )
  const keptBoard = async (who: PersonName, boardId: string) =>
    (await world.as(who).ask(version.make, { params: { boardId }, body: { name: 'Сызба' } })).id
  await draw('aigerim', world.board, 'n1', 'Арқан')
  await draw('daulet', world.board, 'n2', 'Дәулет тексерді')
  const theirs = world.of('glider').board
  await draw('timur', theirs, 'n3', 'құпияҚанат')
  const [ours, other] = [await keptBoard('aigerim', world.board), await keptBoard('timur', theirs)]
  await tell(world, portfolioId, 'r1', 'Мост', ['public'])
  await write(world, portfolioId, (of) => {
    addSection(of, { id: 's1', title: 'Жобалар' })
    changeRecord(of, 'r1', { section: 's1', prompt: 'hard' })
    sayInRecord(of, 'r1', 'reflection', 'Арқан үзілді')
    addPiece(of, 'r1', { id: 'p1', kind: 'things', boardId: world.board, versionId: ours, things: ['n1'], caption: 'Арқан сызбасы' })
    addPiece(of, 'r1', { id: 'p2', kind: 'board', boardId: theirs, versionId: other, caption: 'құпияТақта' })
  })
  const aigerim = world.as('aigerim')
  const publish = (fields: Partial<PublicFields>) =>
    aigerim.ask(publication.publish, { params, body: { fields: { ...nothing, ...fields } } })
  await agree(world, 'aigerim', 'work')
  const plain = await publish({})
  const path = `/p/${plain.address}`
  expect((await look(world, path)).body).not.toMatch(/Жобалар|үзілді|piece\//)

  // A team's board is everybody's in it.
  await expect(publish({ pieces: true })).rejects.toMatchObject({ code: 'nothing-public' })
  const paper = await agree(world, 'daulet', 'work')
  expect((await publish({ pieces: true, reflection: true, sections: true })).records).toMatchObject([{ state: 'same', waits: [] }])
  const { body } = await look(world, `${path}?lang=kk`)
  for (const one of ['<h2>Жобалар</h2>', 'Арқан үзілді', 'alt="Арқан сызбасы"']) expect(body).toContain(one)
  const drawings = [...body.matchAll(/src="([^"]*\/piece\/[^"]*)"/g)].map(([, url = '']) => url)
  expect(drawings).toHaveLength(1)
  for (const one of [world.board, theirs, ours, other, 'құпия', portfolioId]) expect(body).not.toContain(one)

  // Who is named on it, where the name has no consent, keeps the record in.
  await write(world, portfolioId, (of) =>
    addPiece(of, 'r1', { id: 'p3', kind: 'things', boardId: world.board, versionId: ours, things: ['n2'] }),
  )
  await expect(publish({ pieces: true })).rejects.toMatchObject({ code: 'nothing-public' })
  expect((await look(world, path)).body).toContain('Мост')
  await withdraw(world, paper)
  expect((await look(world, path)).statusCode).toBe(410)
  for (const url of [...drawings, `${path}/piece/${'0'.repeat(24)}.svg`]) expect((await look(world, url)).statusCode).toBe(410)
})

it('tells its author of pictures that lie on its boards alone, and of what went out before they were written down', async () => {
  await using world = await createWorld()
  const params = await opened(world)
  const { portfolioId } = params
  const aigerim = world.as('aigerim')
  const aigerimId = world.person('aigerim').id
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const { id: poster } = await send(aigerim, world.board, png)
  await world.services.hub.write(boardRoom(world.board), { person: aigerimId, session: null }, 'edit', (doc) =>
    addThings(openBoard(doc), [{ kind: 'image', id: 'i1', file: poster, by: aigerimId, at: 1, text: 'Көпір' }]),
  )
  const { id: versionId } = await aigerim.ask(version.make, { params: { boardId: world.board }, body: { name: 'Сызба' } })
  await tell(world, portfolioId, 'r1', 'Мост', ['public'])
  await write(world, portfolioId, (of) =>
    addPiece(of, 'r1', { id: 'p1', kind: 'things', boardId: world.board, versionId, things: ['i1'], caption: 'Көпір' }),
  )
  await agree(world, 'aigerim', 'work')
  await agree(world, 'daulet', 'work')
  const publish = (fields: Partial<PublicFields>, seen?: { fileId: string; people: string[] }[]) =>
    aigerim.ask(publication.publish, { params, body: { fields: { ...nothing, ...fields }, ...(seen && { seen }) } })
  const waiting = async () => (await aigerim.ask(portfolio.look, { params })).unmarked

  // Where pieces are drawn without pictures there is nobody to be seen.
  expect([(await publish({ pieces: true })).unmarked, await waiting()]).toEqual([[], 0])
  const out = await publish({ pieces: true, pictures: true })
  expect([out.unmarked, await waiting()]).toEqual([[poster], 1])
  expect((await look(world, `/p/${out.address}`)).body).not.toContain(poster)

  const { rows } = await world.services.db.execute(
    sql`update publication_record set shown = shown #- '{pieces,0,pictures}' where shown #> '{pieces,0,pictures}' is not null returning 1`,
  )
  expect(rows).toHaveLength(1)
  expect([await waiting(), (await aigerim.ask(publication.look, { params })).records]).toMatchObject([1, [{ state: 'same' }]])

  expect([(await publish({ pieces: true, pictures: true }, [{ fileId: poster, people: [] }])).unmarked, await waiting()]).toEqual([[], 0])

  // A drawing on which another picture is kept in has another address: an open page asks for it anew.
  const drawing = async () => /src="([^"]*\/piece\/[^"]*)"/.exec((await look(world, `/p/${out.address}`)).body)?.[1]
  const plain = await drawing()
  expect(plain).toMatch(/\.svg\?lang=ru$/)
  await publish({ pieces: true, pictures: true }, [{ fileId: poster, people: [aigerimId] }])
  expect(await drawing()).toMatch(/\.svg\?lang=ru&#38;seen=[\w-]{16}$/)
  const paper = await agree(world, 'aigerim', 'picture')
  expect(await drawing()).toBe(plain)
  await withdraw(world, paper)
  expect(await drawing()).not.toBe(plain)
  await agree(world, 'aigerim', 'picture')
  expect(await drawing()).toBe(plain)
  // Taken off the shelf of its board, as an open page hears within its next asking.
  await world.as('madina').ask(file.remove, { params: { fileId: poster } })
  world.clock.advance(10_000)
  expect(await drawing()).not.toBe(plain)
  // Whoever turns all pictures off takes those on drawings along.
  await publish({ pieces: true })
  expect(await drawing()).toMatch(/\.svg\?lang=ru&#38;seen=none$/)
})

/** Of each child and all around it: nothing of this may reach a guest. */
const secret = {
  reflection: 'құпияОйым',
  privateTitle: 'құпияЖазба',
  privateBody: 'құпияМәтін',
  groupTitle: 'құпияТопқа',
  removed: 'құпияӨшірілген',
  piece: 'құпияБөлік',
  section: 'құпияБөлім',
  fileName: 'құпияСурет',
  exif: 'SecretArtist',
  why: 'жасады',
  review: 'құпияПікір',
  guardian: 'Құпиягүл',
  mail: 'aigerim@example.kz',
  board: '/board/',
  team: 'Көпір макеті',
  unconfirmed: 'құпияҚұзырет',
}

it('gives a guest nothing of a child but what was chosen: not in a page, a picture, a header, nor anywhere they lead', async () => {
  await using world = await createWorld()
  const params = await opened(world)
  const { portfolioId } = params
  const [aigerim, madina] = [world.as('aigerim'), world.as('madina')]

  const photo = await sharp({ create: { width: 1_200, height: 900, channels: 3, background: '#c81e1e' } })
    .withExif({ IFD0: { Artist: secret.exif, ImageDescription: secret.exif } })
    .jpeg()
    .toBuffer()
  const shelve = async () => {
    const id = newId()
    await begin(aigerim, { id, portfolioId, name: `${secret.fileName}.jpg`, bytes: photo.byteLength })
    await bring(aigerim, id, 0, photo)
    await aigerim.ask(file.shelve, { params, body: { id } })
    return id
  }
  const [shown, hidden] = [await shelve(), await shelve()]
  await tell(
    world,
    portfolioId,
    'r1',
    'Аспалы арқан',
    ['public'],
    [
      paragraph('Салмақ көтерді. '),
      paragraph('хат', `mailto:${secret.mail}`),
      paragraph('тақта', `${secret.board}${world.board}`),
      block('picture', { fileId: shown, alt: 'Арқан', caption: 'Арқан суреті', note: secret.fileName }),
    ],
  )
  await tell(world, portfolioId, 'r2', secret.privateTitle, [], [paragraph(secret.privateBody), block('picture', { fileId: hidden })])
  await tell(world, portfolioId, 'r3', secret.groupTitle, ['group', 'team', 'centre'])
  await tell(world, portfolioId, 'r4', secret.removed, ['public'])
  await write(world, portfolioId, (of, trace) => {
    addSection(of, { id: 's1', title: secret.section })
    changeRecord(of, 'r1', { section: 's1' })
    sayInRecord(of, 'r1', 'reflection', secret.reflection)
    addPiece(of, 'r1', { id: 'p1', kind: 'board', boardId: world.board, caption: secret.piece })
    removeRecord(of, 'r4', trace)
    sayOnCover(of, 'title', 'Айгерімнің портфолиосы')
  })

  const organisation = { organisationId: world.organisation('centre') }
  await madina.ask(framework.make, { params: organisation, body: { id: uuid(90), draft: frameworkDraft() } })
  await madina.ask(framework.publish, { params: { frameworkId: uuid(90) } })
  const judged = (recordId: string, competency: number, says: 'confirmed' | 'partly') =>
    confirm(world.services.db, {
      ...{ personId: world.person('aigerim').id, reviewerId: world.person('madina').id, recordId, says, text: secret.review },
      ...{ ...organisation, competencyId: uuid(competency), levelId: uuid(1_002), at: world.clock.now() },
    })
  await judged('r1', 2, 'confirmed')
  await judged('r1', 3, 'partly')
  const classId = randomUUID()
  const role = said('Конструктор')
  await madina.ask(badge.make, {
    params: organisation,
    body: { id: classId, draft: { title: said('Ұшқыш'), criteria: said('Модель'), emblem: 'glider', needs: [], role, validMonths: null } },
  })
  await madina.ask(badge.open, { params: { classId } })
  await madina.ask(badge.issue, { params: { classId }, body: { personId: world.person('aigerim').id, projectId: world.project } })

  const paper = await agree(world, 'aigerim', 'work')
  const published = await aigerim.ask(publication.publish, { params, body: { fields: everything } })
  expect(published.coverWaits).toEqual([{ name: world.person('aigerim').name, why: 'name' }])
  const path = `/p/${published.address}`
  const picture = `${path}/${shown}.webp`

  const planted = [
    ...Object.values(secret),
    ...(['aigerim', 'daulet', 'timur', 'madina', 'botagoz'] as const).flatMap((who) => [world.person(who).name, world.person(who).id]),
    'Айгерім',
    portfolioId,
    world.board,
    hidden,
  ]
  /** Everything that a guest finds, beginning with the page, and whatever they guess besides. */
  const crawl = async () => {
    const found: { url: string; status: number; all: string }[] = []
    const waiting = [
      ...languages.map((one) => `${path}?lang=${one}`),
      picture,
      `${path}/${hidden}.webp`,
      `${path}/__data.json`,
      `/files/${shown}/960.webp`,
      `/files/${shown}`,
      `/files/portfolio/${portfolioId}.zip`,
      `/api/portfolio/${portfolioId}`,
      `/api/portfolio/${portfolioId}/record`,
      `/api/portfolio/${portfolioId}/publication`,
      `/api/portfolio/${portfolioId}/evidence`,
    ]
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (found.some((one) => one.url === url)) continue
      const { statusCode, headers, rawPayload } = await look(world, url)
      const bytes = rawPayload.toString('latin1') + rawPayload.toString('utf8')
      found.push({ url, status: statusCode, all: JSON.stringify(headers) + bytes })
      if (statusCode === 200 && String(headers['content-type']).startsWith('text/html'))
        waiting.push(
          ...[...rawPayload.toString('utf8').matchAll(/(?:href|src|content)="(?:http:\/\/sheber\.test)?(\/[^"]*)"/g)].map(
            ([, to = '']) => to,
          ),
        )
    }
    return found
  }
  const leaks = (found: Awaited<ReturnType<typeof crawl>>) =>
    found.flatMap(({ url, all }) => planted.filter((one) => all.includes(one)).map((one) => `${one} in ${url}`))
  // What the guest asked for themselves is no news to them.
  const answered = (found: Awaited<ReturnType<typeof crawl>>) => found.filter(({ status }) => status === 200)

  const before = await crawl()
  expect(leaks(before)).toEqual([])
  expect(answered(before).map(({ url }) => url)).toEqual(expect.arrayContaining([`${path}?lang=kk`, picture]))
  const { body } = await look(world, `${path}?lang=kk`)
  expect(body).toContain(`<img src="${picture}" width="960" height="720"`)
  for (const one of ['Аспалы арқан', 'Салмақ көтерді.', 'Арқан суреті', picture, 'Ұшқыш', '2-деңгей']) expect(body).toContain(one)
  expect(body.match(/class="shows"/g)).toHaveLength(1)
  const bytes = await look(world, picture)
  expect([bytes.headers['content-type'], bytes.headers['x-content-type-options']]).toEqual(['image/webp', 'nosniff'])
  expect(bytes.headers['cache-control']).toBe('public, max-age=30, must-revalidate')
  const { width, exif, xmp, iptc } = await sharp(bytes.rawPayload).metadata()
  expect([width, exif, xmp, iptc]).toEqual([960, undefined, undefined, undefined])
  const etag = String(bytes.headers['etag'])
  expect((await look(world, picture, { 'if-none-match': etag })).statusCode).toBe(304)
  // Signed in or not, nothing more is there.
  const own = await aigerim.send({ method: 'GET', url: `${path}?lang=kk` })
  expect(own.body).toBe(body)

  await withdraw(world, paper)
  const after = await crawl()
  expect(leaks(after)).toEqual([])
  expect(answered(after).filter(({ url }) => url.startsWith('/p/'))).toEqual([])
  expect((await look(world, path)).statusCode).toBe(410)
  expect((await look(world, picture, { 'if-none-match': etag })).statusCode).toBe(410)
  for (const one of ['Аспалы арқан', 'Ұшқыш', 'Арқан суреті']) expect(after.some(({ all }) => all.includes(one))).toBe(false)
})
