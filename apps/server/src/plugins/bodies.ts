import type { FastifyInstance } from 'fastify'

/** Pages read their bodies themselves: ours must leave the stream alone. */
export const bodies = (app: FastifyInstance) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
}

/** The API takes JSON and nothing else: a form on a foreign page cannot send it. `__proto__` among the fields is an error. */
export const jsonBodies = (api: FastifyInstance) => {
  api.removeAllContentTypeParsers()
  api.addContentTypeParser('application/json', { parseAs: 'string' }, api.getDefaultJsonParser('error', 'error'))
}
