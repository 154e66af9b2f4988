import { routes } from '@sheber/contract/routes'
import { session } from '@sheber/contract/session'
import { createWorld, type World } from '@sheber/dev-env/world'
import type { IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Config } from '../config.ts'
import { isOwnSocket } from './origin.ts'
import { perMinuteMax } from './rate.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const host = 'sheber.test'

describe('the origin of an unsafe request', () => {
  const choose = (headers: Record<string, string>) =>
    world.app.inject({ method: 'POST', url: '/api/session/language', payload: { language: 'kk' }, headers: { host, ...headers } })

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://sheber.test:8080' }],
    ['a site that ends alike', { origin: 'http://evil-sheber.test' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another site that hides itself', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour that hides itself', { 'sec-fetch-site': 'same-site' }],
    ['no address at all', { origin: 'javascript:alert(1)' }],
  ])('may not be %s', async (_what, headers) => {
    const reply = await choose(headers)
    expect(reply.statusCode).toBe(403)
    expect(reply.json()).toMatchObject({ code: 'foreign-origin' })
    expect(reply.cookies).toEqual([])
  })

  it.each<[string, Record<string, string>]>([
    ['our own page', { origin: 'http://sheber.test' }],
    ['our own page on an old browser', { 'sec-fetch-site': 'same-origin' }],
    ['a program', {}],
  ])('may be %s', async (_what, headers) => {
    expect((await choose(headers)).statusCode).toBe(200)
  })

  it('is the configured one where there is one, whatever the host says', async () => {
    await using behind = await createWorld({ config: { origin: 'https://sheber.example', trustProxy: true } })
    const asked = { method: 'POST', url: '/api/session/language', payload: { language: 'kk' } } as const
    const own = await behind.app.inject({ ...asked, headers: { host: 'inner', origin: 'https://sheber.example' } })
    const host = await behind.app.inject({ ...asked, headers: { host: 'inner', origin: 'http://inner' } })
    expect([own.statusCode, host.statusCode]).toEqual([200, 403])
    expect(own.cookies).toMatchObject([{ name: 'language', secure: true, httpOnly: true, sameSite: 'Lax' }])
    expect(own.headers['strict-transport-security']).toMatch(/^max-age=\d+/)
  })

  it('is asked of sockets more strictly: a cookie alone is no page of ours', () => {
    const config = { origin: null } as Config
    const asked: [IncomingHttpHeaders, boolean][] = [
      [{ host, origin: 'http://sheber.test' }, true],
      [{ host, 'sec-fetch-site': 'same-origin' }, true],
      [{ host }, false],
      [{ host, origin: 'null' }, false],
      [{ host, origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
      [{ host, 'sec-fetch-site': 'cross-site' }, false],
      // Plain http in the school's own network: browsers say neither, but name the page.
      [{ host, referer: 'http://sheber.test/board/x' }, true],
      [{ host, referer: 'http://evil.example/sheber.test' }, false],
      [{ host, referer: 'http://sheber.test/board/x', 'sec-fetch-site': 'cross-site' }, false],
      [{ host, referer: 'http://sheber.test/board/x', origin: 'http://evil.example' }, false],
    ]
    for (const [headers, expected] of asked) expect(isOwnSocket(config, headers)).toBe(expected)
  })
})

describe('headers', () => {
  it('allow a browser nothing that an answer does not need', async () => {
    const { headers } = await world.as('madina').send({ method: 'GET', url: '/api/session' })
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
  })
})

describe('health', () => {
  it('is alive without a database, and ready with one', async () => {
    await using frail = await createWorld({ empty: true })
    const status = async (url: string) => (await frail.app.inject({ method: 'GET', url })).statusCode
    expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 200])
    await frail.services.close()
    expect(await status('/health/live')).toBe(200)
    expect(await status('/health/ready')).toBe(503)
    const reply = await frail.app.inject({ method: 'GET', url: '/api/session', headers: { 'accept-language': 'ru' } })
    expect({ status: reply.statusCode, ...reply.json() }).toMatchObject({
      status: 503,
      code: 'unavailable',
      message: expect.stringContaining('Сервер сейчас не отвечает'),
    })
  })
})

describe('the description', () => {
  it('prints every promise of the contract', async () => {
    const { paths } = (await world.app.inject({ method: 'GET', url: '/api/openapi.json' })).json()
    const printed = Object.values(paths as Record<string, Record<string, { operationId: string }>>).flatMap((verbs) => Object.values(verbs))
    expect(printed.map(({ operationId }) => operationId).sort()).toEqual(routes.map(({ name }) => name).sort())
  })

  it('is readable without a script and without another host', async () => {
    const page = await world.app.inject({ method: 'GET', url: '/api/', headers: { 'accept-language': 'ru' } })
    expect(page.headers['content-type']).toContain('text/html')
    for (const { path } of routes) expect(page.body).toContain(path)
    expect(page.body).toContain('Полное описание')
    expect(page.body).not.toMatch(/<script|https?:\/\/|style="/)
  })
})

describe('the rate', () => {
  it('stops one session that does not stop, and nobody else', async () => {
    const ask = async () => (await world.as('sergey').send({ method: 'GET', url: '/api/style.css' })).statusCode
    const replies: number[] = []
    while (replies.length <= perMinuteMax.session) replies.push(...(await Promise.all(Array.from({ length: 50 }, ask))))
    expect(replies.filter((status) => status === 200)).toHaveLength(perMinuteMax.session)
    await expect(world.as('sergey').ask(session.me)).rejects.toMatchObject({ status: 429, code: 'too-often' })
    expect((await world.as('madina').ask(session.me)).person).not.toBeNull()
  })
})

it('lets a camera be asked for on boards alone, and by nobody but us', async () => {
  const policy = async (url: string) => (await world.app.inject({ url, headers: { host } })).headers['permissions-policy']
  expect(await policy('/board/0123456789abcdefghjk')).toMatch(/^camera=\(self\), microphone=\(\)/)
  for (const url of ['/', '/boards', '/p/board/', '/api/session/me']) expect(await policy(url)).toMatch(/^camera=\(\), microphone=\(\)/)
})
