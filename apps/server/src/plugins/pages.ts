import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { refuse } from '@sheber/contract/refusal'
import compression from 'compression'
import type { FastifyInstance, FastifyRequest, InjectOptions, LightMyRequestResponse } from 'fastify'

/** The API, without the network. */
export interface Inside {
  inject(asked: InjectOptions): Promise<LightMyRequestResponse>
}

/** What a page finds at `event.platform.req.sheber`. */
interface Hung extends Inside {
  /** Its board may be measured from outside. */
  readonly bench: boolean
  /** A board that is to be painted, handed over within the process: no request from outside brings one. */
  readonly board: Uint8Array | null
}

declare module 'node:http' {
  interface IncomingMessage {
    sheber?: Hung
  }
}

// Requests that a page of ours makes while it is being rendered. Known by where they run, not by anything a client could send.
const inside = new AsyncLocalStorage<{ readonly board: Uint8Array | null }>()
export const isInside = (): boolean => inside.getStore() !== undefined

/** Asks this very server on behalf of whoever asked it: the same doors, no network, and not counted twice. */
export const inwards =
  (app: FastifyInstance, { ip }: Pick<FastifyRequest, 'ip'>, board: Uint8Array | null = null): Inside['inject'] =>
  (asked) =>
    // It sets out only when somebody waits for it: were that left to the caller, it would often be outside by then.
    inside.run({ board }, () => app.inject({ remoteAddress: ip, ...asked }).then((answer) => answer))

export const isApi = (url: string): boolean => url === '/api' || url.startsWith('/api/') || url.startsWith('/api?')

/** Bytes of files, in and out: under the same rules as the API, in another form. */
export const isFiles = (url: string): boolean => url.startsWith('/files/')

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** A page carries its styles with it. Files are packed when they are built, and left as they are. */
const pack = compression() as unknown as Handler

const built = fileURLToPath(new URL('../../../web/build/handler.js', import.meta.url))

const openHandler = async (): Promise<Handler | null> => {
  if (!existsSync(built)) return null
  // Without it the adapter takes every request for https, and a plain form for a foreign one.
  process.env['PROTOCOL_HEADER'] ??= 'x-forwarded-proto'
  return ((await import(built)) as { handler: Handler }).handler
}

/** Whatever is not ours by name is a page: SvelteKit's built handler answers it. Without a build (tests, `vite dev`) there are none. */
export const pages = async (app: FastifyInstance, { dev, bench }: { dev: boolean; bench: boolean }) => {
  const handler = dev ? null : await openHandler()

  app.setNotFoundHandler((request, reply) => {
    if (isApi(request.url) || isFiles(request.url)) return refuse('not-found')
    if (!handler) return reply.code(404).type('text/plain; charset=utf-8').send('404\n')
    reply.hijack()
    const { raw } = request
    // Overwritten, not defaulted: Fastify has decided already whether a proxy may be believed.
    raw.headers['x-forwarded-proto'] = request.protocol
    raw.sheber = {
      bench,
      board: inside.getStore()?.board ?? null,
      inject: inwards(app, request),
    }
    // Pages are personal, and the laptops are shared: Back after signing out finds nothing. Files have names with a dot.
    if (!/\.\w+(\?|$)/.test(request.url)) reply.raw.setHeader('cache-control', 'private, no-store')
    pack(raw, reply.raw, () => handler(raw, reply.raw, () => reply.raw.writeHead(404).end()))
  })
}
