import { Agent, request } from 'node:http'
import { Latencies } from '../percentile.ts'
import { exhibitionId, nominationIds } from './hall.ts'

/** Visitors that ask at one moment. */
const visitors = 16
/** What one page may take, and how many are served in a second. */
const promised = { ms: 100, perSecond: 200 } as const

/** How one kind of page was answered. */
export interface Served {
  readonly title: string
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly perSecond: number
  readonly kB: number
  readonly kept: boolean
}

interface Question {
  readonly title: string
  readonly path: (n: number) => string
}

const words = ['планер', 'робот', 'копир', 'кеме', 'станция', 'испытали', 'школа', 'жоқ']
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T

const front = `/e/${exhibitionId}`
const questionsFor = (ids: readonly string[]): readonly Question[] => [
  { title: 'front page', path: (n) => `${front}?l=${pick(['kk', 'ru', 'en'], n)}` },
  {
    title: 'filtered and searched',
    path: (n) =>
      `${front}?q=${encodeURIComponent(`${pick(words, n)} ${n % 97 === 0 ? '' : n % 50}`)}&n=${pick(nominationIds, n)}&p=${(n % 3) + 1}`,
  },
  { title: 'a stand', path: (n) => `${front}/${pick(ids, n * 7)}` },
  { title: 'a stand on the big screen', path: (n) => `${front}/screen?n=${pick(ids, n * 7)}&l=kk` },
]

export const measureServed = async (origin: string, ids: readonly string[], seconds: number): Promise<Served[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors })
  const ask = (path: string, n: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { 'accept-encoding': 'br', 'x-forwarded-for': `10.0.${(n >> 8) & 255}.${n & 255}` }
      request(origin + path, { agent, headers }, (answer) => {
        let bytes = 0
        answer.on('data', (part: Buffer) => (bytes += part.byteLength))
        answer.on('end', () => (answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path}: ${answer.statusCode}`))))
      })
        .on('error', reject)
        .end()
    })
  const measured: Served[] = []
  for (const { title, path } of questionsFor(ids)) {
    const took = new Latencies()
    let [asked, size] = [0, 0]
    const since = performance.now()
    const until = since + seconds * 1_000
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
    const [p50Ms, p95Ms, p99Ms] = [0.5, 0.95, 0.99].map((share) => took.percentile(share) ?? 0) as [number, number, number]
    const kept = p95Ms <= promised.ms && perSecond >= promised.perSecond
    measured.push({ title, p50Ms, p95Ms, p99Ms, perSecond, kB: size / 1_000, kept })
  }
  agent.destroy()
  return measured
}

export const tellServed = (all: readonly Served[]): string[][] => [
  ['', 'p50, ms', 'p95, ms', 'p99, ms', 'a second', 'kB', `≤ ${promised.ms} ms, ≥ ${promised.perSecond}/s`],
  ['---', '---', '---', '---', '---', '---', '---'],
  ...all.map(({ title, p50Ms, p95Ms, p99Ms, perSecond, kB, kept }) => [
    title,
    ...[p50Ms, p95Ms, p99Ms].map((ms) => ms.toFixed(1)),
    perSecond.toFixed(0),
    kB.toFixed(1),
    kept ? 'kept' : 'MISSED',
  ]),
]
