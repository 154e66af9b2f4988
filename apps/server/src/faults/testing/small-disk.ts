import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, in memory, that can be filled to the last byte. */
export interface SmallDisk extends Disposable {
  readonly path: string
  fill(): void
  /** Gives back what `fill` took. */
  free(): void
}

export const mountSmallDisk = (megabytes: number): SmallDisk => {
  const path = mkdtempSync(join(tmpdir(), 'sheber-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', path], { stdio: 'pipe' })
  const ballast = join(path, 'ballast')
  return {
    path,
    fill: () => {
      const file = openSync(ballast, 'a')
      try {
        for (const chunk of [1_048_576, 4_096]) fillBy(file, Buffer.alloc(chunk, 1))
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(ballast),
    [Symbol.dispose]: () => {
      execFileSync('umount', ['-l', path])
      rmdirSync(path)
    },
  }
}

const fillBy = (file: number, chunk: Buffer): void => {
  try {
    while (writeSync(file, chunk) === chunk.length);
  } catch (why) {
    if ((why as NodeJS.ErrnoException).code !== 'ENOSPC') throw why
  }
}

export const isFull = (path: string): boolean => statfsSync(path).bavail === 0

/** Why no disk can be mounted here; null where it can. */
export const whyNoMount = (): string | null => {
  try {
    mountSmallDisk(1)[Symbol.dispose]()
    return null
  } catch (why) {
    return (why as Error).message.split('\n')[0] ?? 'no reason given'
  }
}
