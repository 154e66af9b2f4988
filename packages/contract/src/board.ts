import { Type, type Static } from 'typebox'
import { fact, route } from './kit.ts'
import { Id } from './ids.ts'
import { Closed, Moment, Name } from './words.ts'

/** What a board was copied from, and those whose hands had made it by then. */
export const Credit = Closed({
  /** Null: the reader may not look at that board. */
  boardId: Type.Union([Id, Type.Null()]),
  /** Empty: it is called like its project. */
  title: Type.String(),
  project: Type.String(),
  team: Type.String(),
  /** Names, also of children: empty where the reader may not look at that board. */
  by: Type.Array(Type.String()),
  at: Moment,
})
export type Credit = Static<typeof Credit>

export const Board = Closed({
  id: Id,
  projectId: Id,
  project: Type.String(),
  /** Empty: it is called like its project. */
  title: Type.String(),
  /** The chain of what it was copied from, the first of all first. */
  copied: Type.Array(Credit),
  /** A writer opens the room to edit, a reader to look. The room asks again by itself. */
  may: Type.Enum(['read', 'write'] as const),
  /** Whether the reader may freeze it, and let it thaw. */
  mayFreeze: Type.Boolean(),
  /** Nobody writes here until it thaws; null: it is open. */
  frozen: Type.Union([Closed({ by: Type.String(), at: Moment }), Type.Null()]),
  /** Whether the reader may keep it simple and make it whole again; whoever may is not bound by it. */
  maySimplify: Type.Boolean(),
  /** Who keeps it in junior mode for the reader: on this board, or on every board of a group in which they learn; null: nobody. */
  simple: Type.Union([Closed({ by: Type.String(), at: Moment, group: Type.Union([Type.String(), Type.Null()]) }), Type.Null()]),
})
export type Board = Static<typeof Board>

/** A line of a project's list of boards. */
export const BoardLine = Closed({ id: Id, title: Type.String(), copied: Type.Boolean(), at: Moment })
export type BoardLine = Static<typeof BoardLine>

/** As a browser names things; imported ones may be named otherwise. */
const ThingId = Type.String({ maxLength: 64, pattern: '^[A-Za-z0-9_-]{1,64}$' })
/** Things that are chosen to be copied; for more one takes the whole board. */
export const copiedThingsMax = 800

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
  /** Junior mode for everybody on it who does not lead it; or no longer. */
  simplify: route({
    name: 'board.simplify',
    method: 'PATCH',
    path: '/api/board/:boardId/simple',
    params: Closed({ boardId: Id }),
    body: Closed({ simple: Type.Boolean() }),
    reply: Board,
  }),
  /** The boards of a project, its first one first. */
  list: route({
    name: 'board.list',
    method: 'GET',
    path: '/api/project/:projectId/board',
    params: Closed({ projectId: Id }),
    reply: Type.Array(BoardLine),
  }),
  /** A new board in a project of one's own, made of this one or of some things of it. */
  copy: route({
    name: 'board.copy',
    method: 'POST',
    path: '/api/board/:boardId/copy',
    params: Closed({ boardId: Id }),
    body: Closed({
      /** Of the new board, made by whoever copies: what is asked twice is there once. */
      id: Id,
      projectId: Id,
      title: Name,
      /** Null: all of it. */
      things: Type.Union([Type.Array(ThingId, { minItems: 1, maxItems: copiedThingsMax, uniqueItems: true }), Type.Null()]),
    }),
    reply: Board,
    refusals: ['too-many-boards', 'nothing-to-copy'],
  }),
  copied: fact('board.copied', Closed({ boardId: Id, projectId: Id, fromId: Id }), (b) => [`project:${b.projectId}`]),
  simplified: fact('board.simplified', Closed({ boardId: Id, projectId: Id, simple: Type.Boolean() }), (b) => [`project:${b.projectId}`]),
  changed: fact('board.changed', Closed({ boardId: Id, projectId: Id, frozen: Type.Boolean() }), (b) => [`project:${b.projectId}`]),
}
