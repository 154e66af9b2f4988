import { Type, type Static } from 'typebox'
import { fact, route } from './kit.ts'
import { Id } from './ids.ts'
import { Closed, Moment } from './words.ts'

export const Board = Closed({
  id: Id,
  projectId: Id,
  project: Type.String(),
  /** A writer opens the room to edit, a reader to look. The room asks again by itself. */
  may: Type.Enum(['read', 'write'] as const),
  /** Whether the reader may freeze it, and let it thaw. */
  mayFreeze: Type.Boolean(),
  /** Nobody writes here until it thaws; null: it is open. */
  frozen: Type.Union([Closed({ by: Type.String(), at: Moment }), Type.Null()]),
})
export type Board = Static<typeof Board>

/** The six colours of a note, by name: the token file holds their values for each theme. */
export const noteColours = ['yellow', 'blue', 'green', 'pink', 'violet', 'white'] as const
export type NoteColour = (typeof noteColours)[number]

export const board = {
  look: route({
    name: 'board.look',
    method: 'GET',
    path: '/api/board/:boardId',
    params: Closed({ boardId: Id }),
    reply: Board,
  }),
  freeze: route({
    name: 'board.freeze',
    method: 'PATCH',
    path: '/api/board/:boardId',
    params: Closed({ boardId: Id }),
    body: Closed({ frozen: Type.Boolean() }),
    reply: Board,
  }),
  changed: fact('board.changed', Closed({ boardId: Id, projectId: Id, frozen: Type.Boolean() }), (b) => [`project:${b.projectId}`]),
}
