import { acceptance } from '@sheber/contract/acceptance'
import { idPattern } from '@sheber/contract/ids'
import type { Asked, Route } from '@sheber/contract/kit'
import { portfolio } from '@sheber/contract/portfolio'
import { refuse } from '@sheber/contract/refusal'
import type { RouteName } from '@sheber/contract/routes'
import { review } from '@sheber/contract/review'
import { Closed } from '@sheber/contract/words'
import { readBoard } from '@sheber/document/board'
import { picturesIn } from '@sheber/document/body'
import { fileFieldsOf } from '@sheber/document/copy'
import { readPage } from '@sheber/document/notebook'
import type { Piece } from '@sheber/document/portfolio'
import { isPictureWidth } from '@sheber/domain/file'
import { may, type Thing, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { Type, type TObject } from 'typebox'
import type * as Y from 'yjs'
import type { Services } from '../../services.ts'
import { offeredPiece, thingOfOffered } from '../acceptance/acceptance.work.ts'
import { shownOf, shownPiece, type FrozenPiece } from '../portfolio/portfolio.piece.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { handedIn } from '../review/review.piece.ts'
import { thingOfSubmission } from '../review/review.thing.ts'
import { fileSender } from './file.bytes.ts'
import type { Shelf } from './file.shelf.ts'
import { oneFile } from './file.store.ts'

/** Files that are seen on it. */
const filesOn = (doc: Y.Doc, { kind }: Piece): readonly string[] =>
  kind === 'page' ? picturesIn(readPage(doc)) : readBoard(doc).things.flatMap((thing) => fileFieldsOf(thing).map(([, id]) => id))

interface Door<P> {
  /** What the permission table is asked about, by the name of the route that tells the piece. */
  readonly about: (who: Who, params: P) => Promise<Thing | null>
  readonly find: (who: Who, params: P) => Promise<FrozenPiece>
  /** Whoever is told the piece is told of today's too. */
  readonly today?: boolean
}

/**
 * Pictures in pieces of the work, to whoever is told the piece: they lie on the shelf of a board that a reader of the record need not
 * be allowed to open. Which picture a page or a board names is content, so only what lies with its own project is shown on its word.
 */
export const filesInPieces = (app: FastifyInstance, services: Services, shelf: Shelf) => {
  const { db, hub } = services
  const { sendPicture } = fileSender(services, shelf)

  const serveIn = <P>(promise: Route & { name: RouteName }, { about, find, today = false }: Door<P>) => {
    const picture = { fileId: Type.String({ pattern: idPattern.source }), width: Type.String() }
    const params = Closed({ ...(promise.params as TObject).properties, ...picture })
    const url = `${promise.path.replace('/api/', '/files/')}/:fileId/:width(^\\d{3,4}).webp`
    app.get(url, { schema: { hide: true, params }, exposeHeadRoute: false }, async (request, reply) => {
      const { who } = request
      if (!who) return refuse('sign-in-needed')
      const { fileId, width, ...asked } = request.params as { fileId: string; width: string }
      const named = asked as P
      const thing = (await about(who, named)) ?? refuse('not-found')
      if (!may(who, promise.name, thing)) return refuse('forbidden')
      const found = await find(who, named)
      const { piece, room, thing: project } = found
      const row = (await oneFile(db, fileId)) ?? refuse('not-found')
      const board = row.boardId === null ? null : await thingOfBoard(db, row.boardId)
      if (board?.id !== project.id) return refuse('forbidden')
      const isOn = (doc: Y.Doc) => filesOn(doc, piece).includes(fileId)
      const isShown = isOn(found.then) || (today && (await hub.read(room, (doc) => isOn(shownOf(doc, piece)))))
      if (!isShown) return refuse('forbidden')
      const asWide = Number(width)
      return isPictureWidth(asWide) ? sendPicture(request, reply, row, asWide, 'inline') : refuse('not-found')
    })
  }

  serveIn<Asked<typeof portfolio.piece>['params']>(portfolio.piece, {
    about: (_, { portfolioId }) => thingOfPortfolio(db, portfolioId),
    find: (who, asked) => shownPiece(services, who, asked),
  })
  serveIn<Asked<typeof review.piece>['params']>(review.piece, {
    about: (_, { submissionId }) => thingOfSubmission(db, submissionId),
    find: (who, asked) => handedIn(db, who, asked),
    today: true,
  })
  serveIn<Asked<typeof acceptance.piece>['params']>(acceptance.piece, {
    about: (who, asked) => thingOfOffered(db, who, asked),
    find: (who, asked) => offeredPiece(services, who, asked),
  })
}
