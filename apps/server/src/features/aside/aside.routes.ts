import { aside, type Aside } from '@sheber/contract/aside'
import { refuse } from '@sheber/contract/refusal'
import { boardRoom, notebookRoom } from '@sheber/document/room'
import { FrozenRoom } from '@sheber/sync/types'
import type { FastifyInstance } from 'fastify'
import * as Y from 'yjs'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { frozenOf } from '../../sync/frozen.ts'
import { thingOfPage } from '../notebook/notebook.thing.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { asidesOf, settleAsides } from './aside.store.ts'

/** Each sees and settles what is their own; nobody else's is ever read. */
export const asideRoutes = (app: FastifyInstance, { db, hub, clock }: Services) => {
  const about = ({ params }: { params: { boardId: string } }) => thingOfBoard(db, params.boardId)

  const ofPage = ({ params }: { params: { pageId: string } }) => thingOfPage(db, params.pageId)
  const idsOf = (rows: Awaited<ReturnType<typeof asidesOf>>) => rows.map(({ id }) => id)

  const offered = async (room: string, personId: string): Promise<Aside> => {
    const rows = await asidesOf(db, room, personId)
    const [first] = rows
    if (!first) return { times: 0, at: null, update: null }
    const update = Buffer.from(Y.mergeUpdates(rows.map(({ bytes }) => bytes))).toString('base64')
    return { times: rows.length, at: (first.doneAt ?? first.at).toISOString(), update }
  }

  const take = async (room: string, personId: string, frozen: 'frozen' | 'page-signed') => {
    if (await frozenOf(db, room)) return refuse(frozen)
    const rows = await asidesOf(db, room, personId)
    const put = (doc: Y.Doc) => rows.forEach(({ bytes }) => Y.applyUpdate(doc, bytes))
    // Twice into one document is once, so a crash between the two steps offers again what is there already.
    await hub
      .write(room, { person: personId, session: null }, 'edit', put)
      .catch((why: unknown) => (why instanceof FrozenRoom ? refuse(frozen) : Promise.reject(why as Error)))
    await settleAsides(db, idsOf(rows), 'taken', clock.now())
    return {}
  }

  serve(app, aside.look, {
    about,
    answer: ({ params, who }) => (who ? offered(boardRoom(params.boardId), who.id) : refuse('sign-in-needed')),
  })

  serve(app, aside.take, {
    about,
    answer: ({ params, who }) => (who ? take(boardRoom(params.boardId), who.id, 'frozen') : refuse('sign-in-needed')),
  })

  serve(app, aside.drop, {
    about,
    answer: async ({ params, who }) => {
      if (!who) return refuse('sign-in-needed')
      await settleAsides(db, idsOf(await asidesOf(db, boardRoom(params.boardId), who.id)), 'dropped', clock.now())
      return {}
    },
  })

  const ofPageFor = async (room: string, personId: string) => ({
    ...(await offered(room, personId)),
    down: (await asidesOf(db, room, personId, 'dropped')).length,
  })

  serve(app, aside.lookAtPage, {
    about: ofPage,
    answer: ({ params, who }) => (who ? ofPageFor(notebookRoom(params.pageId), who.id) : refuse('sign-in-needed')),
  })

  serve(app, aside.takeToPage, {
    about: ofPage,
    answer: ({ params, who }) => (who ? take(notebookRoom(params.pageId), who.id, 'page-signed') : refuse('sign-in-needed')),
  })

  serve(app, aside.settleOfPage, {
    about: ofPage,
    answer: async ({ params, body: { to }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const room = notebookRoom(params.pageId)
      const rows = await asidesOf(db, room, who.id, to === 'offered' ? 'dropped' : 'offered')
      await settleAsides(db, idsOf(rows), to === 'offered' ? null : to, clock.now())
      return ofPageFor(room, who.id)
    },
  })
}
