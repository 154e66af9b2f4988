import { idPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { keptWidth } from '@sheber/domain/file'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { open } from 'node:fs/promises'
import type { Services } from '../../services.ts'
import { openShelf } from '../file/file.shelf.ts'
import { entriesOf, filesOfProject, oneStand } from './stand.store.ts'
import { thingOfStand } from './stand.thing.ts'

type Asked = FastifyRequest<{ Params: { standId: string; fileId: string } }>

const width = 960

/**
 * What was handed in, for whoever may look at the stand: those who run the exhibition need not be of the house whose board the picture
 * lies on. Of the board beside it nothing is opened.
 */
export const standPicture = (app: FastifyInstance, { db, config, log }: Pick<Services, 'db' | 'config' | 'log'>) => {
  const shelf = openShelf(config.dataDir)
  app.get('/api/stand/:standId/picture/:fileId.webp', { schema: { hide: true } }, async ({ params, who }: Asked, reply) => {
    const { standId, fileId } = params
    if (!who) return refuse('sign-in-needed')
    if (!idPattern.test(standId) || !idPattern.test(fileId)) return refuse('not-found')
    const [thing, found, entries] = [await thingOfStand(db, standId), await oneStand(db, standId), await entriesOf(db, [standId])]
    if (!thing || !found) return refuse('not-found')
    if (!may(who, 'stand.look', thing)) return refuse('forbidden')
    const entry = entries.get(standId)?.entry ?? found.row.entry
    if (entry.posterId !== fileId && !entry.pictures.includes(fileId)) return refuse('not-found')
    const [one] = await filesOfProject(db, found.project.id, [fileId])
    if (!one || one.width === null || one.height === null) return refuse('not-found')
    const kept = keptWidth({ type: one.type, width: one.width, height: one.height }, width)
    const handle = await open(shelf.kept(one.sha256, kept)).catch((why: unknown) => {
      log.error({ err: why }, 'the bytes of a picture of a stand are not where they were put')
      return refuse('not-found')
    })
    const { size } = await handle.stat()
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
      .header('cache-control', 'private, max-age=30')
      .header('content-disposition', 'inline')
      .header('content-length', size)
      .type('image/webp')
      .send(handle.createReadStream())
  })
}
