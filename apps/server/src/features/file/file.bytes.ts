import { idPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { isPicture, isPictureWidth, keptWidth, type PictureWidth, pictureWidths, savedName } from '@sheber/domain/file'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { open } from 'node:fs/promises'
import type { Services } from '../../services.ts'
import { thingOfFile } from './file.place.ts'
import { sendRange } from './file.range.ts'
import type { Shelf } from './file.shelf.ts'
import { oneFile, type FileRow } from './file.store.ts'

/** RFC 6266: the name in letters that every browser knows, and the name. */
export const disposition = (how: 'inline' | 'attachment', name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`
}

/** How the bytes of files leave: any as it is, and a picture in a width of ours. */
export const fileSender = ({ log }: Pick<Services, 'log'>, shelf: Shelf) => {
  const send = async (request: FastifyRequest, reply: FastifyReply, path: string, type: string, shown: string) => {
    const handle = await open(path).catch((why: unknown) => {
      log.error({ err: why }, 'the bytes of a file are not where they were put')
      return refuse('not-found')
    })
    reply
      .type(type)
      .header('content-disposition', shown)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    return sendRange(request, reply, handle)
  }

  const sendPicture = (
    request: FastifyRequest,
    reply: FastifyReply,
    row: Pick<NonNullable<FileRow>, 'name' | 'type' | 'width' | 'height' | 'sha256'>,
    asked: PictureWidth,
    how: 'inline' | 'attachment',
  ) => {
    const { type, width, height } = row
    if (width === null || height === null) return refuse('not-found')
    const name = savedName(row.name, 'image/webp')
    return send(request, reply, shelf.kept(row.sha256, keptWidth({ type, width, height }, asked)), 'image/webp', disposition(how, name))
  }

  return { send, sendPicture }
}

/** The bytes of files on their way out. No type that a browser would run is ever shown in its place: it is saved. */
export const fileBytes = (app: FastifyInstance, services: Services, shelf: Shelf) => {
  const { db } = services
  const { send, sendPicture } = fileSender(services, shelf)
  const find = async ({ who, params }: FastifyRequest) => {
    if (!who) return refuse('sign-in-needed')
    const { fileId } = params as { fileId: string }
    const row = (idPattern.test(fileId) && (await oneFile(db, fileId))) || refuse('not-found')
    const thing = (await thingOfFile(services, row)) ?? refuse('not-found')
    return may(who, 'file.read', thing) ? row : refuse('forbidden')
  }

  const hidden = { schema: { hide: true }, exposeHeadRoute: false }

  app.get('/files/:fileId/:width(^\\d{3,4}).webp', hidden, async (request, reply) => {
    const row = await find(request)
    const width = Number((request.params as { width: string }).width)
    return isPictureWidth(width) ? sendPicture(request, reply, row, width, 'inline') : refuse('not-found')
  })

  app.get('/files/:fileId', hidden, async (request, reply) => {
    const row = await find(request)
    const isDrawn = row.type === 'image/svg+xml'
    if (isPicture(row.type) && !isDrawn) return sendPicture(request, reply, row, pictureWidths[2], 'attachment')
    // A drawing can hold a script: as bytes of no kind it is opened by nobody in our name.
    const type = isDrawn ? 'application/octet-stream' : row.type
    return send(request, reply, shelf.kept(row.sha256), type, disposition('attachment', savedName(row.name, row.type)))
  })
}
