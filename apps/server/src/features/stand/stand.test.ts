import { consent } from '@sheber/contract/consent'
import { inbox } from '@sheber/contract/inbox'
import { person } from '@sheber/contract/person'
import { stand, type Entry, type Stand } from '@sheber/contract/stand'
import { consent as consentTable, exhibition, file, score, stand as standTable, standEntry, standShown as copies } from '@sheber/db/schema'
import { idOf, personNames, type PersonName } from '@sheber/dev-env/people'
import { aPlan, nominations, seedExhibition, seedJudge } from '@sheber/dev-env/seed/exhibition'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addNote, addThings, openBoard, type Board } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import type { PublicStand } from '@sheber/domain/hall'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { standShown } from './stand.shown.ts'

let world: World
let exhibitionId: string
/** Within a day: whoever is longer away is signed out. */
const toDeadlineMs = 600_000
beforeEach(async () => {
  world = await createWorld()
  const now = world.clock.now()
  const { windows } = aPlan(now)
  const entriesTo = new Date(now.getTime() + toDeadlineMs).toISOString()
  exhibitionId = await seedExhibition(world.services.db, now, { plan: { windows: { ...windows, entriesTo } } })
})
afterEach(() => world[Symbol.asyncDispose]())

const code = async (asked: Promise<unknown>) => {
  try {
    await asked
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}

const draw = (work: (board: Board) => void, person: PersonName = 'aigerim') =>
  world.services.hub.write(boardRoom(world.board), { person: world.person(person).id, session: null }, 'edit', (doc) =>
    work(openBoard(doc)),
  )

const shelved = async (word: string, { boardId = world.board, type = 'image/png' as const, person = 'aigerim' as PersonName } = {}) => {
  const id = idOf(word)
  await world.services.db.insert(file).values({
    ...{ id, boardId, personId: world.person(person).id, name: `${word}.png`, type, bytes: 10, width: 800, height: 600, sha256: word },
  })
  return id
}

const agree = async (who: PersonName, scope: 'work' | 'name') => {
  const id = newId()
  await world.services.db.insert(consentTable).values({
    ...{ id, personId: world.person(who).id, scope, guardian: 'Сәуле Ж.', fromDay: '2020-01-01', untilDay: null },
    ...{ recordedBy: world.person('botagoz').id, createdAt: world.clock.now() },
  })
  return id
}

const params = (id: string) => ({ params: { standId: id } })
const begin = (as: PersonName = 'aigerim', id = newId()) =>
  world.as(as).ask(stand.begin, { params: { projectId: world.project }, body: { id, exhibitionId } })
const look = (id: string, as: PersonName = 'aigerim') => world.as(as).ask(stand.look, params(id))
const change = (one: Stand, entry: Partial<Entry>, as: PersonName = 'aigerim') =>
  world.as(as).ask(stand.change, { ...params(one.id), body: { entry: { ...one.entry, ...entry }, revision: one.revision } })
const enter = (id: string, as: PersonName = 'aigerim') => world.as(as).ask(stand.enter, params(id))
const admit = (id: string, as: PersonName = 'botagoz') => world.as(as).ask(stand.admit, params(id))
const state = (to: 'moderation' | 'hall' | 'judging') =>
  world.services.db.update(exhibition).set({ state: to }).where(eq(exhibition.id, exhibitionId))

const partsOf = ({ members }: Stand, words = 'Сызды, кесті') =>
  members.filter(({ adult }) => !adult).map(({ id }) => ({ personId: id, words, confirmed: false }))

/** Filled in and confirmed by both, ready to be handed in. */
const filled = async () => {
  await draw((board) => addNote(board, { id: 'n1', colour: 'yellow', x: 0, y: 0, by: 'a', at: 1, text: 'Арқалық' }))
  const posterId = await shelved('poster')
  const begun = await begin()
  await change(begun, {
    nominationId: nominations[0]?.id ?? '',
    about: 'Ағаш көпір',
    posterId,
    parts: partsOf(begun),
    adults: 'Араны ұстады',
  })
  for (const who of ['aigerim', 'daulet'] as const)
    await world.as(who).ask(stand.confirm, { ...params(begun.id), body: { words: 'Сызды, кесті' } })
  return look(begun.id)
}

describe('a beginning', () => {
  it('is filled with what the room tells, in the language of whoever begins', async () => {
    const poster = await shelved('first')
    await draw((board) => {
      addNote(board, { id: 'n1', colour: 'yellow', x: 0, y: 0, by: 'a', at: 1, text: 'Арқалық' })
      addThings(board, [{ kind: 'image', id: 'i1', file: poster, by: 'a', at: 1, text: 'Көпірдің суреті' }])
    })
    const begun = await begin()
    expect(begun).toMatchObject({ state: 'draft', may: { write: true, moderate: false }, changed: false, version: null })
    expect(begun.entry).toMatchObject({ title: 'Көпір макеті', posterId: poster, nominationId: null })
    expect(begun.entry.parts.map(({ personId }) => personId).sort()).toEqual([world.person('aigerim').id, world.person('daulet').id].sort())
    expect(begun.lacks).toContain('nomination')
    expect(begun.lacks).not.toContain('board')
  })

  it('is one, however many hands begin it at one moment', async () => {
    const made = await Promise.all([begin('aigerim'), begin('daulet'), begin('madina'), begin('aigerim')])
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await world.services.db.$count(standTable)).toBe(1)
  })

  it('is the deadline’s and the team’s', async () => {
    const over = new Date(world.clock.now().getTime() - 86_400_001)
    const other = await seedExhibition(world.services.db, over, { word: 'other' })
    const asked = { params: { projectId: world.project }, body: { id: newId(), exhibitionId: other } }
    expect(await code(world.as('aigerim').ask(stand.begin, asked))).toBe('entries-closed')
    const hidden = await seedExhibition(world.services.db, world.clock.now(), { word: 'hidden', state: 'draft' })
    expect(await code(world.as('aigerim').ask(stand.begin, { ...asked, body: { id: newId(), exhibitionId: hidden } }))).toBe('not-found')
    world.clock.advance(toDeadlineMs)
    expect(await code(begin())).toBe(null)
    expect(await code(world.as('timur').ask(stand.begin, asked))).toBe('forbidden')
  })
})

describe('writing', () => {
  it('names whoever comes second, and loses nobody’s words', async () => {
    const one = await begin()
    const first = await change(one, { about: 'Бірінші' })
    expect(await code(change(one, { about: 'Екінші' }, 'daulet'))).toBe('stand-changed')
    expect((await look(one.id)).entry.about).toBe('Бірінші')
    // The same words once more: the first answer was lost on its way.
    expect((await change(one, { about: 'Бірінші' })).revision).toBe(first.revision)
  })

  it('takes no file of another board, no picture that is none, and no video from just anywhere', async () => {
    const one = await begin()
    const strange = await shelved('strange', { boardId: world.of('glider').board, person: 'timur' })
    expect(await code(change(one, { posterId: strange }))).toBe('file-unknown')
    expect(await code(change(one, { pictures: [idOf('nowhere')] }))).toBe('file-unknown')
    expect(await code(change(one, { modelId: await shelved('picture') }))).toBe('file-unknown')
    expect(await code(change(one, { video: 'https://youtube.com.evil.kz/1' }))).toBe('video-host')
    expect((await change(one, { video: 'https://youtu.be/1' })).entry.video).toBe('https://youtu.be/1')
  })

  it('confirms nobody’s part but one’s own, and no words that were changed meanwhile', async () => {
    const one = await begin()
    const parts = partsOf(one).map((part) => ({ ...part, confirmed: true }))
    const written = await change(one, { parts })
    expect(written.entry.parts.every(({ confirmed }) => !confirmed)).toBe(true)
    const say = (as: PersonName, words: string) => world.as(as).ask(stand.confirm, { ...params(one.id), body: { words } })
    const agreed = await say('daulet', 'Сызды, кесті')
    expect(agreed.entry.parts.filter(({ confirmed }) => confirmed).map(({ personId }) => personId)).toEqual([world.person('daulet').id])
    // Whoever writes at this moment is not disturbed by it.
    expect(agreed.revision).toBe(written.revision)
    expect(await code(say('aigerim', 'Басқа сөз'))).toBe('stand-changed')
    expect(await code(say('yerlan', 'Сызды, кесті'))).toBe('stand-changed')
  })
})

describe('handing in', () => {
  it('names what is wanting', async () => {
    const one = await begin()
    expect(await code(enter(one.id))).toBe('stand-unready')
    expect((await look(one.id)).state).toBe('draft')
  })

  it('freezes the board, by the clock of the server, to the millisecond; late is late', async () => {
    const one = await filled()
    expect(one.lacks).toEqual([])
    world.clock.advance(toDeadlineMs)
    const entered = await enter(one.id)
    expect(entered).toMatchObject({ state: 'entered', late: false, changed: false, enteredAt: world.clock.now().toISOString() })
    expect(entered.version?.sha256).toMatch(/^[0-9a-f]{64}$/)
    world.clock.advance(1)
    expect(await code(change(entered, { about: 'Тағы' }))).toBe('entries-closed')
    const [row] = await world.services.db.select().from(exhibition).where(eq(exhibition.id, exhibitionId))
    if (row)
      await world.services.db
        .update(exhibition)
        .set({ plan: { ...row.plan, late: true } })
        .where(eq(exhibition.id, exhibitionId))
    await change(await look(one.id), { about: 'Кешіктік' })
    expect(await enter(one.id)).toMatchObject({ state: 'entered', late: true })
    // The older one is kept.
    const kept = await world.services.db.select().from(standEntry).where(eq(standEntry.standId, one.id)).orderBy(standEntry.nth)
    expect(kept.map(({ nth, late, entry }) => [nth, late, entry.about])).toEqual([
      [1, false, 'Ағаш көпір'],
      [2, true, 'Кешіктік'],
    ])
  })

  it('twice at one moment is once', async () => {
    const one = await filled()
    await Promise.all([enter(one.id), enter(one.id, 'daulet'), enter(one.id)])
    expect(await world.services.db.$count(standEntry)).toBe(1)
  })

  it('of two devices in the last second: one entry with the words of whoever was first, and the other is told why and loses none', async () => {
    const one = await filled()
    world.clock.advance(toDeadlineMs)
    const both = await Promise.all([code(change(one, { about: 'Соңғы сөз' })), code(change(one, { about: 'Тағы бір сөз' }, 'daulet'))])
    expect(both.toSorted()).toEqual([null, 'stand-changed'].toSorted())
    const { entry } = await look(one.id)
    await Promise.all([enter(one.id), enter(one.id, 'daulet')])
    // Two different words were never handed in as two: what was handed in is what whoever was first has read.
    expect(await world.services.db.$count(standEntry)).toBe(1)
    expect(await look(one.id, 'botagoz')).toMatchObject({ state: 'entered', late: false, entry: { about: entry.about } })
    world.clock.advance(1)
    // Sent once more by a device whose answer was lost: it is in already, and no later than it was.
    expect(await code(enter(one.id, 'daulet'))).toBe(null)
    expect(await world.services.db.$count(standEntry)).toBe(1)
    expect(await code(change(await look(one.id, 'daulet'), { about: 'Кеш' }, 'daulet'))).toBe('entries-closed')
    expect(await look(one.id, 'botagoz')).toMatchObject({ state: 'entered', late: false, entry: { about: entry.about } })
  })

  it('shows organisers what was handed in, and its team what it writes since', async () => {
    const one = await filled()
    const entered = await enter(one.id)
    const since = await change(entered, { about: 'Қайта жазып жатырмыз' })
    expect(since).toMatchObject({ changed: true, entry: { about: 'Қайта жазып жатырмыз' } })
    expect((await look(one.id, 'botagoz')).entry.about).toBe('Ағаш көпір')
    const listed = await world.as('madina').ask(stand.list, { params: { exhibitionId } })
    expect(listed.map(({ entry }) => entry.about)).toEqual(['Ағаш көпір'])
    const news = await world.as('botagoz').ask(inbox.look)
    expect(news.lines).toMatchObject([{ name: 'stand.offered', about: 'Көпір макеті' }])
  })

  it('waits for nobody’s year of birth, and is closed to whoever cannot be of the age', async () => {
    const one = await filled()
    expect([one.lacks, one.agesUnknown]).toEqual([[], 0])
    const born = (birthYear: number) =>
      world.as('madina').ask(person.born, { params: { personId: world.person('aigerim').id }, body: { birthYear } })
    await born(1999)
    expect((await look(one.id)).lacks).toEqual(['age'])
    expect(await code(enter(one.id))).toBe('stand-unready')
    await born(world.clock.now().getUTCFullYear() - 12)
    await enter(one.id)
    // Of the other one nobody has said it: whoever admits them is told.
    expect((await look(one.id, 'botagoz')).agesUnknown).toBe(1)
    expect((await look(one.id)).agesUnknown).toBe(0)
  })

  it('is the team’s own until then', async () => {
    const one = await begin()
    expect(await code(look(one.id, 'timur'))).toBe('forbidden')
    expect(await world.as('botagoz').ask(stand.list, { params: { exhibitionId } })).toEqual([])
  })
})

describe('moderation', () => {
  it('sees the pictures that were handed in; so do its team and their school, and nobody else', async () => {
    const one = await filled()
    await enter(one.id)
    const statusFor = async (who: PersonName | 'guest', fileId: string | null) =>
      (await world.as(who).send({ method: 'GET', url: `/api/stand/${one.id}/picture/${fileId}.webp` })).statusCode
    const told = await Promise.all(
      [...personNames, 'guest' as const].map(async (who) => [who, await statusFor(who, one.entry.posterId)] as const),
    )
    const by = (status: number) => told.flatMap(([who, said]) => (said === status ? [who] : []))
    // The row is there and its bytes are not: who may see them learns that.
    expect(by(404)).toEqual(['botagoz', 'madina', 'yerlan', 'aigerim', 'daulet'])
    expect(by(401)).toEqual(['guest'])
    expect(by(403).length).toBe(told.length - 6)
    // Of the board beside it nothing is opened.
    expect(await statusFor('botagoz', await shelved('beside'))).toBe(404)
  })

  it('is looked at whole, as it was handed in, by whoever admits it and by nobody outside', async () => {
    const one = await filled()
    await enter(one.id)
    const url = `/e/${exhibitionId}/${one.id}/handed`
    const page = (as: PersonName | 'guest') => world.as(as).send({ method: 'GET', url, headers: { 'accept-language': 'ru' } })
    await change(await look(one.id), { about: 'Кейін жазылған' })
    await state('moderation')
    const seen = await page('botagoz')
    expect([seen.statusCode, seen.headers['cache-control']]).toEqual([200, 'private, no-store'])
    expect(seen.headers['x-robots-tag']).toContain('noindex')
    for (const said of ['Ағаш көпір', 'Сызды, кесті', world.person('daulet').name, 'Араны ұстады', '/handed/board.svg'])
      expect(seen.body).toContain(said)
    expect(seen.body).not.toContain('Кейін жазылған')
    for (const other of ['guest', 'timur', 'gulnara'] as const) expect((await page(other)).statusCode).toBe(404)
    // Without a picture painter there is no drawing, and to others it is not there either.
    expect((await world.as('timur').send({ method: 'GET', url: `${url}/board.svg` })).statusCode).toBe(404)
  })

  it('returns with a reason; mended after the deadline it comes again and is not late; then it is admitted', async () => {
    const one = await filled()
    await enter(one.id)
    const back = (reason: string) => world.as('madina').ask(stand.return, { ...params(one.id), body: { reason } })
    expect(await code(back('  '))).toBe('reason-needed')
    await back('Постерде мәтін оқылмайды')
    world.clock.advance(2 * toDeadlineMs)
    await state('moderation')
    const seen = await look(one.id)
    expect(seen).toMatchObject({ state: 'returned', reason: 'Постерде мәтін оқылмайды' })
    expect((await world.as('daulet').ask(inbox.look)).lines).toMatchObject([
      { name: 'stand.answered', href: `/project/${world.project}/stand` },
    ])
    await change(seen, { about: 'Түзетілді' })
    expect(await enter(one.id)).toMatchObject({ state: 'entered', late: false, reason: '' })
    expect(await code(change(await look(one.id), { about: 'Тағы' }))).toBe('entries-closed')
    expect(await code(admit(one.id, 'madina'))).toBe('stand-own')
    expect(await admit(one.id)).toMatchObject({ state: 'admitted' })
    const { db } = world.services
    const [copy] = await db.select().from(copies).where(eq(copies.standId, one.id))
    expect(copy?.shown).toMatchObject({ about: 'Түзетілді', poster: { width: 800, height: 600, alt: '' } })
  })

  it('has hours of its own, kept by the clock of the server; out of them a stand is still taken away', async () => {
    const one = await filled()
    await enter(one.id)
    const { db } = world.services
    const { windows } = aPlan(world.clock.now())
    const at = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString()
    const plan = aPlan(world.clock.now(), { windows: { ...windows, moderationFrom: at(60_000), moderationTo: at(120_000) } })
    await db.update(exhibition).set({ plan }).where(eq(exhibition.id, exhibitionId))
    const back = (reason = 'Постер бұлыңғыр') => world.as('botagoz').ask(stand.return, { params: { standId: one.id }, body: { reason } })
    expect([await code(admit(one.id)), await code(back())]).toEqual(['moderation-closed', 'moderation-closed'])
    world.clock.advance(59_999)
    expect(await code(admit(one.id))).toBe('moderation-closed')
    world.clock.advance(1)
    await back()
    await enter(one.id)
    world.clock.advance(60_001)
    expect(await code(admit(one.id))).toBe('moderation-closed')
    expect((await look(one.id)).state).toBe('entered')
    const body = { reason: 'Бөтен жоба' }
    expect(await world.as('botagoz').ask(stand.remove, { params: { standId: one.id }, body })).toMatchObject({ state: 'removed' })
  })

  it('copies for the world what was chosen, and tells whose it is and who is named', async () => {
    await draw((board) => addNote(board, { id: 'n2', colour: 'yellow', x: 0, y: 0, by: 'a', at: 1, text: 'Тимур келді' }), 'daulet')
    const one = await filled()
    await change(one, { adults: 'Айгерімге араны ұстап тұрды' })
    await enter(one.id)
    await admit(one.id)
    const [copy] = await world.services.db.select().from(copies).where(eq(copies.standId, one.id))
    const { id: aigerim } = world.person('aigerim')
    expect(copy?.tells).toEqual([aigerim])
    expect(copy?.authors).toEqual(expect.arrayContaining([aigerim, world.person('daulet').id, world.person('madina').id]))
    expect((copy?.shown as PublicStand).parts).toHaveLength(2)
    expect(copy?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('copies of a model how its team left it turned, and the still of it', async () => {
    const one = await filled()
    const { db } = world.services
    const [modelId, still] = [idOf('turned'), await shelved('still', { person: 'daulet' })]
    await db.insert(file).values({
      ...{
        id: modelId,
        boardId: world.board,
        personId: world.person('aigerim').id,
        name: 'x.stl',
        type: 'model/stl',
        bytes: 10,
        sha256: 'x',
      },
    })
    await draw((board) =>
      addThings(board, [{ kind: 'model', id: 'm1', file: modelId, still, unit: 'cm', view: [10, 20, 2], by: 'a', at: 1 }]),
    )
    await change(one, { modelId })
    await enter(one.id)
    await admit(one.id)
    const [copy] = await db.select().from(copies).where(eq(copies.standId, one.id))
    expect((copy?.shown as PublicStand).model).toEqual({
      ...{ fileId: modelId, name: 'x.stl', unit: 'cm', view: [10, 20, 2] },
      still: { fileId: still, alt: '', width: 800, height: 600 },
    })
  })

  it('is open to the world as far as consents reach, also where one is withdrawn between handing in and admitting', async () => {
    const one = await filled()
    const given = await agree('aigerim', 'work')
    await agree('daulet', 'work')
    await agree('daulet', 'name')
    expect((await enter(one.id)).waits).toEqual([])
    const { db } = world.services
    await db.update(consentTable).set({ withdrawnAt: world.clock.now() }).where(eq(consentTable.id, given))
    const { waits } = await admit(one.id)
    expect(waits).toEqual([{ name: world.person('aigerim').name, why: 'work' }])
    expect(await standShown(db, one.id, world.clock.now())).toMatchObject({ open: false })
    await agree('aigerim', 'work')
    const shown = await standShown(db, one.id, world.clock.now())
    expect(shown).toMatchObject({ id: one.id, open: true, admitted: true, shown: { title: 'Көпір макеті' } })
    expect(shown?.names).toContain(world.person('daulet').name)
    expect(shown?.names).not.toContain(world.person('aigerim').name)
  })

  it('stays closed to the world where a consent is taken back at the very moment of publishing', async () => {
    const one = await filled()
    const given = await agree('aigerim', 'work')
    await agree('daulet', 'work')
    await enter(one.id)
    const taken = world.as('botagoz').ask(consent.withdraw, { params: { personId: world.person('aigerim').id, consentId: given } })
    await Promise.all([admit(one.id), taken])
    expect(await standShown(world.services.db, one.id, world.clock.now())).toMatchObject({ admitted: true, open: false })
    await state('hall')
    const page = await world.as('guest').send({ method: 'GET', url: `/e/${exhibitionId}/${one.id}` })
    expect(page.statusCode).toBe(403)
    expect(page.body).not.toContain('Ағаш көпір')
  })

  it('two organisers at one moment: one copy, and the team is told once', async () => {
    const one = await filled()
    await enter(one.id)
    await Promise.all([admit(one.id), admit(one.id), admit(one.id)])
    expect((await world.as('aigerim').ask(inbox.look)).lines.filter(({ name }) => name === 'stand.welcomed')).toHaveLength(1)
  })

  it('out of the hall while it is judged, what was scored stays; it comes back as it was', async () => {
    const { db } = world.services
    const one = await filled()
    await enter(one.id)
    await admit(one.id)
    await state('judging')
    const judgeId = await seedJudge(db, world.clock.now(), { exhibitionId, person: 'sergey' })
    await db.insert(score).values({ id: newId(), judgeId, standId: one.id, marks: [], words: '', madeAt: world.clock.now() })
    const removed = await world.as('botagoz').ask(stand.remove, { ...params(one.id), body: { reason: 'Қауіпті' } })
    expect(removed).toMatchObject({ state: 'removed', reason: 'Қауіпті' })
    expect(await standShown(db, one.id, world.clock.now())).toMatchObject({ admitted: false })
    expect(await db.$count(score)).toBe(1)
    expect(await code(world.as('aigerim').ask(stand.restore, params(one.id)))).toBe('stand-step')
    expect(await world.as('botagoz').ask(stand.restore, params(one.id))).toMatchObject({ state: 'admitted' })
    expect(await standShown(db, one.id, world.clock.now())).toMatchObject({ admitted: true })
    expect(await code(world.as('aigerim').ask(stand.withdraw, params(one.id)))).toBe('stand-step')
  })

  it('withdrawn by its team and brought back by it', async () => {
    const one = await filled()
    await enter(one.id)
    expect(await world.as('daulet').ask(stand.withdraw, params(one.id))).toMatchObject({ state: 'withdrawn' })
    expect(await world.as('botagoz').ask(stand.list, { params: { exhibitionId } })).toEqual([])
    expect(await world.as('aigerim').ask(stand.restore, params(one.id))).toMatchObject({ state: 'entered' })
  })
})

describe('the hall', () => {
  /** A second project in it, of the other team. */
  const second = async () => {
    const id = newId()
    await world.services.db.insert(standTable).values({
      ...{ id, exhibitionId, projectId: world.of('glider').project, state: 'admitted' as const, createdBy: world.person('marat').id },
      entry: {
        nominationId: nominations[1]?.id ?? null,
        title: 'Планёр',
        about: 'x',
        posterId: null,
        pictures: [],
        modelId: null,
        video: null,
        records: [],
        parts: [],
        adults: '',
      },
    })
    return id
  }
  it('gives each a number and a place, which nobody takes away', async () => {
    const one = await filled()
    await enter(one.id)
    await admit(one.id)
    const other = await second()
    const place = (id: string, number: number | null, at: { x: number; y: number } | null) =>
      world.as('botagoz').ask(stand.place, { ...params(id), body: { number, place: at } })
    await place(one.id, 5, { x: 400, y: 3 })
    expect(await look(one.id)).toMatchObject({ number: 5, place: { x: 20, y: 3 } })
    expect(await code(place(other, 5, null))).toBe('number-taken')
    const all = await world.as('botagoz').ask(stand.placeAll, { params: { exhibitionId } })
    expect(all.map(({ id, number, place: at }) => [id, number, at]).sort()).toEqual(
      [
        [one.id, 5, { x: 20, y: 3 }],
        [other, 1, { x: 10, y: 6 }],
      ].sort(),
    )
    const twice = await Promise.allSettled([place(one.id, 9, null), place(other, 9, null)])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  it('knows who is here', async () => {
    const other = await second()
    const here = (is: boolean) => world.as('madina').ask(stand.arrive, { ...params(other), body: { here: is } })
    const { arrivedAt } = await here(true)
    world.clock.advance(1_000)
    expect((await here(true)).arrivedAt).toBe(arrivedAt)
    expect((await here(false)).arrivedAt).toBeNull()
  })
})
