import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { isApi, isFiles } from './pages.ts'

/** Closed to all pages; a camera is for boards alone, and for nobody that a board would hold. */
const features = ['microphone', 'geolocation', 'payment', 'usb', 'midi', 'display-capture', 'browsing-topics']

/** What a browser may do with our answers. Pages bring their own Content-Security-Policy, because SvelteKit knows its nonces. */
export const headers = async (app: FastifyInstance, { config }: Services) => {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: config.origin?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    frameguard: { action: 'deny' },
    // With helmet's own `no-referrer` a browser sends `Origin: null` with our plain forms, and they would be taken for foreign ones.
    referrerPolicy: { policy: 'same-origin' },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.setHeader(
      'permissions-policy',
      [`camera=(${request.url.startsWith('/board/') ? 'self' : ''})`, ...features.map((feature) => `${feature}=()`)].join(', '),
    )
    if (!isApi(request.url) && !isFiles(request.url) && !request.url.startsWith('/health/')) return
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    reply.header('cache-control', 'no-store')
  })
}
