import type { IncomingHttpHeaders } from 'node:http'
import { refuse } from '@sheber/contract/refusal'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import type { Services } from '../services.ts'
import { isInside } from './pages.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Does the request say that a page of ours sent it? */
export const isOwnOrigin = ({ origin }: Config, headers: IncomingHttpHeaders): boolean => {
  if (headers.origin === undefined) return false
  if (origin !== null) return headers.origin === origin
  const sender = URL.parse(headers.origin)
  return sender !== null && /^https?:$/.test(sender.protocol) && sender.host === headers.host?.toLowerCase()
}

/** Browsers set this themselves; pages cannot. */
const isOwnFetch = (headers: IncomingHttpHeaders) => headers['sec-fetch-site'] === 'same-origin'

/**
 * For sockets, which carry a cookie but no other sign of where they were opened: a websocket always has an Origin, a
 * same-origin poll has none but says `Sec-Fetch-Site`. Where there is no https (a server in the school's own network)
 * browsers leave that out too, and name the page they come from.
 */
export const isOwnSocket = (config: Config, headers: IncomingHttpHeaders): boolean => {
  if (headers.origin !== undefined) return isOwnOrigin(config, headers)
  if (headers['sec-fetch-site'] !== undefined) return isOwnFetch(headers)
  const page = URL.parse(headers.referer ?? '')
  return page !== null && isOwnOrigin(config, { ...headers, origin: page.origin })
}

/** Every unsafe method comes from a page of ours, or from a program that is no browser. */
export const origin = (app: FastifyInstance, { config }: Services) => {
  app.addHook('onRequest', async ({ method, headers }) => {
    // A form that SvelteKit carries on to the API was asked this question when it came in.
    if (safe.has(method) || isInside()) return
    const site = headers['sec-fetch-site']
    const isForeign =
      headers.origin === undefined ? site !== undefined && site !== 'same-origin' && site !== 'none' : !isOwnOrigin(config, headers)
    if (isForeign) refuse('foreign-origin')
  })
}
