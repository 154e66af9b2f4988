import { type RefusalCode, refusals } from '@sheber/contract/refusal'
import { routes } from '@sheber/contract/routes'
import { languages } from '@sheber/contract/words'
import { fact, session } from '@sheber/db/schema'
import { createWorld, type World } from '@sheber/dev-env/world'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { cookieName, makeSession } from '../features/session/session.store.ts'
import { perMinuteMax } from './rate.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const opened = { device: 'test', openedAt: world.clock.now() }
  // A route is asked some twenty times here, all of them within a minute or so.
  const many = Math.ceil((routes.length * 24) / perMinuteMax.session) + 1
  sessions = await Promise.all(Array.from({ length: many }, () => makeSession(world.services.db, world.person('botagoz').id, opened)))
})
afterAll(() => world[Symbol.asyncDispose]())

const written = async () => {
  const { db } = world.services
  return { facts: (await db.select().from(fact)).length, sessions: (await db.select().from(session)).length }
}
let before: Awaited<ReturnType<typeof written>>
beforeEach(async () => {
  before = await written()
})
afterEach(async () => expect(await written()).toEqual(before))

const problem = (reply: LightMyRequestResponse) =>
  reply.json<{ code: RefusalCode; message: string; requestId: string; fields?: string[] }>()

/** Says no in the one form, in the reader's language, and tells nothing of how it is made. */
const expectRefusal = (reply: LightMyRequestResponse, code: RefusalCode, language: 'kk' | 'ru' | 'en' = 'kk') => {
  const { fields, ...form } = problem(reply)
  expect(form).toEqual({ code, message: refusals[code][language], requestId: expect.stringMatching(/^[0-9a-z]{8}$/) })
  expect(reply.statusCode).toBe(refusals[code].status)
  expect(reply.body).not.toMatch(/\bat .*\.[jt]s|node_modules|stack|Error/)
  return fields
}

/** So much nonsense in a minute would be too much of one sign-in: they take turns. */
let sessions: string[] = []
const root = (request: InjectOptions) => {
  const [token = '', ...others] = sessions
  sessions = [...others, token]
  const cookie = `${cookieName(world.services.config)}=${token}; language=kk`
  return world.as('botagoz').send({ ...request, headers: { cookie, ...request.headers } })
}
const someId = '0123456789abcdefghjk'
const urlOf = (path: string) => path.replace(/:\w+/g, someId)

const hostileBodies: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['a number', 7],
  ['an unknown field', { unknown: 1 }],
  ['a foreign constructor', { constructor: { prototype: { admin: true } } }],
  [
    'all fields as objects',
    Object.fromEntries(
      ['name', 'login', 'password', 'title', 'code', 'personId', 'role', 'state', 'language', 'active', 'secret', 'old'].map((key) => [
        key,
        {},
      ]),
    ),
  ],
]

describe.each(routes.filter((route) => route.body))('$method $path', (route) => {
  it.each(hostileBodies)('refuses %s', async (_what, body) => {
    const payload = body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const reply = await root({ method: route.method, url: urlOf(route.path), ...payload })
    // A project may be changed in nothing at all; then it is the id that nobody has.
    expect(['input', 'not-found']).toContain(problem(reply).code)
    expectRefusal(reply, problem(reply).code)
  })

  it('takes JSON and nothing else', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'x']) {
      const reply = await root({ method: route.method, url: urlOf(route.path), payload: 'name=x', headers: { 'content-type': type } })
      expectRefusal(reply, 'unsupported-type')
    }
  })

  it('refuses broken JSON, __proto__ and a body over the limit', async () => {
    const send = (payload: string) =>
      root({ method: route.method, url: urlOf(route.path), payload, headers: { 'content-type': 'application/json' } })
    expectRefusal(await send('{"name":'), 'input')
    expectRefusal(await send('{"__proto__":{"admin":true}}'), 'input')
    expectRefusal(await send(`{"name":"${'x'.repeat(route.bodyBytesMax ?? 70_000)}"}`), 'too-large')
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe.each(routes.filter((route) => route.params))('$method $path', (route) => {
  it.each(['__proto__', '..%2F..', '%00', 'x'.repeat(90), someId.toUpperCase(), `${someId}%20`, '[]', '🙂'])('knows no %s', async (id) => {
    const url = route.path.replace(/:\w+/g, encodeURI(id).replace(/%25/g, '%'))
    expectRefusal(await root({ method: route.method, url }), 'not-found')
  })
})

describe('a name', () => {
  const rename = (name: unknown, language = 'kk') =>
    world.as('botagoz').send({
      method: 'PATCH',
      url: `/api/person/${world.person('timur').id}`,
      payload: { name },
      headers: { cookie: `${world.as('botagoz').cookie}; language=${language}` },
    })

  it.each([
    ['10,000 letters', 'ә'.repeat(10_000)],
    ['nothing', ''],
    ['spaces', '   '],
    ['a right-to-left override', 'Тимур \u202Eкеж'],
    ['a right-to-left mark', 'Тимур\u200F'],
    ['a zero-width space', 'Ти\u200Bмур'],
    ['a zero-width joiner', 'Ти\u200Dмур'],
    ['a byte order mark', '\uFEFFТимур'],
    ['a soft hyphen', 'Ти\u00ADмур'],
    ['a Hangul filler', 'Тимур\u3164'],
    ['a zero byte', 'Тимур\u0000'],
    ['a new line', 'Тимур\nЖ.'],
    ['half a surrogate pair', 'Тимур\uD83D'],
    ['a tag', '<script>alert(1)</script>'],
  ])('is not made of %s', async (_what, name) => {
    expect(expectRefusal(await rename(name), 'input')).toEqual(['name'])
  })

  it.each(languages)('is refused in %s', async (language) => {
    expectRefusal(await rename('', language), 'input', language)
  })
})

describe('an address', () => {
  it('that is malformed is the sender’s mistake, in the sender’s language', async () => {
    const reply = await world.as('guest').send({ method: 'GET', url: '/api/team/%E0%A4%A', headers: { 'accept-language': 'en' } })
    expectRefusal(reply, 'input', 'en')
  })

  it('that is nobody’s is not found, whatever the method', async () => {
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT'] as const) {
      expectRefusal(await root({ method, url: '/api/nothing-here', payload: '{}', headers: { 'content-type': 'text/plain' } }), 'not-found')
    }
  })

  it('takes no question that the route does not ask', async () => {
    expect(expectRefusal(await root({ method: 'GET', url: '/api/team?admin=1' }), 'input')).toEqual(['admin'])
    expectRefusal(await root({ method: 'GET', url: '/api/person?name=a&name=b' }), 'input')
    expectRefusal(await root({ method: 'GET', url: '/api/person?name=a%00b' }), 'input')
  })
})
