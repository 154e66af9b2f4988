import { appendFileSync, renameSync, statSync } from 'node:fs'
import type { Readable } from 'node:stream'

const fileBytesMax = 2_000_000

export interface ServerLog {
  /** Keeps what a process says, in the file and, its end, in memory. */
  keep(from: Readable): void
  /** The last complaint, without PostgreSQL's prefix; empty when there was none. */
  complaint(): string
}

/** PostgreSQL's own log: `postgres.log`, and the one before it, 2 MB each. */
export const openLog = (path: string): ServerLog => {
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  let tail = ''
  const write = (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-4_000)
    try {
      if (size + chunk.length > fileBytesMax) {
        renameSync(path, `${path}.1`)
        size = 0
      }
      appendFileSync(path, chunk)
      size += chunk.length
    } catch {
      // A full disk must not stop the reading: PostgreSQL would wait for the pipe.
    }
  }
  return {
    keep: (from) => from.on('data', write),
    complaint: () =>
      tail
        .split('\n')
        .filter((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line))
        .at(-1)
        ?.replace(/^.*?\b(?:FATAL|PANIC|ERROR|error):\s*/, '')
        .trim() ?? '',
  }
}
