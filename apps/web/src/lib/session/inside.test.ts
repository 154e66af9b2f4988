import type { Cookies, RequestEvent } from '@sveltejs/kit'
import { describe, expect, it } from 'vitest'
import { callInside } from './inside.ts'

type Kept = { name: string; value: string; options: Parameters<Cookies['set']>[2] }

/** A page's request, and what of the API's answer was kept for the browser. */
const visit = (answer: { headers?: Record<string, string | string[]>; statusCode?: number; payload?: string }) => {
  const kept: Kept[] = []
  const asked: unknown[] = []
  const event = {
    request: new Request('http://here/', {
      headers: { 'user-agent': 'Test', 'accept-language': 'kk', authorization: 'none of your business' },
    }),
    cookies: {
      getAll: () => [{ name: 'sheber', value: 'abc%3D' }],
      set: (name: string, value: string, options: Kept['options']) => kept.push({ name, value, options }),
    },
    platform: {
      req: {
        sheber: {
          inject: (call: unknown) => {
            asked.push(call)
            return Promise.resolve({ statusCode: 200, headers: {}, payload: '{}', ...answer })
          },
        },
      },
    },
  } as unknown as RequestEvent
  const call = (path: string, init?: RequestInit) => callInside(event, new Request(`http://here${path}`, init), fetch)
  return { call, kept, asked }
}

describe('a call from a page to the API', () => {
  it('carries who asks and how, and nothing else', async () => {
    const { call, asked } = visit({})
    await call('/api/team?name=a', { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } })
    expect(asked).toEqual([
      {
        method: 'POST',
        url: '/api/team?name=a',
        payload: '{"a":1}',
        headers: {
          accept: 'application/json',
          'user-agent': 'Test',
          'accept-language': 'kk',
          'content-type': 'application/json',
          cookie: 'sheber=abc%3D',
        },
      },
    ])
  })

  it('brings every cookie of the answer to the browser as it was', async () => {
    const { call, kept } = visit({
      headers: {
        'set-cookie': [
          '__Host-sheber=a=b%20c; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=Lax',
          'language=kk; Path=/; SameSite=Strict',
        ],
      },
    })
    await call('/api/session')
    expect(kept.map(({ name, value }) => [name, value])).toEqual([
      ['__Host-sheber', 'a=b%20c'],
      ['language', 'kk'],
    ])
    expect(kept[0]?.options).toMatchObject({ path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 3600 })
    expect(kept[0]?.options?.encode?.('a=b%20c')).toBe('a=b%20c')
    expect(kept[1]?.options).toMatchObject({ httpOnly: false, secure: false, sameSite: 'strict' })
  })

  it('takes a cookie away whose day is over', async () => {
    const { call, kept } = visit({ headers: { 'set-cookie': 'sheber=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/' } })
    await call('/api/session')
    expect(kept[0]?.options?.maxAge).toBe(0)
  })

  it('passes a refusal on with its status', async () => {
    const { call } = visit({ statusCode: 409, payload: '{"code":"login-taken"}' })
    const response = await call('/api/session')
    expect(response.status).toBe(409)
    expect(await response.json()).toEqual({ code: 'login-taken' })
  })
})
