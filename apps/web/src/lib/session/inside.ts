import type { Cookies, RequestEvent } from '@sveltejs/kit'

/** A call from a page to the API: inside the process where the server has hung itself on the request, else by loopback (`vite dev`). */
export const callInside = async (event: RequestEvent, request: Request, fetch: typeof globalThis.fetch): Promise<Response> => {
  const { pathname, search } = new URL(request.url)
  const headers = forward(event, request)
  const payload = request.method === 'GET' ? '' : await request.text()
  const response = await answer(event, { method: request.method, url: `${pathname}${search}`, headers, payload }, fetch)
  for (const line of response.headers.getSetCookie()) keep(event.cookies, line)
  return response
}

type Call = { method: string; url: string; headers: Record<string, string>; payload: string }

const answer = async (event: RequestEvent, call: Call, fetch: typeof globalThis.fetch): Promise<Response> => {
  const server = event.platform?.req.sheber
  if (!server) {
    // Kit has checked the form's origin already; to the loopback server we are its own site.
    const origin = `http://127.0.0.1:${process.env.PORT ?? 3000}`
    const { method, headers, payload } = call
    return fetch(`${origin}${call.url}`, { method, headers: { ...headers, origin }, ...(payload && { body: payload }) })
  }
  const { payload, ...rest } = call
  const result = await server.inject({ ...rest, ...(payload && { payload }) })
  const headers = new Headers()
  for (const [name, value] of Object.entries(result.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, String(one))
  }
  // 204 and 304 may not carry a body, not even an empty one.
  return new Response(result.payload || null, { status: result.statusCode, headers })
}

// What the API needs to know of the browser: who, from where, in which language, by which site.
const forwarded = ['origin', 'host', 'user-agent', 'accept-language', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host']

const forward = (event: RequestEvent, request: Request): Record<string, string> => {
  const headers: Record<string, string> = { accept: 'application/json' }
  for (const name of forwarded) {
    const value = event.request.headers.get(name)
    if (value !== null) headers[name] = value
  }
  const type = request.headers.get('content-type')
  if (type) headers['content-type'] = type
  const cookies = event.cookies.getAll({ decode: (value) => value })
  if (cookies.length > 0) headers.cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return headers
}

type CookieOptions = Parameters<Cookies['set']>[2]

/** A cookie of the API goes to the browser as it is, and to every later call of the same request. */
const keep = (cookies: Cookies, line: string): void => {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const at = pair.indexOf('=')
  const said = new Map(
    attributes.map((attribute) => {
      const [name = '', value = ''] = attribute.split('=')
      return [name.toLowerCase(), value]
    }),
  )
  const options: CookieOptions = {
    path: said.get('path') ?? '/',
    httpOnly: said.has('httponly'),
    secure: said.has('secure'),
    sameSite: said.get('samesite')?.toLowerCase() === 'strict' ? 'strict' : 'lax',
    encode: (value) => value,
  }
  const expires = said.has('expires') ? new Date(said.get('expires') ?? '') : undefined
  if (said.has('max-age')) options.maxAge = Number(said.get('max-age'))
  // Kit knows a cookie that is to go only by its age.
  else if (expires && expires.getTime() <= Date.now()) options.maxAge = 0
  else if (expires) options.expires = expires
  cookies.set(pair.slice(0, at), pair.slice(at + 1), options)
}
