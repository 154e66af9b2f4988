import { file } from '@sheber/contract/file'
import { publication, type PublicFields } from '@sheber/contract/publication'
import { version } from '@sheber/contract/version'
import type { PersonName } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { noFields as nothing } from '@sheber/dev-env/seed/publication'
import { addNote, openBoard } from '@sheber/document/board'
import { addPiece } from '@sheber/document/portfolio'
import { boardRoom } from '@sheber/document/room'
import { mp4, placeSaid } from '@sheber/domain/film.fixture'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { begin, bring } from '../file/testing/send.ts'
import { agree, block, look, opened, tell, withdraw, write } from './testing/publish.ts'

const photo = () =>
  sharp({ create: { width: 1_200, height: 900, channels: 3, background: '#c81e1e' } })
    .withExif({ IFD0: { Artist: 'SecretArtist' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 13/1 0/1' } })
    .jpeg()
    .toBuffer()

const shelve = async (world: World, portfolioId: string, name: string, bytes: Uint8Array) => {
  const id = newId()
  const aigerim = world.as('aigerim')
  await begin(aigerim, { id, portfolioId, name, bytes: bytes.byteLength })
  await bring(aigerim, id, 0, bytes)
  await aigerim.ask(file.shelve, { params: { portfolioId }, body: { id } })
  return id
}

const withFiles = async (world: World) => {
  const params = await opened(world)
  const { portfolioId } = params
  const bytesOf = (words: string) => new TextEncoder().encode(words)
  const film = mp4('avc1', { length: 50_000 })
  const brought = {
    photo: await shelve(world, portfolioId, 'құпияСурет.jpg', await photo()),
    film: await shelve(world, portfolioId, 'құпияФильм.mp4', film),
    report: await shelve(world, portfolioId, 'құпияЕсеп.pdf', bytesOf('%PDF-1.7 сызба')),
    program: await shelve(world, portfolioId, 'робот.ino', bytesOf('void setup() {}\n')),
  }
  await tell(world, portfolioId, 'r1', 'Мост', ['public'])
  await write(world, portfolioId, (of) => {
    for (const [caption, fileId] of Object.entries(brought))
      addPiece(of, 'r1', { id: caption, kind: 'file', fileId, caption: `Моё: ${caption}` })
    addPiece(of, 'r1', { id: 'lost', kind: 'file', fileId: newId(), caption: 'Моё: lost' })
  })
  const publish = (fields: Partial<PublicFields>, seen?: { fileId: string; people: string[] }[]) =>
    world.as('aigerim').ask(publication.publish, { params, body: { fields: { ...nothing, ...fields }, ...(seen && { seen }) } })
  return { params, brought, publish, film }
}

it('gives the world files that can be looked at, says which are left out and why, and takes all of it down', async () => {
  await using world = await createWorld()
  const { params, brought, publish, film } = await withFiles(world)
  const leftOf = async () => (await world.as('aigerim').ask(publication.look, { params })).records[0]?.left
  const never = [
    { caption: 'Моё: program', why: 'kind' },
    { caption: 'Моё: lost', why: 'away' },
  ]
  // Before anything went out: what would not, whatever is chosen, and what hangs on a choice.
  const hidden = ['photo', 'film', 'report'].map((one) => ({ caption: `Моё: ${one}`, why: 'pictures' }))
  expect(await leftOf()).toEqual([...never, ...hidden])

  await agree(world, 'aigerim', 'work')
  const { address, pictures } = await publish({ pieces: true })
  expect(pictures).toEqual([
    { fileId: brought.photo, alt: 'Моё: photo', kind: 'picture' },
    { fileId: brought.film, alt: 'Моё: film', kind: 'film' },
    { fileId: brought.report, alt: 'Моё: report', kind: 'document' },
  ])
  const path = `/p/${address}`
  const at = {
    ...brought,
    photo: `${path}/${brought.photo}.webp`,
    film: `${path}/file/${brought.film}`,
    report: `${path}/file/${brought.report}`,
  }
  const codes = async () => Promise.all([at.photo, at.film, at.report].map(async (url) => (await look(world, url)).statusCode))
  expect(await codes()).toEqual([404, 404, 404])

  const shown = await publish({ pieces: true, pictures: true })
  expect([shown.records[0]?.left, shown.records[0]?.state, shown.unmarked]).toEqual([
    never,
    'same',
    [brought.photo, brought.film, brought.report],
  ])
  expect(await codes()).toEqual([200, 200, 200])
  const page = (await look(world, `${path}?lang=kk`)).body
  for (const one of [at.photo, at.film, at.report, 'Моё: report', 'Жүктеп алу', '<video controls']) expect(page).toContain(one)
  expect(page).not.toMatch(/құпия|робот|program|Моё: lost/)
  expect((await look(world, `${path}/file/${brought.program}`)).statusCode).toBe(404)
  // A picture goes as it was drawn anew, never as its camera wrote it.
  expect((await look(world, `${path}/file/${brought.photo}`)).statusCode).toBe(404)
  const { exif, xmp } = await sharp((await look(world, at.photo)).rawPayload).metadata()
  expect([exif, xmp]).toEqual([undefined, undefined])
  const played = await look(world, at.film)
  expect([played.headers['content-type'], played.headers['content-disposition']]).toEqual(['video/mp4', 'inline; filename="video.mp4"'])
  expect(played.rawPayload.byteLength).toBe(film.byteLength)
  expect([Buffer.from(film).includes(placeSaid), played.rawPayload.includes(placeSaid)]).toEqual([true, false])
  // Whoever asks for the head alone has nothing read.
  for (const url of [at.film, at.photo]) expect((await world.as('guest').send({ method: 'HEAD', url })).statusCode).toBe(404)
  expect((await look(world, at.film, { range: 'bytes=0-99' })).headers['content-range']).toBe(`bytes 0-99/${film.byteLength}`)
  const saved = await look(world, at.report)
  expect(saved.headers['content-disposition']).toBe('attachment; filename="work.pdf"')
  expect(String(saved.headers['content-security-policy'])).toContain('sandbox')

  await world.as('aigerim').ask(publication.withdraw, { params })
  expect(await codes()).toEqual([410, 410, 410])
})

it('asks for everybody who is seen in a film or a PDF, and forgets a file that was taken away', async () => {
  await using world = await createWorld()
  const { params, brought, publish } = await withFiles(world)
  await agree(world, 'aigerim', 'work')
  const people = [world.person('aigerim').id]
  const { address, unseen } = await publish({ pieces: true, pictures: true }, [
    { fileId: brought.film, people },
    { fileId: brought.report, people },
    { fileId: brought.photo, people: [] },
  ])
  expect(unseen).toEqual([world.person('aigerim').name])
  const [film, report] = [brought.film, brought.report].map((id) => `/p/${address}/file/${id}`) as [string, string]
  const answers = async () => {
    const { body } = await look(world, `/p/${address}`)
    const codes = [(await look(world, film)).statusCode, (await look(world, report)).statusCode]
    return [...codes, body.includes('<video'), body.includes(report)]
  }
  expect(await answers()).toEqual([404, 404, false, false])
  const paper = await agree(world, 'aigerim', 'picture')
  expect(await answers()).toEqual([200, 200, true, true])
  await withdraw(world, paper)
  expect(await answers()).toEqual([404, 404, false, false])

  await agree(world, 'aigerim', 'picture')
  expect((await look(world, report)).statusCode).toBe(200)
  await world.as('aigerim').ask(file.remove, { params: { fileId: brought.report } })
  world.clock.advance(11_000)
  expect((await look(world, report)).statusCode).toBe(404)
  expect((await world.as('aigerim').ask(publication.look, { params })).records[0]?.left).toContainEqual({
    caption: 'Моё: report',
    why: 'away',
  })
})

it('gives nobody a file that is named as a picture of the words and is no chosen piece', async () => {
  await using world = await createWorld()
  const params = await opened(world)
  const { portfolioId } = params
  const report = await shelve(world, portfolioId, 'құпия.pdf', new TextEncoder().encode('%PDF-1.7 құпия'))
  const shot = await shelve(world, portfolioId, 'көпір.jpg', await photo())
  const named = [report, shot].map((fileId) => block('picture', { fileId, alt: 'Мост' }))
  await tell(world, portfolioId, 'r1', 'Мост', ['public'], named)
  await agree(world, 'aigerim', 'work')
  const { address } = await world.as('aigerim').ask(publication.publish, { params, body: { fields: { ...nothing, pictures: true } } })
  const path = `/p/${address}`
  expect((await look(world, `${path}/${shot}.webp`)).statusCode).toBe(200)
  for (const one of [report, shot]) expect((await look(world, `${path}/file/${one}`)).statusCode).toBe(404)
  expect((await look(world, path)).body).not.toContain(report)
})

it('shows nobody a file of another portfolio, whoever names it', async () => {
  await using world = await createWorld()
  const { portfolioId } = await opened(world, 'team')
  const foreign = await shelve(world, portfolioId, 'құпия.pdf', new TextEncoder().encode('%PDF-1.7 құпия'))
  const params = await opened(world)
  await tell(world, params.portfolioId, 'r1', 'Мост', ['public'])
  await write(world, params.portfolioId, (of) => addPiece(of, 'r1', { id: 'p', kind: 'file', fileId: foreign, caption: 'Чужое' }))
  await agree(world, 'aigerim', 'work')
  const { address, records } = await world
    .as('aigerim')
    .ask(publication.publish, { params, body: { fields: { ...nothing, pieces: true, pictures: true } } })
  expect(records[0]?.left).toEqual([{ caption: 'Чужое', why: 'away' }])
  expect((await look(world, `/p/${address}/file/${foreign}`)).statusCode).toBe(404)
  expect((await look(world, `/p/${address}`)).body).not.toContain('Чужое')
})

it('names learners as authors, grown-ups of the team apart, and nobody who has merely touched its board', async () => {
  await using world = await createWorld()
  const params = await opened(world)
  const draw = (who: PersonName, id: string) =>
    world.services.hub.write(boardRoom(world.board), { person: world.person(who).id, session: null }, 'edit', (doc) =>
      addNote(openBoard(doc), { id, x: 0, y: 0, text: 'Арқан', colour: 'yellow', by: world.person(who).id, at: 1 }),
    )
  for (const who of ['aigerim', 'madina', 'botagoz'] as const) await draw(who, who)
  const kept = await world.as('aigerim').ask(version.make, { params: { boardId: world.board }, body: { name: 'Схема' } })
  await tell(world, params.portfolioId, 'r1', 'Мост', ['public'])
  await write(world, params.portfolioId, (of) =>
    addPiece(of, 'r1', { id: 'p', kind: 'board', boardId: world.board, versionId: kept.id, caption: 'Схема' }),
  )
  for (const who of ['aigerim', 'daulet'] as const) for (const scope of ['work', 'name'] as const) await agree(world, who, scope)
  const { address } = await world
    .as('aigerim')
    .ask(publication.publish, { params, body: { fields: { ...nothing, names: true, pieces: true } } })
  const { body } = await look(world, `/p/${address}`)
  const name = (who: PersonName) => world.person(who).name
  expect(/<h1>(.*)<\/h1>/.exec(body)?.[1]).toBe(`Портфолио: ${name('aigerim')}, ${name('daulet')}`)
  const adults = /<p>Руководители и наставники: (.*)<\/p>/.exec(body)?.[1]?.split(', ').sort()
  expect(adults).toEqual([name('madina'), name('yerlan')].sort())
  expect(body).not.toContain(name('botagoz'))
})
