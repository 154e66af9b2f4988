import type { FileType } from '@sheber/contract/file'
import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { board } from './board.ts'
import { createdAt, id, moment } from './kit.ts'
import { person } from './person.ts'
import { portfolio } from './portfolio.ts'

/** What has come in full and been looked at. Its bytes lie in the data folder under their sha256, however many rows name them. */
export const file = pgTable(
  'file',
  {
    id: id(),
    /** On whose shelf it lies: a board's or a portfolio's. */
    boardId: text().references(() => board.id),
    portfolioId: text().references(() => portfolio.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    name: text().notNull(),
    type: text().$type<FileType>().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    /** In pixels, upright; null: no picture. */
    width: integer(),
    height: integer(),
    /** Of what was sent, in hex. */
    sha256: text().notNull(),
    at: createdAt(),
    /** A teacher has taken it away: shown to nobody from then on. */
    removedAt: moment(),
    removedBy: text().references(() => person.id),
  },
  (t) => [
    index('file_board').on(t.boardId),
    index('file_portfolio').on(t.portfolioId),
    index('file_sha256').on(t.sha256),
    check('file_one_place', sql`(${t.boardId} is null) <> (${t.portfolioId} is null)`),
  ],
)

/** What was begun to be sent. It stays for a day, because what somebody may send within an hour is counted here. */
export const fileUpload = pgTable(
  'file_upload',
  {
    /** The id that the file will have: chosen by the sender's device, which may have placed it on the board long before. */
    id: id(),
    boardId: text().references(() => board.id),
    portfolioId: text().references(() => portfolio.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    name: text().notNull(),
    /** As announced. */
    bytes: bigint({ mode: 'number' }).notNull(),
    at: createdAt(),
    /** It became a file, was refused or was given up: nothing of it waits any more. */
    endedAt: moment(),
  },
  (t) => [
    index('file_upload_person').on(t.personId, t.at),
    index('file_upload_board').on(t.boardId),
    index('file_upload_portfolio').on(t.portfolioId),
    check('file_upload_one_place', sql`(${t.boardId} is null) <> (${t.portfolioId} is null)`),
  ],
)
