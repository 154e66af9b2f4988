import { rangeOf } from '@sheber/domain/range'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FileHandle } from 'node:fs/promises'

/** Whether the part that is asked for is of these very bytes: whoever has the beginning of others begins anew. */
const isOfThis = (request: FastifyRequest, etag: string | undefined): boolean => {
  const asked = request.headers['if-range']
  return asked === undefined || asked === etag
}

/** An open file on its way out, or the part of it that is asked for: a film is looked at from the middle too. The handle is closed. */
export const sendRange = async (request: FastifyRequest, reply: FastifyReply, handle: FileHandle, etag?: string): Promise<FastifyReply> => {
  const { size } = await handle.stat()
  reply.header('accept-ranges', 'bytes')
  const range = isOfThis(request, etag) ? rangeOf(request.headers.range, size) : 'whole'
  if (range === 'none') {
    await handle.close()
    return reply.code(416).header('content-range', `bytes */${size}`).header('content-length', 0).send('')
  }
  if (range === 'whole') return reply.header('content-length', size).send(handle.createReadStream())
  const { from, to } = range
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${size}`)
    .header('content-length', to - from + 1)
    .send(handle.createReadStream({ start: from, end: to }))
}
