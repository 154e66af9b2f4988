import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { pace } from '../load/crowd.ts'
import { Latencies } from '../percentile.ts'

export interface Visits {
  readonly took: Latencies
  /** Anything but the whole page, by what it was. */
  readonly errors: ReadonlyMap<string, number>
  readonly bytes: number
}

const patienceMs = 10_000

/** Strangers who open pages, so many a second whether or not the last ones have been answered; each asks for the whole page. */
export const visit = async (
  origin: string,
  paths: readonly string[],
  { perSecond, seconds, warmUpSeconds }: { perSecond: number; seconds: number; warmUpSeconds: number },
): Promise<Visits> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 })
  const took = new Latencies()
  const errors = new Map<string, number>()
  let [asked, answered, bytes, counts] = [0, 0, 0, false]
  const ask = () => {
    const path = paths[asked % paths.length] ?? ''
    const isCounted = counts
    asked += 1
    const since = performance.now()
    const over = (wrong: string | null) => {
      answered += 1
      if (!isCounted) return
      if (wrong === null) took.add(performance.now() - since)
      else errors.set(wrong, (errors.get(wrong) ?? 0) + 1)
    }
    const headers = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'kk' }
    const request = get(`${origin}${path}`, { agent, headers, timeout: patienceMs }, (answer) => {
      let size = 0
      answer.on('data', (chunk: Buffer) => (size += chunk.length))
      answer.on('end', () => {
        bytes = Math.max(bytes, size)
        over(answer.statusCode === 200 ? null : String(answer.statusCode))
      })
    })
    request.on('timeout', () => request.destroy(new Error('late')))
    request.on('error', (why) => over(why.message))
  }
  const done = new AbortController()
  const running = pace(1, perSecond, ask, done.signal)
  await pause(warmUpSeconds * 1_000)
  counts = true
  await pause(seconds * 1_000)
  done.abort()
  await running
  for (const late = performance.now() + patienceMs; answered < asked && performance.now() < late;) await pause(10)
  agent.destroy()
  return { took, errors, bytes }
}
