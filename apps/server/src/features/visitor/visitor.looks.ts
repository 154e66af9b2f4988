import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { dayThere } from '../exhibition/exhibition.day.ts'
import { addLooks } from './visitor.store.ts'

const flushMs = 5_000

export interface Looks {
  /** One page was opened, by nobody in particular. */
  add(standId: string): void
  /** Writes down what was counted. */
  flush(): Promise<void>
}

/** Counts how often stands are looked at, in memory, and writes sums every few seconds: there is nothing to say who it was. */
export const openLooks = (app: Pick<FastifyInstance, 'addHook'>, { db, clock, log }: Pick<Services, 'db' | 'clock' | 'log'>): Looks => {
  let counted = new Map<string, { standId: string; day: string; looks: number }>()
  const add = (standId: string, day = dayThere(clock.now().toISOString()), looks = 1) => {
    const key = `${standId} ${day}`
    counted.set(key, { standId, day, looks: (counted.get(key)?.looks ?? 0) + looks })
  }
  let flushing: Promise<void> | null = null
  const flush = (): Promise<void> => {
    if (counted.size === 0) return flushing ?? Promise.resolve()
    return (flushing ??= (async () => {
      const rows = [...counted.values()]
      counted = new Map()
      try {
        await addLooks(db, rows)
      } catch (why) {
        // Not lost: they are written together with the next ones.
        for (const { standId, day, looks } of rows) add(standId, day, looks)
        log.warn({ err: why }, 'looks at stands were not written down')
      }
    })().finally(() => (flushing = null)))
  }
  const timer = setInterval(() => void flush(), flushMs)
  timer.unref()
  app.addHook('preClose', async () => {
    clearInterval(timer)
    await flushing
    await flush()
  })
  return { add: (standId) => add(standId), flush }
}
