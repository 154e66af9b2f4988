import { openDb } from '@sheber/db/open'
import { setTimeout as pause } from 'node:timers/promises'
import { cores, pinSelf } from '../cores.ts'
import { startDatabase } from '../database.ts'
import { closeAll, connectAll, until } from '../load/crowd.ts'
import { RoomLoad } from '../load/room-load.ts'
import { machine } from '../machine.ts'
import { startWatch } from '../measure.ts'
import { padded } from '../report.ts'
import { sheber } from '../targets/sheber.ts'
import type { Open } from '../targets/target.ts'
import { publications, recordsEach, seedPublications } from './seed.ts'
import { visit, type Visits } from './visitors.ts'

/** A page that is shared in a chat of parents, as a school's whole street would open it. */
const perSecond = 200
const seconds = Number(process.argv.find((word, at) => process.argv[at - 1] === '--seconds') ?? 20)
const warmUpSeconds = Math.min(3, seconds)
const promisedMs = 100

const people = 30
const arrivalMsMax = 5_000

interface Felt {
  readonly p95: number | null
  readonly missing: number
}

/** A class on one board while `work` goes on: five edits and ten cursor moves a second each. */
const withClass = async <T>(open: Open, work: () => Promise<T>): Promise<{ done: T; felt: Felt }> => {
  const load = new RoomLoad(sheber, open.seats(1, people))
  await connectAll(load.clients)
  const over = new AbortController()
  const running = [load.typing(5, over.signal), load.pointing(10, over.signal)]
  await pause(warmUpSeconds * 1_000)
  load.openWindow()
  const done = await work()
  load.closeWindow()
  over.abort()
  await Promise.all(running)
  await until(() => load.edits.missing === 0, arrivalMsMax)
  const { closed } = load
  const felt = { p95: load.edits.latencies.percentile(0.95), missing: load.edits.missing }
  closeAll(load.clients)
  if (closed.length > 0) throw new Error(`${closed.length} of the class were sent away: ${closed[0]}`)
  return { done, felt }
}

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
  const alone = await withClass(open, () => pause(seconds * 1_000))
  await pause(Math.max(0, 20 - seconds) * 1_000)
  const beside = await withClass(open, () => watched(pages))
  tell(`all ${publications} in turn, beside the class`, beside.done.visits, beside.done.cpuPercent)
  const ms = ({ p95, missing }: Felt) => `${p95?.toFixed(1) ?? '–'} ms${missing > 0 ? `, ${missing} MISSING` : ''}`
  process.stdout.write(
    `${machine()}\n${publications} publications of ${recordsEach} records, ${perSecond} requests a second for ${seconds} s\n\n` +
      `${padded(lines).join('\n')}\n\nAn edit of ${people} people on one board, p95: ${ms(alone.felt)} alone, ${ms(beside.felt)} beside the visitors\n`,
  )
} finally {
  await database.stop()
}
