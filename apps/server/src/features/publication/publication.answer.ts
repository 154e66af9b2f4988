import type { FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Strangers come on the weakest networks. Browsers ask for brotli only where there is https. */
const packings = [
  { name: 'br', pack: (html: string) => promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) },
  { name: 'gzip', pack: (html: string) => promisify(gzip)(html) },
] as const

export const hiddenRobots = 'noindex, nofollow, noarchive'

/** A page of the world's, packed at most once in each way. */
export interface MadePage {
  readonly html: string
  readonly etag: string
  readonly packed: Map<string, Promise<Buffer>>
}

export const madePage = (html: string): MadePage => ({
  html,
  etag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`,
  packed: new Map(),
})

interface Answered {
  readonly code: number
  readonly policy: string
  /** Search engines may find it. */
  readonly listed: boolean
  /** It has forms of its own: without the sender’s origin they would be taken for foreign ones. Other hosts are told nothing all the same. */
  readonly forms?: boolean
}

/** What a guest is given: kept by nobody without asking, so what is taken back is gone with the next look. */
export const answerPage = async (
  request: FastifyRequest,
  reply: FastifyReply,
  page: MadePage,
  { code, policy, listed, forms = false }: Answered,
) => {
  reply
    .header('content-security-policy', policy)
    .header('referrer-policy', forms ? 'same-origin' : 'no-referrer')
    .header('vary', 'accept-language, cookie, accept-encoding')
    .header('cache-control', code === 200 ? 'no-cache' : 'no-store')
  if (!listed) reply.header('x-robots-tag', hiddenRobots)
  if (code === 200) {
    reply.header('etag', page.etag)
    if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
  }
  reply.code(code).type('text/html; charset=utf-8')
  const packing = packings.find(({ name }) => String(request.headers['accept-encoding'] ?? '').includes(name))
  if (!packing) return reply.send(page.html)
  const packed = page.packed.get(packing.name) ?? packing.pack(page.html)
  page.packed.set(packing.name, packed)
  return reply.header('content-encoding', packing.name).send(await packed)
}
