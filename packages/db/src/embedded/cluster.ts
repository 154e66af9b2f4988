import { execFile } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CannotStart } from '../cannot-start.ts'
import type { Account } from './account.ts'
import { isAlive } from './lock.ts'

/** The major version of the programs among the packages. */
const major = '18'

// Nothing of our own environment concerns PostgreSQL, and some of it (PGDATA, LC_ALL) would mislead it.
export const bareEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export const asAccount = (account: Account | null) => (account ? { uid: account.uid, gid: account.gid } : {})

/** A folder of PostgreSQL's own: 0700 and owned by the account it runs as. */
const ownDir = (path: string, account: Account | null): string => {
  mkdirSync(path, { recursive: true })
  if (account) chownSync(path, account.uid, account.gid)
  chmodSync(path, 0o700)
  return path
}

/** Makes the cluster where there is none. Made aside and renamed: a kill in the middle leaves nothing half. */
export const makeCluster = async (dataDir: string, binaries: string, account: Account | null): Promise<string> => {
  const place = join(dataDir, 'postgres')
  for (const name of readdirSync(dataDir)) if (name.startsWith('postgres.half')) rmSync(join(dataDir, name), { recursive: true })
  if (existsSync(place)) {
    const version = join(place, 'PG_VERSION')
    if (!existsSync(version))
      throw new CannotStart(`${place} exists but holds no database: move it away, or set DATA_DIR to another folder.`)
    const found = readFileSync(version, 'utf8').trim()
    if (found === major) return place
    throw new CannotStart(
      `The database in ${place} was made by PostgreSQL ${found}, this Sheber brings ${major}: move the data with pg_dump, or set DATA_DIR to another folder.`,
    )
  }
  const half = ownDir(join(dataDir, 'postgres.half'), account)
  // Letters sort and fold by Unicode on every machine alike, whatever locales it has installed.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  await promisify(execFile)(join(binaries, 'bin/initdb'), ['-D', half, '-U', 'sheber', '--auth=trust', '-E', 'UTF8', ...locale], {
    cwd: half,
    env: bareEnvironment,
    ...asAccount(account),
  }).catch((error: { stderr?: string; message: string }) => {
    const said = error.stderr?.split('\n').find((line) => line.includes('error:')) ?? error.message
    throw new CannotStart(
      `The database could not be made in ${dataDir} (${said.trim()}): check the free space and the rights of that folder.`,
    )
  })
  renameSync(half, place)
  return place
}

export interface SocketDir {
  readonly path: string
  remove(): void
}

/** The folder of the unix socket. Its path is short by the system's own rule (108 bytes with the socket's name). */
export const makeSocketDir = (dataDir: string, account: Account | null): SocketDir => {
  const near = join(realpathSync(dataDir), 'run')
  if (Buffer.byteLength(join(near, '.s.PGSQL.5432.lock')) <= 100) return { path: ownDir(near, account), remove: () => {} }
  const far = ownDir(mkdtempSync('/tmp/sheber-'), account)
  return { path: far, remove: () => rmSync(far, { recursive: true, force: true }) }
}

const runsHere = (pid: number, cluster: string): boolean => {
  if (!isAlive(pid)) return false
  if (!existsSync('/proc/self/cwd')) return true
  try {
    // PostgreSQL works inside its own folder: so a number that another program was given since is not mistaken for it.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

/** Killed and not buried yet: its number is still taken, and PostgreSQL would take it for a running server. */
const isDying = (pid: number): boolean => {
  if (!isAlive(pid) || !existsSync('/proc/self/cwd')) return false
  try {
    readlinkSync(`/proc/${pid}/cwd`)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

const burialMsMax = 10_000

/**
 * A kill -9 of Sheber leaves its PostgreSQL running. Nobody but us may use this folder (we hold its lock),
 * so it is asked to stop: in order first, at once if it does not.
 */
export const stopOrphan = async (cluster: string): Promise<boolean> => {
  const note = join(cluster, 'postmaster.pid')
  if (!lstatSync(note, { throwIfNoEntry: false })) return false
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0])
  if (!(pid > 1)) return false
  for (let waited = 0; waited < burialMsMax && isDying(pid); waited += 25) await pause(25)
  if (!runsHere(pid, cluster)) return false
  for (const [signal, waitMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(pid, signal)
    for (let waited = 0; waited < waitMs; waited += 25) {
      if (!isAlive(pid)) return true
      await pause(25)
    }
  }
  throw new CannotStart(`The database in ${cluster} is still run by process ${pid}, which does not stop: end that process and start again.`)
}
