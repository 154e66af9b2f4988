import type { Asked, Reply, Route } from '@sheber/contract/kit'
import type { RefusalCode } from '@sheber/contract/refusal'
import type { Inside } from '@sheber/server/plugins/pages'

type Sent = Parameters<Inside['inject']>[0]
type Answered = Awaited<ReturnType<Inside['inject']>>

/** A no of the server, as a test looks at it: `await expect(…).rejects.toMatchObject({ code: 'forbidden' })`. */
export class Refused extends Error {
  readonly status: number
  readonly code: RefusalCode
  readonly fields: readonly string[]
  constructor(status: number, problem: { code: RefusalCode; message: string; fields?: string[] }) {
    super(`${status} ${problem.code}: ${problem.message}`)
    this.status = status
    this.code = problem.code
    this.fields = problem.fields ?? []
  }
}

type Arguments<R extends Route> = unknown extends Asked<R> ? [] : [asked: Asked<R>]

/** Somebody in front of the door, with a real cookie and the headers of a browser on our own page. */
export interface Caller {
  /** `sheber=…`, for sockets; null for a guest. */
  readonly cookie: string | null
  ask<R extends Route>(route: R, ...asked: Arguments<R>): Promise<Reply<R>>
  /** Anything at all, for what no browser of ours would send. */
  send(request: Sent): Promise<Answered>
}

const host = 'sheber.test'

export const caller = (app: Inside, cookie: string | null): Caller => {
  const send = (request: Sent) =>
    app.inject({ ...request, headers: { host, origin: `http://${host}`, ...(cookie !== null && { cookie }), ...request.headers } })

  return {
    cookie,
    send,
    ask: async (route, ...[asked]) => {
      const {
        params = {},
        query,
        body,
      } = (asked ?? {}) as { params?: Record<string, string>; query?: Record<string, string>; body?: object }
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
      const reply = await send({ method: route.method, url: path, ...(query && { query }), ...(body && { payload: body }) })
      if (reply.statusCode >= 400) throw new Refused(reply.statusCode, reply.json())
      return reply.json()
    },
  }
}
