import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDatabase } from '@sheber/dev-env/database'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

// Whole processes, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 90_000 })

const root = mkdtempSync(join(tmpdir(), 'sheber-main-'))
chmodSync(root, 0o711)
const running = new Set<ChildProcess>()
afterAll(async () => {
  // Those of a test that failed in the middle.
  for (const child of running) child.kill('SIGKILL')
  await Promise.all([...running].map((child) => once(child, 'close')))
  rmSync(root, { recursive: true, force: true })
})

const { PATH = '', NODE_COMPILE_CACHE } = process.env
const kept = { PATH, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) }

const launch = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], {
    env: { ...kept, HOST: '127.0.0.1', PORT: '0', DATA_DIR: join(root, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said = { out: '', problem: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.problem += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  /** The address of the greeting. */
  const greeted = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const [address] = /http:\/\/\S+/.exec(said.out.slice(said.out.indexOf('Sheber   '))) ?? []
      if (address && said.out.includes('Ctrl+C')) resolve(address)
    })
  })
  return { child, said, ended, greeted }
}

/** What a start that fails says: one sentence, and nothing else. */
const refusal = async (env: Record<string, string>): Promise<string> => {
  const { said, ended } = launch(env)
  expect(await ended).toBe(1)
  const lines = said.problem.trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(said.problem).not.toMatch(/\n\s+at /)
  return lines[0] as string
}

let takenPort = 0
const other = createServer()
beforeAll(async () => {
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  takenPort = (other.address() as AddressInfo).port
})
afterAll(() => void other.close())

it('says that a port is taken before it does anything slow', async () => {
  expect(await refusal({ PORT: String(takenPort) })).toMatch(
    new RegExp(`^Port ${takenPort} is taken by another program: .*PORT=${takenPort + 1}`),
  )
  expect(existsSync(join(root, 'data'))).toBe(false)
})

it('says what is wrong with a setting', async () => {
  expect(await refusal({ PORT: 'three' })).toMatch(/^PORT is “three”/)
  expect(await refusal({ HOST: '203.0.113.7' })).toMatch(/^HOST is “203\.0\.113\.7”, which is no address of this computer/)
})

it('says that a database does not answer, without its password', async () => {
  const sentence = await refusal({ DATABASE_URL: `postgresql://sheber:hunter22@127.0.0.1:9/school` })
  expect(sentence).toMatch(/127\.0\.0\.1:9/)
  expect(sentence).not.toMatch(/hunter22/)
})

it.runIf(process.getuid?.() === 0)('says as root that nobody else may enter the way to the data folder', async () => {
  mkdirSync(join(root, 'closed'), { mode: 0o700 })
  expect(await refusal({ DATA_DIR: join(root, 'closed/data') })).toMatch(new RegExp(`no other user may enter ${root}/closed: set DATA_DIR`))
})

it('serves, refuses a second start on its folder, and stops in order', async () => {
  const first = launch({ DATA_DIR: join(root, 'one') })
  const address = await first.greeted
  expect((await fetch(`${address}/health/ready`)).status).toBe(200)

  expect(await refusal({ DATA_DIR: join(root, 'one') })).toBe(
    `Sheber is already running on this data folder (process ${first.child.pid}). Stop it, or set DATA_DIR to another folder.`,
  )
  const samePort = await refusal({ DATA_DIR: join(root, 'one'), PORT: new URL(address).port })
  expect(samePort).toMatch(/already running on this data folder/)

  // One Ctrl+C may arrive twice, from the terminal and from the starter.
  first.child.kill('SIGINT')
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(first.said.problem).toBe('')
})

it('goes on by itself when its database is killed', async () => {
  const sheber = launch({ DATA_DIR: join(root, 'killed') })
  const address = await sheber.greeted
  const note = join(root, 'killed/postgres/postmaster.pid')
  const database = Number(readFileSync(note, 'utf8').split('\n')[0])
  process.kill(database, 'SIGKILL')
  await vi.waitFor(() => expect(Number(readFileSync(note, 'utf8').split('\n')[0])).not.toBe(database), { timeout: 60_000 })
  await vi.waitFor(async () => expect((await fetch(`${address}/health/ready`)).status).toBe(200), { timeout: 60_000 })
  expect((await fetch(`${address}/api/centre`)).status).toBe(200)
  sheber.child.kill('SIGTERM')
  expect(await sheber.ended).toBe(0)
})

it('starts twice at once on one fresh database', async () => {
  await using database = await createDatabase()
  await database.pool.query('drop schema public cascade; drop schema drizzle cascade; create schema public')
  await database.pool.end()
  const both = [launch({ DATABASE_URL: database.url }), launch({ DATABASE_URL: database.url })]
  for (const { greeted } of both) expect((await fetch(`${await greeted}/api/centre`)).status).toBe(200)
  for (const { child } of both) child.kill('SIGTERM')
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0])
})
