import type { DbOrTx } from '@sheber/db/open'
import { notebookPage, roomState, roomUpdate } from '@sheber/db/schema'
import { linedWords, readPage } from '@sheber/document/notebook'
import { notebookRoom } from '@sheber/document/room'
import { and, eq, lt, sql } from 'drizzle-orm'
import { docOfLog } from '../../sync/log.ts'

/** Of a page, to be found by; more is a book. */
const keptLettersMax = 20_000
/** Of a page, in a list or on a card. */
const shownLettersMax = 160

export const beginningOf = (words: string): string =>
  words.length > shownLettersMax ? `${words.slice(0, shownLettersMax - 1).trimEnd()}…` : words

const room = sql`${notebookRoom('')} || ${notebookPage.id}`

/** How far the log of its room has come, beside the row of a page. */
export const positionOfRoom = sql<number>`greatest(
  (select coalesce(max(${roomUpdate.position}), 0) from ${roomUpdate} where ${roomUpdate.room} = ${room}),
  (select coalesce(max(${roomState.position}), 0) from ${roomState} where ${roomState.room} = ${room}))`.mapWith(Number)

interface Kept {
  readonly id: string
  readonly words: string
  readonly wordsPosition: number
  readonly position: number
}

/**
 * The words of these pages as they stand today. They are kept beside the rows, so that a list reads no documents; of a page that
 * has been written on since they are read once more. What is kept may be thrown away: it comes back with the next look.
 */
export const freshWords = async <K extends Kept>(db: DbOrTx, pages: readonly K[]): Promise<K[]> => {
  const fresh: K[] = []
  for (const page of pages) {
    if (page.position <= page.wordsPosition) {
      fresh.push(page)
      continue
    }
    const { position, doc } = await docOfLog(db, notebookRoom(page.id))
    const words = linedWords(readPage(doc), keptLettersMax)
    doc.destroy()
    await db
      .update(notebookPage)
      .set({ words, wordsPosition: position })
      // Somebody who read later was here first.
      .where(and(eq(notebookPage.id, page.id), lt(notebookPage.wordsPosition, position)))
    fresh.push({ ...page, words, wordsPosition: position })
  }
  return fresh
}
