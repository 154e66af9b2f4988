import { file, type File } from '@sheber/contract/file'
import { refuse } from '@sheber/contract/refusal'
import { takeIn } from '@sheber/domain/file-room'
import { may, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { fileBytes } from './file.bytes.ts'
import { filesInPieces } from './file.piece.ts'
import { carryFiles } from './file.carry.ts'
import type { Pictures } from './file.pictures.ts'
import { samePlace, thingOfFile, type FilePlace } from './file.place.ts'
import { openShelf } from './file.shelf.ts'
import { type FileRow, insertFile, lockSender, oneFile, oneUpload, removeFile, sentBy } from './file.store.ts'
import { sweepFilesHourly } from './file.sweep.ts'
import { takeFile } from './file.take.ts'
import { fileUploads } from './file.upload.ts'

const shown = ({ sha256: _, personId: __, at, ...row }: NonNullable<FileRow>): File => ({ ...row, at: at.toISOString() })

export const fileRoutes = (app: FastifyInstance, services: Services, pictures: Pictures) => {
  const { db, clock, config } = services
  const shelf = openShelf(config.dataDir)
  const taking = new Map<string, Promise<void>>()

  /** Whoever asks twice at once waits for the same answer. */
  const takeOnce = (id: string, take: () => Promise<void>): Promise<void> => {
    const begun = taking.get(id) ?? take().finally(() => taking.delete(id))
    taking.set(id, begun)
    return begun
  }
  const aboutFile = async ({ params }: { params: { fileId: string } }) => {
    const row = await oneFile(db, params.fileId)
    return row ? thingOfFile(services, row) : null
  }
  const oneOf = async (id: string) => (await oneFile(db, id)) ?? refuse('not-found')

  const take = async (who: Who | null, place: FilePlace, id: string): Promise<File> => {
    if (!who) return refuse('sign-in-needed')
    const upload = await oneUpload(db, id)
    const there = await oneFile(db, id)
    const found = there ?? upload
    if (!found || !samePlace(found, place) || found.personId !== who.id) return refuse('not-found')
    if (there) return shown(there)
    if (!upload || upload.endedAt) return refuse('not-found')
    if ((await shelf.come(id))?.bytes !== upload.bytes) return refuse('file-unfinished')
    await takeOnce(id, () => takeFile(services, { shelf, pictures }, upload))
    return shown(await oneOf(id))
  }

  serve(app, file.add, {
    about: ({ params }) => thingOfBoard(db, params.boardId),
    answer: ({ params: { boardId }, body, who }) => take(who, { boardId, portfolioId: null }, body.id),
  })

  serve(app, file.shelve, {
    about: ({ params }) => thingOfPortfolio(db, params.portfolioId),
    answer: ({ params: { portfolioId }, body, who }) => take(who, { boardId: null, portfolioId }, body.id),
  })

  serve(app, file.bring, {
    about: ({ params }) => thingOfPortfolio(db, params.portfolioId),
    answer: async ({ params: { portfolioId }, body: { id, fileId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const from = await oneOf(fileId)
      const thing = (await thingOfFile(services, from)) ?? refuse('not-found')
      if (!may(who, 'file.read', thing)) return refuse('forbidden')
      const place = { boardId: null, portfolioId }
      await db.transaction(async (tx) => {
        await lockSender(tx, who.id)
        if (await oneFile(tx, id)) return
        takeIn(from, await sentBy(tx, who.id, place, clock.now()), clock.now())
        const { name, type, bytes, width, height, sha256 } = from
        await insertFile(tx, { id, ...place, personId: who.id, name, type, bytes, width, height, sha256, at: clock.now() })
      })
      const there = await oneOf(id)
      return samePlace(there, place) && there.personId === who.id && there.sha256 === from.sha256 ? shown(there) : refuse('file-id-taken')
    },
  })

  serve(app, file.carry, {
    about: ({ params }) => thingOfBoard(db, params.boardId),
    answer: ({ params: { boardId }, body, who }) => (who ? carryFiles(services, who, boardId, body.files) : refuse('sign-in-needed')),
  })

  serve(app, file.look, { about: aboutFile, answer: async ({ params }) => shown(await oneOf(params.fileId)) })

  serve(app, file.remove, {
    about: aboutFile,
    answer: async ({ params, who }) => {
      if (!who) return refuse('sign-in-needed')
      await removeFile(db, params.fileId, who.id, clock.now())
      return {}
    },
  })

  fileUploads(app, services, shelf)
  fileBytes(app, services, shelf)
  filesInPieces(app, services, shelf)
  sweepFilesHourly(app, services, shelf)
}
