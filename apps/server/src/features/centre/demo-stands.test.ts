import { award, badge as badgeTable, consent, judge, judgeStand, score, stand } from '@sheber/db/schema'
import { badge } from '@sheber/contract/badge'
import { centre } from '@sheber/contract/centre'
import { Entry } from '@sheber/contract/stand'
import { Name, Words } from '@sheber/contract/words'
import { caller } from '@sheber/dev-env/caller'
import { createWorld } from '@sheber/dev-env/world'
import { noteTextMax } from '@sheber/document/thing'
import { tellsName } from '@sheber/domain/publication'
import { readFilm } from '@sheber/domain/film'
import { Value } from 'typebox/value'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { badges } from './demo-badges.ts'
import { placeNotes } from './demo-boards.ts'
import { signers, unsigned, withdrawn, workOnly } from './demo-consents.ts'
import { exhibitions } from './demo-exhibitions.ts'
import { fillBadges } from './demo-fill-badges.ts'
import { fillStands, peopleByName } from './demo-fill-stands.ts'
import { hangPictures } from './demo-fill-pictures.ts'
import { groups } from './demo-groups.ts'
import { juries } from './demo-jury.ts'
import { adults } from './demo-people.ts'
import { posterOf } from './demo-posters.ts'
import { chartOf } from './demo-sheet.ts'
import { shown } from './demo-shown.ts'
import { boardOf } from './demo-stands.ts'

const learners = groups.flatMap((one) => Object.values(one.learners).flat())
const grown = adults.map(({ name }) => name)
const base = 'http://localhost'

describe('what is shown', () => {
  it('are fourteen and eighteen, each once, in three languages', () => {
    expect(shown.filter(({ hall }) => hall === 'last')).toHaveLength(14)
    expect(shown.filter(({ hall }) => hall === 'live')).toHaveLength(18)
    for (const of of ['title', 'team'] as const) expect(new Set(shown.map((one) => one[of])).size).toBe(shown.length)
    expect(new Set(shown.flatMap(({ made }) => made?.language ?? []))).toEqual(new Set(['kk', 'ru', 'en']))
  })

  it.each(shown)('$title: fits its form, and its people are there', ({ hall, stand: of, made, title, team, members, entered }) => {
    expect(Value.Check(Name, title)).toBe(true)
    expect(Value.Check(Name, team)).toBe(true)
    for (const words of [of.about, of.adults, ...of.words]) expect(Value.Check(Words, words)).toBe(true)
    for (const name of Object.keys(of.parts)) {
      expect(learners).toContain(name)
      expect(members).toContain(name)
    }
    expect(Object.keys(of.parts).length).toBeLessThanOrEqual(6)
    if (made) expect(grown).toContain(made.adult)
    expect(Object.keys(exhibitions[hall].nominations)).toContain(of.nomination)
    for (const words of Object.values(of.parts)) expect(words.length).toBeLessThanOrEqual(300)
    if (made)
      for (const { text } of placeNotes(boardOf(made, members, entered)))
        expect(text.length).toBeLessThanOrEqual(Math.min(noteTextMax, 115))
  })

  it('names nobody whose guardian has not agreed to the name', () => {
    const quiet = [...workOnly, ...unsigned, ...withdrawn]
    for (const { stand: of, made, members, title } of shown) {
      const words = [
        title,
        of.about,
        of.adults,
        ...of.words,
        ...Object.values(of.parts),
        ...of.alt,
        ...(made?.notes ?? []),
        ...(of.record?.words ?? []),
      ]
      for (const name of members.filter((one) => quiet.includes(one)))
        expect(tellsName(words.join('\n'), name), `${title}: ${name}`).toBe(false)
    }
  })

  it('is drawn with lines alone: a server may have no fonts', () => {
    for (const { stand: of } of shown)
      for (const svg of [posterOf(of.word), chartOf(of.chart)]) {
        expect(svg).not.toMatch(/<text|NaN|undefined/)
        expect(svg.length).toBeLessThan(60_000)
      }
  })

  it('is judged by people who are there', () => {
    for (const one of Object.values(juries).flat()) expect(grown).toContain(one.name)
    for (const name of [...workOnly, ...unsigned, ...withdrawn]) expect(learners).toContain(name)
    expect(signers.length).toBeGreaterThan(5)
  })
})

describe('the halls of the demo centre', () => {
  let world: Awaited<ReturnType<typeof createWorld>>
  const idOf = async (state: string) =>
    (await world.database.pool.query<{ id: string }>('select id from exhibition where state = $1', [state])).rows[0]?.id ?? ''
  const get = async (url: string) => (await world.as('guest').send({ method: 'GET', url })).body
  beforeAll(async () => {
    world = await createWorld({ empty: true })
    await world.as('guest').ask(centre.demo)
  })
  afterAll(() => world[Symbol.asyncDispose]())

  it('are open to the world, but for those whose guardians said no or took it back', async () => {
    const wall = async (id: string) => (await get(`/e/${id}?l=ru`)).match(/<h3>[^<]+<\/h3><p class="quiet">/g)?.length
    expect(await wall(await idOf('judging'))).toBe(17)
    expect(await wall(await idOf('archived'))).toBe(13)
  })

  it('show a stand with its poster, its chart, its story, and records that are for everybody', async () => {
    const id = await idOf('judging')
    const [one] = await world.services.db.select().from(stand).where(eq(stand.exhibitionId, id)).limit(1)
    expect(Value.Check(Entry, one?.entry)).toBe(true)
    const { rows } = await world.database.pool.query<{ id: string }>(
      `select s.id from stand s join project p on p.id = s.project_id where p.title = 'Көретін таяқ'`,
    )
    const cane = await get(`/e/${id}/${rows[0]?.id}?l=kk`)
    expect(cane.match(/<img /g)).toHaveLength(2)
    expect(cane).toContain('Дыбыстан неге бас тарттық')
    const [, picture = ''] = /<img src="([^"]+)"/.exec(cane) ?? []
    const answered = await world.as('guest').send({ method: 'GET', url: picture })
    expect([answered.statusCode, answered.headers['content-type']]).toEqual([200, 'image/webp'])
    // A child whose guardian agreed to the work alone is not named.
    expect(cane).toContain('Темірлан Ә.')
    expect(cane).not.toContain('Ғалия О.')
  })

  it('has a model that turns, a film of it, and visitors who asked and were answered; what nobody has read is seen by nobody', async () => {
    const id = await idOf('judging')
    const at = async (title: string) => {
      const { rows } = await world.database.pool.query<{ id: string }>(
        `select s.id from stand s join project p on p.id = s.project_id where p.title = $1`,
        [title],
      )
      return `/e/${id}/${rows[0]?.id}`
    }
    const path = await at('Басылған қол')
    const hand = await get(`${path}?l=kk`)
    expect(hand).toContain('Саусақтары үш буынды қолдың моделі')
    expect(hand.match(/class="question"/g)).toHaveLength(2)
    expect(hand.match(/class="answer"/g)).toHaveLength(2)
    expect(hand).toContain('Ұнайды: 34')
    const model = await world.as('guest').send({ method: 'GET', url: `${path}/model` })
    expect([model.statusCode, model.headers['content-type']]).toEqual([200, 'model/stl'])
    const bytes = model.rawPayload
    expect(bytes.length).toBe(84 + bytes.readUInt32LE(80) * 50)
    const film = await world.as('guest').send({ method: 'GET', url: `${path}/video` })
    expect([film.statusCode, film.headers['content-type'], film.rawPayload.length < 60_000]).toEqual([200, 'video/webm', true])
    const filmed = (from: number, count: number) => Promise.resolve(film.rawPayload.subarray(from, from + count))
    expect(await readFilm('video/webm', filmed, film.rawPayload.length)).not.toBeNull()
    const glider = await get(`${await at('Планёр 1 м')}?l=ru`)
    expect(glider).toContain('Почему крыло у хвоста тоньше?')
    expect(glider).not.toContain('Можно взять чертёж')
    const { rows } = await world.database.pool.query(`select 1 from fact where name = 'visitor.queued'`)
    expect(rows).toHaveLength(1)
  })

  it('last year’s was judged to the end: three degrees in each nomination, one award by hand, diplomas with numbers', async () => {
    const id = await idOf('archived')
    const awards = await world.services.db.select().from(award).where(eq(award.exhibitionId, id))
    expect(awards.every((one) => one.state === 'issued' && /^\d{4}-[2-9A-Z]{8}$/.test(one.number))).toBe(true)
    const degrees = new Set(awards.filter((one) => one.degree === 1).map((one) => one.nominationId))
    expect(degrees.size).toBe(5)
    expect(awards.filter((one) => one.byHand)).toHaveLength(1)
    const page = await get(`/e/${id}?l=ru`)
    expect(page).toContain('За самый честный журнал испытаний')
  })

  it('this year’s is judged to about seventy hundredths; one conflict, one judge who has not begun', async () => {
    const id = await idOf('judging')
    const { db } = world.services
    const rows = await db
      .select({ state: judgeStand.state, round: judgeStand.round, shadow: judge.shadow, judgeId: judge.id })
      .from(judgeStand)
      .innerJoin(judge, eq(judge.id, judgeStand.judgeId))
      .where(eq(judge.exhibitionId, id))
    const counting = rows.filter(({ round, shadow, state }) => round === 1 && !shadow && state !== 'conflict')
    const done = counting.filter(({ state }) => state === 'done')
    expect(counting).toHaveLength(54)
    expect(done.length / counting.length).toBeGreaterThan(0.62)
    expect(done.length / counting.length).toBeLessThan(0.78)
    expect(rows.filter(({ state }) => state === 'conflict')).toHaveLength(1)
    expect(new Set(done.map(({ judgeId }) => judgeId)).size).toBe(4)
  })

  it('are not filled twice', async () => {
    const { db } = world.services
    const count = () => Promise.all([stand, score, award, consent, badgeTable].map((table) => db.$count(table)))
    const before = await count()
    const people = await peopleByName(world.services)
    await hangPictures(world.services, people)
    await fillStands(world.services, people, base)
    await fillBadges(world.services, people, base)
    expect(await count()).toEqual(before)
  })

  it('give badges that anybody can check: of what was confirmed, of a role, and of last year’s awards', async () => {
    const given = await world.services.db.select().from(badgeTable)
    const people = await peopleByName(world.services)
    const of = (name: string) => given.filter(({ personId }) => personId === people.get(name))
    for (const { id } of given) expect((await world.as('guest').ask(badge.show, { params: { badgeId: id } })).state).toBe('valid')
    for (const name of badges.flatMap((one) => one.given.map(([whose]) => whose))) expect(of(name).length, name).toBeGreaterThan(0)
    // An award is as old as its exhibition, and each of its team has it.
    const old = given.filter(({ issuedAt }) => issuedAt.getTime() < world.clock.now().getTime() - 100 * 86_400_000)
    expect(old.length).toBeGreaterThan(14)
    expect(given.length).toBe(old.length + 3)

    // A newcomer signs in as the child, and finds hers; a stranger finds it on the child's page.
    const [hers] = of('Айдана С.')
    const [aidana = ''] = [people.get('Айдана С.')]
    const { cookies } = await world.as('guest').send({ method: 'POST', url: '/api/centre/enter', payload: { personId: aidana } })
    const client = caller(world.app, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
    expect((await client.ask(badge.mine)).map(({ id }) => id)).toContain(hers?.id)
    const { rows } = await world.database.pool.query<{ id: string }>(
      'select p.id from publication p join portfolio o on o.id = p.portfolio_id where o.person_id = $1',
      [aidana],
    )
    const page = await get(`/p/${rows[0]?.id}?lang=ru`)
    expect(page).toContain(`href="/badge/${hers?.id}"`)
    expect(page).toContain('Плата датчиков линии')
    // What she shows to fewer stays with them.
    expect(page).not.toContain('Робот не сходит с линии')
  })
})
