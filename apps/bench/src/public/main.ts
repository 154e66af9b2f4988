import { openDb } from '@sheber/db/open'
import { setTimeout as pause } from 'node:timers/promises'
import { cores, pinSelf } from '../cores.ts'
import { startDatabase } from '../database.ts'
import { people, sayFelt, withClass } from '../load/class.ts'
import { machine } from '../machine.ts'
import { startWatch } from '../measure.ts'
import { padded } from '../report.ts'
import { sheber } from '../targets/sheber.ts'
import { publications, recordsEach, seedPublications } from './seed.ts'
import { visit, type Visits } from './visitors.ts'

/** A page that is shared in a chat of parents, as a school's whole street would open it. */
const perSecond = 200
const seconds = Number(process.argv.find((word, at) => process.argv[at - 1] === '--seconds') ?? 20)
const warmUpSeconds = Math.min(3, seconds)
const promisedMs = 100

const lines: string[][] = [
  ['', 'p50, ms', 'p95, ms', 'p99, ms', 'answers', 'errors', 'kB', 'server’s core', `≤ ${promisedMs}`],
  ['---', '---', '---', '---', '---', '---', '---', '---', '---'],
]
const tell = (title: string, { took, errors, bytes }: Visits, cpuPercent: number) => {
  const [half, most, all] = [0.5, 0.95, 0.99].map((part) => took.percentile(part))
  const wrong = [...errors].map(([what, count]) => `${count} × ${what}`).join(', ')
  const kept = wrong === '' && most !== null && most !== undefined && most <= promisedMs
  if (!kept) process.exitCode = 1
  const figures = [half, most, all].map((ms) => ms?.toFixed(1) ?? '–')
  lines.push([
    title,
    ...figures,
    `${took.count}`,
    wrong || '0',
    (bytes / 1_000).toFixed(1),
    `${cpuPercent.toFixed(0)} %`,
    kept ? 'kept' : 'MISSED',
  ])
}

pinSelf(cores.load)
const database = await startDatabase()
try {
  await using open = await sheber.open(database)
  const { pool, close } = openDb(open.databaseUrl ?? '', 1)
  const addresses = await seedPublications(pool).finally(close)
  const pages = addresses.map((address) => `/p/${address}`)
  const asking = (paths: readonly string[]) => visit(open.process.origin, paths, { perSecond, seconds, warmUpSeconds })
  const watched = async (paths: readonly string[]) => {
    const stop = startWatch(open.process.pid, database.pid)
    const visits = await asking(paths)
    const { cpuMs } = stop()
    return { visits, cpuPercent: cpuMs / (10 * (seconds + warmUpSeconds)) }
  }
  // Not more in a minute than one address may ask: the rounds with and without visitors take turns.
  const one = await watched(pages.slice(0, 1))
  tell('one page', one.visits, one.cpuPercent)
  const alone = await withClass(open, warmUpSeconds, () => pause(seconds * 1_000))
  await pause(Math.max(0, 20 - seconds) * 1_000)
  const beside = await withClass(open, warmUpSeconds, () => watched(pages))
  tell(`all ${publications} in turn, beside the class`, beside.done.visits, beside.done.cpuPercent)
  process.stdout.write(
    `${machine()}\n${publications} publications of ${recordsEach} records, ${perSecond} requests a second for ${seconds} s\n\n` +
      `${padded(lines).join('\n')}\n\nAn edit of ${people} people on one board, p95: ${sayFelt(alone.felt)} alone, ${sayFelt(beside.felt)} beside the visitors\n`,
  )
} finally {
  await database.stop()
}
