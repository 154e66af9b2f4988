import type { ServerResponse } from 'node:http'
import { refuse } from '@sheber/contract/refusal'
import { packFrames, unpackFrames } from '@sheber/sync/batch'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import { wishOf, type Door, type No } from '../sync/door.ts'
import { gone, Polls, type Connection } from '../sync/poll.ts'
import { sessionOfCookie } from './who.ts'

const sweepMs = 5_000
const octets = 'application/octet-stream'

/** Requests of a connection that is open already: many a minute, each small, with limits of their own. */
export const isPolled = (url: string): boolean => /^\/sync\/[^/?]+\/poll\//.test(url)

interface Named {
  readonly room: string
  readonly id: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The connection that the address names; set before a body is read. */
    polled: Connection | null
  }
}

const numberIn = (query: unknown, name: string): number => {
  const given = (query as Record<string, unknown>)[name]
  return typeof given === 'string' && /^\d{1,12}$/.test(given) ? Number(given) : refuse('input')
}

const goneFrom = (response: ServerResponse): AbortSignal => {
  const left = new AbortController()
  response.once('close', () => left.abort())
  return left.signal
}

/** 410 with a close code is to a poll what a close frame is to a websocket. */
const sayGone = (reply: FastifyReply, { code, reason }: No) => reply.code(410).send({ code, reason })

/**
 * The rooms of `/sync` for browsers whose network lets no websocket through: the same frames in the same order through
 * the same door. `POST …/poll` opens, `POST …/poll/<id>?n=` brings the n-th batch, `GET …/poll/<id>?after=` waits for
 * what comes after the frames that have come, `DELETE` leaves.
 */
export const poll = async (app: FastifyInstance, services: Services, door: Door): Promise<void> => {
  const polls = new Polls(door)
  const sweep = setInterval(() => polls.sweep(), sweepMs)
  sweep.unref()
  app.addHook('onClose', async () => clearInterval(sweep))

  await app.register(async (rooms) => {
    rooms.removeAllContentTypeParsers()
    rooms.addContentTypeParser(octets, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    rooms.decorateRequest('polled', null)

    /** Whose connection it is, before a byte of the body is read: a secret in the address is not enough. */
    const find = async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'no-store')
      const { room, id } = request.params as Named
      const found = polls.find(id, room, sessionOfCookie(services, request.headers.cookie))
      if ('code' in found) return sayGone(reply, found)
      request.polled = found
    }
    const hidden = { schema: { hide: true }, exposeHeadRoute: false }
    const named = { ...hidden, onRequest: find }

    rooms.post('/sync/:room/poll', hidden, async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const wish = wishOf(request.raw, '/poll')
      if (!wish) return refuse('not-found')
      if (!door.originAllowed(request.raw)) return refuse('foreign-origin')
      const left = goneFrom(reply.raw)
      const decision = await door.decide(request.raw, wish)
      if ('code' in decision || left.aborted) {
        decision.free()
        return sayGone(reply, 'code' in decision ? decision : gone)
      }
      return { id: polls.open(decision) }
    })

    rooms.post('/sync/:room/poll/:id', { ...named, bodyLimit: door.limits.pollBodyBytesMax }, async (request, reply) => {
      const frames = Buffer.isBuffer(request.body) ? unpackFrames(new Uint8Array(request.body), door.limits.framesBurst) : null
      if (!frames || !request.polled) return refuse('input')
      const said = polls.take(request.polled, numberIn(request.query, 'n'), frames)
      if (said === 'out of turn') return reply.code(409).send({ reason: said })
      return said ? sayGone(reply, said) : reply.code(204).send()
    })

    rooms.get('/sync/:room/poll/:id', named, async (request, reply) => {
      if (!request.polled) return refuse('input')
      const down = await polls.ask(request.polled, numberIn(request.query, 'after'), goneFrom(reply.raw))
      if ('code' in down) return sayGone(reply, down)
      return down.length === 0 ? reply.code(204).send() : reply.type(octets).send(Buffer.from(packFrames(down)))
    })

    rooms.delete('/sync/:room/poll/:id', named, async (request, reply) => {
      if (request.polled) polls.leave(request.polled)
      return reply.code(204).send()
    })
  })
}
