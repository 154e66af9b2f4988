import { idPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { cleanFileName, fileLimits } from '@sheber/domain/file'
import { takeIn } from '@sheber/domain/file-room'
import { may, type Who } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Services } from '../../services.ts'
import { samePlace, thingOfPlace, type FilePlace } from './file.place.ts'
import type { Shelf } from './file.shelf.ts'
import { endUpload, insertUpload, lockSender, oneFile, oneUpload, sentBy, type Upload } from './file.store.ts'

/** tus 1.0.0 with creation, termination and expiration: <https://tus.io/protocols/resumable-upload>. Any client of it that names `id` and `board` or `portfolio` can send. */
const version = '1.0.0'
const address = '/files/upload'
const nameLettersMax = 255

/** `key base64,key base64`. */
const metadataIn = (header: string): ReadonlyMap<string, string> =>
  new Map(
    header.split(',').map((pair) => {
      const [key = '', value = ''] = pair.trim().split(' ')
      return [key, Buffer.from(value, 'base64').toString('utf8')]
    }),
  )

const headerOf = (request: FastifyRequest, name: string): string => {
  const given = request.headers[name]
  return typeof given === 'string' ? given : ''
}

const numberOf = (request: FastifyRequest, name: string): number => {
  const given = headerOf(request, name)
  return /^\d{1,15}$/.test(given) ? Number(given) : refuse('input')
}

const isFull = (why: unknown) => ['ENOSPC', 'EDQUOT'].includes((why as NodeJS.ErrnoException).code ?? '')

const begunOf = (request: FastifyRequest) => {
  const metadata = metadataIn(headerOf(request, 'upload-metadata'))
  const [id = '', name = ''] = ['id', 'filename'].map((key) => metadata.get(key))
  const [boardId = null, portfolioId = null] = ['board', 'portfolio'].map((key) => metadata.get(key))
  if ((boardId === null) === (portfolioId === null)) return refuse('input')
  if (![id, boardId ?? portfolioId ?? ''].every((one) => idPattern.test(one)) || name.length > nameLettersMax) return refuse('input')
  const bytes = numberOf(request, 'upload-length')
  return bytes === 0 ? refuse('input') : { id, boardId, portfolioId, name: cleanFileName(name), bytes }
}

/** The bytes of files on their way in: as they are, in parts, going on where the network broke. */
export const fileUploads = (app: FastifyInstance, { db, clock }: Services, shelf: Shelf) => {
  // Who sends a part while an older request for the same file still hangs has lost that one.
  const writing = new Map<string, { stop: AbortController; ended: Promise<unknown> }>()

  const expires = (reply: FastifyReply, at: Date) =>
    reply.header('upload-expires', new Date(at.getTime() + fileLimits.unfinishedMsMax).toUTCString())

  const askPlace = async (who: Who | null, place: FilePlace): Promise<Who> => {
    if (!who) return refuse('sign-in-needed')
    const thing = (await thingOfPlace(db, place)) ?? refuse('not-found')
    return may(who, 'file.send', thing) ? who : refuse('forbidden')
  }

  /** One's own, where one may still work. */
  const own = async ({ who, params }: FastifyRequest): Promise<Upload> => {
    if (!who) return refuse('sign-in-needed')
    const { id } = params as { id: string }
    const upload = (await oneUpload(db, id)) ?? refuse('not-found')
    await askPlace(who, upload)
    return upload.personId === who.id ? upload : refuse('not-found')
  }

  const comeOf = async ({ id, endedAt }: Upload) =>
    endedAt === null ? ((await shelf.come(id)) ?? refuse('not-found')) : refuse('not-found')

  const write = async (request: FastifyRequest, upload: Upload, offset: number): Promise<void> => {
    const before = writing.get(upload.id)
    before?.stop.abort()
    await before?.ended
    const { bytes } = await comeOf(upload)
    if (bytes !== offset) return refuse('file-part')
    const stop = new AbortController()
    const file = createWriteStream(shelf.part(upload.id), { flags: 'r+', start: offset })
    const work = pipeline(request.raw, file, { signal: stop.signal })
    const entry = { stop, ended: work.catch(() => {}) }
    writing.set(upload.id, entry)
    try {
      await work
    } catch (why) {
      // What came before the cut is kept; the sender asks how much that was.
      return refuse(isFull(why) ? 'unavailable' : 'file-part')
    } finally {
      if (writing.get(upload.id) === entry) writing.delete(upload.id)
    }
  }

  void app.register(async (tus) => {
    tus.removeAllContentTypeParsers()
    tus.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
    const hidden = { schema: { hide: true }, exposeHeadRoute: false }

    tus.addHook('onRequest', async (request, reply) => {
      reply.header('tus-resumable', version)
      if (request.method === 'OPTIONS' || headerOf(request, 'tus-resumable') === version) return
      return reply.code(412).header('tus-version', version).send()
    })

    tus.options(address, hidden, async (_request, reply) =>
      reply
        .code(204)
        .header('tus-version', version)
        .header('tus-extension', 'creation,termination,expiration')
        .header('tus-max-size', fileLimits.filmBytesMax)
        .send(),
    )

    tus.post(address, hidden, async (request, reply) => {
      if (!request.who) return refuse('sign-in-needed')
      const begun = begunOf(request)
      const { id: personId } = await askPlace(request.who, begun)
      const now = clock.now()
      await db.transaction(async (tx) => {
        await lockSender(tx, personId)
        const there = await oneUpload(tx, begun.id)
        // The answer to the first question was lost on the way.
        const isSame = there && there.personId === personId && samePlace(there, begun) && there.bytes === begun.bytes
        if (isSame && there.endedAt === null) return
        if (there || (await oneFile(tx, begun.id))) return refuse('file-id-taken')
        takeIn(begun, await sentBy(tx, personId, begun, now), now)
        await insertUpload(tx, { ...begun, personId, at: now })
      })
      await shelf.begin(begun.id)
      const come = await shelf.come(begun.id)
      return expires(reply, now)
        .code(201)
        .header('location', `${address}/${begun.id}`)
        .header('upload-offset', come?.bytes ?? 0)
        .send()
    })

    tus.head(`${address}/:id`, hidden, async (request, reply) => {
      const upload = await own(request)
      const isFile = upload.endedAt !== null && (await oneFile(db, upload.id)) !== undefined
      const come = isFile ? { bytes: upload.bytes, at: upload.at } : await comeOf(upload)
      return expires(reply, come.at)
        .header('cache-control', 'no-store')
        .header('upload-offset', come.bytes)
        .header('upload-length', upload.bytes)
        .send()
    })

    tus.patch(`${address}/:id`, hidden, async (request, reply) => {
      const upload = await own(request)
      const offset = numberOf(request, 'upload-offset')
      const length = numberOf(request, 'content-length')
      if (length > fileLimits.partBytesMax) return refuse('too-large')
      if (offset + length > upload.bytes) return refuse('file-part')
      await write(request, upload, offset)
      return expires(reply, clock.now())
        .code(204)
        .header('upload-offset', offset + length)
        .send()
    })

    tus.delete(`${address}/:id`, hidden, async (request, reply) => {
      const upload = await own(request)
      await comeOf(upload)
      await endUpload(db, upload.id, clock.now())
      await shelf.clear(upload.id)
      return reply.code(204).send()
    })
  })
}
