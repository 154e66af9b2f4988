import { refuse } from '@sheber/contract/refusal'
import { fileLimits, inMegabytes } from './file.ts'

export const hourMs = 3_600_000

/** What somebody has sent already: of the last hour, and to the board. */
export interface Sent {
  readonly hour: { readonly bytes: number; readonly files: number; readonly oldest: Date | null }
  readonly board: { readonly bytes: number; readonly files: number }
}

/** May a file of so many bytes begin to come? Refuses with the reason. */
export const takeIn = (bytes: number, { hour, board }: Sent, now: Date): void => {
  const l = fileLimits
  // What it is will be known once it has come; a film is the largest that anything may be.
  if (bytes > l.filmBytesMax) return refuse('file-large', { max: inMegabytes(l.filmBytesMax) })
  if (board.bytes + bytes > l.boardBytesMax || board.files >= l.boardFilesMax) {
    return refuse('too-many-files', { max: l.boardFilesMax, size: inMegabytes(l.boardBytesMax) })
  }
  if (hour.bytes + bytes > l.personHourBytesMax || hour.files >= l.personHourFilesMax) {
    const leftMs = hour.oldest ? hour.oldest.getTime() + hourMs - now.getTime() : hourMs
    const minutes = Math.max(1, Math.ceil(leftMs / 60_000))
    return refuse('files-too-often', { max: inMegabytes(l.personHourBytesMax), count: l.personHourFilesMax, minutes })
  }
}
