import { consent } from '@sheber/contract/consent'
import { exhibition, file, standShown } from '@sheber/db/schema'
import { idOf, personNames, type PersonName } from '@sheber/dev-env/people'
import { seedExhibition, seedStand } from '@sheber/dev-env/seed/exhibition'
import { aCopy, seedConsent, seedShown } from '@sheber/dev-env/seed/hall'
import { createWorld, type World } from '@sheber/dev-env/world'
import type { Marked } from '@sheber/domain/screen'
import { eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { newId } from '../../new-id.ts'

const look = (world: World, path: string, headers: Record<string, string> = {}) =>
  world.as('guest').send({ method: 'GET', url: path, headers: { 'accept-language': 'ru', ...headers } })
const body = async (world: World, path: string) => (await look(world, path)).body
/** The hall is held for ten seconds; nothing of a test waits for that. */
const later = (world: World) => world.clock.advance(30_000)
const withdraw = (world: World, who: PersonName, scope: 'work' | 'name') =>
  world.as('botagoz').ask(consent.withdraw, { params: { personId: world.person(who).id, consentId: idOf(`consent ${who} ${scope}`) } })

/** An open hall with two stands of different teams. */
const opened = async (world: World) => {
  const { db } = world.services
  const now = world.clock.now()
  const exhibitionId = await seedExhibition(db, now, { state: 'hall' })
  const first = await seedStand(db, now, { exhibitionId, number: 7 })
  const second = await seedStand(db, now, { exhibitionId, word: 'планёр', team: 'glider', number: 8 })
  await seedShown(db, now, { standId: first })
  await seedShown(db, now, { standId: second, authors: ['timur', 'marat'], shown: { title: 'Планёр <1 м>', about: 'Ұшады.' } })
  await seedConsent(db, now, 'aigerim', 'work')
  await seedConsent(db, now, 'daulet', 'work')
  await seedConsent(db, now, 'timur', 'work')
  return { exhibitionId, first, second, screen: `/e/${exhibitionId}/screen`, deck: `/e/${exhibitionId}/screen/deck` }
}
const deckOf = async (world: World, path: string) => ((await look(world, path)).json() as { deck: Marked[] }).deck

describe('the big screen', () => {
  it('shows one stand, with its code, and leads to the next without a script too', async () => {
    await using world = await createWorld()
    const { exhibitionId, first, second, screen } = await opened(world)
    const page = await look(world, `${screen}?l=ru&s=10`)
    expect([page.statusCode, page.headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow, noarchive'])
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*style-src 'sha256-/)
    expect(page.body).toContain('<h1>Көпір макеті</h1>')
    expect(page.body).toContain('Стенд 7')
    expect(page.body).toContain(`aria-label="QR-код адреса http://sheber.test/e/${exhibitionId}/7"`)
    expect(page.body).toContain(
      `<noscript><meta http-equiv="refresh" content="10; url=/e/${exhibitionId}/screen?n=${second}&#38;s=10&#38;l=ru">`,
    )
    expect(page.body).not.toMatch(/style="|Планёр|https?:\/\/(?!sheber\.test|www\.w3\.org)/)
    const next = await body(world, `${screen}?n=${second}&l=ru`)
    expect(next).toContain('<h1>Планёр &#60;1 м&#62;</h1>')
    expect(next).toContain(`url=/e/${exhibitionId}/screen?n=${first}&#38;l=ru`)
    const packed = await look(world, screen, { 'accept-encoding': 'br' })
    expect(packed.rawPayload.byteLength).toBeLessThan(15_000)
  })

  it('speaks one language, or one stand after the other the next', async () => {
    await using world = await createWorld()
    const { second, screen } = await opened(world)
    const spoken = async (path: string) => /<html lang="(..)"/.exec(await body(world, path))?.[1]
    expect(await spoken(`${screen}?l=en`)).toBe('en')
    expect(await spoken(`${screen}?n=${second}&l=en`)).toBe('en')
    expect(await spoken(screen)).toBe('kk')
    expect(await spoken(`${screen}?n=${second}`)).toBe('ru')
    // Whoever set it up reads its bar, whichever language a stand is told in.
    const inTurn = await body(world, screen)
    for (const words of ['<html lang="kk"', '<nav class="bar" lang="ru" aria-label="Как показывать">', '← Назад'])
      expect(inTurn).toContain(words)
    // Round for the second time: each stand in its next language.
    expect(await body(world, `${screen}?n=${second}`)).toContain('&#38;r=1')
    expect(await spoken(`${screen}?r=1`)).toBe('ru')
    expect(await spoken(`${screen}?n=${second}&r=1`)).toBe('en')
  })

  it('takes whatever an address asks for', async () => {
    await using world = await createWorld()
    const { screen } = await opened(world)
    for (const query of [
      '?n=nothing',
      '?n=a&n=b',
      '?s=7',
      '?s=-1',
      '?c=pink',
      '?r=99999',
      '?r=x',
      `?n=${encodeURIComponent('"><script>')}`,
    ]) {
      const page = await look(world, `${screen}${query}`)
      expect([query, page.statusCode, page.body.includes('Көпір макеті')]).toEqual([query, 200, true])
      expect(page.body).not.toContain('"><script>')
    }
    expect(await body(world, `${screen}?c=dark`)).toContain('<html lang="kk" data-look="dark">')
    expect((await look(world, `/e/${newId()}/screen`)).statusCode).toBe(404)
    expect((await look(world, '/e/nothing/screen/deck')).statusCode).toBe(404)
  })

  it('lets go of a stand as soon as a consent is taken back, and marks one whose names have changed', async () => {
    await using world = await createWorld()
    const { first, second, screen, deck } = await opened(world)
    const before = await deckOf(world, deck)
    expect(before.map(({ id }) => id)).toEqual([first, second])
    const etag = String((await look(world, deck)).headers['etag'])
    expect((await look(world, deck, { 'if-none-match': etag })).statusCode).toBe(304)

    await seedConsent(world.services.db, world.clock.now(), 'daulet', 'name')
    later(world)
    const named = await deckOf(world, deck)
    expect(named[0]?.mark).not.toBe(before[0]?.mark)
    expect(named[1]?.mark).toBe(before[1]?.mark)
    expect(await body(world, `${screen}?l=ru`)).toContain('Дәулет')

    await withdraw(world, 'daulet', 'name')
    await vi.waitFor(async () => expect(await body(world, `${screen}?l=ru`)).not.toContain('Дәулет'))
    await withdraw(world, 'daulet', 'work')
    await vi.waitFor(async () => expect((await deckOf(world, deck)).map(({ id }) => id)).toEqual([second]))
    const page = await body(world, `${screen}?n=${first}&l=ru`)
    expect(page).toContain('Планёр')
    expect(page).not.toContain('Көпір')
  })

  it('is the same for everybody, waits before the hall is opened, and begins by itself', async () => {
    await using world = await createWorld()
    const { exhibitionId, screen, deck } = await opened(world)
    const seen = await Promise.all(personNames.map(async (name) => (await world.as(name).send({ method: 'GET', url: deck })).body))
    expect(new Set(seen).size).toBe(1)
    const be = async (state: 'draft' | 'call' | 'archived') => {
      await world.services.db.update(exhibition).set({ state }).where(eq(exhibition.id, exhibitionId))
      later(world)
    }
    await be('call')
    const early = await look(world, screen)
    expect([early.statusCode, early.body.includes('Зал откроется'), early.body.includes('http-equiv="refresh"')]).toEqual([403, true, true])
    expect(early.body).not.toContain('Көпір')
    expect((await look(world, deck)).statusCode).toBe(404)
    await be('draft')
    for (const name of personNames) expect((await world.as(name).send({ method: 'GET', url: screen })).statusCode).toBe(404)
    await be('archived')
    expect((await look(world, screen)).statusCode).toBe(200)
  })
})

describe('a model of a stand', () => {
  const withModel = async (world: World) => {
    const { exhibitionId, first } = await opened(world)
    const { db } = world.services
    const shelved = async (word: string, type: 'model/gltf-binary' | 'image/webp') => {
      const id = idOf(word)
      const size = type === 'image/webp' ? { width: 960, height: 720 } : { width: null, height: null }
      const by = { boardId: world.board, personId: idOf('aigerim'), name: 'құпияАтау' }
      await db.insert(file).values({ id, ...by, type, bytes: 2_000_000, ...size, sha256: word })
      return id
    }
    const [fileId, stillId] = [await shelved('model', 'model/gltf-binary'), await shelved('still', 'image/webp')]
    const still = { fileId: stillId, alt: '', width: 960, height: 720 }
    return { exhibitionId, first, path: `/e/${exhibitionId}/${first}`, model: { fileId, name: 'құпияАтау' }, still }
  }
  const copyWith = async (world: World, standId: string, model: Parameters<typeof aCopy>[0]) => {
    await world.services.db
      .update(standShown)
      .set({ shown: aCopy(model) })
      .where(eq(standShown.standId, standId))
    later(world)
  }

  it('is there as a still, and turns for whoever asks: nothing of that comes before', async () => {
    await using world = await createWorld()
    const { first, path, model, still } = await withModel(world)
    await copyWith(world, first, { model: { ...model, still, unit: 'cm', view: [10, 20, 1] } })
    const page = await look(world, path, { 'accept-encoding': 'identity' })
    expect(page.body).toContain(`<img src="${path}/picture/${still.fileId}/960.webp"`)
    expect(page.body).toContain('data-unit="cm" data-view="10 20 1"')
    expect(page.body).toContain(`<a href="${path}/model" download>Скачать модель</a>`)
    expect([...page.body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<script src="/e/fresh.js" defer>',
      '<script src="/e/turn.js" defer>',
    ])
    expect(page.body).not.toContain('құпияАтау')
    expect((await look(world, path, { 'accept-encoding': 'br' })).rawPayload.byteLength).toBeLessThan(15_000)
    const script = await look(world, '/e/turn.js')
    expect([script.statusCode, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(script.rawPayload.byteLength).toBeLessThan(1_500)
    expect(page.headers['content-security-policy']).toContain("connect-src 'self'")
  })

  it('of an older copy turns too, in the unit that its kind of file counts in', async () => {
    await using world = await createWorld()
    const { first, path, model } = await withModel(world)
    await copyWith(world, first, { model })
    const page = await body(world, path)
    expect(page).toContain('data-unit="m" data-view="-35 25 1"')
    expect(page).not.toContain('/picture/')
  })

  it('is nowhere once its file was taken away', async () => {
    await using world = await createWorld()
    const { first, path, model, still } = await withModel(world)
    await copyWith(world, first, { model: { ...model, still } })
    await world.services.db.update(file).set({ removedAt: world.clock.now() }).where(eq(file.id, model.fileId))
    later(world)
    expect(await body(world, path)).not.toMatch(/class="model"|turn\.js|\/model"/)
  })
})
