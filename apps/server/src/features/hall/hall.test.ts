import { consent, type ConsentScope } from '@sheber/contract/consent'
import { exhibition as told } from '@sheber/contract/exhibition'
import { file } from '@sheber/contract/file'
import { routes } from '@sheber/contract/routes'
import { stand as stands } from '@sheber/contract/stand'
import { languages } from '@sheber/contract/words'
import {
  consent as consents,
  exhibition,
  roomVersion,
  stand,
  standShown,
  visitorAnswer,
  visitorQuestion,
  visitorReaction,
  visitorVote,
  award,
  final,
  finalist,
  finalTold,
} from '@sheber/db/schema'
import { idOf, personNames, type PersonName } from '@sheber/dev-env/people'
import { aPlan, nominations, seedExhibition, seedJudge, seedScore, seedStand } from '@sheber/dev-env/seed/exhibition'
import { aCopy, seedAward, seedConsent, seedShown } from '@sheber/dev-env/seed/hall'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addNote, openBoard } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { casePath } from '@sheber/domain/case'
import { createHash } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { change } from '../../facts/tell.ts'
import { newId } from '../../new-id.ts'
import { begin, bring } from '../file/testing/send.ts'
import { givePapersOfAwards } from '../result/result.paper.ts'
import { stepsOf } from './hall.drawn.ts'

const look = (world: World, path: string, headers: Record<string, string> = {}) =>
  world.as('guest').send({ method: 'GET', url: path, headers: { 'accept-language': 'ru', ...headers } })
const body = async (world: World, path: string) => (await look(world, path)).body
const codeOf = async (world: World, path: string) => (await look(world, path)).statusCode

/** The hall is held for half a minute; nothing of a test waits for that. */
const later = (world: World) => world.clock.advance(30_000)

const withdraw = (world: World, who: PersonName, scope: ConsentScope) =>
  world.as('botagoz').ask(consent.withdraw, { params: { personId: world.person(who).id, consentId: idOf(`consent ${who} ${scope}`) } })

/** A file on the team's board. */
const bringTo = async (world: World, name: string, bytes: Uint8Array) => {
  const id = newId()
  await begin(world.as('aigerim'), { id, boardId: world.board, name, bytes: bytes.byteLength })
  await bring(world.as('aigerim'), id, 0, bytes)
  await world.as('aigerim').ask(file.add, { params: { boardId: world.board }, body: { id } })
  return id
}

const photo = (note: string) =>
  sharp({ create: { width: 1_200, height: 900, channels: 3, background: '#c81e1e' } })
    .withExif({ IFD0: { Artist: note } })
    .jpeg()
    .toBuffer()

/** An open hall with one stand that the world may see. */
const opened = async (world: World) => {
  const { db } = world.services
  const now = world.clock.now()
  const exhibitionId = await seedExhibition(db, now, { state: 'hall' })
  const standId = await seedStand(db, now, { exhibitionId, number: 7 })
  await seedShown(db, now, { standId, shown: { parts: [{ personId: idOf('aigerim'), words: 'Арқалықты кескен' }] } })
  await seedConsent(db, now, 'aigerim', 'work')
  await seedConsent(db, now, 'daulet', 'work')
  return { exhibitionId, standId, front: `/e/${exhibitionId}`, path: `/e/${exhibitionId}/${standId}` }
}

describe('the hall', () => {
  it(
    'is a page that loads on any phone: no script but that which keeps it fresh, no other host, in three languages that links keep',
    { timeout: 60_000 },
    async () => {
      await using world = await createWorld()
      const { front, path } = await opened(world)
      for (const url of ['/e', front, path]) {
        const page = await look(world, url)
        expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
        expect(page.headers['content-security-policy']).toContain("default-src 'none'")
        expect(page.headers['x-robots-tag']).toContain('noindex')
        expect(page.body).toContain('<html lang="ru" data-mark=')
        expect(page.body).not.toMatch(/<script(?! src="\/e\/fresh\.js" defer>)|style="|https?:\/\/(?!sheber\.test)/)
        expect((await look(world, url, { 'if-none-match': String(page.headers['etag']) })).statusCode).toBe(304)
        const packed = await look(world, url, { 'accept-encoding': 'br' })
        expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(page.body)
        expect(packed.rawPayload.byteLength).toBeLessThan(15_000)
        for (const language of languages) {
          const said = await body(world, `${url}?l=${language}`)
          expect(said).toContain(`<html lang="${language}" data-mark=`)
          expect(said).toContain(`<link rel="alternate" hreflang="${language}" href="http://sheber.test${url}?l=${language}">`)
          const links = [...said.matchAll(/href="(\/e[^"]*)"/g)].map(([, to = '']) => to)
          expect(links.filter((to) => !/[?;]l=/.test(to))).toEqual([])
        }
      }
      expect(await body(world, front)).toContain('Көпір макеті')
      expect(await body(world, path)).toContain('<meta property="og:title" content="Көпір макеті">')
    },
  )

  it('lets search engines in only where its organisers say so', async () => {
    await using world = await createWorld()
    const { exhibitionId, front, path } = await opened(world)
    const { db } = world.services
    const [row] = await db.select({ plan: exhibition.plan }).from(exhibition)
    if (!row) return expect.unreachable()
    await db
      .update(exhibition)
      .set({ plan: { ...row.plan, listed: true } })
      .where(eq(exhibition.id, exhibitionId))
    for (const url of ['/e', front, path]) {
      const page = await look(world, url)
      expect(page.headers['x-robots-tag']).toBeUndefined()
      expect(page.body).not.toContain('noindex')
    }
  })

  it('is shut before its opening: a draft is nowhere, a call says when', async () => {
    await using world = await createWorld()
    const { exhibitionId, front, path } = await opened(world)
    const be = async (state: 'draft' | 'call' | 'archived') => {
      await world.services.db.update(exhibition).set({ state }).where(eq(exhibition.id, exhibitionId))
      later(world)
    }
    await be('draft')
    expect(await Promise.all([front, path, `${front}/7`].map((url) => codeOf(world, url)))).toEqual([404, 404, 404])
    expect(await body(world, '/e')).not.toContain('Выставка технического')
    await be('call')
    const call = await look(world, front)
    expect([call.statusCode, call.body.includes('Зал откроется'), call.body.includes('Көпір')]).toEqual([200, true, false])
    expect((await look(world, path)).body).not.toContain('Көпір')
    expect(await codeOf(world, path)).toBe(403)
    await be('archived')
    expect(await codeOf(world, path)).toBe(200)
    expect(await body(world, '/e')).toContain(`<h3>${world.clock.now().getUTCFullYear()}</h3>`)
    for (const nowhere of [`/e/${newId()}`, '/e/nothing', `${front}/${newId()}`, `${front}/8`, `${front}/7/x/y`])
      expect(await codeOf(world, nowhere)).toBe(404)
  })

  it('says at every one of its addresses that it is called off and why, and opens again where it goes on', async () => {
    await using world = await createWorld()
    const { exhibitionId, front, path } = await opened(world)
    const step = (body: { state: 'cancelled' | 'hall'; reason?: string }) =>
      world.as('madina').ask(told.step, { params: { exhibitionId }, body })
    const pages = [front, path, `${front}/plan`, `${front}/screen`]
    const says = async () => Promise.all(pages.map(async (url) => (await body(world, url)).includes('Труба &#60;лопнула&#62;')))
    await step({ state: 'cancelled', reason: 'Труба <лопнула>' })
    expect(await says()).toEqual([true, true, true, true])
    expect(await Promise.all(pages.map((url) => codeOf(world, url)))).toEqual([200, 403, 403, 403])
    expect(await body(world, front)).not.toContain('Көпір')
    expect(await body(world, '/e')).toContain('отменено')
    await step({ state: 'hall' })
    expect(await says()).toEqual([false, false, false, false])
    expect(await codeOf(world, path)).toBe(200)
    // A draft that was removed is nowhere.
    await world.services.db.update(exhibition).set({ state: 'removed', was: 'draft' }).where(eq(exhibition.id, exhibitionId))
    later(world)
    expect(await Promise.all(pages.map((url) => codeOf(world, url)))).toEqual([404, 404, 404, 404])
    expect(await body(world, '/e')).not.toContain('Выставка технического')
  })

  it('has one front door: what is on with its cover, what comes by its day, and the archive year by year', async () => {
    await using world = await createWorld()
    const { exhibitionId, standId, path } = await opened(world)
    const { db } = world.services
    const now = world.clock.now()
    const poster = await bringTo(world, 'постер.jpg', await photo('x'))
    const shown = aCopy({ poster: { fileId: poster, alt: 'Көпірдің суреті', width: 1_200, height: 900 } })
    await db.update(standShown).set({ shown }).where(eq(standShown.standId, standId))
    const from = (days: number) => new Date(now.getTime() + days * 86_400_000)
    const later30 = aPlan(from(30)).windows
    const soon = await seedExhibition(db, now, { word: 'soon', state: 'call', plan: { windows: later30 } })
    for (const [word, years] of [
      ['old', 2],
      ['older', 5],
      ['oldest', 5],
    ] as const) {
      const id = await seedExhibition(db, now, { word, state: 'archived', plan: { title: { kk: word, ru: word, en: word } } })
      await db
        .update(exhibition)
        .set({ year: now.getUTCFullYear() - years })
        .where(eq(exhibition.id, id))
    }
    const cover = `${path}/picture/${poster}/320.webp`
    const door = await body(world, '/e')
    const part = (from: string, to: string) => door.slice(door.indexOf(from), door.indexOf(to))
    expect(part('Открыто сейчас', 'Скоро')).toContain(cover)
    expect(part('Открыто сейчас', 'Скоро')).toContain('1 стенд')
    expect(part('Скоро', 'Архив')).toContain(`/e/${soon}`)
    // Called, but its entries open in a month.
    expect(part('Скоро', 'Архив')).toContain('приём заявок ещё не начался')
    const year = (ago: number) => now.getUTCFullYear() - ago
    // The newest year is here, an older one is a press away.
    expect([door.includes('>old<'), door.includes('>older<')]).toEqual([true, false])
    expect(door).toContain(`<a href="/e?y=${year(5)}"><b>${year(5)}</b> 2 выставки</a>`)
    const then = await body(world, `/e?y=${year(5)}&l=kk`)
    expect(then).toContain(`<h1>${year(5)} жылғы көрмелер мен байқаулар</h1>`)
    expect(['>old<', '>older<', '>oldest<', exhibitionId, cover].map((one) => then.includes(one))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
    expect(then).toContain(`hreflang="ru" href="http://sheber.test/e?y=${year(5)}&#38;l=ru"`)
    // No year of the archive: the door, as if nobody had asked.
    for (const none of ['1999', 'x', '']) expect(await body(world, `/e?y=${none}`)).toBe(door)
    expect((await look(world, '/e', { 'accept-encoding': 'br' })).rawPayload.byteLength).toBeLessThan(5_000)

    await withdraw(world, 'aigerim', 'work')
    const shut = await body(world, '/e')
    expect([shut.includes(cover), shut.includes('/picture/'), shut.includes('1 стенд')]).toEqual([false, false, true])
  })

  it('says of results that wait for their hour what it said before', async () => {
    await using world = await createWorld()
    const { exhibitionId, front } = await opened(world)
    await world.services.db.update(exhibition).set({ state: 'results' }).where(eq(exhibition.id, exhibitionId))
    const told = async () => {
      later(world)
      return (await Promise.all(['/e', front].map((url) => body(world, url)))).map((page) =>
        ['жюри подводит итоги', 'итоги объявлены'].map((words) => page.includes(words)),
      )
    }
    expect(await told()).toEqual([
      [true, false],
      [true, false],
    ])
    world.clock.advance(4 * 86_400_000)
    expect(await told()).toEqual([
      [false, true],
      [false, true],
    ])
  })

  it('names whoever may be named at this moment, and their school only where no child is kept unnamed', async () => {
    await using world = await createWorld()
    const { path, front } = await opened(world)
    const shown = async () => {
      later(world)
      const page = await body(world, path)
      return ['Айгерім С.', 'Арқалықты кескен', 'Дәулет К.', 'Мадина Ерланқызы', 'Центр «Шебер»'].map((one) => page.includes(one))
    }
    expect(await shown()).toEqual([false, false, false, true, false])
    await seedConsent(world.services.db, world.clock.now(), 'aigerim', 'name')
    expect(await shown()).toEqual([true, true, false, true, false])
    await seedConsent(world.services.db, world.clock.now(), 'daulet', 'name', 'school')
    // A school beside a name is a thing of its own to agree to.
    expect(await shown()).toEqual([true, true, true, true, false])
    await seedConsent(world.services.db, world.clock.now(), 'aigerim', 'school')
    expect(await shown()).toEqual([true, true, true, true, true])
    await withdraw(world, 'aigerim', 'school')
    expect(await shown()).toEqual([true, true, true, true, false])
    await withdraw(world, 'aigerim', 'name')
    expect(await shown()).toEqual([false, false, true, true, false])
    expect(await body(world, front)).not.toContain('Айгерім')
  })

  it('says in a sentence that a stand is in the hall and not on the net', async () => {
    await using world = await createWorld()
    const { path, front, standId } = await opened(world)
    const { db } = world.services
    expect(await body(world, front)).toContain('1 стенд')
    await withdraw(world, 'daulet', 'work')
    // The fact of it empties what was held: nobody waits for ten seconds.
    await vi.waitFor(async () => expect(await codeOf(world, path)).toBe(403))
    const closed = await look(world, path)
    expect(closed.body).toContain('Стенд есть в зале, но не в сети')
    expect(await body(world, front)).toContain('Есть в зале, но не в сети: 1')
    for (const url of [path, front, `${front}?q=көпір`, `${path}/board`, `${path}/steps`])
      expect(await body(world, url)).not.toMatch(/Көпір макеті|Ағаштан|1 стенд/)
    const short = await look(world, `${front}/7?l=kk`)
    expect([short.statusCode, short.headers['location']]).toEqual([302, `${path}?l=kk`])

    await db.update(stand).set({ state: 'removed', reason: 'құпияСебеп' }).where(eq(stand.id, standId))
    later(world)
    const gone = await look(world, path)
    expect([gone.statusCode, gone.headers['cache-control']]).toEqual([410, 'no-store'])
    expect(gone.body).toContain('Этого стенда больше нет')
    expect(gone.body).not.toMatch(/құпияСебеп|Көпір/)
    await db.update(stand).set({ state: 'returned' }).where(eq(stand.id, standId))
    later(world)
    expect(await codeOf(world, path)).toBe(404)
  })

  it('names learners as authors and grown-ups apart from them, as they were when it was handed in', async () => {
    await using world = await createWorld()
    const { db } = world.services
    const { exhibitionId } = await opened(world)
    const now = world.clock.now()
    await seedConsent(db, now, 'timur', 'work', 'name')
    const named = async (standId: string) => {
      const page = await body(world, `/e/${exhibitionId}/${standId}`)
      const line = (label: string) => new RegExp(`<p>${label}: (.*)</p>`).exec(page)?.[1]?.split(', ').toSorted() ?? []
      return { authors: line('Авторы'), leaders: line('Руководители и наставники') }
    }
    const nameOf = (name: PersonName) => world.person(name).name
    const authors = ['timur', 'madina'] as const
    const mixed = await seedStand(db, now, { exhibitionId, word: 'mixed', number: 50 })
    const adults = await seedStand(db, now, { exhibitionId, word: 'adults', number: 51 })
    const grown = await seedStand(db, now, { exhibitionId, word: 'grown', number: 52 })
    for (const standId of [mixed, grown]) await seedShown(db, now, { standId, authors })
    await seedShown(db, now, { standId: adults, authors: ['madina'] })
    const handedBy = (standId: string, members: { id: string; adult: boolean }[]) =>
      db.update(stand).set({ members }).where(eq(stand.id, standId))
    // Who is no member was in the room: what they are now is known.
    await handedBy(mixed, [{ id: idOf('timur'), adult: false }])
    await handedBy(adults, [{ id: idOf('madina'), adult: true }])
    // Who learned then teaches by now, and the other way round.
    await handedBy(grown, [
      { id: idOf('timur'), adult: true },
      { id: idOf('madina'), adult: false },
    ])
    later(world)
    expect(await named(mixed)).toEqual({ authors: [nameOf('timur')], leaders: [nameOf('madina')] })
    expect(await named(adults)).toEqual({ authors: [nameOf('madina')], leaders: [] })
    expect(await named(grown)).toEqual({ authors: [nameOf('madina')], leaders: [nameOf('timur')] })
  })

  it('is searched with the letters of any keyboard, filtered and leafed through', async () => {
    await using world = await createWorld()
    const { exhibitionId, front } = await opened(world)
    const { db } = world.services
    const now = world.clock.now()
    await seedConsent(db, now, 'timur', 'work')
    const robots = nominations[1]?.id ?? ''
    for (let n = 1; n <= 30; n += 1) {
      const standId = await seedStand(db, now, { exhibitionId, word: `робот ${n}`, team: 'glider', number: 100 + n })
      await seedShown(db, now, {
        standId,
        authors: ['timur', 'marat'],
        shown: { title: `Шагающий робот ${n}`, about: 'Ходит сам.', nominationId: robots, direction: 'robotics' },
      })
    }
    const found = async (query: string) => {
      const page = await body(world, front + encodeURI(query))
      return [...page.matchAll(/<h3>([^<]*)<\/h3><p/g)].length
    }
    expect(await found('')).toBe(24)
    expect(await found('?p=2')).toBe(7)
    expect(await found('?p=99')).toBe(7)
    expect(await found('?q=копир')).toBe(1)
    expect(await found('?q=КӨПІР+макети')).toBe(1)
    expect(await found(`?n=${robots}&p=2`)).toBe(6)
    expect(await found('?d=modelling')).toBe(1)
    expect(await found('?q=130')).toBe(1)
    expect(await found('?q=жоқ')).toBe(0)
    expect(await found('?q=a&q=b')).toBe(24)
    expect(await body(world, `${front}?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).not.toMatch(
      /<script(?! src="\/e\/fresh\.js" defer>)/,
    )
    expect((await look(world, front, { 'accept-encoding': 'br' })).rawPayload.byteLength).toBeLessThan(15_000)
  })

  it('is held until something is told that concerns it, which of another exhibition does not', async () => {
    await using world = await createWorld()
    const { db } = world.services
    const { exhibitionId, standId, front } = await opened(world)
    const other = await seedExhibition(db, world.clock.now(), { word: 'other', state: 'hall' })
    const stands = async () => [...(await body(world, front)).matchAll(/<h3>/g)].length
    const tell = (id: string) =>
      change(world.services, idOf('botagoz'), (_, tell) => tell(told.changed, { exhibitionId: id, state: 'hall' }))
    expect(await stands()).toBe(1)
    await db.update(stand).set({ state: 'removed' }).where(eq(stand.id, standId))
    await tell(other)
    expect(await stands()).toBe(1)
    await tell(exhibitionId)
    expect(await stands()).toBe(0)
    // Where nobody told of it, the clock does.
    await db.update(stand).set({ state: 'admitted' }).where(eq(stand.id, standId))
    expect(await stands()).toBe(0)
    later(world)
    expect(await stands()).toBe(1)
  })

  it('has a plan of its floor: numbers where they stand, links to what is open, and the same as a list', async () => {
    await using world = await createWorld()
    const { exhibitionId, standId, front, path } = await opened(world)
    const { db } = world.services
    expect(await body(world, front)).not.toContain(`${front}/plan`)
    expect(await body(world, path)).not.toContain(`${front}/plan`)
    expect(await body(world, `${front}/plan`)).toContain('организаторы ещё расставляют стенды')
    const shut = await seedStand(db, world.clock.now(), { exhibitionId, team: 'glider', number: 8, entry: { title: 'Планёр' } })
    await seedShown(db, world.clock.now(), { standId: shut, shown: { title: 'Планёр' }, authors: ['timur'] })
    await db.update(stand).set({ x: 3.5, y: 2 }).where(eq(stand.id, standId))
    // Whoever made the hall smaller has left this one outside.
    await db.update(stand).set({ x: 90, y: 4 }).where(eq(stand.id, shut))
    later(world)
    const plan = await body(world, `${front}/plan?l=kk`)
    expect(plan).toContain('<html lang="kk" data-mark=')
    expect(plan).toMatch(
      new RegExp(`<a id="s7" transform="translate\\(3.5 2\\)" href="${path}\\?l=kk" aria-label="7-стенд. Көпір макеті">`),
    )
    expect(plan).toContain('<g id="s8" class="shut" transform="translate(20 4)">')
    expect(plan).toContain(`<b>7</b> <a href="${path}?l=kk">Көпір макеті</a>`)
    expect(plan).toContain('<b>8</b> <span class="quiet">залда бар, желіде жоқ</span>')
    expect(plan).not.toMatch(/<script(?! src="\/e\/fresh\.js" defer>)|style="|Планёр/)
    expect(await body(world, front)).toContain(`<a href="${front}/plan">План зала</a>`)
    expect(await body(world, path)).toContain(`<a href="${front}/plan#s7">Где это в зале</a>`)
    // Put elsewhere, it is found there.
    await world.as('botagoz').ask(stands.place, { params: { standId }, body: { number: 7, place: { x: 5, y: 6 } } })
    expect(await body(world, `${front}/plan`)).toContain('translate(5 6)')
    await db.update(exhibition).set({ state: 'call' }).where(eq(exhibition.id, exhibitionId))
    later(world)
    expect(await codeOf(world, `${front}/plan`)).toBe(403)
    expect(await codeOf(world, `/e/${idOf('nothing')}/plan`)).toBe(404)
  })

  it('tells of awards when their hour has come, and not a moment before by any address', async () => {
    await using world = await createWorld()
    const { exhibitionId, standId, front, path } = await opened(world)
    const { db } = world.services
    await db.update(exhibition).set({ state: 'results' }).where(eq(exhibition.id, exhibitionId))
    const number = await seedAward(db, world.clock.now(), { exhibitionId, standId })
    const told = async () => {
      later(world)
      const pages = await Promise.all([front, `${front}?a=1`, path, '/e'].map((url) => body(world, url)))
      return pages.map((page) => page.includes('Диплом I степени') || page.includes(number) || page.includes('name="a"'))
    }
    expect(await told()).toEqual([false, false, false, false])
    world.clock.advance(4 * 86_400_000)
    expect(await told()).toEqual([true, true, true, false])
    // Sign-ins are over by then, so the paper is taken back behind everybody's back.
    await db.update(consents).set({ withdrawnAt: world.clock.now() })
    expect(await told()).toEqual([false, false, false, false])
    expect(await body(world, front)).not.toContain('Диплом I степени')
    expect(await body(world, front)).toContain('Часть наград здесь не показана')
  })

  it('names finalists once their teams are told, as consent allows, and says how far the final is', async () => {
    await using world = await createWorld()
    const { exhibitionId, standId, front } = await opened(world)
    const { db } = world.services
    const now = world.clock.now()
    const of = { exhibitionId, standId }
    const plan = { ...aPlan(now), final: { finalists: 2, nominations: [] } }
    await db.update(exhibition).set({ plan, state: 'judging' }).where(eq(exhibition.id, exhibitionId))
    const said = async () => {
      later(world)
      const [page, door] = [await body(world, front), await body(world, '/e')]
      const steps = ['первый тур', 'выбирают финалистов', '· финал'].filter((words) => page.includes(words) && door.includes(words))
      return [...steps, page.includes('<h2>Финалисты</h2>'), page.includes('Часть финалистов'), door.includes('В финале: «Көпір макеті»')]
    }
    expect(await said()).toEqual(['первый тур', false, false, false])
    await db.insert(final).values({ exhibitionId, closedAt: now, closedBy: idOf('botagoz') })
    await db.insert(finalist).values({ ...of, chosenBy: idOf('botagoz'), chosenAt: now })
    expect(await said()).toEqual(['выбирают финалистов', false, false, false])
    await db.insert(finalTold).values({ ...of, reached: true, at: now })
    expect(await said()).toEqual(['выбирают финалистов', true, false, true])
    await db.update(final).set({ begunAt: now, begunBy: idOf('botagoz') })
    expect(await said()).toEqual(['· финал', true, false, true])
    // What is taken back is gone with the next look: its name with it.
    await withdraw(world, 'aigerim', 'work')
    expect(await said()).toEqual(['· финал', true, true, false])
    expect(await body(world, front)).not.toContain('Көпір макеті')
    await db.update(finalTold).set({ reached: false })
    expect(await said()).toEqual(['· финал', false, false, false])
  })

  it('shows what somebody wrote as words, whatever they wrote', async () => {
    await using world = await createWorld()
    const { exhibitionId, standId, front, path } = await opened(world)
    const { db } = world.services
    const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>\u202E{{7*7}}</title></style>`
    const said = { kk: hostile, ru: hostile, en: hostile }
    const [row] = await db.select({ plan: exhibition.plan }).from(exhibition)
    if (!row) return expect.unreachable()
    const plan = {
      ...row.plan,
      title: said,
      about: said,
      place: said,
      nominations: row.plan.nominations.map((one) => ({ ...one, title: said })),
    }
    await db.update(exhibition).set({ plan }).where(eq(exhibition.id, exhibitionId))
    await seedConsent(db, world.clock.now(), 'aigerim', 'name')
    const copy = aCopy({
      title: hostile,
      about: hostile,
      adults: hostile,
      video: `javascript:alert(1)//${hostile}`,
      poster: { fileId: hostile, alt: hostile, width: 1, height: 1 },
      parts: [{ personId: idOf('aigerim'), words: hostile }],
      records: [
        {
          ...{ kind: 'made', title: hostile, from: hostile, to: '', competencies: [] },
          body: [{ name: 'paragraph', attributes: {}, content: [{ text: hostile, marks: ['link'], href: 'https://x.kz/"><script>' }] }],
        },
      ],
    })
    await db.update(standShown).set({ shown: copy }).where(eq(standShown.standId, standId))
    later(world)
    for (const url of ['/e', front, path, `${path}/board`, `${path}/steps`, `${front}?q=${encodeURIComponent(hostile)}`]) {
      const page = await look(world, url)
      expect([url, page.statusCode]).toEqual([url, 200])
      expect(page.body).not.toMatch(/<script(?! src="\/e\/fresh\.js" defer>)|<img src=x|javascript:/)
      expect(page.body.match(/<\/style>/g)).toHaveLength(1)
    }
  })
})

describe('a page that is kept', () => {
  it('is the guest’s for whoever asks, never of another language, and gone with the consent while the clock stands still', async () => {
    await using world = await createWorld()
    const { path, front } = await opened(world)
    await seedConsent(world.services.db, world.clock.now(), 'aigerim', 'name')
    const [ru, kk] = await Promise.all([body(world, `${path}?l=ru`), body(world, `${path}?l=kk`)])
    expect([ru.includes('<html lang="ru"'), kk.includes('<html lang="kk"')]).toEqual([true, true])
    expect(await body(world, `${path}?l=kk`)).toBe(kk)
    const same = { 'accept-language': 'ru' }
    for (const url of [path, front]) {
      const guest = await look(world, url)
      for (const who of ['aigerim', 'madina', 'botagoz'] as const) {
        const theirs = await world.as(who).send({ method: 'GET', url, headers: same })
        expect([theirs.body, theirs.headers['set-cookie']]).toEqual([guest.body, undefined])
      }
      expect(guest.headers['set-cookie']).toBeUndefined()
    }
    expect(ru).toContain('Айгерім')
    const etag = String((await look(world, path)).headers['etag'])
    await withdraw(world, 'aigerim', 'name')
    const after = await look(world, path, { 'if-none-match': etag })
    expect([after.statusCode, after.body.includes('Айгерім')]).toEqual([200, false])
    await withdraw(world, 'daulet', 'work')
    expect(await codeOf(world, path)).toBe(403)
    expect(await codeOf(world, `${path}?l=kk`)).toBe(403)
  })

  it('tells an open page by its mark that something of it was taken back, without sending it again', async () => {
    await using world = await createWorld()
    const { front, path } = await opened(world)
    await seedConsent(world.services.db, world.clock.now(), 'aigerim', 'name')
    const urls = ['/e', front, `${front}/plan`, path, `${path}/board`, `${path}/steps`]
    const marked = async (url: string) => {
      const mark = /^<!doctype html>\n<html lang="ru" data-mark="([\w-]{16})">/.exec(await body(world, url))?.[1]
      const told = await world.as('guest').send({ method: 'HEAD', url, headers: { 'accept-language': 'ru' } })
      expect([told.statusCode, told.body, told.headers['x-mark']]).toEqual([200, '', mark ?? expect.unreachable()])
      return told.headers['x-mark']
    }
    const before = await Promise.all(urls.map(marked))
    expect(await Promise.all(urls.map(marked))).toEqual(before)
    await withdraw(world, 'aigerim', 'name')
    const after = await Promise.all(urls.map(marked))
    expect(after.map((one, at) => one === before[at])).toEqual([true, false, false, false, false, false])
    // Whoever leafs back without a script is shown no child from what the browser still has.
    const kept = async (url: string) => (await look(world, url)).headers['cache-control']
    expect(await Promise.all(urls.map(kept))).toEqual(['no-cache', 'no-cache', 'no-cache', 'no-store', 'no-store', 'no-store'])
    await withdraw(world, 'daulet', 'work')
    const shut = await world.as('guest').send({ method: 'HEAD', url: path })
    expect([shut.statusCode, shut.headers['x-mark']]).toEqual([403, undefined])
    expect(await body(world, path)).not.toContain('<script')
  })
})

describe('a picture of a stand', () => {
  it('is for the world by consent, and for its team, its organisers and its judges always', async () => {
    await using world = await createWorld()
    const { exhibitionId, standId, path } = await opened(world)
    const { db } = world.services
    const [poster, other] = [
      await bringTo(world, 'құпия.jpg', await photo('SecretArtist')),
      await bringTo(world, 'x.jpg', await photo('y')),
    ]
    const shown = aCopy({ poster: { fileId: poster, alt: 'Көпір', width: 1_200, height: 900 } })
    await db.update(standShown).set({ shown }).where(eq(standShown.standId, standId))
    await db.update(stand).set({ x: 4, y: 5 }).where(eq(stand.id, standId))
    await seedJudge(db, world.clock.now(), { exhibitionId, person: 'gulnara' })
    later(world)
    const at = (id: string, width = 960) => `${path}/picture/${id}/${width}.webp`
    const page = await body(world, path)
    expect(page).toContain(`<meta property="og:image" content="http://sheber.test${at(poster)}">`)
    expect(page).toContain(`srcset="${at(poster, 320)} 320w, ${at(poster)} 960w"`)
    const bytes = await look(world, at(poster))
    expect([bytes.statusCode, bytes.headers['content-type'], bytes.headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'public, max-age=30, must-revalidate',
    ])
    expect(JSON.stringify(bytes.headers)).not.toContain('%D2')
    expect((await sharp(bytes.rawPayload).metadata()).exif).toBeUndefined()
    expect((await look(world, at(poster), { 'if-none-match': String(bytes.headers['etag']) })).statusCode).toBe(304)
    for (const nothing of [at(other), at(poster, 961), at('x'), `${path}/model`, `/e/${newId()}/${standId}/picture/${poster}/960.webp`])
      expect(await codeOf(world, nothing)).toBe(404)

    await withdraw(world, 'daulet', 'work')
    later(world)
    const seen: string[] = []
    for (const name of personNames) {
      const answer = await world.as(name).send({ method: 'GET', url: at(poster) })
      if (answer.statusCode === 200) seen.push(name)
      else expect(answer.statusCode).toBe(404)
      if (answer.statusCode === 200) expect(answer.headers['cache-control']).toBe('private, no-cache')
    }
    // The staff of the centre run it and answer for the team; a partner judges; who judges nowhere here sees nothing.
    expect(seen.toSorted()).toEqual(['aigerim', 'botagoz', 'daulet', 'gulnara', 'madina', 'yerlan'])
    expect(await codeOf(world, at(poster))).toBe(404)
  })
})

describe('the jury’s own copy', () => {
  it('is whole where a guardian has not agreed, for those who judge or run it and for nobody else', async () => {
    await using world = await createWorld()
    const { exhibitionId, standId, path } = await opened(world)
    const { db } = world.services
    await seedJudge(db, world.clock.now(), { exhibitionId, person: 'gulnara' })
    await withdraw(world, 'daulet', 'work')
    later(world)
    expect(await codeOf(world, path)).toBe(403)
    const seen: string[] = []
    for (const name of personNames) {
      const answer = await world.as(name).send({ method: 'GET', url: `${path}/handed` })
      if (answer.statusCode !== 200) {
        expect(answer.statusCode).toBe(404)
        continue
      }
      seen.push(name)
      expect(answer.headers['cache-control']).toBe('private, no-store')
      expect(answer.body).toContain('Арқалықты кескен')
      expect(answer.body).toContain(world.person('aigerim').name)
      expect(answer.body).not.toContain('og:title')
    }
    expect(seen.toSorted()).toEqual(['aigerim', 'botagoz', 'daulet', 'gulnara', 'madina', 'yerlan'])
    expect(await codeOf(world, `${path}/handed`)).toBe(404)
    expect((await world.as('gulnara').send({ method: 'GET', url: `/e/${newId()}/${standId}/handed` })).statusCode).toBe(404)
    // Once the page was made for a judge, a guest is told as little as before.
    expect(await codeOf(world, path)).toBe(403)
  })
})

describe('a board in the hall', () => {
  /** The board as it was handed in, with notes of two days. */
  const handedIn = async (world: World, standId: string, words: readonly [number, string][]) => {
    const doc = new Y.Doc()
    words.forEach(([at, text], n) =>
      addNote(openBoard(doc), { id: `n${n}`, x: n * 300, y: 0, colour: 'yellow', text, by: idOf('aigerim'), at }),
    )
    const bytes = Buffer.from(Y.encodeStateAsUpdate(doc))
    const { db } = world.services
    await db.insert(roomVersion).values({
      ...{ id: idOf('version'), room: boardRoom(world.board), position: 1, bytes, personId: idOf('madina') },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    await db
      .update(standShown)
      .set({ shown: aCopy({ versionId: idOf('version') }) })
      .where(eq(standShown.standId, standId))
    later(world)
  }
  const day = (n: number) => Date.UTC(2026, 10, n, 7)

  it('is shown as it was handed in, and as it grew day by day', async () => {
    await using world = await createWorld()
    const { path, standId } = await opened(world)
    await handedIn(world, standId, [
      [day(2), 'Сызба'],
      [day(2) + 60_000, 'Өлшем'],
      [day(5), 'Сынақ'],
    ])
    expect(await body(world, `${path}/board`)).toContain(`<img src="${path}/board.svg?m=`)
    const steps = await body(world, `${path}/steps`)
    expect([...steps.matchAll(/<figcaption>([^<]*)</g)].map(([, said]) => said)).toEqual([
      '02.11.2026, шаг 1 из 2',
      '05.11.2026, шаг 2 из 2',
    ])
    expect(steps).toContain('<script src="/e/play.js" defer></script>')
    expect(await body(world, `${path}/board`)).toContain('<script src="/e/around.js" defer></script>')
    for (const script of ['/e/play.js', '/e/around.js'])
      expect((await look(world, script)).headers['content-type']).toContain('text/javascript')
    // Without built pages nobody paints.
    expect(await codeOf(world, `${path}/board.svg`)).toBe(404)
    expect(await codeOf(world, `${path}/steps/3.svg`)).toBe(404)
    expect(await codeOf(world, '/painted')).toBe(404)
  })

  it('stays in where it names a child of the team who may not be named', async () => {
    await using world = await createWorld()
    const { path, standId } = await opened(world)
    await handedIn(world, standId, [[day(2), 'Айгерім қиды, Мадина апай көрді']])
    expect(await body(world, `${path}/board`)).toContain('Доску сейчас нельзя показать.')
    await seedConsent(world.services.db, world.clock.now(), 'aigerim', 'name')
    later(world)
    expect(await body(world, `${path}/board`)).toContain('/board.svg')
  })

  it('is painted under another address once a picture on it may not be seen any more', async () => {
    await using world = await createWorld()
    const { path, standId } = await opened(world)
    const { db, clock } = world.services
    await seedConsent(db, clock.now(), 'aigerim', 'picture')
    await handedIn(world, standId, [
      [day(2), 'Сызба'],
      [day(5), 'Сынақ'],
    ])
    const shown = aCopy({ versionId: idOf('version'), seen: [{ fileId: idOf('photo'), people: [idOf('aigerim')] }] })
    await db.update(standShown).set({ shown }).where(eq(standShown.standId, standId))
    const drawings = async () => {
      later(world)
      const pages = await Promise.all(['board', 'steps'].map((page) => body(world, `${path}/${page}`)))
      return pages.flatMap((html) => [...html.matchAll(/<img src="([^"]+)"/g)].map(([, address]) => address))
    }
    const before = await drawings()
    expect(before).toHaveLength(3)
    expect(await drawings()).toEqual(before)
    await withdraw(world, 'aigerim', 'picture')
    const after = await drawings()
    expect(after).toHaveLength(3)
    expect(after.filter((address) => before.includes(address))).toEqual([])
  })

  it('is no board of another project', async () => {
    await using world = await createWorld()
    const { path, standId } = await opened(world)
    await handedIn(world, standId, [[day(2), 'Сызба']])
    await world.services.db.update(roomVersion).set({ room: boardRoom(world.of('glider').board) })
    later(world)
    expect(await body(world, `${path}/board`)).toContain('Доску сейчас нельзя показать.')
  })

  it('tells of many days by twelve, the first and the last among them', () => {
    const things = Array.from({ length: 30 }, (_, n) => ({ at: day(1) + n * 86_400_000 }))
    const steps = stepsOf(things)
    expect([steps.length, steps[0]?.day, steps.at(-1)?.day]).toEqual([12, '01.11.2026', '30.11.2026'])
    expect(stepsOf([{ at: 0 }])).toEqual([])
  })
})

/** Of each child and all around it: nothing of this may reach a guest. */
const secret = {
  file: 'құпияФайл',
  exif: 'SecretArtist',
  reason: 'құпияСебеп',
  entry: 'құпияӨтінім',
  entryPart: 'құпияҮлес',
  board: 'құпияТақта',
  guardian: 'Құпиягүл',
  returned: 'құпияҚайтқан',
  draft: 'құпияНобай',
  part: 'құпияДәулеттікі',
  waiting: 'құпияКүткен',
  naming: 'құпияАтаған',
  unsaid: 'құпияЖауап',
  older: 'құпияБұрынғы',
  why: 'құпияЖасыру',
  device: 'құпияҚұрылғы',
  judged: 'құпияТөреші',
  prize: 'құпияНегіз',
}

it('gives a guest nothing but the copy: over all links, before results are out, after, and when consent is taken back', async () => {
  await using world = await createWorld()
  const { exhibitionId, standId, front, path } = await opened(world)
  const { db } = world.services
  const now = world.clock.now()
  const [poster, hidden] = [
    await bringTo(world, `${secret.file}.jpg`, await photo(secret.exif)),
    await bringTo(world, `${secret.file}2.jpg`, await photo(secret.exif)),
  ]
  // One triangle.
  const stl = Buffer.alloc(134)
  stl.writeUInt32LE(1, 80)
  const model = await bringTo(world, `${secret.file}3.stl`, stl)
  const shown = aCopy({
    poster: { fileId: poster, alt: 'Көпірдің суреті', width: 1_200, height: 900 },
    // What its makers called it is their own.
    model: { fileId: model, name: `${secret.file}3.stl`, still: { fileId: poster, alt: 'Көпірдің моделі', width: 1_200, height: 900 } },
    parts: [{ personId: idOf('daulet'), words: secret.part }],
    video: 'https://youtu.be/abc',
  })
  await db.update(standShown).set({ shown }).where(eq(standShown.standId, standId))
  await db.update(stand).set({ x: 4, y: 5 }).where(eq(stand.id, standId))
  const [row] = await db.select({ entry: stand.entry }).from(stand).where(eq(stand.id, standId))
  if (!row) return expect.unreachable()
  const parts = [{ personId: idOf('aigerim'), words: secret.entryPart, confirmed: true }]
  await db
    .update(stand)
    .set({ entry: { ...row.entry, title: secret.entry, parts }, reason: secret.reason })
    .where(eq(stand.id, standId))
  await world.services.hub.write(boardRoom(world.board), { person: null, session: null }, 'import', (doc) =>
    addNote(openBoard(doc), { id: 'n1', x: 0, y: 0, colour: 'yellow', text: secret.board, by: idOf('aigerim'), at: now.getTime() }),
  )
  for (const state of ['returned', 'draft'] as const) {
    const id = await seedStand(db, now, { exhibitionId, word: secret[state], state })
    await seedShown(db, now, { standId: id, shown: { title: secret[state] } })
  }
  await seedExhibition(db, now, {
    word: 'another',
    state: 'draft',
    plan: { title: { kk: secret.draft, ru: secret.draft, en: secret.draft } },
  })

  const about = (word: string, words: string, over: Partial<typeof visitorQuestion.$inferInsert> = {}) => ({
    ...{ id: idOf(`question ${word}`), standId, device: `${secret.device} ${word}`, words, at: now, state: 'approved' as const, ...over },
  })
  await db
    .insert(visitorQuestion)
    .values([
      about('waiting', secret.waiting, { state: 'waiting' }),
      about('hidden', `${secret.waiting} екі`, { state: 'hidden', reason: secret.why }),
      about('naming', `${secret.naming}: мұны Айгерім жасады ма?`),
      about('held', 'Қай ағаштан?', { answerHidden: true, answerReason: secret.why }),
      about('open', 'Неше килограмм көтереді?'),
    ])
  const answer = (word: string, words: string, by: PersonName, later = 0) => ({
    ...{
      id: idOf(`answer ${words}`),
      questionId: idOf(`question ${word}`),
      words,
      personId: idOf(by),
      at: new Date(now.getTime() + later),
    },
  })
  await db
    .insert(visitorAnswer)
    .values([
      answer('held', secret.unsaid, 'daulet'),
      answer('open', secret.older, 'daulet'),
      answer('open', 'Он екі', 'aigerim', 1),
      answer('naming', secret.unsaid + ' екі', 'daulet'),
    ])
  await db.insert(visitorReaction).values({ standId, device: secret.device, kind: 'like', at: now })
  await db.insert(visitorVote).values({ exhibitionId, standId, device: secret.device, at: now })

  // Judged too: by whom, how and in what words is nobody's business out there, whether results are out or not.
  const judgeId = await seedJudge(db, now, { exhibitionId, person: 'sergey' })
  await seedScore(db, now, { judgeId, standId, total: 87.31, words: secret.judged })

  const planted = [
    ...[judgeId, '87.31', '87,31'],
    ...['waiting', 'hidden', 'naming', 'held', 'open'].map((word) => idOf(`question ${word}`)),
    ...Object.values(secret),
    ...(['aigerim', 'daulet', 'timur', 'botagoz', 'sergey'] as const).flatMap((who) => [world.person(who).name, world.person(who).id]),
    ...(['madina', 'yerlan'] as const).map((who) => world.person(who).id),
    ...[world.board, world.project, world.team, hidden],
  ]
  const ids: Readonly<Record<string, string>> = {
    ...{ exhibitionId, standId, judgeId, fileId: hidden, boardId: world.board, projectId: world.project, teamId: world.team },
    ...{ personId: idOf('aigerim'), organisationId: idOf('centre'), questionId: idOf('question waiting') },
  }
  const guessed = routes
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? idOf('nothing')))
  const crawl = async () => {
    const found = new Map<string, { status: number; all: string }>()
    const waiting = [
      ...languages.flatMap((one) => [`/e?l=${one}`, `${path}?l=${one}`, `${front}?l=${one}`, `${front}/screen?l=${one}`]),
      ...['/e', front, path, `${front}/7`, `${front}?q=${secret.entry}`, `${path}/board.svg`, `${path}/steps/1.svg`, `${path}/model`],
      ...[poster, hidden].map((one) => `${path}/picture/${one}/960.webp`),
      ...[`/files/${poster}/960.webp`, `/api/stand/${standId}`, `/api/exhibition/${exhibitionId}`, `/api/exhibition/${exhibitionId}/stand`],
      ...[`${front}/screen`, `${front}/screen/deck`, `${path}/visitor`, `${front}/${standId}/visitor?l=ru`],
      ...[`/api/stand/${standId}/visitor`, `/api/exhibition/${exhibitionId}/visitor`],
      ...languages.map((one) => `${front}/plan?l=${one}`),
      // What is printed, and what is told to those who are in it.
      ...['posters', 'signs', 'hall', 'reports', 'diploma', 'certificate', 'thanks'].flatMap((paper) =>
        languages.map((one) => `/files/exhibition/${exhibitionId}/${paper}.pdf?l=${one}`),
      ),
      ...['report', 'diploma', 'certificate', 'thanks'].map((paper) => `/files/stand/${standId}/${paper}.pdf`),
      `/files/exhibition/${exhibitionId}/route/${judgeId}.pdf`,
      ...[`/api/exhibition/${exhibitionId}/result`, `/api/exhibition/${exhibitionId}/judge`, `/api/stand/${standId}/report`],
      ...languages.map((one) => `/d/2026-23456789?lang=${one}`),
      ...languages.map((one) => `/e?y=${now.getUTCFullYear()}&l=${one}`),
      ...[`${path}/handed`, `${path}/handed/board.svg`, `${path}/video`, `${path}/file/${hidden}`, `${path}/file/${poster}`],
      // What search engines and readers of feeds try by themselves.
      ...[
        '/robots.txt',
        '/sitemap.xml',
        '/feed.xml',
        '/rss.xml',
        '/e/feed',
        '/e/sitemap.xml',
        `${front}/feed`,
        `${front}.json`,
        `${path}.json`,
      ],
      ...['fresh', 'turn', 'visitor', 'play', 'around', 'screen'].map((script) => `/e/${script}.js`),
      // What other programs ask for, and every question of the contract, of whatever somebody has guessed.
      ...['/api/openapi.json', '/health/ready', `${casePath}/CFDocuments`],
      ...['', '/revocations'].map((of) => `/issuers/${idOf('centre')}${of}`),
      ...guessed,
      ...[`/e/${idOf('another')}`, `${front}/${idOf(`stand ${secret.draft} ${exhibitionId}`)}`],
    ]
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (found.has(url)) continue
      const { statusCode, headers, rawPayload } = await look(world, url)
      found.set(url, { status: statusCode, all: JSON.stringify(headers) + rawPayload.toString('latin1') + rawPayload.toString('utf8') })
      if (!String(headers['content-type']).startsWith('text/html')) continue
      const links = rawPayload
        .toString('utf8')
        .matchAll(/(?:href|src|srcset|content|action|data-live|data-deck)="(?:http:\/\/sheber\.test)?(\/[^" ]*)/g)
      waiting.push(...[...links].map(([, to = '']) => to.replaceAll('&#38;', '&').replace(/#.*/, '')))
    }
    return found
  }
  const leaks = (found: Awaited<ReturnType<typeof crawl>>) =>
    // What the guest asked for themselves is no news to them.
    [...found].flatMap(([url, { all }]) =>
      planted.filter((one) => all.includes(one) && !decodeURIComponent(url).includes(one)).map((one) => `${one} in ${url}`),
    )

  later(world)
  const before = await crawl()
  expect(leaks(before)).toEqual([])
  // Each was answered, and none held off because so many were asked for.
  expect([...before].filter(([, { status }]) => status === 429 || status >= 500)).toEqual([])
  expect(before.get(`${path}/picture/${poster}/960.webp`)?.status).toBe(200)
  expect(before.get(`${path}/model`)?.status).toBe(200)
  expect(before.get(`${path}?l=kk`)?.all).toContain('Көпірдің моделі')
  expect(before.get(`${path}?l=kk`)?.all).toContain('Көпір макеті')
  expect(before.get(`${path}?l=kk`)?.all).toContain('https://youtu.be/abc')

  for (const url of [`${path}?l=kk`, `${path}/visitor`])
    expect([url, ...['Неше килограмм', 'Он екі', 'Қай ағаштан'].map((one) => before.get(url)?.all.includes(one))]).toEqual([
      ...[url, true, true, true],
    ])
  expect(before.get(`${front}/screen?l=kk`)?.all).toContain('Көпір макеті')
  expect([...before.keys()].filter((url) => /\/screen\?.*n=/.test(url)).length).toBeGreaterThan(0)

  for (const [url, { status }] of before) if (/\.pdf/.test(url)) expect([url, status]).toEqual([url, 401])
  expect(before.get(`${front}/plan?l=kk`)?.all).toContain(`<a id="s7"`)
  const number = '2026-23456789'
  await seedAward(db, now, { exhibitionId, standId })
  await db.update(award).set({ number, reason: secret.prize })
  await db.transaction((tx) => givePapersOfAwards(tx, { exhibitionId, year: 2026, at: now, newId }))
  const early = await crawl()
  for (const [url, { status, all }] of early)
    expect([url, url.startsWith('/d/') ? status === 404 : !all.includes(number)]).toEqual([url, true])

  await db
    .update(exhibition)
    .set({ state: 'results', plan: aPlan(new Date(now.getTime() - 9 * 86_400_000)) })
    .where(eq(exhibition.id, exhibitionId))
  later(world)
  const released = await crawl()
  expect(leaks(released)).toEqual([])
  for (const url of [`${front}?l=kk`, `${path}?l=kk`]) expect([url, released.get(url)?.all.includes('I дәрежелі')]).toEqual([url, true])
  expect(released.get(`/d/${number}?lang=kk`)?.status).toBe(200)
  for (const [url, { status }] of released) if (/\.pdf/.test(url)) expect([url, status]).toEqual([url, 401])

  await withdraw(world, 'aigerim', 'work')
  later(world)
  const after = await crawl()
  expect(leaks(after)).toEqual([])
  expect(after.get(`${front}/plan?l=kk`)?.all).toContain('<g id="s7" class="shut"')
  for (const [url, { status, all }] of after) {
    // A diploma is checked by the number on it: whoever has that has read the title beside it.
    if (url.startsWith('/d/')) continue
    if (url.startsWith(path)) expect([url, status === 403 || status === 404]).toEqual([url, true])
    expect([url, /Көпір макеті|Ағаштан|Көпірдің суреті|Көпірдің моделі|youtu\.be|Неше килограмм|Он екі/.test(all)]).toEqual([url, false])
  }
})
