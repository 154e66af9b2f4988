import type { FastifyInstance } from 'fastify'
import { isPolled } from './poll.ts'

/** One line an answer: the route's pattern instead of the address, which may hold a name that was searched for. */
export const requestLog = (app: FastifyInstance) => {
  app.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/_app/') || request.url.startsWith('/health/') || isPolled(request.url)) return
    const route = request.routeOptions.url ?? 'page'
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method: request.method, route, status: reply.raw.statusCode, ms }, 'answered')
  })
}
