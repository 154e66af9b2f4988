import { openDb } from '@sheber/db/open'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cores, pinSelf } from '../cores.ts'
import { startDatabase, type Database } from '../database.ts'
import { Hand } from '../hand.ts'
import { machine } from '../machine.ts'
import { padded } from '../report.ts'
import { freePort, ServerProcess } from '../server-process.ts'
import { measureBeside, tellBeside, type Beside } from './beside.ts'
import { exhibitionId, hallSql, standIdSql, stands } from './hall.ts'
import { measureSeen, tellSeen, type Seen } from './seen.ts'
import { measureServed, tellServed, type Served } from './served.ts'

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
const results = new URL('../../results/', import.meta.url)
const given = (name: string, otherwise: number) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise)
const seconds = given('seconds', 20)
const rounds = given('rounds', 3)
const parts = (process.argv.find((word) => word.startsWith('--parts='))?.slice(8) ?? 'served,seen,beside').split(',')

type Pool = ReturnType<typeof openDb>['pool']

const seed = async (pool: Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ centre: string; person: string }>(
    `select organisation_id as centre, person_id as person from membership where role = 'administrator'`,
  )
  const [{ centre, person } = { centre: '', person: '' }] = rows
  for (const sql of hallSql(centre, person)) await pool.query(sql)
  return (await pool.query<{ id: string }>(`select ${standIdSql('n')} as id from generate_series(1, ${stands}) n`)).rows.map(({ id }) => id)
}

/** A hall in a house of its own: how fast it answers, and what a visitor's browser makes of it. */
const measureHall = async (database: Database): Promise<{ served: readonly Served[]; seen: readonly Seen[] }> => {
  const url = await database.create('bench_hall')
  const dataDir = mkdtempSync(join(tmpdir(), 'sheber-bench-hall-'))
  const port = await freePort()
  // Visitors come from many addresses; here they all come by one, and a proxy says so.
  const env = { DATABASE_URL: url, DATA_DIR: dataDir, ORIGIN: `http://127.0.0.1:${port}` }
  const server = new ServerProcess({ main, env, health: '/health/ready' }, port)
  await server.start()
  const { pool, close } = openDb(url, 2)
  try {
    const secret = { name: 'Bench', language: 'en', person: 'Saule', login: 'saule', password: 'верстак рубанок стружка' }
    await new Hand(server.origin).ask('POST', '/api/centre', { body: secret })
    const ids = await seed(pool)
    const served = parts.includes('served') ? await measureServed(server.origin, ids, seconds) : []
    const seen = parts.includes('seen') ? await measureSeen({ origin: server.origin, pool, dataDir, standId: ids[6] ?? '' }, rounds) : []
    return { served, seen }
  } finally {
    await close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const told: string[] = []
const database = await startDatabase()
try {
  const { served, seen } = parts.some((one) => one !== 'beside') ? await measureHall(database) : { served: [], seen: [] }
  if (served.length > 0) told.push(`A hall of ${stands} stands, ${seconds} s of each question`, ...padded(tellServed(served)), '')
  if (seen.length > 0) told.push(`On slow 4G, the processor slowed four times, medians of ${rounds}`, ...padded(tellSeen(seen)), '')
  let beside: Beside | null = null
  if (parts.includes('beside')) {
    // A browser would have shared this core with the load; now nothing else runs.
    pinSelf(cores.load)
    beside = await measureBeside(database, seed, seconds)
    told.push(...tellBeside(beside), '')
  }
  process.stdout.write(`${machine()}\n\n${told.join('\n')}`)
  mkdirSync(results, { recursive: true })
  const report = { at: new Date().toISOString(), machine: machine(), stands, exhibitionId, seconds, rounds, served, seen, beside }
  if (parts.length === 3) writeFileSync(new URL('hall.json', results), `${JSON.stringify(report, null, 2)}\n`)
  const isKept = [...served, ...seen, ...(beside ? [beside] : [])].every(({ kept }) => kept !== false)
  if (!isKept) process.exitCode = 1
} finally {
  await database.stop()
}
