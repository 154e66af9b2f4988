import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { Readable } from 'node:stream'

export interface Entry {
  /** In the archive, with `/` between folders. */
  readonly path: string
  /** Read when its turn comes: a portfolio with many pictures is larger than what should lie in memory at once. */
  readonly read: () => Promise<Uint8Array>
}

/** Pictures are as small as they get already. */
const isPacked = /\.(png|jpe?g|webp|pdf|zip)$/i

const packedOf = (entry: Entry, bytes: Uint8Array, at: Date): { file: ZipDeflate | ZipPassThrough; bytes: Uint8Array } => {
  const file = isPacked.test(entry.path) ? new ZipPassThrough(entry.path) : new ZipDeflate(entry.path, { level: 6 })
  file.mtime = at
  return { file, bytes }
}

/** One archive, an entry after the other. What cannot be read is left out, and `lost` is told. */
export const zipOf = (entries: readonly Entry[], at: Date, lost: (path: string, why: unknown) => void): Readable =>
  Readable.from(chunksOf(entries, at, lost))

async function* chunksOf(entries: readonly Entry[], at: Date, lost: (path: string, why: unknown) => void): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((why, chunk) => {
    if (why) throw why
    ready.push(chunk)
  })
  for (const entry of entries) {
    const bytes = await entry.read().catch((why: unknown) => {
      lost(entry.path, why)
      return null
    })
    if (!bytes) continue
    const packed = packedOf(entry, bytes, at)
    zip.add(packed.file)
    packed.file.push(packed.bytes, true)
    yield* ready
    ready = []
  }
  zip.end()
  yield* ready
}

/** A name that every file system takes, and that stays in its folder. */
export const safeName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|]/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80) || '_'
