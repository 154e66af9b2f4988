import { accessSync, chmodSync, constants, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import { chooseAccount, closedDoor, type Account } from './embedded/account.ts'
import { placeBinaries } from './embedded/binaries.ts'
import { makeCluster, makeSocketDir, stopOrphan } from './embedded/cluster.ts'
import { takeLock } from './embedded/lock.ts'
import { openLog } from './embedded/log.ts'
import { supervise } from './embedded/supervise.ts'

export interface Embedded {
  /** For `openDb`: a unix socket that only we can reach. */
  readonly url: string
  /** Stops PostgreSQL in order and gives the data folder free. */
  stop(): Promise<void>
  /** Heard each time PostgreSQL died by itself; it is already being started again. */
  onDown(heard: () => void): void
}

/** An old laptop with 4 GB serves a class: small and steady before fast. */
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '64MB',
  max_connections: 50,
  maintenance_work_mem: '32MB',
  effective_cache_size: '512MB',
  max_wal_size: '256MB',
  max_parallel_workers_per_gather: 0,
  max_wal_senders: 0,
  autovacuum_max_workers: 2,
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log is no place for the words of children.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** For tests only: a database that need not survive a power cut. */
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 }

const makeDataDir = (asked: string): string => {
  const path = resolve(asked)
  try {
    const first = mkdirSync(path, { recursive: true })
    // What root made on the way must let PostgreSQL's account through, whatever the umask says.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700
    for (let made = path; first !== undefined && made !== dirname(first); made = dirname(made)) chmodSync(made, mode)
    accessSync(path, constants.W_OK | constants.X_OK)
    return realpathSync(path)
  } catch (error) {
    throw new CannotStart(
      `The data folder ${path} cannot be used (${(error as NodeJS.ErrnoException).code}): choose another with DATA_DIR, or give this user the right to write there.`,
    )
  }
}

const letThrough = (dataDir: string, account: Account | null): void => {
  const door = account && closedDoor(dataDir, account)
  if (!door) return
  throw new CannotStart(
    `PostgreSQL does not run as root, and no other user may enter ${door}: set DATA_DIR to a folder such as /var/lib/sheber, or start Sheber as an ordinary user.`,
  )
}

/**
 * The PostgreSQL that Sheber brings along, in `<dataDir>/postgres`, as a supervised child of this process.
 * @throws {CannotStart}
 */
export const startEmbedded = async (asked: { dataDir: string; log: (line: string) => void; durable?: boolean }): Promise<Embedded> => {
  if (process.platform === 'win32') {
    throw new CannotStart('On Windows Sheber needs a PostgreSQL of your own, 15 or newer: install one and set DATABASE_URL.')
  }
  const account = chooseAccount(resolve(asked.dataDir, 'postgres'))
  letThrough(resolve(asked.dataDir), account)
  const dataDir = makeDataDir(asked.dataDir)
  // Once more, for a way that leads over symbolic links.
  letThrough(dataDir, account)
  const lock = await takeLock(dataDir)
  try {
    const binaries = placeBinaries(dataDir, account !== null)
    const cluster = await makeCluster(dataDir, binaries, account)
    if (await stopOrphan(cluster)) asked.log('Stopped a PostgreSQL that an earlier Sheber had left running')
    const socketDir = makeSocketDir(dataDir, account)
    const listeners = new Set<() => void>()
    const child = await supervise({
      binaries,
      cluster,
      account,
      socketDir: socketDir.path,
      settings: asked.durable === false ? { ...settings, ...forgetful } : settings,
      serverLog: openLog(join(dataDir, 'postgres.log')),
      log: asked.log,
      onDown: () => listeners.forEach((heard) => heard()),
    })
    return {
      url: `postgresql:///sheber?user=sheber&host=${encodeURIComponent(socketDir.path)}`,
      onDown: (heard) => listeners.add(heard),
      stop: async () => {
        await child.stop()
        socketDir.remove()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
