import type { PictureWidth } from '@sheber/domain/file'
import type { Patch, ReadAt } from '@sheber/domain/film'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Where the bytes lie. What is on its way is `files/upload/<id>`; what has come is `files/<two letters>/<sha256>`, a
 * picture's widths beside it as `<sha256>.<width>.webp`. Nothing has its last name before all of it is on the disk.
 */
export interface Shelf {
  /** A file on its way, or something that is being made of it. */
  part(id: string, ending?: string): string
  kept(sha256: string, width?: PictureWidth | null): string
  /** Makes room for a file on its way; one that is there stays as it is. */
  begin(id: string): Promise<void>
  /** How much of it has come; null: nothing waits here. */
  come(id: string): Promise<{ bytes: number; at: Date } | null>
  has(path: string): Promise<boolean>
  /** Gives a finished part its last name. */
  keep(part: string, kept: string): Promise<void>
  /** Nothing half stays: the part and whatever was made of it go. */
  clear(id: string): Promise<void>
}

const absent = (why: unknown): null => {
  if ((why as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw why
}

const syncAt = async (path: string): Promise<void> => {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}

export const openShelf = (dataDir: string): Shelf => {
  const root = join(dataDir, 'files')
  const onWay = join(root, 'upload')
  const part = (id: string, ending = '') => join(onWay, id + ending)
  return {
    part,
    kept: (sha256, width = null) => join(root, sha256.slice(0, 2), width === null ? sha256 : `${sha256}.${width}.webp`),
    begin: async (id) => {
      await mkdir(onWay, { recursive: true, mode: 0o700 })
      await (await open(part(id), 'a', 0o600)).close()
    },
    come: async (id) => {
      const found = await stat(part(id)).catch(absent)
      return found && { bytes: found.size, at: found.mtime }
    },
    has: (path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    keep: async (from, to) => {
      await mkdir(dirname(to), { recursive: true, mode: 0o700 })
      await syncAt(from)
      await rename(from, to)
      await syncAt(dirname(to))
    },
    clear: async (id) => {
      const names = (await readdir(onWay).catch(absent)) ?? []
      await Promise.all(names.filter((name) => name.startsWith(id)).map((name) => rm(join(onWay, name), { force: true })))
    },
  }
}

export const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** The first and the last bytes, which tell what a file is. */
export const endsOf = async (path: string, bytes: number): Promise<{ head: Uint8Array; tail: Uint8Array; size: number }> => {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const read = async (from: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, from)
      return new Uint8Array(buffer.subarray(0, bytesRead))
    }
    return { head: await read(0), tail: await read(Math.max(0, size - bytes)), size }
  } finally {
    await handle.close()
  }
}

/** For whoever reads here and there in a file. */
export const readingAt = async <T>(path: string, work: (read: ReadAt) => Promise<T>): Promise<T> => {
  const handle = await open(path)
  try {
    return await work(async (from, bytes) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, from)
      return new Uint8Array(buffer.subarray(0, bytesRead))
    })
  } finally {
    await handle.close()
  }
}

const nothing = Buffer.alloc(65_536)

/** Writes over what has to go; the file stays as long as it was. Done twice, it is the same. */
export const patchAt = async (path: string, patches: readonly Patch[]): Promise<void> => {
  const handle = await open(path, 'r+')
  try {
    for (const { at, bytes, zeros } of patches) {
      if (bytes.length > 0) await handle.write(bytes, 0, bytes.length, at)
      const [from, end] = [at + bytes.length, at + bytes.length + zeros]
      for (let here = from; here < end; here += nothing.length) await handle.write(nothing, 0, Math.min(nothing.length, end - here), here)
    }
  } finally {
    await handle.close()
  }
}
