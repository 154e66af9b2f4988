import type { FastifyReply, FastifyRequest } from 'fastify'
import { packings, type MadePage } from './publication.kept.ts'
import { emptyPage, pagePolicy } from './publication.page.ts'

export const hiddenRobots = 'noindex, nofollow, noarchive'

interface Answered {
  readonly code: number
  readonly policy: string
  /** Search engines may find it. */
  readonly listed: boolean
  /** It has forms of its own: without the sender’s origin they would be taken for foreign ones. Other hosts are told nothing all the same. */
  readonly forms?: boolean
  /** From what it is made: an open page asks for nothing else. */
  readonly mark?: string
  /** It tells of children by their names and faces: a browser shows it to nobody a second time without asking. */
  readonly keeps?: boolean
}

/** After so many seconds there is a place in the line again, and the browser looks by itself. */
const lateSeconds = 3

/** Too many pages are being made: a sentence, which costs nothing. */
const answerLate = ({ language }: FastifyRequest, reply: FastifyReply) =>
  reply
    .code(503)
    .header('content-security-policy', pagePolicy)
    .header('referrer-policy', 'no-referrer')
    .header('vary', 'accept-language, cookie')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', hiddenRobots)
    .header('retry-after', lateSeconds)
    .header('refresh', lateSeconds)
    .type('text/html; charset=utf-8')
    .send(emptyPage(language, null, 'late'))

/** What a guest is given: kept by nobody without asking, so what is taken back is gone with the next look. */
export const answerPage = async (
  request: FastifyRequest,
  reply: FastifyReply,
  page: MadePage | null,
  { code, policy, listed, forms = false, mark, keeps = true }: Answered,
) => {
  if (!page) return answerLate(request, reply)
  reply
    .header('content-security-policy', policy)
    .header('referrer-policy', forms ? 'same-origin' : 'no-referrer')
    .header('vary', 'accept-language, cookie, accept-encoding')
    .header('cache-control', code === 200 && keeps ? 'no-cache' : 'no-store')
  if (!listed) reply.header('x-robots-tag', hiddenRobots)
  if (mark) reply.header('x-mark', mark)
  if (code === 200) {
    reply.header('etag', page.etag)
    if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
  }
  reply.code(code).type('text/html; charset=utf-8')
  const packing = packings.find((name) => String(request.headers['accept-encoding'] ?? '').includes(name))
  const bytes = await page.as(packing ?? null)
  if (packing) reply.header('content-encoding', packing)
  return reply.send(bytes)
}
