import rateLimit from '@fastify/rate-limit'
import { refuse } from '@sheber/contract/refusal'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isInside } from './pages.ts'
import { isPolled } from './poll.ts'

/** A school of a thousand sits behind one address, and a sign-in asks up to seven times. One session is one pair of hands. */
export const perMinuteMax = { address: 10_000, session: 600 } as const

type Limit = ReturnType<FastifyInstance['createRateLimit']>

const heed = async (limit: Limit, request: FastifyRequest, reply: FastifyReply) => {
  const asked = await limit(request)
  if (asked.isAllowed || !asked.isExceeded) return
  reply.header('retry-after', asked.ttlInSeconds)
  refuse('too-often')
}

/**
 * Counts by address, before anybody is looked up. The returned hook counts by session and belongs after `who`:
 * a made-up cookie must not buy a fresh count. Guessing passwords is slowed down elsewhere (domain/lockout).
 */
export const rate = async (app: FastifyInstance) => {
  await app.register(rateLimit, { global: false, timeWindow: 60_000, cache: 10_000 })
  const perAddress = app.createRateLimit({ max: perMinuteMax.address })
  const perSession = app.createRateLimit({ max: perMinuteMax.session, keyGenerator: (request) => request.sessionId ?? '' })
  // What a page asks while it is rendered was counted with the page; files of the build cost nothing. A room that is
  // polled asks many times a second: it has limits of its own, and opening it is counted.
  const isFree = (url: string) => isInside() || isPolled(url) || /^\/(_app|health)\//.test(url)

  app.addHook('onRequest', async (request, reply) => {
    if (!isFree(request.url)) await heed(perAddress, request, reply)
  })
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.sessionId && !isInside()) await heed(perSession, request, reply)
  }
}
