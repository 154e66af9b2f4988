import { consent } from '@sheber/contract/consent'
import { stand } from '@sheber/contract/stand'
import { file as fileTable, standShown } from '@sheber/db/schema'
import { idOf } from '@sheber/dev-env/people'
import { seedExhibition, seedJudge, seedStand } from '@sheber/dev-env/seed/exhibition'
import { aCopy, seedConsent, seedShown } from '@sheber/dev-env/seed/hall'
import { createWorld } from '@sheber/dev-env/world'
import { mp4, placeSaid, webm } from '@sheber/domain/film.fixture'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { send } from '../file/testing/send.ts'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())

const photo = (colour: string) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
const bytesOf = (text: string) => new TextEncoder().encode(text)
const film = mp4('avc1', { length: 50_000 })
const brought = {
  poster: await send(world.as('aigerim'), world.board, await photo('#c81e1e'), 'көпір.jpg'),
  seen: await send(world.as('aigerim'), world.board, await photo('#1e1ec8'), 'дәулет.jpg'),
  still: await send(world.as('aigerim'), world.board, await photo('#1ec81e'), 'кадр.jpg'),
  film: await send(world.as('aigerim'), world.board, film, 'көпір.mp4'),
  drawing: await send(world.as('aigerim'), world.board, bytesOf('%PDF-1.7 сызба'), 'сызба.pdf'),
  program: await send(world.as('aigerim'), world.board, bytesOf('void setup() {}\n'), 'робот.ino'),
}
const { db } = world.services
const now = world.clock.now()
const exhibitionId = await seedExhibition(db, now, { state: 'hall' })
const standId = await seedStand(db, now, { exhibitionId, number: 7 })
const path = `/e/${exhibitionId}/${standId}`
const pictureOf = (fileId: string) => ({ fileId, alt: '', width: 640, height: 480 })

beforeAll(async () => {
  await seedShown(db, now, { standId })
  const shown = aCopy({
    poster: pictureOf(brought.poster.id),
    pictures: [pictureOf(brought.seen.id)],
    clip: { fileId: brought.film.id, still: pictureOf(brought.still.id) },
    files: [brought.drawing, brought.program].map(({ id, name }) => ({ fileId: id, name })),
    seen: [
      { fileId: brought.seen.id, people: [idOf('daulet')] },
      { fileId: brought.film.id, people: [idOf('daulet'), idOf('aigerim')] },
      { fileId: brought.still.id, people: [idOf('daulet'), idOf('aigerim')] },
    ],
  })
  await db.update(standShown).set({ shown }).where(eq(standShown.standId, standId))
  await seedConsent(db, now, 'aigerim', 'work', 'picture')
  await seedConsent(db, now, 'daulet', 'work', 'picture')
  await seedJudge(db, now, { exhibitionId, person: 'gulnara' })
})

const look = (url: string, headers: Record<string, string> = {}) => world.as('guest').send({ method: 'GET', url, headers })
const at = {
  poster: `${path}/picture/${brought.poster.id}/960.webp`,
  seen: `${path}/picture/${brought.seen.id}/960.webp`,
  still: `${path}/picture/${brought.still.id}/960.webp`,
  film: `${path}/video`,
  drawing: `${path}/file/${brought.drawing.id}`,
}

describe('a film of the team’s own', () => {
  it('plays on the page from our own house, without a script of its own and without a byte before somebody wants it', async () => {
    const page = await look(path)
    expect(page.body).toContain(`<video controls preload="none" playsinline poster="${at.still}"`)
    expect(page.body).toContain(`<source src="${at.film}" type="video/mp4">`)
    // As its reader writes it, and nothing small is said to be a tenth of something large.
    expect(page.body).toMatch(/\d\d\u00a0КБ<\/span>/)
    expect((await look(`${path}?l=en`)).body).toMatch(/\d\d\u00a0kB<\/span>/)
    expect(page.body).toContain('1\u00a0КБ</span>')
    expect(page.headers['content-security-policy']).toContain("media-src 'self'")
    expect(page.body).not.toMatch(/<script(?! src="\/e\/fresh\.js" defer>)/)
    const whole = await look(at.film)
    expect([whole.statusCode, whole.headers['content-type'], whole.headers['accept-ranges']]).toEqual([200, 'video/mp4', 'bytes'])
    expect(whole.rawPayload.byteLength).toBe(film.byteLength)
    // Where and when it was made is nobody's business.
    expect(whole.rawPayload.includes(placeSaid)).toBe(false)
  })

  it('is fetched in parts, from the middle too', async () => {
    const whole = (await look(at.film)).rawPayload
    const part = await look(at.film, { range: 'bytes=100-199' })
    expect([part.statusCode, part.headers['content-range'], part.headers['content-length']]).toEqual([
      206,
      `bytes 100-199/${whole.byteLength}`,
      '100',
    ])
    expect(part.rawPayload).toEqual(whole.subarray(100, 200))
    expect((await look(at.film, { range: 'bytes=-10' })).rawPayload).toEqual(whole.subarray(-10))
    expect((await look(at.film, { range: `bytes=${whole.byteLength}-` })).statusCode).toBe(416)
    // Whoever has the beginning of another film begins anew.
    expect((await look(at.film, { range: 'bytes=100-199', 'if-range': '"another"' })).statusCode).toBe(200)
  })

  it('is no other file of the board, whoever guesses its address', async () => {
    for (const nothing of [
      `${path}/file/${brought.film.id}`,
      `${path}/file/${brought.poster.id}`,
      `${path}/file/${newId()}`,
      `${path}/video/x`,
    ])
      expect((await look(nothing)).statusCode).toBe(404)
  })
})

it('files are taken along under their own names', async () => {
  const page = (await look(path)).body
  expect(page).toContain('сызба.pdf')
  const got = await look(at.drawing)
  expect([got.statusCode, got.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(got.headers['content-disposition']).toContain(`attachment; filename="_____.pdf"`)
  expect(got.headers['content-security-policy']).toContain('sandbox')
})

describe('whoever is seen', () => {
  it('is shown while their guardian agrees to it; taken back, it is gone from every address, and the rest stays', async () => {
    for (const url of Object.values(at)) expect([url, (await look(url)).statusCode]).toEqual([url, 200])
    await world.as('botagoz').ask(consent.withdraw, { params: { personId: idOf('daulet'), consentId: idOf('consent daulet picture') } })
    await expect.poll(async () => (await look(at.seen)).statusCode).toBe(404)
    expect([(await look(at.still)).statusCode, (await look(at.film)).statusCode]).toEqual([404, 404])
    expect([(await look(at.poster)).statusCode, (await look(at.drawing)).statusCode]).toEqual([200, 200])
    const page = (await look(path)).body
    for (const gone of [brought.seen.id, brought.still.id, '<video']) expect(page).not.toContain(gone)
    // A jury judges all that was handed in.
    const judged = await world.as('gulnara').send({ method: 'GET', url: at.film, headers: { range: 'bytes=0-9' } })
    expect([judged.statusCode, judged.headers['cache-control']]).toEqual([206, 'private, no-cache'])
  })
})

describe('what is no film', () => {
  it.each([
    ['cut', film.slice(0, 30_000), 'film.mp4', 'film-broken'],
    ['of one maker', mp4('hvc1'), 'film.mp4', 'film-broken'],
    ['a page under the name of one', bytesOf('<html><script>alert(1)</script>'), 'film.mp4', null],
    ['a program under the name of one', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3), 'film.mp4', 'file-kind'],
    ['one in another wrapping', webm('V_MPEGH/ISO/HEVC'), 'film.webm', 'film-broken'],
  ])('%s is refused, or is what it says', async (_, bytes, name, code) => {
    const sent = await send(world.as('aigerim'), world.board, bytes, name).catch((why: unknown) => why as { code: string })
    if (code) expect(sent).toMatchObject({ code })
    // Words are kept as words, and no stand plays them.
    else expect(sent).toMatchObject({ type: 'text/plain' })
  })
})

it('an entry takes a film for a film, no picture as a file, and nobody’s face but its own team’s', async () => {
  const [call] = [await seedExhibition(db, now, { word: 'call', state: 'call' })]
  const one = await world
    .as('aigerim')
    .ask(stand.begin, { params: { projectId: world.project }, body: { id: newId(), exhibitionId: call } })
  const change = (entry: object) =>
    world
      .as('aigerim')
      .ask(stand.change, { params: { standId: one.id }, body: { entry: { ...one.entry, ...entry }, revision: one.revision } })
      .catch((why: unknown) => (why as { code: string }).code)
  expect(await change({ clip: { fileId: brought.drawing.id, stillId: null } })).toBe('file-unknown')
  expect(await change({ files: [brought.poster.id] })).toBe('file-unknown')
  expect(await change({ files: [brought.film.id] })).toBe('file-unknown')
  const saved = await change({
    posterId: brought.seen.id,
    clip: { fileId: brought.film.id, stillId: brought.still.id },
    files: [brought.drawing.id, brought.drawing.id],
    seen: [
      { fileId: brought.seen.id, people: [idOf('daulet'), idOf('timur')] },
      { fileId: brought.poster.id, people: [idOf('daulet')] },
    ],
  })
  expect(saved).toMatchObject({
    entry: { files: [brought.drawing.id], seen: [{ fileId: brought.seen.id, people: [idOf('daulet')] }] },
    // Of each what is missing, by name: of Daulet everything but the work.
    leaves: expect.arrayContaining([
      { name: world.person('daulet').name, why: 'name' },
      { name: world.person('daulet').name, why: 'picture' },
      { name: world.person('aigerim').name, why: 'school' },
    ]),
  })
  const [row] = await db.select().from(fileTable).where(eq(fileTable.id, brought.film.id))
  expect(row).toMatchObject({ type: 'video/mp4', width: null })
})
