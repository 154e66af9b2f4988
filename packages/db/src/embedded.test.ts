import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { startEmbedded, type Embedded } from './embedded.ts'
import { isAlive } from './embedded/lock.ts'
import { openDb } from './open.ts'

const root = mkdtempSync(join(tmpdir(), 'sheber-embedded-'))
chmodSync(root, 0o711)
const folder = (name: string) => join(root, name)
const start = (name: string) => startEmbedded({ dataDir: folder(name), log: () => {} })
const serverPid = (name: string) => Number(readFileSync(join(folder(name), 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const { pool, close } = openDb(url, 1)
  try {
    return (await pool.query(sql)).rows as unknown[]
  } finally {
    await close()
  }
}
/** Asks until it is answered: the server is on its way back. */
const answered = async (url: string, sql: string): Promise<unknown[]> => {
  for (;;) {
    const rows = await query(url, sql).catch(() => null)
    if (rows) return rows
  }
}

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a running one', () => {
  let server: Embedded
  beforeAll(async () => {
    server = await start('running')
    await query(server.url, 'create table saved (word text)')
  })
  afterAll(() => server.stop())

  it('syncs to the disk and listens to nobody outside', async () => {
    const [shown] = await query(server.url, `select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens`)
    expect(shown).toEqual({ fsync: 'on', listens: '' })
    expect(statSync(join(folder('running'), 'postgres')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder('running'), 'run')).mode & 0o777).toBe(0o700)
  })

  it('refuses a second start on its folder and names the process', async () => {
    await expect(start('running')).rejects.toThrow(`Sheber is already running on this data folder (process ${process.pid})`)
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is started again when it is killed, with everything that was committed', async () => {
    const down = new Promise<void>((heard) => server.onDown(heard))
    await query(server.url, `insert into saved values ('көпір')`)
    process.kill(serverPid('running'), 'SIGKILL')
    await down
    expect(await answered(server.url, 'select word from saved')).toEqual([{ word: 'көпір' }])
  })
})

it('stops in order, gives the folder free and opens it again', async () => {
  const first = await start('twice')
  await query(first.url, 'create table kept as select 7 as n')
  await first.stop()
  expect(existsSync(join(folder('twice'), 'sheber.lock'))).toBe(false)
  expect(existsSync(join(folder('twice'), 'postgres/postmaster.pid'))).toBe(false)
  const second = await start('twice')
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }])
  await second.stop()
})

it('takes over from a process that was killed: its lock and its orphan', async () => {
  const script = `const { startEmbedded } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url).href)})
    await startEmbedded({ dataDir: ${JSON.stringify(folder('orphan'))}, log: () => {} }); console.log('up'); setInterval(() => {}, 1e6)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(other.stdout, 'data')
  await expect(start('orphan')).rejects.toThrow(`process ${other.pid}`)
  const orphan = serverPid('orphan')
  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(isAlive(orphan)).toBe(true)

  const server = await start('orphan')
  expect(isAlive(orphan)).toBe(false)
  expect(serverPid('orphan')).not.toBe(orphan)
  await server.stop()
})

it('begins anew after a kill in the middle of the very first start', async () => {
  mkdirSync(join(folder('half'), 'postgres.half/base'), { recursive: true })
  writeFileSync(join(folder('half'), 'postgres.half/PG_VERSION'), '18\n')
  const server = await start('half')
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(existsSync(join(folder('half'), 'postgres.half'))).toBe(false)
  await server.stop()
})

it('finds a short place for the socket of a long folder', async () => {
  const name = 'мектеп-'.repeat(12)
  const server = await start(name)
  const socketDir = new URL(server.url).searchParams.get('host') ?? ''
  expect(socketDir.startsWith(root)).toBe(false)
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(existsSync(socketDir)).toBe(false)
})

it('says what to do about a database of another version', async () => {
  mkdirSync(join(folder('old'), 'postgres'), { recursive: true, mode: 0o755 })
  writeFileSync(join(folder('old'), 'postgres/PG_VERSION'), '14\n')
  await expect(start('old')).rejects.toThrow(/made by PostgreSQL 14/)
})

it('says what to do when the data folder cannot be made', async () => {
  writeFileSync(folder('file'), '')
  await expect(startEmbedded({ dataDir: folder('file/data'), log: () => {} })).rejects.toThrow(CannotStart)
})
