import { board, type Board } from '@sheber/contract/board'
import { refuse } from '@sheber/contract/refusal'
import { boardRoom } from '@sheber/document/room'
import { may, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { askRooms } from '../../facts/revoke.ts'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { frozenOf, setFrozen } from '../../sync/frozen.ts'
import { thingOfBoard, thingOfProject } from '../project/project.thing.ts'
import type { HandsOf } from '../trace/trace.hands.ts'
import { copyBoard, creditsOf, thingOfCopy } from './board.copy.ts'
import { boardsOf, oneBoard, setSimple, simpleBoard, simpleFor } from './board.store.ts'

export const boardRoutes = (app: FastifyInstance, services: Services, handsOf: HandsOf) => {
  const { db, clock } = services
  const about = ({ params }: { params: { boardId: string } }) => thingOfBoard(db, params.boardId)
  const shown = async (who: Who | null, id: string): Promise<Board> => {
    const row = (await oneBoard(db, id)) ?? refuse('not-found')
    const thing = (await thingOfBoard(db, id)) ?? refuse('not-found')
    const frozen = await frozenOf(db, boardRoom(id))
    const maySimplify = may(who, 'board.simplify', thing)
    // What a group is kept to binds its learners; of whoever leads the board nothing is asked but what they may undo.
    const simple = (await simpleBoard(db, id)) ?? (who && !maySimplify ? await simpleFor(db, who.id) : null)
    return {
      ...row,
      copied: await creditsOf(db, who, id),
      may: may(who, 'room.write', thing) && !frozen ? 'write' : 'read',
      mayFreeze: may(who, 'board.freeze', thing),
      frozen: frozen && { by: frozen.by, at: frozen.at.toISOString() },
      maySimplify,
      simple: simple && { ...simple, at: simple.at.toISOString() },
    }
  }

  serve(app, board.look, { about, answer: ({ params, who }) => shown(who, params.boardId) })

  serve(app, board.list, {
    about: ({ params }) => thingOfProject(db, params.projectId),
    answer: ({ params }) => boardsOf(db, params.projectId),
  })

  serve(app, board.copy, {
    about: (asked) => thingOfCopy(db, asked),
    answer: async (asked) => {
      const { who, body } = asked
      if (!who) return refuse('sign-in-needed')
      await copyBoard(services, handsOf, who, asked)
      return shown(who, body.id)
    },
  })

  serve(app, board.freeze, {
    about,
    answer: async ({ params: { boardId }, body: { frozen }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { projectId } = (await oneBoard(db, boardId)) ?? refuse('not-found')
      await change(services, who.id, async (tx, tell) => {
        if (await setFrozen(tx, boardRoom(boardId), frozen ? { at: clock.now(), by: who.id } : null))
          await tell(board.changed, { boardId, projectId, frozen })
      })
      // Here at once: between the commit and the fact's way through the log a hand could still reach the paper.
      await askRooms(services, new Set([boardRoom(boardId)]))
      return shown(who, boardId)
    },
  })

  serve(app, board.simplify, {
    about,
    answer: async ({ params: { boardId }, body: { simple }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { projectId } = (await oneBoard(db, boardId)) ?? refuse('not-found')
      await change(services, who.id, async (tx, tell) => {
        if (await setSimple(tx, boardId, simple ? { at: clock.now(), by: who.id } : null))
          await tell(board.simplified, { boardId, projectId, simple })
      })
      return shown(who, boardId)
    },
  })
}
