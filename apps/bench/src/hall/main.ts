import { openDb } from '@sheber/db/open'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { startDatabase } from '../database.ts'
import { Hand } from '../hand.ts'
import { machine } from '../machine.ts'
import { Latencies } from '../percentile.ts'
import { padded } from '../report.ts'
import { freePort, ServerProcess } from '../server-process.ts'
import { exhibitionId, hallSql, nominationIds, standIdSql, stands } from './hall.ts'

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
const secondsEach = Number(process.argv.find((word) => word.startsWith('--seconds='))?.slice(10) ?? 20)
/** Visitors that ask at one moment. */
const visitors = 16
/** What one page may take, and how many are served in a second. */
const promised = { ms: 100, perSecond: 200 } as const

interface Question {
  readonly title: string
  readonly path: (n: number) => string
}

const words = ['планер', 'робот', 'копир', 'кеме', 'станция', 'испытали', 'школа', 'жоқ']
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T

const database = await startDatabase()
try {
  const url = await database.create('bench_hall')
  // Visitors come from many addresses; here they all come by one, and a proxy says so.
  const port = await freePort()
  const server = new ServerProcess({ main, env: { DATABASE_URL: url, ORIGIN: `http://127.0.0.1:${port}` }, health: '/health/ready' }, port)
  await server.start()
  const { pool, close } = openDb(url, 2)
  try {
    const secret = { name: 'Bench', language: 'en', person: 'Saule', login: 'saule', password: 'верстак рубанок стружка' }
    await new Hand(server.origin).ask('POST', '/api/centre', { body: secret })
    const { rows } = await pool.query<{ centre: string; person: string }>(
      'select organisation_id as centre, person_id as person from membership',
    )
    const [{ centre, person } = { centre: '', person: '' }] = rows
    for (const sql of hallSql(centre, person)) await pool.query(sql)
    const ids = (await pool.query<{ id: string }>(`select ${standIdSql('n')} as id from generate_series(1, ${stands}) n`)).rows.map(
      (one) => one.id,
    )
    const front = `/e/${exhibitionId}`
    const questions: readonly Question[] = [
      { title: 'front page', path: (n) => `${front}?l=${pick(['kk', 'ru', 'en'], n)}` },
      {
        title: 'filtered and searched',
        path: (n) =>
          `${front}?q=${encodeURIComponent(`${pick(words, n)} ${n % 97 === 0 ? '' : n % 50}`)}&n=${pick(nominationIds, n)}&p=${(n % 3) + 1}`,
      },
      { title: 'a stand', path: (n) => `${front}/${pick(ids, n * 7)}` },
    ]
    const agent = new Agent({ keepAlive: true, maxSockets: visitors })
    const ask = (path: string, n: number): Promise<number> =>
      new Promise((resolve, reject) => {
        const headers = { 'accept-encoding': 'br', 'x-forwarded-for': `10.0.${(n >> 8) & 255}.${n & 255}` }
        request(server.origin + path, { agent, headers }, (answer) => {
          let bytes = 0
          answer.on('data', (part: Buffer) => (bytes += part.byteLength))
          answer.on('end', () => (answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path}: ${answer.statusCode}`))))
        })
          .on('error', reject)
          .end()
      })
    const lines: string[][] = [
      ['', 'p50, ms', 'p95, ms', 'p99, ms', 'a second', 'kB', `≤ ${promised.ms} ms, ≥ ${promised.perSecond}/s`],
      ['---', '---', '---', '---', '---', '---', '---'],
    ]
    for (const { title, path } of questions) {
      const took = new Latencies()
      let [asked, size] = [0, 0]
      const since = performance.now()
      const until = since + secondsEach * 1_000
      const visit = async () => {
        while (performance.now() < until) {
          const n = asked++
          const at = performance.now()
          size = Math.max(size, await ask(path(n), n))
          took.add(performance.now() - at)
        }
      }
      await Promise.all(Array.from({ length: visitors }, visit))
      const perSecond = asked / ((performance.now() - since) / 1_000)
      const [half, most, worst] = [0.5, 0.95, 0.99].map((share) => took.percentile(share) ?? 0) as [number, number, number]
      const kept = most <= promised.ms && perSecond >= promised.perSecond
      lines.push([
        title,
        half.toFixed(1),
        most.toFixed(1),
        worst.toFixed(1),
        perSecond.toFixed(0),
        (size / 1_000).toFixed(1),
        kept ? 'kept' : 'MISSED',
      ])
      if (!kept) process.exitCode = 1
    }
    agent.destroy()
    process.stdout.write(
      `${machine()}\na hall of ${stands} stands, ${visitors} visitors at once, ${secondsEach} s each\n\n${padded(lines).join('\n')}\n`,
    )
  } finally {
    await close()
    await server.stop()
  }
} finally {
  await database.stop()
}
