import { startEmbedded } from '@sheber/db/embedded'
import { migrate } from '@sheber/db/migrate'
import { openDb, type OpenDb } from '@sheber/db/open'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Server {
  /** Of a database whose user may create others. */
  readonly url: string
  stop(): Promise<void>
}

export interface Database extends OpenDb, AsyncDisposable {
  readonly url: string
}

/** A PostgreSQL for tests: yours by DATABASE_URL, else one of our own that forgets everything when it stops. */
export const openServer = async (): Promise<Server> => {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, stop: async () => {} }
  const dataDir = mkdtempSync(join(tmpdir(), 'sheber-test-'))
  // Root's PostgreSQL runs as somebody else, who has to get in.
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, log: () => {}, durable: false })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

// vitest's global setup opens one for all test files and leaves its address in the environment; a script opens its own.
let own: Promise<Server> | null = null
const serverUrl = async (): Promise<string> => process.env['TEST_DATABASE_URL'] ?? (await (own ??= openServer())).url

/** Ends the server that `createDatabase` had to open outside of vitest. */
export const closeServer = async (): Promise<void> => {
  const opened = own
  own = null
  template = null
  await (await opened)?.stop()
}

const named = (url: string, name: string): string => {
  const [, before = '', , after = ''] = /^([a-z]+:\/\/[^/]*\/)([^?]*)(.*)$/.exec(url) ?? []
  return `${before}${name}${after}`
}

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** Changes when any migration does: an old template is never mistaken for a new one. */
const templateName = (): string => {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(folder, name)))
  return `sheber_template_${hash.digest('hex').slice(0, 12)}`
}

const templateLock = 4_207_099

type Client = Pick<OpenDb['pool'], 'query'>

/** One connection and no other: an advisory lock belongs to it. */
const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const { pool, close } = openDb(url, 1)
  try {
    const client = await pool.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  } finally {
    await close()
  }
}

/** The migrated template, made by whoever comes first; the others wait. */
const makeTemplate = async (url: string): Promise<string> => {
  const name = templateName()
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const found = await client.query<{ ready: boolean }>('select datistemplate as ready from pg_database where datname = $1', [name])
    if (found.rows[0]?.ready) return
    // Half made by a run that was stopped.
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
    await migrate(named(url, name))
    await client.query(`alter database ${name} with is_template true`)
  })
  return name
}

let template: Promise<string> | null = null

/** A migrated database of one's own, a copy of the template (60 ms): `await using database = await createDatabase()`. */
export const createDatabase = async (): Promise<Database> => {
  const url = await serverUrl()
  // Looked for once in a process: a server that is closed takes it along.
  const from = await (template ??= makeTemplate(url))
  const name = `sheber_test_${randomBytes(6).toString('hex')}`
  await withClient(url, (client) => client.query(`create database ${name} template ${from}`))
  const opened = openDb(named(url, name))
  const close = async () => {
    if (!opened.pool.ended) await opened.close()
    await withClient(url, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { ...opened, url: named(url, name), close, [Symbol.asyncDispose]: close }
}
