import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { echoBytesMax, echoPath } from '../sync/echo.ts'
import { hopsIn, probeOf, type Sightings } from '../sync/sightings.ts'
import { cookieIn } from './cookie.ts'
import { sessionOfCookie } from './who.ts'

/**
 * For the self-test of a connection. A page cannot set `Upgrade` itself, so it opens a websocket with a number in its
 * address and then asks here, by plain HTTP, how the request with this number got through. It is told about its own
 * requests and nothing else.
 */
export const hops = (app: FastifyInstance, services: Services, sightings: Sightings): void => {
  const hidden = { schema: { hide: true }, exposeHeadRoute: false }

  app.get('/health/ws', hidden, async ({ raw: { url, headers } }) => {
    const probe = probeOf(url)
    return {
      at: services.clock.now().getTime(),
      cookie: probe !== null && cookieIn(headers.cookie, 'probe') === probe,
      signIn: sessionOfCookie(services, headers.cookie) !== null,
      hops: hopsIn(headers),
      seen: sightings.of(url),
    }
  })

  // Who is heard here has lost the upgrade on the way.
  app.get(echoPath, hidden, async ({ raw: { url, headers } }, reply) => {
    sightings.note(url, 'plain', headers)
    return reply.code(426).header('upgrade', 'websocket').header('cache-control', 'no-store').send({ reason: 'no upgrade arrived' })
  })

  // The same echo over a plain request, as the rooms use it where no websocket passes.
  void app.register(async (plain) => {
    plain.removeAllContentTypeParsers()
    plain.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    plain.post(echoPath, { ...hidden, bodyLimit: echoBytesMax }, async ({ body }, reply) =>
      reply.type('application/octet-stream').header('cache-control', 'no-store').send(body),
    )
  })
}
