import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDatabase } from './database.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const node = join(root, 'node_modules/.bin/node')
// A busy old machine is slow, not broken.
const startMsMax = 90_000
const stopMsMax = 15_000

/** A real Sheber: its own process, port and database. */
export interface Sheber {
  readonly url: string
  start(): Promise<void>
  /** In order, as Ctrl+C does. */
  stop(): Promise<void>
  /** As a pulled plug does. */
  kill9(): Promise<void>
  restart(): Promise<void>
  /** Where the embedded database lives; null when the database is a copy in the run's server. */
  readonly dataDir: string | null
  /** Of the process itself; null while it does not run. */
  pid(): number | null
  /** Of the embedded database; null where there is none. */
  databasePid(): number | null
  /** Everything it wrote, for the message of a failure. */
  log(): string
  /** Kills what still runs and removes what it kept. */
  [Symbol.asyncDispose](): Promise<void>
}

export interface Asked {
  demo?: boolean
  /** With the pages of the workbench, which a Sheber of people does not have. */
  workbench?: boolean
  /** `copy`: quick, forgets on a power cut. `own`: the embedded PostgreSQL, as at a school. */
  database?: 'copy' | 'own'
  /** For the embedded PostgreSQL: a folder of yours, which stays. */
  dataDir?: string
}

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

interface Home {
  readonly env: Record<string, string>
  readonly dataDir: string | null
  remove(): Promise<void>
}

const copiedHome = async (): Promise<Home> => {
  const database = await createDatabase()
  // Held by Sheber alone: our own pool would only keep connections from others.
  await database.pool.end()
  const files = await mkdtemp(join(tmpdir(), 'sheber-e2e-'))
  const remove = async () => {
    await database.close()
    await rm(files, { recursive: true, force: true, maxRetries: 10 })
  }
  return { env: { DATABASE_URL: database.url, DATA_DIR: files }, dataDir: null, remove }
}

const ownHome = async (given: string | undefined): Promise<Home> => {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'sheber-e2e-')))
  // Root's PostgreSQL runs as somebody else, who has to get in.
  chmodSync(dataDir, 0o711)
  const remove = async () => {
    const orphan = databasePidIn(dataDir)
    // A Sheber that was killed left it running.
    if (orphan !== null) kill(orphan)
    if (given === undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
  }
  return { env: { DATA_DIR: dataDir }, dataDir, remove }
}

const databasePidIn = (dataDir: string): number | null => {
  try {
    return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]) || null
  } catch {
    return null
  }
}

const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

const isReady = async (url: string): Promise<boolean> => {
  const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
  return answer?.ok ?? false
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** Asks again and again until the door is open; a process that has died is not waited for. */
const untilReady = async (url: string, child: ChildProcess, log: () => string): Promise<void> => {
  const deadline = Date.now() + startMsMax
  while (!(await isReady(url))) {
    if (ended(child)) throw new Error(`Sheber stopped while starting:\n${log()}`)
    if (Date.now() > deadline) throw new Error(`Sheber was not ready after ${startMsMax} ms:\n${log()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Not started yet. */
export const createSheber = async ({ demo = false, workbench = false, database = 'copy', dataDir }: Asked = {}): Promise<Sheber> => {
  const home = database === 'own' ? await ownHome(dataDir) : await copiedHome()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  let written = ''
  const log = () => written

  const start = async () => {
    const { PATH, HOME, LANG, TMPDIR, NODE_COMPILE_CACHE } = process.env
    const given = { PATH, HOME, LANG, TMPDIR, NODE_COMPILE_CACHE }
    const passed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    child = spawn(node, ['apps/server/src/main.ts'], {
      cwd: root,
      env: {
        ...passed,
        ...home.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        ...(demo && { SHEBER_DEMO: '1' }),
        ...(workbench && { SHEBER_DEV: '1' }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (written += chunk.toString()))
    await untilReady(url, child, log)
  }

  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    child = null
    if (!ending || ended(ending)) return
    const gone = once(ending, 'exit')
    ending.kill(signal)
    const late = setTimeout(() => ending.kill('SIGKILL'), stopMsMax)
    await gone
    clearTimeout(late)
    if (signal !== 'SIGKILL' && ending.signalCode === 'SIGKILL') throw new Error(`Sheber did not stop within ${stopMsMax} ms:\n${log()}`)
  }

  const stop = () => end('SIGTERM')
  return {
    url,
    dataDir: home.dataDir,
    pid: () => child?.pid ?? null,
    databasePid: () => (home.dataDir === null ? null : databasePidIn(home.dataDir)),
    start,
    stop,
    kill9: () => end('SIGKILL'),
    restart: async () => {
      await stop()
      await start()
    },
    log,
    [Symbol.asyncDispose]: async () => {
      try {
        await stop()
      } finally {
        await home.remove()
      }
    },
  }
}
