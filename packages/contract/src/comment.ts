import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { Closed, Moment, Nothing } from './words.ts'

/** A note is an adult's: a child sees at a glance that it comes from a teacher or a mentor. */
export const commentKinds = ['comment', 'note'] as const
export const CommentKind = Type.Enum(commentKinds)
export type CommentKind = Static<typeof CommentKind>

// Plain text that shows something. No controls and no turned reading; U+200D joins the parts of one emoji.
const Text = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: String.raw`^(?=[\s\S]*[\p{L}\p{N}\p{P}\p{S}])[\P{C}\t\n\r\u200d]*$`,
})

/** Of the thing on the board that is talked about; made by whoever laid it there. */
const ThingId = Type.String({ maxLength: 40, pattern: '^[A-Za-z0-9_-]{10,40}$' })

/** On the board's paper; how far it reaches is `document/board`'s to say. */
const Coordinate = Type.Number({ minimum: -1e7, maximum: 1e7 })
export const Place = Closed({ x: Coordinate, y: Coordinate })
export type Place = Static<typeof Place>

/** Of the team; whoever is named is told. */
const Mentions = Type.Array(Id, { maxItems: 20, uniqueItems: true })

const Person = Closed({ id: Id, name: Type.String() })

export const Comment = Closed({
  id: Id,
  kind: CommentKind,
  /** Empty once it was removed. */
  text: Type.String(),
  by: Person,
  at: Moment,
  /** Null: as it was first written. */
  editedAt: Type.Union([Moment, Type.Null()]),
  removedAt: Type.Union([Moment, Type.Null()]),
  mentions: Type.Array(Person),
})
export type Comment = Static<typeof Comment>

/** What is said about one thing or place, oldest first. */
export const Thread = Closed({
  /** Its first comment's. */
  id: Id,
  /** Null: pinned to the paper itself. */
  thingId: Type.Union([Type.String(), Type.Null()]),
  /** Where it was pinned: the thing may have been moved since. */
  place: Place,
  resolved: Type.Union([Closed({ by: Type.String(), at: Moment }), Type.Null()]),
  comments: Type.Array(Comment),
})
export type Thread = Static<typeof Thread>

/** What the reader may do with comments here. */
export const MayComment = Closed({
  write: Type.Boolean(),
  /** As an adult, so that it is shown as such. */
  note: Type.Boolean(),
  /** Settle a thread and open it again. */
  resolve: Type.Boolean(),
  /** Remove what others wrote. */
  moderate: Type.Boolean(),
})
export type MayComment = Static<typeof MayComment>

/** Why somebody is told of a comment: it names them, or stands in a thread in which they have spoken. */
export const toldWhys = ['mention', 'answer'] as const
export const ToldWhy = Type.Enum(toldWhys)
export type ToldWhy = Static<typeof ToldWhy>

/** A comment that was told to the reader. */
export const ToldComment = Closed({
  id: Id,
  threadId: Id,
  boardId: Id,
  /** The project's title, and the board's where it has one of its own. */
  project: Type.String(),
  board: Type.String(),
  why: ToldWhy,
  kind: CommentKind,
  text: Type.String(),
  by: Person,
  at: Moment,
  read: Type.Boolean(),
})
export type ToldComment = Static<typeof ToldComment>

const boardId = Closed({ boardId: Id })
const threadId = Closed({ boardId: Id, threadId: Id })
const commentId = Closed({ boardId: Id, commentId: Id })
/** `id` is made by its author: what is sent twice is there once. */
const said = { id: Id, kind: CommentKind, text: Text, mentions: Mentions }
const threadNamed = Closed({ boardId: Id, projectId: Id, threadId: Id })
const commentNamed = Closed({ boardId: Id, projectId: Id, threadId: Id, commentId: Id })
const toldTo = Closed({ boardId: Id, projectId: Id, threadId: Id, commentId: Id, personId: Id, byId: Id })
const ofPerson = ({ personId }: { personId: string }) => [`person:${personId}`] as const
const ofProject = ({ projectId }: { projectId: string }) => [`project:${projectId}`] as const

export const comment = {
  /** Threads in which something is left to read, and from which position of the fact log on to follow their news. */
  list: route({
    name: 'comment.list',
    method: 'GET',
    path: '/api/board/:boardId/comment',
    params: boardId,
    reply: Closed({ threads: Type.Array(Thread), may: MayComment, position: Type.Integer() }),
  }),
  look: route({
    name: 'comment.look',
    method: 'GET',
    path: '/api/board/:boardId/comment/:threadId',
    params: threadId,
    reply: Thread,
  }),
  /** Opens a thread. */
  write: route({
    name: 'comment.write',
    method: 'POST',
    path: '/api/board/:boardId/comment',
    params: boardId,
    body: Closed({ ...said, thingId: Type.Union([ThingId, Type.Null()]), place: Place }),
    reply: Thread,
    refusals: ['too-many-comments', 'mention-outside'],
  }),
  /** A resolved thread is open again: nobody's word is overlooked. */
  answer: route({
    name: 'comment.answer',
    method: 'POST',
    path: '/api/board/:boardId/comment/:threadId/answer',
    params: threadId,
    body: Closed(said),
    reply: Thread,
    refusals: ['too-many-comments', 'mention-outside'],
  }),
  edit: route({
    name: 'comment.edit',
    method: 'PATCH',
    path: '/api/board/:boardId/comment/:commentId',
    params: commentId,
    body: Closed({ text: Text, mentions: Mentions }),
    reply: Thread,
    refusals: ['mention-outside'],
  }),
  /** Its words are shown to nobody any more. They are not destroyed. */
  remove: route({
    name: 'comment.remove',
    method: 'DELETE',
    path: '/api/board/:boardId/comment/:commentId',
    params: commentId,
    reply: Thread,
  }),
  /** By whoever removed it. */
  restore: route({
    name: 'comment.restore',
    method: 'POST',
    path: '/api/board/:boardId/comment/:commentId/restore',
    params: commentId,
    reply: Thread,
  }),
  resolve: route({
    name: 'comment.resolve',
    method: 'POST',
    path: '/api/board/:boardId/comment/:threadId/resolve',
    params: threadId,
    reply: Thread,
  }),
  reopen: route({
    name: 'comment.reopen',
    method: 'POST',
    path: '/api/board/:boardId/comment/:threadId/reopen',
    params: threadId,
    reply: Thread,
  }),
  /** What was told to me on boards that I may see: the newest, and how many I have not read. */
  mine: route({
    name: 'comment.mine',
    method: 'GET',
    path: '/api/comment',
    reply: Closed({ told: Type.Array(ToldComment), unread: Type.Integer() }),
  }),
  /** I have read what this thread had to tell me. */
  read: route({
    name: 'comment.read',
    method: 'POST',
    path: '/api/board/:boardId/comment/:threadId/read',
    params: threadId,
    reply: Nothing,
  }),
  readAll: route({ name: 'comment.readAll', method: 'POST', path: '/api/comment/read', reply: Nothing }),
  written: fact('comment.written', commentNamed, ofProject),
  /** Edited, removed or restored. */
  changed: fact('comment.changed', commentNamed, ofProject),
  resolved: fact('comment.resolved', threadNamed, ofProject),
  reopened: fact('comment.reopened', threadNamed, ofProject),
  /** Told to the one who was named. No words: they may be edited or removed by the time they are read. */
  mentioned: fact('comment.mentioned', toldTo, ofPerson),
  /** Told to whoever has spoken in the thread and is not named. */
  answered: fact('comment.answered', toldTo, ofPerson),
  /** Read by whom it was told to: on every device of theirs it is no longer new. */
  noticed: fact('comment.noticed', Closed({ personId: Id }), ofPerson),
}
