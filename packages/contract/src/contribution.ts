import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { route } from './kit.ts'
import { Closed, Moment, Nothing } from './words.ts'

/** A board of one's team on which one's hands were, and that one's own portfolio does not show yet. */
export const Contribution = Closed({
  boardId: Id,
  /** Of the board; of its project where it has none of its own. */
  title: Type.String(),
  project: Closed({ id: Id, title: Type.String() }),
  /** Of how many things on it. */
  things: Type.Integer(),
  /** … the reader's hands were in so many, by the log. */
  mine: Type.Integer(),
  /** When they last were. */
  at: Moment,
})
export type Contribution = Static<typeof Contribution>

const boardId = Closed({ boardId: Id })

export const contribution = {
  /** What is offered to the reader, the last they worked on first. Nothing is taken by itself. */
  list: route({ name: 'contribution.list', method: 'GET', path: '/api/contribution', reply: Type.Array(Contribution) }),
  /** It is offered no more, also after more work. */
  decline: route({
    name: 'contribution.decline',
    method: 'POST',
    path: '/api/contribution/:boardId/decline',
    params: boardId,
    reply: Nothing,
  }),
  /** What was declined by mistake may be offered again. */
  restore: route({
    name: 'contribution.restore',
    method: 'POST',
    path: '/api/contribution/:boardId/restore',
    params: boardId,
    reply: Nothing,
  }),
}
