import type { CommentKind, ToldWhy } from '@sheber/contract/comment'
import { type AnyPgColumn, doublePrecision, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { board } from './board.ts'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'

/** What is said about a board. Removed ones stay, for whoever has to ask what happened. */
export const comment = pgTable(
  'comment',
  {
    id: id(),
    boardId: text()
      .notNull()
      .references(() => board.id),
    /** The first comment's: the first one names itself, and carries where the thread is pinned and whether it is settled. */
    threadId: text()
      .notNull()
      .references((): AnyPgColumn => comment.id),
    kind: text().$type<CommentKind>().notNull(),
    text: text().notNull(),
    personId: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    /** People of the team at the time. */
    mentions: text().array().notNull(),
    editedAt: moment(),
    removedAt: moment(),
    removedBy: text().references(() => person.id),
    /** On the board, not in any table: things live in the room's document. Null: the paper itself. */
    thingId: text(),
    x: doublePrecision(),
    y: doublePrecision(),
    resolvedAt: moment(),
    resolvedBy: text().references(() => person.id),
  },
  (t) => [index('comment_board').on(t.boardId, t.createdAt), index('comment_thread').on(t.threadId)],
)

/** Whom a comment was told to by itself: those it names and those it answers. */
export const commentTold = pgTable(
  'comment_told',
  {
    personId: text()
      .notNull()
      .references(() => person.id),
    commentId: text()
      .notNull()
      .references(() => comment.id),
    why: text().$type<ToldWhy>().notNull(),
    createdAt: createdAt(),
    readAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.commentId] }), index('comment_told_person').on(t.personId, t.createdAt)],
)
