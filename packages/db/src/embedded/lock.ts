import { linkSync, mkdirSync, readFileSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'

export interface Lock {
  release(): void
}

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}

/**
 * When a process began, in words that no other process of this machine can have: the number alone is given
 * out again. Null where the machine does not tell (no /proc).
 */
const bornOf = (pid: number): string | null => {
  // The name of the program, in brackets, may hold spaces and brackets; the 22nd field of all is the 20th after it.
  const ticks = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')[19]
  return ticks ? `${read('/proc/sys/kernel/random/boot_id')} ${ticks}` : null
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The number of the living process that a lock names; null for one that a dead process left behind. */
const ownerOf = (content: string | null): number | null => {
  const [first, born] = (content ?? '').split('\n')
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  return born && born !== bornOf(pid) ? null : pid
}

const lockPath = (dataDir: string) => join(dataDir, 'sheber.lock')

/** The process that works on this data folder now; null when none does. */
export const lockOwner = (dataDir: string): number | null => ownerOf(read(lockPath(dataDir)))

const links = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Only one at a time may clear a dead process's lock away, or two of them would clear each other's. */
const asOnly = (door: string, work: () => void): void => {
  try {
    mkdirSync(door)
  } catch {
    const since = statSync(door, { throwIfNoEntry: false })?.mtimeMs
    if (since !== undefined && Date.now() - since > 10_000) rmdirSync(door)
    return
  }
  try {
    work()
  } finally {
    rmdirSync(door)
  }
}

/**
 * One Sheber to a data folder. The lock names its owner, so that one left by a killed process is known as such.
 * @throws {CannotStart} when the owner lives
 */
export const takeLock = async (dataDir: string): Promise<Lock> => {
  const path = lockPath(dataDir)
  const mine = `${path}.${process.pid}`
  const content = `${process.pid}\n${bornOf(process.pid) ?? ''}`
  // Written aside and linked: whoever sees the lock sees all of it.
  writeFileSync(mine, content)
  try {
    for (let tries = 0; tries < 100; tries++) {
      if (links(mine, path)) return { release: () => read(path) === content.trim() && rmSync(path, { force: true }) }
      const owner = ownerOf(read(path))
      if (owner !== null) {
        throw new CannotStart(
          `Sheber is already running on this data folder (process ${owner}). Stop it, or set DATA_DIR to another folder.`,
        )
      }
      asOnly(`${path}.taking`, () => {
        if (ownerOf(read(path)) === null) rmSync(path, { force: true })
      })
      await pause(20)
    }
    throw new CannotStart(`The lock ${path} cannot be taken: remove it when no Sheber is running, and start again.`)
  } finally {
    rmSync(mine, { force: true })
  }
}
