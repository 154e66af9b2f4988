import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { NewEntry } from '@sheber/sync/types'

/** Length of the body, the page's life, checksum of the body: four bytes each, little-endian. */
const headBytes = 12

/** Whose and where as JSON with its length before it, then the update as it is. */
const bodyOf = ({ bytes, ...entry }: NewEntry): Buffer => {
  const said = Buffer.from(JSON.stringify(entry))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(said.length)
  return Buffer.concat([length, said, bytes])
}

const recordOf = (entry: NewEntry, life: number): Buffer => {
  const body = bodyOf(entry)
  const record = Buffer.alloc(headBytes + body.length)
  record.writeUInt32LE(body.length, 0)
  record.writeUInt32LE(life, 4)
  record.writeUInt32LE(crc32(body), 8)
  record.set(body, headBytes)
  return record
}

const entryOf = (body: Buffer): NewEntry => {
  const end = 4 + body.readUInt32LE(0)
  const said = JSON.parse(body.toString('utf8', 4, end)) as Omit<NewEntry, 'bytes'>
  return { ...said, bytes: new Uint8Array(body.subarray(end)) }
}

const blank = Buffer.alloc(headBytes)

/**
 * One file of records, written over from its beginning with every new life, so that nothing grows and nothing is cut:
 *
 *   life 7   [a 7][b 7][c 7]
 *   life 8   [d 8][… 7][c 7]     a reader stops where the life changes
 *
 * It is never flushed: what was handed to the system outlives this process, and a power cut is what the log is for.
 */
export class Page {
  readonly #path: string
  readonly #file: number
  #life = 0
  #at = 0
  #waiting = 0

  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'w', 0o600)
  }

  /** Nothing on it is still on its way to the log. */
  get empty(): boolean {
    return this.#waiting === 0
  }
  get bytes(): number {
    return this.#at
  }

  write(entries: readonly NewEntry[]): void {
    if (this.empty) {
      this.#at = 0
      this.#life = (this.#life + 1) % 0xffff_ffff
    }
    this.#waiting += entries.length
    const records = Buffer.concat(entries.map((entry) => recordOf(entry, this.#life)))
    writeSync(this.#file, records, 0, records.length, this.#at)
    this.#at += records.length
  }

  forgetOne(): void {
    this.#waiting -= 1
    if (this.empty) writeSync(this.#file, blank, 0, blank.length, 0)
  }

  remove(): void {
    closeSync(this.#file)
    unlinkSync(this.#path)
  }
}

/** What a page holds, in the order in which it was noted; a record that was cut short ends it. */
export const readPage = (path: string): NewEntry[] => {
  const file = readFileSync(path)
  const noted: NewEntry[] = []
  let life: number | null = null
  for (let at = 0; at + headBytes <= file.length;) {
    const end = at + headBytes + file.readUInt32LE(at)
    const body = file.subarray(at + headBytes, end)
    life ??= file.readUInt32LE(at + 4)
    if (body.length === 0 || end > file.length || file.readUInt32LE(at + 4) !== life || crc32(body) !== file.readUInt32LE(at + 8)) break
    noted.push(entryOf(body))
    at = end
  }
  return noted
}
