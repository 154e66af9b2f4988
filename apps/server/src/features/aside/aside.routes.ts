import { aside } from '@sheber/contract/aside'
import { refuse } from '@sheber/contract/refusal'
import { boardRoom } from '@sheber/document/room'
import { FrozenRoom } from '@sheber/sync/types'
import type { FastifyInstance } from 'fastify'
import * as Y from 'yjs'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { frozenOf } from '../../sync/frozen.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { asidesOf, settleAsides } from './aside.store.ts'

/** Each sees and settles what is their own; nobody else's is ever read. */
export const asideRoutes = (app: FastifyInstance, { db, hub, clock }: Services) => {
  const about = ({ params }: { params: { boardId: string } }) => thingOfBoard(db, params.boardId)

  serve(app, aside.look, {
    about,
    answer: async ({ params, who }) => {
      if (!who) return refuse('sign-in-needed')
      const rows = await asidesOf(db, boardRoom(params.boardId), who.id)
      const [first] = rows
      if (!first) return { times: 0, at: null, update: null }
      const update = Buffer.from(Y.mergeUpdates(rows.map(({ bytes }) => bytes))).toString('base64')
      return { times: rows.length, at: (first.doneAt ?? first.at).toISOString(), update }
    },
  })

  serve(app, aside.take, {
    about,
    answer: async ({ params: { boardId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const room = boardRoom(boardId)
      if (await frozenOf(db, boardRoom(boardId))) return refuse('frozen')
      const rows = await asidesOf(db, room, who.id)
      const put = (doc: Y.Doc) => rows.forEach(({ bytes }) => Y.applyUpdate(doc, bytes))
      // Twice into one document is once, so a crash between the two steps offers again what is there already.
      await hub
        .write(room, { person: who.id, session: null }, 'edit', put)
        .catch((why: unknown) => (why instanceof FrozenRoom ? refuse('frozen') : Promise.reject(why as Error)))
      await settleAsides(
        db,
        rows.map(({ id }) => id),
        'taken',
        clock.now(),
      )
      return {}
    },
  })

  serve(app, aside.drop, {
    about,
    answer: async ({ params, who }) => {
      if (!who) return refuse('sign-in-needed')
      const rows = await asidesOf(db, boardRoom(params.boardId), who.id)
      await settleAsides(
        db,
        rows.map(({ id }) => id),
        'dropped',
        clock.now(),
      )
      return {}
    },
  })
}
