import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { route } from './kit.ts'
import { Closed, Moment, Nothing } from './words.ts'

/** What one wrote offline and what reached a frozen board too late: kept for its author alone. */
export const Aside = Closed({
  /** How often something was laid aside; 0: nothing. */
  times: Type.Integer(),
  /** When it was done, where that is known, else when it came; null: nothing. */
  at: Type.Union([Moment, Type.Null()]),
  /** All of it, a Yjs update to be put on the board as it is, in base64; null: nothing. */
  update: Type.Union([Type.String(), Type.Null()]),
})
export type Aside = Static<typeof Aside>

const boardId = Closed({ boardId: Id })

export const aside = {
  look: route({ name: 'aside.look', method: 'GET', path: '/api/board/:boardId/aside', params: boardId, reply: Aside }),
  /** Into the board, as its author's own work. */
  take: route({
    name: 'aside.take',
    method: 'POST',
    path: '/api/board/:boardId/aside',
    params: boardId,
    reply: Nothing,
    refusals: ['frozen'],
  }),
  /** It is offered no more. It is not destroyed. */
  drop: route({ name: 'aside.drop', method: 'DELETE', path: '/api/board/:boardId/aside', params: boardId, reply: Nothing }),
}
