import { aside, type Aside } from '@sheber/contract/aside'
import { refuse } from '@sheber/contract/refusal'
import { boardRoom, notebookRoom } from '@sheber/document/room'
import type { Who } from '@sheber/domain/permission'
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
  const idsOf = (rows: Awaited<ReturnType<typeof asidesOf>>) => rows.map(({ id }) => id)

  const look = async (room: string, personId: string): Promise<Aside> => {
    const rows = await asidesOf(db, room, personId)
    const down = (await asidesOf(db, room, personId, 'dropped')).length
    const [first] = rows
    if (!first) return { times: 0, at: null, update: null, down }
    const update = Buffer.from(Y.mergeUpdates(rows.map(({ bytes }) => bytes))).toString('base64')
    return { times: rows.length, at: (first.doneAt ?? first.at).toISOString(), update, down }
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

  const settle = async (room: string, personId: string, to: 'taken' | 'dropped' | 'offered'): Promise<Aside> => {
    const rows = await asidesOf(db, room, personId, to === 'offered' ? 'dropped' : 'offered')
    await settleAsides(db, idsOf(rows), to === 'offered' ? null : to, clock.now())
    return look(room, personId)
  }

  const me = (who: Who | null): string => who?.id ?? refuse('sign-in-needed')

  const onBoard = ({ params }: { params: { boardId: string } }) => thingOfBoard(db, params.boardId)
  serve(app, aside.look, { about: onBoard, answer: ({ params, who }) => look(boardRoom(params.boardId), me(who)) })
  serve(app, aside.take, { about: onBoard, answer: ({ params, who }) => take(boardRoom(params.boardId), me(who), 'frozen') })
  serve(app, aside.settle, {
    about: onBoard,
    answer: ({ params, body, who }) => settle(boardRoom(params.boardId), me(who), body.to),
  })

  const onPage = ({ params }: { params: { pageId: string } }) => thingOfPage(db, params.pageId)
  serve(app, aside.lookAtPage, { about: onPage, answer: ({ params, who }) => look(notebookRoom(params.pageId), me(who)) })
  serve(app, aside.takeToPage, {
    about: onPage,
    answer: ({ params, who }) => take(notebookRoom(params.pageId), me(who), 'page-signed'),
  })
  serve(app, aside.settleOfPage, {
    about: onPage,
    answer: ({ params, body, who }) => settle(notebookRoom(params.pageId), me(who), body.to),
  })
}
