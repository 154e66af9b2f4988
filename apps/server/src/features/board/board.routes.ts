import { board } from '@sheber/contract/board'
import { refuse } from '@sheber/contract/refusal'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { oneBoard } from './board.store.ts'

export const boardRoutes = (app: FastifyInstance, { db }: Services) => {
  const about = ({ params }: { params: { boardId: string } }) => thingOfBoard(db, params.boardId)

  serve(app, board.look, {
    about,
    answer: async (asked) => {
      const row = (await oneBoard(db, asked.params.boardId)) ?? refuse('not-found')
      const thing = (await about(asked)) ?? refuse('not-found')
      return { ...row, may: may(asked.who, 'room.write', thing) ? ('write' as const) : ('read' as const) }
    },
  })
}
