import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'
import type { Account } from './account.ts'
import { asAccount, bareEnvironment } from './cluster.ts'
import type { ServerLog } from './log.ts'

export interface Start {
  readonly binaries: string
  readonly cluster: string
  readonly socketDir: string
  readonly account: Account | null
  readonly settings: Readonly<Record<string, string | number>>
  readonly serverLog: ServerLog
  readonly log: (line: string) => void
  readonly onDown: () => void
}

// Crash recovery of a busy day's log on an old disk takes its time.
const readyMsMax = 120_000
const stopMsMax = 30_000

/** Readiness is an answered question. Also makes the database on the first day. */
const asks = async (socketDir: string): Promise<boolean> => {
  const client = new pg.Client({ host: socketDir, user: 'sheber', database: 'postgres', connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query(`select from pg_database where datname = 'sheber'`)
    if (found.rowCount === 0) await client.query('create database sheber')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Runs PostgreSQL as a child and starts it again when it dies.
 *
 *   start ──▶ up ──died──▶ wait 0, ½, 1, 2 … 10 s ──▶ start …      stop ends it from anywhere
 *
 * @throws {CannotStart} when the first start fails; later ones are tried until they succeed
 */
export const supervise = async (start: Start): Promise<{ stop(): Promise<void> }> => {
  let child: ChildProcess | null = null
  let stopping = false
  const halt = new AbortController()

  const launch = (): ChildProcess => {
    const settings = Object.entries(start.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const born = spawn(join(start.binaries, 'bin/postgres'), ['-D', start.cluster, '-k', start.socketDir, ...settings], {
      cwd: start.cluster,
      env: bareEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own: Ctrl+C in the terminal must reach us first, so that rooms are written before it stops.
      detached: true,
      ...asAccount(start.account),
    })
    // Told by the exit that follows, or by the silence.
    born.on('error', (error) => start.log(`PostgreSQL cannot be run: ${error.message}`))
    if (born.stderr) start.serverLog.keep(born.stderr)
    return born
  }
  const isOver = (it: ChildProcess) => it.exitCode !== null || it.signalCode !== null || it.pid === undefined
  const gone = (it: ChildProcess) => new Promise<void>((resolve) => (isOver(it) ? resolve() : it.once('exit', () => resolve())))

  /** True when it serves; false when it died before that, or we are stopping. */
  const comesUp = async (it: ChildProcess): Promise<boolean> => {
    const until = Date.now() + readyMsMax
    while (!isOver(it) && !stopping && Date.now() < until) {
      if (await asks(start.socketDir)) return true
      await pause(40)
    }
    if (!isOver(it) && !stopping) it.kill('SIGQUIT')
    return false
  }

  const watch = async (first: ChildProcess): Promise<void> => {
    let current = first
    while (!stopping) {
      const since = Date.now()
      await gone(current)
      if (stopping) return
      start.onDown()
      start.log('PostgreSQL stopped unexpectedly; it is being started again')
      let waitMs = Date.now() - since > 30_000 ? 0 : 500
      for (;;) {
        await pause(waitMs, undefined, { signal: halt.signal }).catch(() => {})
        if (stopping) return
        current = child = launch()
        if (await comesUp(current)) break
        await gone(current)
        waitMs = Math.min(Math.max(waitMs * 2, 500), 10_000)
      }
      start.log('PostgreSQL serves again')
    }
  }

  // Whatever ends this process in a hurry ends the child too; it then writes its own checkpoint.
  const onExit = () => child?.kill('SIGINT')
  process.once('exit', onExit)

  child = launch()
  if (!(await comesUp(child))) {
    await gone(child)
    process.removeListener('exit', onExit)
    throw new CannotStart(
      `The database in ${start.cluster} does not start (${start.serverLog.complaint() || 'no reason given'}): see postgres.log beside it.`,
    )
  }
  const watching = watch(child)

  return {
    stop: async () => {
      stopping = true
      halt.abort()
      const last = child
      if (last && !isOver(last)) {
        last.kill('SIGINT')
        const hurry = setTimeout(() => last.kill('SIGQUIT'), stopMsMax)
        await gone(last)
        clearTimeout(hurry)
      }
      await watching
      process.removeListener('exit', onExit)
    },
  }
}
