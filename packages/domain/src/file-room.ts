import { refuse } from '@sheber/contract/refusal'
import { bytesMaxNamed, fileLimits, inMegabytes } from './file.ts'

export const hourMs = 3_600_000

/** What somebody has sent already: of the last hour, and to the board. */
export interface Sent {
  readonly hour: { readonly bytes: number; readonly files: number; readonly oldest: Date | null }
  readonly board: { readonly bytes: number; readonly files: number }
}

/** May such a file begin to come? What it is will be known once it has. Refuses with the reason. */
export const takeIn = ({ name, bytes }: { readonly name: string; readonly bytes: number }, { hour, board }: Sent, now: Date): void => {
  const l = fileLimits
  const bytesMax = bytesMaxNamed(name)
  if (bytes > bytesMax) return refuse('file-large', { max: inMegabytes(bytesMax) })
  if (board.bytes + bytes > l.boardBytesMax || board.files >= l.boardFilesMax) {
    return refuse('too-many-files', { max: l.boardFilesMax, size: inMegabytes(l.boardBytesMax) })
  }
  if (hour.bytes + bytes > l.personHourBytesMax || hour.files >= l.personHourFilesMax) {
    const leftMs = hour.oldest ? hour.oldest.getTime() + hourMs - now.getTime() : hourMs
    const minutes = Math.max(1, Math.ceil(leftMs / 60_000))
    return refuse('files-too-often', { max: inMegabytes(l.personHourBytesMax), count: l.personHourFilesMax, minutes })
  }
}
