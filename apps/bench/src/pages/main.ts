import { openDb } from '@sheber/db/open'
import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'
import { startDatabase } from '../database.ts'
import { Hand } from '../hand.ts'
import { machine } from '../machine.ts'
import { Latencies } from '../percentile.ts'
import { padded } from '../report.ts'
import { freePort, ServerProcess } from '../server-process.ts'
import { questions, type Ids } from './questions.ts'
import { frameworkId, groupIdSql, groups, learners, portfolioIdSql, yearSql } from './year.ts'

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
const askedEach = 300
const warmUp = 20
const signIns = 16
const promisedMs = 150

/** Twenty records as a browser would have written them: what a stored version holds. */
const portfolioBytes = (): Uint8Array => {
  const doc = new Y.Doc()
  const records = doc.getMap('records')
  doc.transact(() => {
    for (let n = 1; n <= 20; n += 1) {
      const record = new Y.Map<unknown>()
      record.set('kind', 'made')
      record.set('title', new Y.Text(`Record ${n}`))
      record.set('reflection', new Y.Text('What was hard, and what I would do otherwise. '.repeat(8)))
      record.set('z', `a${n < 10 ? n : String.fromCharCode(87 + n)}`)
      records.set(`record${n}`, record)
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

const database = await startDatabase()
try {
  const url = await database.create('bench_pages')
  const server = new ServerProcess({ main, env: { DATABASE_URL: url }, health: '/health/ready' }, await freePort())
  await server.start()
  const { pool, close } = openDb(url, 2)
  try {
    const administrator = new Hand(server.origin)
    const secret = { name: 'Bench', language: 'en', person: 'Saule', login: 'saule', password: 'верстак рубанок стружка' }
    await administrator.ask('POST', '/api/centre', { body: secret })
    const { rows } = await pool.query<{ centre: string; person: string }>(
      'select organisation_id as centre, person_id as person from membership',
    )
    const [{ centre, person } = { centre: '', person: '' }] = rows
    // Nobody asks so often: the limit for one sign-in is not what is measured.
    const hands = [administrator]
    while (hands.length < signIns) {
      const hand = new Hand(server.origin)
      await hand.ask('POST', '/api/session', { body: { login: secret.login, password: secret.password } })
      hands.push(hand)
    }
    const bytes = portfolioBytes()
    for (const sql of yearSql(centre, person)) await pool.query(sql, sql.includes('$1') ? [Buffer.from(bytes)] : [])
    const named = async (of: string) => (await pool.query<{ id: string }>(of)).rows.map(({ id }) => id)
    const ids: Ids = {
      centre,
      framework: frameworkId,
      portfolios: await named(`select ${portfolioIdSql('n')} as id from generate_series(1, ${learners}, 7) n`),
      groups: await named(`select ${groupIdSql('n')} as id from generate_series(1, ${groups}) n`),
      submissions: await named(`select id from submission where state <> 'accepted' order by id limit 200`),
    }
    const lines: string[][] = [
      ['', 'p50, ms', 'p95, ms', 'kB', `≤ ${promisedMs}`],
      ['---', '---', '---', '---', '---'],
    ]
    for (const { title, path } of questions) {
      const took = new Latencies()
      let size = 0
      for (let n = 0; n < askedEach + warmUp; n += 1) {
        const since = performance.now()
        const answer = await fetch(server.origin + path(ids, n), { headers: { cookie: hands[n % hands.length]?.cookie ?? '' } })
        const words = await answer.text()
        if (!answer.ok) throw new Error(`${path(ids, n)}: ${answer.status} ${words.slice(0, 300)}`)
        size = Math.max(size, words.length)
        if (n >= warmUp) took.add(performance.now() - since)
      }
      const [half, most] = [took.percentile(0.5) ?? 0, took.percentile(0.95) ?? 0]
      lines.push([title, half.toFixed(1), most.toFixed(1), (size / 1_000).toFixed(0), most <= promisedMs ? 'kept' : 'MISSED'])
      if (most > promisedMs) process.exitCode = 1
    }
    process.stdout.write(`${machine()}\n${learners} learners, 60,000 records, 200,000 links\n\n${padded(lines).join('\n')}\n`)
  } finally {
    await close()
    await server.stop()
  }
} finally {
  await database.stop()
}
