import { copyCookie } from '@sheber/contract/copy'
import { session } from '@sheber/contract/session'
import { team } from '@sheber/contract/team'
import { attempt, fact, person, room, roomUpdate, session as sessionTable } from '@sheber/db/schema'
import { groupCode, password, pin } from '@sheber/dev-env/people'
import { createWorld, type World } from '@sheber/dev-env/world'
import { eq, sql } from 'drizzle-orm'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { idleHoursMax, wholeHoursMax } from './session.store.ts'
import { sweep } from './session.sweep.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(() => world.services.db.delete(attempt))

const hourMs = 3_600_000
const code = `${groupCode.slice(0, 4).toLowerCase()}-${groupCode.slice(4)}`
const cookieOf = (reply: LightMyRequestResponse, name: string) => reply.cookies.find((cookie) => cookie.name === name)

/** A browser of its own: what it is told by Set-Cookie it says again. */
const browser = (headers: Record<string, string> = {}) => {
  const jar = new Map<string, string>()
  const send = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await world
      .as('guest')
      .send({ method, url, headers: { ...headers, ...(cookie && { cookie }) }, ...(payload && { payload }) })
    for (const { name, value, maxAge } of reply.cookies)
      if (maxAge === 0 || value === '') jar.delete(name)
      else jar.set(name, value)
    return reply
  }
  return {
    jar,
    visit: () => send('GET', '/api/session'),
    open: (login: string, typed: string) => send('POST', '/api/session', { login, password: typed }),
    openByCode: (personId: string, secret: string, typed = code) => send('POST', '/api/session/code', { code: typed, personId, secret }),
    names: (typed: string) => send('POST', '/api/session/names', { code: typed }),
    send,
  }
}

const visited = async () => {
  const one = browser()
  await one.visit()
  return one
}

describe('by name and password', () => {
  it('signs in, whatever the case of the name, and says who it is', async () => {
    const madina = await visited()
    expect((await madina.open('MADINA', password)).statusCode).toBe(200)
    const me = (await madina.visit()).json()
    expect(me.person).toMatchObject({ id: world.person('madina').id, name: world.person('madina').name, login: 'madina' })
    expect(me.person.memberships).toEqual([
      { organisationId: world.organisation('centre'), organisation: 'Центр «Шебер»', role: 'teacher' },
    ])
  })

  it('gives a cookie that scripts cannot read, and keeps its hash only', async () => {
    const madina = browser()
    const cookie = cookieOf(await madina.open('madina', password), 'sheber')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie?.maxAge).toBeUndefined()
    const stored = await world.services.db.select().from(sessionTable)
    expect(stored.map(({ id }) => id)).not.toContain(cookie?.value)
    expect(JSON.stringify(stored)).not.toContain(cookie?.value)
  })

  it('says the same of a wrong password and of a name that is nobody’s', async () => {
    const [wrong, nobody] = [await (await visited()).open('madina', 'not it'), await (await visited()).open('nobody-at-all', 'not it')]
    expect(wrong.statusCode).toBe(401)
    expect(nobody.statusCode).toBe(401)
    const [a, b] = [wrong.json(), nobody.json()]
    expect({ ...a, requestId: '' }).toEqual({ ...b, requestId: '' })
  })

  it('ends the old session of the browser when a new one begins', async () => {
    const shared = browser()
    await shared.open('madina', password)
    const before = shared.jar.get('sheber')
    await shared.open('marat', password)
    expect(shared.jar.get('sheber')).not.toBe(before)
    const old = await world.as('guest').send({ method: 'GET', url: '/api/session', headers: { cookie: `sheber=${before}` } })
    expect(old.json().person).toBeNull()
  })

  it('closes what a page kept on the device, when a sign-in begins and when one ends', async () => {
    const shared = browser()
    const keep = () => shared.jar.set(copyCookie, 'key')
    keep()
    await shared.open('madina', password)
    expect(shared.jar.has(copyCookie)).toBe(false)
    for (const path of ['/api/session', '/api/session/all']) {
      await shared.open('madina', password)
      keep()
      expect((await shared.send('DELETE', path)).statusCode).toBe(200)
      expect(shared.jar.has(copyCookie)).toBe(false)
    }
  })

  it('does not let in somebody whose access is closed, nor keep them in', async () => {
    const gulnara = await visited()
    await gulnara.open('gulnara', password)
    await world.services.db
      .update(person)
      .set({ active: false })
      .where(eq(person.id, world.person('gulnara').id))
    expect((await gulnara.visit()).json().person).toBeNull()
    expect((await (await visited()).open('gulnara', password)).json().code).toBe('wrong-password')
    await world.services.db
      .update(person)
      .set({ active: true })
      .where(eq(person.id, world.person('gulnara').id))
  })
})

describe('by the code of a group', () => {
  it('shows the names behind the code, then opens by the secret', async () => {
    const pupil = await visited()
    const names = (await pupil.names(code)).json()
    expect(names.group).toBe('Модельдеу')
    expect(names.people.map(({ name }: { name: string }) => name)).toEqual(['Айгерім С.', 'Тимур Ж.'])
    expect((await pupil.openByCode(world.person('aigerim').id, pin)).statusCode).toBe(200)
    expect((await pupil.visit()).json().person.name).toBe('Айгерім С.')
  })

  it('says the same of a wrong code, a wrong person and a wrong secret', async () => {
    const tries = [
      await (await visited()).openByCode(world.person('aigerim').id, pin, 'ABCD2345'),
      await (await visited()).openByCode(world.person('madina').id, pin),
      await (await visited()).openByCode(world.person('aigerim').id, '9999'),
      await (await visited()).openByCode(world.person('aigerim').id, 'sun-fish-key'),
    ]
    for (const reply of tries)
      expect({ status: reply.statusCode, ...reply.json(), requestId: '' }).toMatchObject({ status: 401, code: 'wrong-secret' })
    expect(new Set(tries.map((reply) => reply.json().message)).size).toBe(1)
  })

  it('counts unknown codes by device', async () => {
    const guesser = await visited()
    for (let n = 0; n < 5; n++) expect((await guesser.names(`ABCD234${n + 2}`)).json().code).toBe('code-unknown')
    expect((await guesser.names(code)).json().code).toBe('locked-out')
    expect((await (await visited()).names(code)).statusCode).toBe(200)
  })
})

describe('lock-out', () => {
  it('locks the device that guesses and not the class', async () => {
    const joker = await visited()
    const { id } = world.person('timur')
    for (let n = 0; n < 5; n++) expect((await joker.openByCode(id, `123${n}`)).json().code).toBe('wrong-secret')
    const locked = await joker.openByCode(id, pin)
    expect(locked.statusCode).toBe(429)
    expect(locked.json()).toMatchObject({ code: 'locked-out' })
    expect(locked.headers['retry-after']).toBe('60')
    expect((await joker.openByCode(world.person('aigerim').id, pin)).statusCode).toBe(200)
    expect((await (await visited()).openByCode(id, pin)).statusCode).toBe(200)
  })

  it('opens again after the minutes it said', async () => {
    const clumsy = await visited()
    for (let n = 0; n < 5; n++) await clumsy.open('madina', 'wrong')
    expect((await clumsy.open('madina', password)).json().code).toBe('locked-out')
    world.clock.advance(61_000)
    expect((await clumsy.open('madina', password)).statusCode).toBe(200)
  })

  it('counts a thousand tries at one moment as a thousand tries', async () => {
    const fast = await visited()
    const replies = await Promise.all(Array.from({ length: 12 }, () => fast.open('madina', 'wrong')))
    expect(replies.filter((reply) => reply.json().code === 'wrong-password')).toHaveLength(5)
    expect(replies.filter((reply) => reply.json().code === 'locked-out')).toHaveLength(7)
  })

  it('stops a guesser with many devices, but not the owner on a device that has opened before', async () => {
    const owner = await visited()
    const { id } = world.person('aigerim')
    await owner.openByCode(id, pin)
    for (let n = 0; n < 30; n++) await (await visited()).openByCode(id, '9999')
    expect((await (await visited()).openByCode(id, pin)).json().code).toBe('locked-out')
    expect((await owner.openByCode(id, pin)).statusCode).toBe(200)
    expect((await (await visited()).openByCode(id, pin)).json().code).toBe('locked-out')
  })

  it('locks a name that is nobody’s just alike', async () => {
    const guesser = await visited()
    for (let n = 0; n < 5; n++) await guesser.open('nobody-at-all', 'x')
    expect((await guesser.open('Nobody-At-All', 'x')).json().code).toBe('locked-out')
  })
})

describe('the end', () => {
  it('signs out here and leaves the other sign-ins', async () => {
    const [here, there] = [browser({ 'user-agent': 'Mozilla/5.0 (Linux; Android 13) Chrome/140.0' }), browser()]
    await here.open('yerlan', password)
    await there.open('yerlan', password)
    const list = (await here.send('GET', '/api/session/all')).json()
    expect(list.filter(({ current }: { current: boolean }) => current)).toEqual([
      { openedAt: world.clock.now().toISOString(), current: true, device: 'Chrome, Android' },
    ])
    await here.send('DELETE', '/api/session')
    expect(here.jar.has('sheber')).toBe(false)
    expect((await here.visit()).json().person).toBeNull()
    expect((await there.visit()).json().person).not.toBeNull()
  })

  it('signs out everywhere and tells it', async () => {
    const [here, there] = [browser(), browser()]
    await here.open('sergey', password)
    await there.open('sergey', password)
    await here.send('DELETE', '/api/session/all')
    expect((await there.visit()).json().person).toBeNull()
    const told = await world.services.db.select().from(fact).where(eq(fact.name, 'session.ended'))
    expect(told.map(({ body }) => body)).toContainEqual({ personId: world.person('sergey').id, sessionId: null })
  })

  it('comes two hours after the last use and twelve hours after the beginning', async () => {
    const { db } = world.services
    const opened = async () => {
      const one = browser()
      await one.open('marat', password)
      return one
    }
    const [idle, old] = [await opened(), await opened()]
    // lucia looks at the wall clock: the rows are aged, not the world.
    const now = Date.now()
    const [newest] = await db
      .select()
      .from(sessionTable)
      .orderBy(sql`${sessionTable.expiresAt} desc`)
      .limit(1)
    expect((newest?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(idleHoursMax * hourMs)
    await db
      .update(sessionTable)
      .set({ expiresAt: new Date(now - 1) })
      .where(eq(sessionTable.userId, world.person('marat').id))
    expect((await idle.visit()).json().person).toBeNull()
    await old.open('marat', password)
    await db
      .update(sessionTable)
      .set({ openedAt: new Date(now - wholeHoursMax * hourMs) })
      .where(eq(sessionTable.userId, world.person('marat').id))
    expect((await old.visit()).json().person).toBeNull()

    await sweep(world.services)
    expect(
      await db
        .select()
        .from(sessionTable)
        .where(eq(sessionTable.userId, world.person('marat').id)),
    ).toHaveLength(0)
    const told = await db.select().from(fact).where(eq(fact.name, 'session.ended'))
    expect(told.filter(({ body }) => body['personId'] === world.person('marat').id && body['sessionId'] !== null)).not.toHaveLength(0)
  })
})

describe('at work', () => {
  it('does not end while its hand draws', async () => {
    const { db, newId } = world.services
    const [row] = await db
      .select()
      .from(sessionTable)
      .where(eq(sessionTable.userId, world.person('timur').id))
      .limit(1)
    if (!row) throw new Error('timur is signed in')
    const now = world.clock.now()
    const nearlyIdle = new Date(now.getTime() + 60_000)
    await db.update(sessionTable).set({ expiresAt: nearlyIdle }).where(eq(sessionTable.id, row.id))
    await sweep(world.services)
    const expires = async () => (await db.select().from(sessionTable).where(eq(sessionTable.id, row.id)))[0]?.expiresAt
    expect(await expires()).toEqual(nearlyIdle)

    const name = `board:${newId()}`
    await db.insert(room).values({ name, lineage: newId() })
    const update = { room: name, position: 1, kind: 'edit', bytes: new Uint8Array(2), checksum: 0, at: now } as const
    await db.insert(roomUpdate).values({ ...update, personId: row.userId, sessionId: row.id })
    await sweep(world.services)
    expect(await expires()).toEqual(new Date(now.getTime() + idleHoursMax * hourMs))
  })
})

describe('the password', () => {
  it('is changed by who knows the old one, and ends the other sign-ins', async () => {
    const [here, there] = [await visited(), browser()]
    await here.open('saule', password)
    await there.open('saule', password)
    const change = (old: string, fresh: string) => here.send('POST', '/api/session/password', { old, new: fresh })
    expect((await change('wrong', 'жаңа сөз үшеу')).json().code).toBe('wrong-password')
    expect((await change(password, 'short')).json().code).toBe('password-weak')
    expect((await change(password, 'жаңа сөз үшеу')).statusCode).toBe(200)
    expect((await here.visit()).json().person).not.toBeNull()
    expect((await there.visit()).json().person).toBeNull()
    expect((await (await visited()).open('saule', 'жаңа сөз үшеу')).statusCode).toBe(200)
  })
})

describe('the language', () => {
  it('is the chosen one, the person’s, the browser’s, the centre’s, in this order', async () => {
    const refusal = async (headers: Record<string, string>) =>
      (await world.as('guest').send({ method: 'GET', url: '/api/team', headers })).json().message
    expect(await refusal({})).toBe('Алдымен жүйеге кіріңіз.')
    expect(await refusal({ 'accept-language': 'de, en-GB;q=0.7, ru;q=0.8' })).toBe('Сначала войдите.')
    expect(await refusal({ 'accept-language': 'ru', cookie: 'language=en' })).toBe('Please sign in first.')
    expect(await refusal({ 'accept-language': 'en', cookie: 'language=__proto__' })).toBe('Please sign in first.')
  })

  it('is remembered by the device and by the person', async () => {
    const daulet = browser()
    await daulet.open('daulet', password)
    await daulet.send('POST', '/api/session/language', { language: 'kk' })
    expect(daulet.jar.get('language')).toBe('kk')
    expect((await daulet.visit()).json().person.language).toBe('kk')
  })
})

describe('a forged cookie', () => {
  const forged = ['__proto__', 'constructor', 'toString', '%00', '%', 'a'.repeat(43), '[object Object]', '../../etc/passwd', "' or 1=1 --"]
  it.each([...forged.map((value) => [value, value]), ['of 8,000 letters', 'x'.repeat(8_000)]])('is a guest’s: %s', async (_name, value) => {
    const reply = await world.as('guest').send({ method: 'GET', url: '/api/session', headers: { cookie: `sheber=${value}` } })
    expect(reply.statusCode).toBe(200)
    expect(reply.json().person).toBeNull()
  })

  it('opens nothing with the id that the table holds', async () => {
    const [row] = await world.services.db.select().from(sessionTable).limit(1)
    const reply = await world.as('guest').send({ method: 'GET', url: '/api/session', headers: { cookie: `sheber=${row?.id}` } })
    expect(reply.json().person).toBeNull()
  })

  it('does not keep a guest from being told to sign in', async () => {
    await expect(world.as('guest').ask(team.list)).rejects.toMatchObject({ status: 401, code: 'sign-in-needed' })
    await expect(world.as('guest').ask(session.list)).rejects.toMatchObject({ status: 401, code: 'sign-in-needed' })
  })
})
