import { openDb } from '@sheber/db/open'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { cores, pinned } from './cores.ts'

/** One durable PostgreSQL for all targets, on the server's core. */
export interface Database {
  /** Counted with the server that uses it. */
  readonly pid: number
  /** An empty database, or a copy of another one; its address. */
  create(name: string, template?: string): Promise<string>
  drop(name: string): Promise<void>
  stop(): Promise<void>
}

const named = (url: string, name: string): string => url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${name}`)

export const startDatabase = async (): Promise<Database> => {
  const main = fileURLToPath(new URL('database-process.ts', import.meta.url))
  const [file, args] = pinned(cores.server, process.execPath, ['--disable-warning=ExperimentalWarning', main])
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const failed = once(child, 'exit').then(() => {
    throw new Error('PostgreSQL did not start')
  })
  const [url] = (await Promise.race([once(createInterface(child.stdout), 'line'), failed])) as [string]
  failed.catch(() => {})

  const ask = async (sql: string): Promise<void> => {
    const { pool, close } = openDb(url, 1)
    await pool.query(sql).finally(close)
  }
  return {
    pid: child.pid ?? -1,
    create: async (name, template) => {
      await ask(`create database ${name}${template === undefined ? '' : ` template ${template}`}`)
      // What was copied is on the disk before anybody is measured.
      await ask('checkpoint')
      return named(url, name)
    },
    drop: (name) => ask(`drop database if exists ${name} with (force)`),
    stop: async () => {
      const over = once(child, 'exit')
      child.stdin.end()
      await over
    },
  }
}
