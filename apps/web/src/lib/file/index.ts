import { newId } from '#lib/new-id.ts'
import type { Language } from '@sheber/contract/words'
import { pictureWidths, type PictureWidth } from '@sheber/domain/file'
import { Files } from './files.ts'
import { deviceQueue } from './queue.ts'
import { openRoad } from './road.ts'
import { loadFileWords, sentenceOf, type FileWords } from './words.ts'

/**
 * Everything about files on a board, in one piece that is fetched when the first one is dropped or waits:
 *
 *     const files = await openFiles({ personId, language })
 *     const { id } = await files.sendFile(boardId, file, (progress) => …)
 */

export type { Files, Progress } from './files.ts'
export { isModelFile } from './take.ts'
export { Trouble } from './trouble.ts'
export { sentenceOf, type FileWords }

/** Tabs of one device know of each other by locks; where there are none (plain http), each sends what it has. */
const alone = async <T>(id: string, work: () => Promise<T>): Promise<T | null> => {
  const { locks } = navigator as { locks?: LockManager }
  return locks ? ((await locks.request(`sheber-file-${id}`, { ifAvailable: true }, (lock) => (lock ? work() : null))) as T | null) : work()
}

export const openFiles = async ({
  personId,
  language,
}: {
  personId: string
  language: Language
}): Promise<Files & { words: FileWords }> => {
  const files = new Files({ queue: deviceQueue(personId), road: openRoad(), newId, now: () => Date.now(), alone })
  return Object.assign(files, { words: await loadFileWords(language) })
}

/** Of a picture: the first width that is enough for so many pixels of the screen. */
export const urlOf = (fileId: string, width: number): string =>
  `/files/${fileId}/${pictureWidths.find((kept): kept is PictureWidth => kept >= width) ?? pictureWidths[2]}.webp`

/** The file itself: a model to turn, a document to save. */
export const originalOf = (fileId: string): string => `/files/${fileId}`
