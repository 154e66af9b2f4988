import { Type, type Static } from 'typebox'
import { route } from './kit.ts'
import { Id } from './ids.ts'
import { Closed } from './words.ts'

export const Board = Closed({
  id: Id,
  projectId: Id,
  project: Type.String(),
  /** A writer opens the room to edit, a reader to look. The room asks again by itself. */
  may: Type.Enum(['read', 'write'] as const),
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
}
