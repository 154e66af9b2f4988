import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { openapiPage, openapiStyle } from './openapi-page.ts'

/** The contract, printed: for programs at /api/openapi.json, for people at /api/. */
export const openapi = async (app: FastifyInstance) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Sheber',
        version: '1',
        description: 'Every route asks the permission table. Errors have one form: code, message, requestId.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sheber' } } },
      security: [{ session: [] }],
    },
  })
  const hide = { schema: { hide: true } }
  app.get('/api/openapi.json', hide, async () => app.swagger())
  app.get('/api/style.css', hide, async (_request, reply) => reply.type('text/css; charset=utf-8').send(openapiStyle))
  app.get('/api/', hide, async (request, reply) => reply.type('text/html; charset=utf-8').send(openapiPage(request.language)))
  app.get('/api', hide, async (_request, reply) => reply.redirect('/api/'))
}
